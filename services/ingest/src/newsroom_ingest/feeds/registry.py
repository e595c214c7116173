"""Feeds in Redis: those that were added, the state of all, when each is due, and who is polling it.

All keys are in partition 0, so that a state is written only while its feed is still there.
"""

from __future__ import annotations

import asyncio
import secrets
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from redis.exceptions import RedisError

from newsroom.keys import key
from newsroom.logs import get_logger
from newsroom.settings import FeedSettings
from newsroom.streams import Effect, Expect, Outcome, apply
from newsroom_ingest.feeds.definitions import Feed, FeedError, to_feed
from newsroom_ingest.feeds.state import FeedState

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Mapping
    from datetime import datetime

    from redis.asyncio import Redis

    from newsroom.settings import IngestSettings

# How long the feeds of a process that was killed stay unpolled; a living one renews in good time.
LEASE_SECONDS = 10
RENEW_SECONDS = 3
NEVER = float("inf")

_STATE: TypeAdapter[FeedState] = TypeAdapter(FeedState)
_FEEDS, _STATES, _DUE = key(0, "feeds"), key(0, "feed-states"), key(0, "feeds-due")
_RELEASE = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"
_RENEW = (
    "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('EXPIRE', KEYS[1], ARGV[2]) end return 0"
)


class FeedRegistry:
    """The feeds of newsroom.toml (`configured`) and those that were added through the API."""

    def __init__(self, redis: Redis, configured: Mapping[str, Feed], limits: IngestSettings) -> None:
        self._redis = redis
        self._configured = configured
        self._limits = limits
        self._not_understood: set[bytes | str] = set()
        self._release = redis.register_script(_RELEASE)
        self._renew = redis.register_script(_RENEW)

    async def feeds(self) -> dict[str, Feed]:
        """All feeds by id; one of newsroom.toml hides an added one of the same id."""
        stored = await self._redis.hgetall(_FEEDS)
        added = filter(None, map(self._stored, stored.values()))
        return {**{feed.id: feed for feed in added}, **self._configured}

    async def get(self, feed_id: str) -> Feed | None:
        return (await self.feeds()).get(feed_id)

    async def add(self, described: FeedSettings) -> Feed:
        """Keep a feed; it is due at once. Raises FeedError where it is there already."""
        feed = to_feed(described, self._limits, "api")
        for other in (await self.feeds()).values():
            if other.url == feed.url:
                raise FeedError(f"{feed.url} is polled already, as {other.id}.")
            if other.id == feed.id:
                raise FeedError(f"The id {feed.id} belongs to {other.url}; give this feed another id.")
        kept = described.model_copy(update={"id": feed.id})
        await self._redis.hsetnx(_FEEDS, feed.id, kept.model_dump_json(exclude_none=True))
        return feed

    async def remove(self, feed: Feed) -> None:
        """Forget an added feed and its state; its reports stay. Raises FeedError for one of newsroom.toml."""
        if feed.origin == "config":
            raise FeedError(f"The feed {feed.id} stands in newsroom.toml; take it out there and start again.")
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.hdel(_FEEDS, feed.id)
            pipe.hdel(_STATES, feed.id)
            pipe.zrem(_DUE, _due_name(feed))
            await pipe.execute()

    async def states(self, feeds: Iterable[Feed]) -> dict[str, FeedState]:
        """The state of each feed by id; a new one where nothing is known of it at this address."""
        wanted = list(feeds)
        found = await self._redis.hmget(_STATES, [feed.id for feed in wanted]) if wanted else []
        return {feed.id: _state(feed, value) for feed, value in zip(wanted, found, strict=True)}

    async def due(self, feeds: Mapping[str, Feed], now: datetime) -> list[Feed]:
        """The feeds to poll, the longest due first; one that was never polled is due."""
        if not feeds:
            return []
        scores = await self._redis.zmscore(_DUE, [_due_name(feed) for feed in feeds.values()])
        ranked = sorted(
            ((score or 0.0, feed.id) for feed, score in zip(feeds.values(), scores, strict=True)),
        )
        return [feeds[feed_id] for score, feed_id in ranked if score <= now.timestamp()]

    async def is_due(self, feed: Feed, now: datetime) -> bool:
        return bool(await self.due({feed.id: feed}, now))

    async def save_state(self, feed: Feed, state: FeedState) -> None:
        """Keep the state and when the feed is due next, unless the feed was removed in the meantime."""
        due = state.next_poll_at.timestamp() if state.next_poll_at else NEVER
        effects = (
            Effect("HSET", _STATES, (feed.id, _STATE.dump_json(state))),
            Effect("ZADD", _DUE, (due, _due_name(feed))),
        )
        stored = await self._redis.hget(_FEEDS, feed.id) if feed.origin == "api" else None
        if feed.origin == "api" and stored is None:
            return
        expects = (Expect(_FEEDS, feed.id, _text(stored)),) if stored is not None else ()
        await apply(self._redis, Outcome(effects, expects), partition=0)

    @asynccontextmanager
    async def lease(self, feed: Feed) -> AsyncIterator[bool]:
        """Whether this process alone may poll the feed while the block runs."""
        name, token = key(0, "feed-lease", feed.id), secrets.token_hex(8)
        if not await self._redis.set(name, token, nx=True, ex=LEASE_SECONDS):
            yield False
            return
        renewing = asyncio.create_task(self._keep_renewing(name, token))
        try:
            yield True
        finally:
            renewing.cancel()
            await self._release(keys=[name], args=[token])

    async def _keep_renewing(self, name: str, token: str) -> None:
        """A lease that is lost is no harm: a second poll at a time finds nothing new."""
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            with suppress(RedisError):
                await self._renew(keys=[name], args=[token, LEASE_SECONDS])

    def _stored(self, value: bytes | str) -> Feed | None:
        """None, and one line in the log, for one that is not understood (written by a newer version)."""
        try:
            return to_feed(FeedSettings.model_validate_json(value), self._limits, "api")
        except ValueError as error:
            if value not in self._not_understood:
                self._not_understood.add(value)
                get_logger().warning("feed.not_understood", error=str(error))
            return None


def _state(feed: Feed, value: bytes | str | None) -> FeedState:
    state = _STATE.validate_json(value) if value else None
    return state if state and state.url == feed.url else FeedState(url=feed.url)


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _due_name(feed: Feed) -> str:
    """With the address, so that a feed under a new one is due whatever became of the old one."""
    return f"{feed.id} {feed.url}"
