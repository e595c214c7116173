"""One poll of a feed: fetch, parse, save, and remember how it went."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from redis.exceptions import RedisError

from newsroom.logs import get_logger
from newsroom_ingest.feeds import state as states
from newsroom_ingest.feeds.articles import with_article
from newsroom_ingest.feeds.entries import parse_feed, to_drafts
from newsroom_ingest.feeds.fetch import Failed, Fetched, Gone, NotModified, fetch_feed
from newsroom_ingest.feeds.parse import NotAFeedError
from newsroom_ingest.feeds.state import FeedState, Moment
from newsroom_ingest.metrics import POLLS, REPORTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newsroom_ingest.feeds.definitions import Feed
    from newsroom_ingest.feeds.fetch import Http
    from newsroom_ingest.feeds.parse import ParsedFeed
    from newsroom_ingest.feeds.registry import FeedRegistry
    from newsroom_ingest.store import ReportStore

# The request has its own, shorter deadline; this one is for what parsing and saving take.
POLL_TIMEOUT_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Polled:
    """How a poll went: its outcome, the state after it, and how many reports became what."""

    outcome: str
    state: FeedState
    counts: Counter[str] = field(default_factory=Counter)


class Poller:
    """Polls one feed at a time; the caller sees to it that nobody else polls the same one."""

    def __init__(
        self,
        http: Http,
        registry: FeedRegistry,
        store: ReportStore,
        *,
        now: Callable[[], datetime],
        chance: Callable[[], float],
    ) -> None:
        self._http = http
        self._registry = registry
        self._store = store
        self._now = now
        self._chance = chance

    async def poll(self, feed: Feed) -> FeedState:
        """The state after the poll. Raises RedisError alone: whatever a feed does is part of its state.

        The validators of an answer are kept only once all of its entries are saved, so that after a crash
        the server sends them again.
        """
        before = (await self._registry.states([feed]))[feed.id]
        began = time.monotonic()
        try:
            async with asyncio.timeout(POLL_TIMEOUT_SECONDS):
                polled = await self._poll(feed, before)
        except RedisError:
            raise
        except TimeoutError:
            polled = self._failed(feed, before, f"The poll was not done within {POLL_TIMEOUT_SECONDS} s.")
        except Exception as error:  # noqa: BLE001 - one feed that breaks our code must not stop the others
            get_logger().exception("feed.poll_broke", feed_id=feed.id)
            polled = self._failed(feed, before, f"The feed could not be read ({type(error).__name__}).")
        await self._registry.save_state(feed, polled.state)
        _record(feed, polled, time.monotonic() - began)
        return polled.state

    async def _poll(self, feed: Feed, before: FeedState) -> Polled:
        match await fetch_feed(self._http, before, self._now()):
            case NotModified():
                return Polled("not_modified", states.unmodified(before, self._moment(feed)))
            case Gone():
                return Polled("gone", states.ended(before, self._moment(feed)))
            case Failed() as failure:
                return Polled("failed", states.failed(before, failure, self._moment(feed)))
            case Fetched() as fetched:
                return await self._read(feed, before, fetched)

    async def _read(self, feed: Feed, before: FeedState, fetched: Fetched) -> Polled:
        try:
            parsed = await asyncio.to_thread(parse_feed, fetched.body, fetched.url, fetched.content_type)
        except NotAFeedError as error:
            return self._failed(feed, before, str(error))
        counts = await self._save(feed, parsed, unreliable_guids=before.unreliable_guids)
        return Polled("read", states.read(before, fetched, parsed, self._moment(feed)), counts)

    async def _save(self, feed: Feed, parsed: ParsedFeed, *, unreliable_guids: bool) -> Counter[str]:
        unreliable = unreliable_guids or parsed.has_reused_guids
        counts: Counter[str] = Counter()
        complete = partial(with_article, self._http) if feed.full_text else None
        for draft in to_drafts(feed, parsed, self._now(), unreliable_guids=unreliable):
            saved = await self._store.save(draft, revive=False, complete=complete)
            counts[saved.status] += 1
            REPORTS.labels(kind="feed", status=saved.status).inc()
            if saved.status != "unchanged":
                get_logger().info(
                    f"report.{saved.status}",
                    report_id=str(saved.id),
                    version=saved.version,
                    kind="feed",
                    source_id=feed.id,
                )
        return counts

    def _failed(self, feed: Feed, before: FeedState, reason: str) -> Polled:
        return Polled("failed", states.failed(before, Failed(reason), self._moment(feed)))

    def _moment(self, feed: Feed) -> Moment:
        return Moment(self._now(), feed.interval_seconds, self._chance())


def _record(feed: Feed, polled: Polled, seconds: float) -> None:
    """One line per poll."""
    POLLS.labels(outcome=polled.outcome).inc()
    due = polled.state.next_poll_at
    get_logger().info(
        "feed.polled",
        feed_id=feed.id,
        outcome=polled.outcome,
        accepted=polled.counts["accepted"],
        updated=polled.counts["updated"],
        unchanged=polled.counts["unchanged"],
        failures=polled.state.failures,
        error=polled.state.last_error,
        next_poll_at=due.isoformat(timespec="seconds") if due else None,
        seconds=round(seconds, 3),
    )
