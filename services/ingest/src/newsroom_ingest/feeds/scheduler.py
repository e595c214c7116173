"""Starts the polls that are due, in whichever ingest process comes first."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from redis.exceptions import RedisError

from newsroom.logs import get_logger

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from types import TracebackType

    from newsroom_ingest.feeds.definitions import Feed
    from newsroom_ingest.feeds.poller import Poller
    from newsroom_ingest.feeds.registry import FeedRegistry
    from newsroom_ingest.feeds.state import FeedState
    from newsroom_ingest.reports.guards import Backpressure

TICK_SECONDS = 1.0


class Scheduler:
    """`async with scheduler:` polls in the background; leaving the block breaks running polls off.

    At most `max_concurrent` polls run at once, and one at a time for each host. A poll that is broken off
    changes nothing but saved reports: the feed stays due.
    """

    def __init__(
        self,
        registry: FeedRegistry,
        poller: Poller,
        backpressure: Backpressure,
        *,
        max_concurrent: int,
        now: Callable[[], datetime],
    ) -> None:
        self._registry = registry
        self._poller = poller
        self._backpressure = backpressure
        self._max_concurrent = max_concurrent
        self._now = now
        self._wake = asyncio.Event()
        self._running: dict[asyncio.Task[None], Feed] = {}
        self._loop: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._loop = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        tasks = [*self._running, *([self._loop] if self._loop else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def health(self) -> str | None:
        """A readiness check."""
        if self._loop is None or self._loop.done():
            return "Feeds are not polled: the scheduler has ended. Restart ingest."
        return None

    def wake(self) -> None:
        """Look for due feeds now instead of at the next tick."""
        self._wake.set()

    async def poll_now(self, feed: Feed) -> FeedState | None:
        """Poll whether it is due or not; None where the feed is being polled already."""
        async with self._registry.lease(feed) as mine:
            return await self._poller.poll(feed) if mine else None

    async def _run(self) -> None:
        paused: str | None = None
        while True:
            reason = await self._round()
            if reason and reason != paused:
                get_logger().warning("feeds.paused", reason=reason)
            elif paused and not reason:
                get_logger().info("feeds.resumed")
            paused = reason
            with suppress(TimeoutError):
                async with asyncio.timeout(TICK_SECONDS):
                    await self._wake.wait()
            self._wake.clear()

    async def _round(self) -> str | None:
        """One look for due feeds; the reason where nothing may be started."""
        try:
            return await self._start_due()
        except RedisError as error:
            return f"Redis: {error}"
        except Exception as error:  # noqa: BLE001 - polling goes on, whatever happens in one round
            get_logger().exception("feeds.scheduling_broke")
            return type(error).__name__

    async def _start_due(self) -> str | None:
        """Start what is due and has room; the reason where nothing may be started."""
        if await self._backpressure.is_full():
            return "too many reports wait to be enriched"
        feeds = await self._registry.feeds()
        for feed in await self._registry.due(feeds, self._now()):
            if len(self._running) >= self._max_concurrent:
                break
            if feed.host not in {running.host for running in self._running.values()}:
                task = asyncio.create_task(self._poll_if_due(feed))
                self._running[task] = feed
                task.add_done_callback(self._running.pop)
        return None

    async def _poll_if_due(self, feed: Feed) -> None:
        try:
            async with self._registry.lease(feed) as mine:
                # Another process may have polled it between our look and our lease.
                if not mine or not await self._registry.is_due(feed, self._now()):
                    return
                await self._poller.poll(feed)
        except RedisError as error:
            get_logger().warning("feed.poll_broken_off", feed_id=feed.id, error=str(error))
        else:
            self.wake()
