"""What is done with one claimed delivery: sent or set aside, and recorded."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from redis.exceptions import RedisError

from newsroom.logs import get_logger
from newsroom_publish.webhooks import metrics
from newsroom_publish.webhooks.deliver import Message, attempt, notification
from newsroom_publish.webhooks.endpoints import disabled
from newsroom_publish.webhooks.model import State
from newsroom_publish.webhooks.retry import Verdict, judge, reason_to_disable, requested_pause

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from newsroom.guarded_http import GuardedHttp
    from newsroom.settings import WebhookSettings
    from newsroom_publish.webhooks.endpoints import EndpointStore
    from newsroom_publish.webhooks.model import Attempt, Delivery, Endpoint
    from newsroom_publish.webhooks.queue import DeliveryQueue, Job

log = get_logger()

# What is not recorded is sent again, so a short outage of Redis is waited out.
RECORD_PAUSES_SECONDS = (0.2, 1.0, 3.0)
# A hundred requests may end at once; a client of Redis has no more connections than that for everything.
MAX_RECORDINGS = 16

# An answer that takes more than this share of the timeout holds a slot for too long to earn another.
SLOW_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Result:
    """Whether it went well (None: no request was made), and the pause that the receiver asks for."""

    well: bool | None = None
    pause_seconds: float = 0


class Sender:
    """Works through claimed deliveries; many at a time."""

    def __init__(
        self,
        queue: DeliveryQueue,
        endpoints: EndpointStore,
        http: GuardedHttp,
        settings: WebhookSettings,
        *,
        finish: Callable[[bytes], Awaitable[bytes]],
        clock_ms: Callable[[], int],
        random: Callable[[], float],
    ) -> None:
        """`finish` turns the summary as it is stored into what is sent."""
        self._queue = queue
        self._endpoints = endpoints
        self._http = http
        self._settings = settings
        self._finish = finish
        self._clock_ms = clock_ms
        self._random = random
        self._recording = asyncio.Semaphore(MAX_RECORDINGS)

    async def process(self, job: Job, endpoint_id: str, endpoint: Endpoint | None) -> Result:
        """Raises RedisError or OSError when the result could not be recorded: it is then sent again later."""
        if job.delivery is None or job.payload is None or endpoint is None:
            await self._queue.drop(job.id, endpoint_id)
            log.info("delivery.dropped", delivery=str(job.id), endpoint=endpoint_id)
            return Result()
        if job.superseded or not endpoint.enabled:
            await self._set_aside(job.delivery, State.SUPERSEDED if job.superseded else State.SKIPPED)
            return Result()
        return await self._send(job.delivery, endpoint, job.payload)

    async def _set_aside(self, delivery: Delivery, state: State) -> None:
        now_ms = self._clock_ms()
        await self._queue.settle(delivery, None, state, due_ms=now_ms, now_ms=now_ms)
        log.info(
            "delivery.set_aside",
            summary_id=str(delivery.id.summary_id),
            version=delivery.id.version,
            endpoint=delivery.endpoint_id,
            delivery=str(delivery.id),
            state=state.value,
        )

    async def _send(self, delivery: Delivery, endpoint: Endpoint, payload: bytes) -> Result:
        begun_ms = self._clock_ms()
        if delivery.attempts == 0:
            metrics.WAIT_SECONDS.observe(max(0, begun_ms - delivery.due_ms) / 1_000)
        body = notification(delivery.type, delivery.created_ms, await self._finish(payload))
        message = Message(str(delivery.id), endpoint.url, body, endpoint.secrets_at(begun_ms))
        made = await attempt(self._http, message, self._settings, begun_ms)
        verdict = await self._persistently(delivery, endpoint, made)
        _report(delivery, made, verdict)
        slow = made.duration_ms / 1_000 > self._settings.timeout_seconds * SLOW_SHARE
        return Result(made.succeeded and not slow, requested_pause(made, self._settings))

    async def _persistently(self, delivery: Delivery, endpoint: Endpoint, made: Attempt) -> Verdict:
        for pause_seconds in RECORD_PAUSES_SECONDS:
            try:
                async with self._recording:
                    return await self._record(delivery, endpoint, made)
            except (RedisError, OSError):
                await asyncio.sleep(pause_seconds)
        return await self._record(delivery, endpoint, made)

    async def _record(self, delivery: Delivery, endpoint: Endpoint, made: Attempt) -> Verdict:
        """Decide and write down what becomes of the delivery, and of its endpoint."""
        now_ms = self._clock_ms()
        failing_since_ms = endpoint.failing_since_ms
        if not made.succeeded or failing_since_ms is not None:
            failing_since_ms = await self._endpoints.note_result(
                endpoint.id, succeeded=made.succeeded, now_ms=now_ms
            )
        to_disable = reason_to_disable(made, failing_since_ms, self._settings, now_ms)
        verdict = judge(made, delivery.tries + 1, self._settings, self._random)
        if to_disable:
            verdict = Verdict(State.SKIPPED)
        due_ms = now_ms + round(1_000 * (verdict.retry_in_seconds or 0))
        await self._queue.settle(delivery, made, verdict.state, due_ms=due_ms, now_ms=now_ms)
        if to_disable:
            await self._disable(endpoint, to_disable, now_ms)
        return verdict

    async def _disable(self, endpoint: Endpoint, reason: str, now_ms: int) -> None:
        changed = await self._endpoints.update(endpoint.id, lambda found: disabled(found, now_ms, reason))
        if changed is None or changed.disabled_ms != now_ms:  # deleted, or another attempt was first
            return
        metrics.DISABLED.inc()
        log.warning(
            "endpoint.disabled",
            endpoint=endpoint.id,
            reason=reason,
            hint="Its deliveries are kept; enable it and replay them once it answers.",
        )


def _report(delivery: Delivery, made: Attempt, verdict: Verdict) -> None:
    """The one line of an attempt."""
    metrics.ATTEMPTS.labels("delivered" if made.succeeded else "failed").inc()
    metrics.SECONDS.observe(made.duration_ms / 1_000)
    log.info(
        "delivery.attempted",
        summary_id=str(delivery.id.summary_id),
        version=delivery.id.version,
        type=delivery.type,
        endpoint=delivery.endpoint_id,
        delivery=str(delivery.id),
        attempt=delivery.attempts + 1,
        status=made.status,
        duration_ms=made.duration_ms,
        state=verdict.state.value,
        error=made.error,
        retry_in_seconds=None if verdict.retry_in_seconds is None else round(verdict.retry_in_seconds, 1),
    )
