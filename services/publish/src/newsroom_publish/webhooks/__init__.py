"""Webhooks: signed, retried, isolated from each other, and none lost.

`create_webhooks` wires them up; the hop asks `plan` for the effects that queue deliveries, and commits them
together with the index.
"""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom_publish.entities.identities import FIELDS, create_identities
from newsroom_publish.index import milliseconds
from newsroom_publish.webhooks import configured, planning
from newsroom_publish.webhooks.admin import Admin
from newsroom_publish.webhooks.dispatch import Dispatcher
from newsroom_publish.webhooks.endpoints import EndpointStore
from newsroom_publish.webhooks.ledger import Ledger
from newsroom_publish.webhooks.queue import DeliveryQueue
from newsroom_publish.webhooks.routes import build_router
from newsroom_publish.webhooks.sending import Sender

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from redis.asyncio import Redis

    from newsroom.contracts import Summary
    from newsroom.guarded_http import GuardedHttp
    from newsroom.settings import Settings
    from newsroom.streams.outcome import Effect
    from newsroom_publish.entities.identities import Identities

__all__ = ["Webhooks", "create_webhooks"]


def _now() -> datetime:
    return datetime.now(UTC)


def create_webhooks(
    settings: Settings,
    redis: Redis,
    http: GuardedHttp,
    *,
    clock: Callable[[], datetime] = _now,
    environ: Mapping[str, str] = os.environ,
    identities: Identities | None = None,
) -> Webhooks:
    """The webhooks of one process; nothing is connected before start(). Raises SettingError.

    `environ` is where `secret_env` of an endpoint looks; `http` must be open by start(); `identities` are
    those of the process, if it has any already.
    """
    identities = identities or create_identities(redis, partitions=settings.partitions, clock=clock)
    return Webhooks(settings, redis, http, identities, clock, environ)


class Webhooks:
    """What the app mounts (`router`), runs (`start`, `stop`), asks (`ready`), and the hop plans with."""

    def __init__(
        self,
        settings: Settings,
        redis: Redis,
        http: GuardedHttp,
        identities: Identities,
        clock: Callable[[], datetime],
        environ: Mapping[str, str],
    ) -> None:
        self._settings = settings
        self._identities = identities
        self._clock = clock
        self._configured = configured.wanted(settings.endpoints, environ, self._now_ms())
        self._endpoints = EndpointStore(redis)
        self._queue = DeliveryQueue(redis, settings.webhooks, settings.partitions)
        ledger = Ledger(redis, self._queue, settings.partitions)
        sender = Sender(
            self._queue,
            self._endpoints,
            http,
            settings.webhooks,
            finish=identities.canonical_json,
            clock_ms=self._now_ms,
            random=random.random,  # spreads retries; no secret depends on it
        )
        self._dispatcher = Dispatcher(
            self._queue, self._endpoints, sender, settings.webhooks, clock_ms=self._now_ms
        )
        admin = Admin(self._endpoints, self._queue, ledger, http, settings.webhooks, clock_ms=self._now_ms)
        self.router = build_router(admin, settings.token)

    async def start(self) -> None:
        """Bring the configured endpoints into effect and begin to deliver."""
        overlap_seconds = self._settings.webhooks.secret_overlap_seconds
        await configured.apply(self._configured, self._endpoints, self._now_ms(), overlap_seconds)
        self._dispatcher.start()

    async def stop(self) -> None:
        """Let the requests under way end, for no longer than their timeout."""
        await self._dispatcher.stop()

    async def ready(self) -> str | None:
        """A readiness check (newsroom.web.Check)."""
        return self._dispatcher.problem()

    async def plan(
        self, previous: Summary | None, summary: Summary, *, due_at: datetime
    ) -> tuple[Effect, ...]:
        """The effects that queue the deliveries of this version, all in the summary's partition.

        `previous` is the stored version that it replaces. No attempt starts before `due_at`.
        """
        endpoints = await self._endpoints.all()
        recipients = await self._queue.recipients(summary.id) if previous else {}
        # Who filters by no entity need not wait for what else the entities are known as.
        named = any(getattr(endpoint.filter, field) for endpoint in endpoints for field in FIELDS)
        aliases = await self._identities.aliases(summary) if named else frozenset()
        owed = planning.deliveries(
            endpoints, recipients, previous, summary, due_at=due_at, now=self._clock(), aliases=aliases
        )
        if owed:
            self._dispatcher.expect_work()
        return planning.effects(owed, summary, recipients, partitions=self._settings.partitions)

    def _now_ms(self) -> int:
        return milliseconds(self._clock())
