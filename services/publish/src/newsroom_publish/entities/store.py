"""Keeps the decisions, and a copy of them that is at most a second old."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import MappingProxyType

from redis.asyncio import Redis

from newsroom.streams import Effect, Expect, Outcome, apply
from newsroom_publish import index
from newsroom_publish.entities import names
from newsroom_publish.entities.decisions import Decisions
from newsroom_publish.entities.recent import MAX_AGE_SECONDS


class DecisionStore:
    """Several processes may decide: each decision is checked against all that came before it."""

    def __init__(
        self, redis: Redis, *, clock: Callable[[], datetime], monotonic: Callable[[], float]
    ) -> None:
        self._redis = redis
        self._clock = clock
        self._monotonic = monotonic
        self._copy = Decisions()
        self._revision: str | None = None
        self._checked_at: float | None = None
        self._decided = 0

    async def current(self, *, fresh: bool = False) -> Decisions:
        """All decisions. Asks the server at most once a second unless `fresh`, and reads on a change only."""
        now, decided = self._monotonic(), self._decided
        if fresh or self._checked_at is None or now - self._checked_at >= MAX_AGE_SECONDS:
            revision = await self._read_revision()
            if self._checked_at is None or revision != self._revision:
                # The table is as new as the revision read before it, or newer: then it is read once more.
                self._copy, self._revision = await self._read(), revision
            # A read that began before a decision of this process must not hide it.
            self._checked_at = now if decided == self._decided else None
        return self._copy

    async def decide(self, entity_id: str, change: Callable[[Decisions], Decisions]) -> bool:
        """Store what `change` decides on this id; whether it changed anything.

        `change` runs again when another decision came between; what it raises ends the attempt.
        """
        while True:
            revision, before = await self._read_revision(), await self._read()
            after = change(before)
            if after == before:
                return False
            if await apply(self._redis, self._outcome(entity_id, after, revision), partition=0):
                self._decided += 1
                self._checked_at = None
                return True

    def _outcome(self, entity_id: str, after: Decisions, revision: str | None) -> Outcome:
        now_ms = index.milliseconds(self._clock())
        return Outcome(
            effects=(
                Effect("HSET", names.merged(), (entity_id, after.into[entity_id])),
                Effect("HSET", names.state(), (names.REVISION, int(revision or 0) + 1)),
                # Readers of the digest who ask by date are told that it looks different now.
                Effect("ZADD", index.changed_key(0), ("GT", now_ms, index.CHANGED)),
            ),
            expects=(Expect(names.state(), names.REVISION, revision),),
        )

    async def _read_revision(self) -> str | None:
        revision = await self._redis.hget(names.state(), names.REVISION)
        return None if revision is None else _text(revision)

    async def _read(self) -> Decisions:
        stored = await self._redis.hgetall(names.merged())
        return Decisions(MappingProxyType({_text(child): _text(into) for child, into in stored.items()}))


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value
