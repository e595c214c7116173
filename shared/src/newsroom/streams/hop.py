"""The hop: how every service takes events from a stream, so that none is lost and none is doubled.

docs/decisions/0011 states what is guaranteed, and how.
"""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar
from uuid import uuid4

from pydantic import BaseModel
from redis.exceptions import RedisError

from newsroom.logs import get_logger
from newsroom.streams import asyncapi, metrics
from newsroom.streams.backlog import Backlog, backlog
from newsroom.streams.client import create_redis, is_group_missing, is_passing, require_redis
from newsroom.streams.gate import Gate
from newsroom.streams.lane import Lane
from newsroom.streams.reader import Reader
from newsroom.streams.tasks import end_tasks
from newsroom.streams.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from newsroom.settings import HopSettings
    from newsroom.streams.entries import Entry
    from newsroom.streams.handlers import Handler

EventT = TypeVar("EventT", bound=BaseModel)

# A lease survives two renewals that fail.
RENEWALS_PER_LEASE = 3
MAX_RECOVERY_INTERVAL_SECONDS = 1.0
REVIVE_INTERVAL_SECONDS = 0.25
HEALTH_TIMEOUT_SECONDS = 3
RELEASE_TIMEOUT_SECONDS = 5

_log = get_logger()


class Hop(Generic[EventT]):
    """Consumes all partitions of `stream` as one worker of `group`, and commits what `handler` decides.

    Each event's effects and its acknowledgement are one step on the server. An event that fails is tried
    settings.max_failures times; one whose worker died is tried alone, until settings.max_crashes workers
    died. Then, or at once when it is Rejected or invalid, it is a dead letter.

    `async with hop:` runs it. A Hop runs once.
    """

    def __init__(
        self,
        settings: HopSettings,
        *,
        redis_url: str,
        stream: str,
        group: str,
        model: type[EventT],
        handler: Handler[EventT],
        partitions: int = 1,
        sends: Mapping[str, type[BaseModel]] | None = None,
    ) -> None:
        """`sends` names the streams that the handler's effects append to, for the AsyncAPI document."""
        self._settings = settings
        self._redis_url = redis_url
        self._stream = stream
        self._group = group
        self._model = model
        self._partitions = partitions
        self._sends = dict(sends or {})
        self._redis = create_redis(redis_url)
        # New for each process: entries under an old name belong to a worker that is gone.
        consumer = f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}"
        self._lanes = [
            Lane(self._redis, settings, stream=stream, group=group, partition=number, consumer=consumer)
            for number in range(partitions)
        ]
        self._worker = Worker(settings, stream=stream, group=group, model=model, handler=handler)
        self._reader = Reader(redis_url, settings, group=group, consumer=consumer)
        for lane in self._lanes:
            self._reader.add(lane.stream_key, partial(self._consume, lane))
        self._gate = Gate()
        self._stopping = asyncio.Event()  # take nothing more
        self._drained = asyncio.Event()  # nothing is in work any more
        self._recoveries: list[asyncio.Task[None]] = []
        self._care: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Make the group where it is missing and start to consume. Raises StreamsError without a server."""
        try:
            await require_redis(self._redis, self._redis_url)
            for lane in self._lanes:
                await lane.ensure_group()
            await self._reader.start()
        except BaseException:
            await self._reader.stop()
            await self._redis.aclose()
            raise
        self._begin_care()
        _log.info("hop.started", stream=self._stream, group=self._group, partitions=self._partitions)

    def _begin_care(self) -> None:
        settings = self._settings
        pause = min(MAX_RECOVERY_INTERVAL_SECONDS, settings.lease_seconds / RENEWALS_PER_LEASE)
        self._recoveries = [
            self._every(pause, partial(self._recover, lane), until=self._stopping) for lane in self._lanes
        ]
        self._care = [
            self._every(seconds, action, until=self._drained)
            for seconds, action in (
                (settings.lease_seconds / RENEWALS_PER_LEASE, self._renew),
                (REVIVE_INTERVAL_SECONDS, self._revive),
                (settings.trim_interval_seconds, self._tidy),
            )
        ]

    async def stop(self) -> None:
        """Take nothing more, finish what is in work (settings.stop_timeout_seconds), release the rest."""
        self._stopping.set()
        await asyncio.gather(self._reader.stop(), self._end_recoveries())
        # Only now: the leases of what was being finished had to be renewed.
        self._drained.set()
        await end_tasks(self._care)
        released = 0
        try:
            async with asyncio.timeout(RELEASE_TIMEOUT_SECONDS):
                released = sum([await lane.release() for lane in self._lanes])
        except (RedisError, OSError) as error:  # TimeoutError is an OSError; the leases run out instead
            _log.warning("hop.release_failed", stream=self._stream, group=self._group, error=str(error))
        await self._redis.aclose()
        _log.info("hop.stopped", stream=self._stream, group=self._group, released=released)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def health(self) -> str | None:
        """A readiness check: None, or one sentence that says what is wrong."""
        name = f"The consumer {self._group} of {self._stream}"
        if self._stopping.is_set() or not self._reader.running:
            return f"{name} does not read."
        limit = self._settings.max_pending_seconds
        held = max(lane.longest_held_seconds for lane in self._lanes)
        if held > limit:
            return f"{name} has been at work on one batch for {held:.0f} s."
        try:
            async with asyncio.timeout(HEALTH_TIMEOUT_SECONDS):
                abandoned = [await lane.has_abandoned(limit) for lane in self._lanes]
        except (RedisError, OSError) as error:
            return f"{name} cannot ask Redis: {error or 'no answer in time'}."
        return f"{name} has left entries alone for more than {limit:g} s." if any(abandoned) else None

    async def backlog(self) -> Backlog:
        """The work that lies before this hop's group, over all partitions."""
        return await backlog(self._redis, self._stream, self._group, partitions=self._partitions)

    def asyncapi(self) -> dict[str, Any]:
        """The AsyncAPI 3.0 document of this consumer."""
        return asyncapi.document(
            f"Newsroom {self._group}",
            receives={self._stream: self._model},
            sends=self._sends,
            partitions=self._partitions,
        )

    async def _consume(self, lane: Lane, entries: list[Entry]) -> None:
        with lane.holding(entries):
            async with self._gate.shared():
                await self._worker.work(lane, entries)

    async def _recover(self, lane: Lane) -> None:
        """Handle what waited for its time, then whatever lies with workers that fell silent."""
        async with self._gate.shared():
            entries = await lane.due()
            if entries:
                with lane.holding(entries):
                    await self._worker.work(lane, entries)
        while not self._stopping.is_set() and await lane.has_suspects():
            async with self._gate.alone():
                await self._examine(lane)

    async def _examine(self, lane: Lane) -> None:
        """Handle one suspect: taken only now, so that nothing else can go down with it."""
        suspect = await lane.take_suspect()
        if suspect is None:
            return
        if suspect.fate == "dead":
            self._worker.note_dead(suspect)
        elif suspect.fate == "taken":
            metrics.RECLAIMED.labels(self._stream, self._group).inc()
            with lane.holding([suspect.entry]):
                await self._worker.work(lane, [suspect.entry])

    async def _renew(self) -> None:
        for lane in self._lanes:
            await lane.renew()

    async def _revive(self) -> None:
        if not self._stopping.is_set() and await self._reader.revive():
            for lane in self._lanes:
                await lane.ensure_group()
            _log.warning("hop.group_recreated", stream=self._stream, group=self._group)

    async def _tidy(self) -> None:
        for lane in self._lanes:
            if await lane.tidy() < 0:
                _log.warning("hop.trim_blocked", stream=lane.stream_key, reason="a group is missing")
        now = await self.backlog()
        metrics.UNREAD.labels(self._stream, self._group).set(now.unread)
        metrics.PENDING.labels(self._stream, self._group).set(now.pending)

    def _every(
        self, seconds: float, action: Callable[[], Awaitable[None]], *, until: asyncio.Event
    ) -> asyncio.Task[None]:
        """Repeat an action; no error ends it."""

        async def repeat() -> None:
            while not until.is_set():
                try:
                    await action()
                except Exception as error:  # noqa: BLE001 - told by _note_care
                    self._note_care(error)
                with suppress(TimeoutError):
                    async with asyncio.timeout(seconds):
                        await until.wait()

        return asyncio.create_task(repeat())

    def _note_care(self, error: Exception) -> None:
        if is_group_missing(error):
            return  # the reader finds out too, and _revive makes the group again
        if is_passing(error):
            _log.warning("hop.server_away", stream=self._stream, group=self._group, error=str(error))
        else:
            _log.error("hop.care_failed", stream=self._stream, group=self._group, exc_info=error)

    async def _end_recoveries(self) -> None:
        """Let the entry in work be finished: once we are stopping, a recovery takes no other."""
        if not self._recoveries:
            return
        _, late = await asyncio.wait(self._recoveries, timeout=self._settings.stop_timeout_seconds)
        await end_tasks(late)
