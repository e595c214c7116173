"""What operators do with endpoints and deliveries; what cannot be done is a Problem."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from newsroom.errors import FetchError
from newsroom.logs import get_logger
from newsroom.web import Problem
from newsroom_publish.webhooks import deliver
from newsroom_publish.webhooks.endpoints import disabled, enabled, id_for, rotated
from newsroom_publish.webhooks.model import DeliveryId, DeliveryIdError, Endpoint, Secret, State
from newsroom_publish.webhooks.sign import SecretError, key_of, new_secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.guarded_http import GuardedHttp
    from newsroom.settings import WebhookSettings
    from newsroom_publish.webhooks.endpoints import EndpointStore
    from newsroom_publish.webhooks.ledger import Counts, Cursor, Ledger
    from newsroom_publish.webhooks.model import Attempt, Delivery
    from newsroom_publish.webhooks.queue import DeliveryQueue
    from newsroom_publish.webhooks.views import EndpointPatch, NewEndpoint

log = get_logger()

TEST_DATA = b'{"message":"This is a test. Your endpoint is reached, and the signature can be verified."}'


class Admin:
    """The use cases behind the routes."""

    def __init__(
        self,
        endpoints: EndpointStore,
        queue: DeliveryQueue,
        ledger: Ledger,
        http: GuardedHttp,
        settings: WebhookSettings,
        *,
        clock_ms: Callable[[], int],
    ) -> None:
        self._endpoints = endpoints
        self._queue = queue
        self._ledger = ledger
        self._http = http
        self._settings = settings
        self._clock_ms = clock_ms

    async def listed(self) -> list[tuple[Endpoint, Counts]]:
        return [(found, await self._ledger.counts(found.id)) for found in await self._endpoints.all()]

    async def endpoint(self, endpoint_id: str) -> Endpoint:
        found = await self._endpoints.get(endpoint_id)
        if found is None:
            raise Problem(404, f"There is no endpoint {endpoint_id}; GET /endpoints lists them.")
        return found

    async def counts(self, endpoint_id: str) -> Counts:
        return await self._ledger.counts(endpoint_id)

    async def create(self, new: NewEndpoint) -> Endpoint:
        self._check_url(new.url)
        endpoint = Endpoint(
            id=new.id or id_for(new.url),
            url=new.url,
            secrets=(Secret(_usable(new.secret)),),
            created_ms=self._clock_ms(),
            filter=new.filter,
            format=new.format,
            description=new.description,
        )
        if not await self._endpoints.create(endpoint):
            raise Problem(
                409, f"There is an endpoint {endpoint.id} already: change it with PATCH, or give another id."
            )
        log.info("endpoint.created", endpoint=endpoint.id, managed_by=endpoint.managed_by)
        return endpoint

    async def patch(self, endpoint_id: str, patch: EndpointPatch) -> Endpoint:
        given = {
            name: value for name in patch.model_fields_set if (value := getattr(patch, name)) is not None
        }
        switch = given.pop("enabled", None)
        found = await self.endpoint(endpoint_id)
        if given and found.managed_by == "configuration":
            raise Problem(409, f"{endpoint_id} is managed by newsroom.toml: change it there and restart.")
        if switch and found.retired:
            raise Problem(409, f"{endpoint_id} has left newsroom.toml: put it back there and restart.")
        if "url" in given:
            self._check_url(given["url"])
        now_ms = self._clock_ms()

        def change(endpoint: Endpoint) -> Endpoint:
            changed = replace(endpoint, **given)
            if switch is None:
                return changed
            return enabled(changed) if switch else disabled(changed, now_ms, "An operator disabled it.")

        return await self._updated(endpoint_id, change)

    async def delete(self, endpoint_id: str) -> None:
        """The endpoint and all that it is owed. Its signature secrets are gone with it."""
        found = await self.endpoint(endpoint_id)
        if found.managed_by == "configuration" and not found.retired:
            raise Problem(409, f"{endpoint_id} is managed by newsroom.toml: remove it there and restart.")
        await self._endpoints.delete(endpoint_id)
        dropped = await self._ledger.purge(endpoint_id)
        log.info("endpoint.deleted", endpoint=endpoint_id, dropped_deliveries=dropped)

    async def enable(self, endpoint_id: str) -> Endpoint:
        found = await self.endpoint(endpoint_id)
        if found.retired:
            raise Problem(409, f"{endpoint_id} has left newsroom.toml: put it back there and restart.")
        log.info("endpoint.enabled", endpoint=endpoint_id)
        return await self._updated(endpoint_id, enabled)

    async def rotate(self, endpoint_id: str, secret: str | None) -> tuple[str, int]:
        """The new secret, and the end of the one before it (Unix ms)."""
        if (await self.endpoint(endpoint_id)).secret_configured:
            raise Problem(
                409, f"The secret of {endpoint_id} comes from newsroom.toml: change it there and restart."
            )
        new, now_ms = _usable(secret), self._clock_ms()
        overlap_seconds = self._settings.secret_overlap_seconds
        await self._updated(endpoint_id, lambda found: rotated(found, new, now_ms, overlap_seconds))
        log.info("endpoint.secret_rotated", endpoint=endpoint_id)
        return new, now_ms + round(overlap_seconds * 1_000)

    async def test(self, endpoint_id: str) -> Attempt:
        """One request at once, also for a disabled endpoint; nothing is queued or counted."""
        endpoint, now_ms = await self.endpoint(endpoint_id), self._clock_ms()
        body = deliver.notification("endpoint.test", now_ms, TEST_DATA)
        message = deliver.Message(f"msg_test_{uuid4().hex}", endpoint.url, body, endpoint.secrets_at(now_ms))
        made = await deliver.attempt(self._http, message, self._settings, now_ms)
        log.info("endpoint.tested", endpoint=endpoint_id, status=made.status, error=made.error)
        return made

    async def deliveries(
        self, endpoint_id: str, limit: int, before: Cursor | None, state: State | None
    ) -> list[Delivery]:
        """The newest ones, newest first."""
        await self.endpoint(endpoint_id)
        return await self._ledger.newest(endpoint_id, limit=limit, before=before, state=state)

    async def delivery(self, text: str) -> tuple[Delivery, list[Attempt]]:
        """A delivery with its latest attempts."""
        try:
            delivery_id = DeliveryId.parse(text)
        except DeliveryIdError as error:
            raise Problem(404, str(error)) from error
        found = await self._ledger.find(delivery_id)
        if found is None:
            raise Problem(404, f"There is no delivery {text}; what was delivered is kept for a limited time.")
        return found, await self._ledger.attempts(delivery_id)

    async def drop(self, text: str) -> None:
        found, _ = await self.delivery(text)
        await self._queue.drop(found.id, found.endpoint_id)
        log.info("delivery.dropped", delivery=text, endpoint=found.endpoint_id)

    async def replay(self, endpoint_id: str, texts: tuple[str, ...], since_ms: int) -> int:
        """Queue these deliveries again, or without any all parked ones made since then; how many."""
        endpoint = await self.endpoint(endpoint_id)
        if not endpoint.enabled:
            raise Problem(409, f"{endpoint_id} is disabled: POST /endpoints/{endpoint_id}/enable first.")
        chosen = [(await self.delivery(text))[0] for text in texts]
        if other := next((found for found in chosen if found.endpoint_id != endpoint_id), None):
            raise Problem(422, f"Delivery {other.id} belongs to endpoint {other.endpoint_id}.")
        now_ms = self._clock_ms()
        if texts:
            count = sum([await self._queue.requeue(found, now_ms) for found in chosen])
        else:
            count = await self._ledger.replay(endpoint_id, now_ms, since_ms=since_ms)
        log.info("endpoint.replayed", endpoint=endpoint_id, deliveries=count)
        return count

    async def _updated(self, endpoint_id: str, change: Callable[[Endpoint], Endpoint]) -> Endpoint:
        await self.endpoint(endpoint_id)
        changed = await self._endpoints.update(endpoint_id, change)
        return changed or await self.endpoint(endpoint_id)

    def _check_url(self, url: str) -> None:
        try:
            self._http.check_url(url)
        except FetchError as error:
            raise Problem(422, f"url: {error}") from error


def _usable(secret: str | None) -> str:
    """The given secret, or a new one."""
    if secret is None:
        return new_secret()
    try:
        key_of(secret)
    except SecretError as error:
        raise Problem(422, f"secret: {error}") from error
    return secret.strip()
