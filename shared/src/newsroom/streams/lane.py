"""One group on one partition of a stream: every word that the hop exchanges with the server."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from redis.exceptions import ResponseError

from newsroom.keys import key
from newsroom.streams import scripts
from newsroom.streams.dead_letters import dead_key
from newsroom.streams.entries import Entry
from newsroom.streams.outcome import Argument, Outcome, encode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from redis.asyncio import Redis
    from redis.commands.core import AsyncScript

    from newsroom.settings import HopSettings

MAX_REASON_CHARACTERS = 500
# A consumer that was idle for so many leases and holds nothing is a process that ended.
GONE_AFTER_LEASES = 10


class CommitResult(IntEnum):
    """What became of one entry at a commit (lua/commit.lua)."""

    COMMITTED = 1
    LOST = 2  # another worker settled it
    CONFLICT = 3  # an expectation does not hold any more: handle it again
    BROKEN = 4  # an effect failed on the server; the entry is a dead letter
    REPEATED = 5  # it was settled before its group was lost


Fate: TypeAlias = Literal["lost", "dead", "waiting"]


@dataclass(frozen=True, slots=True)
class Suspect:
    """An entry whose worker fell silent `crashes` times: taken by us, or given up."""

    entry: Entry
    crashes: int
    fate: Literal["taken", "dead", "gone"]


class Lane:
    """The entries of a group on one partition, as the consumer `consumer` sees them.

    Methods raise redis-py's errors; one that finds the group missing raises ResponseError NOGROUP.
    """

    def __init__(
        self, redis: Redis, settings: HopSettings, *, stream: str, group: str, partition: int, consumer: str
    ) -> None:
        self.partition = partition
        self.stream_key = key(partition, stream)
        self._held: dict[str, float] = {}
        self._redis = redis
        self._group = group
        self._consumer = consumer
        self._settings = settings
        self._lease_ms = int(settings.lease_seconds * 1000)
        self._groups_key = key(partition, stream, "groups")
        own = (key(partition, stream, group, part) for part in ("done", "counts", "waiting"))
        self._keys = [self.stream_key, *own, dead_key(partition)]
        self._scripts: dict[str, AsyncScript] = {}

    async def ensure_group(self) -> None:
        """Make the group, at the start of the stream, and make known that it must exist."""
        await self._redis.sadd(self._groups_key, self._group)
        try:
            await self._redis.xgroup_create(self.stream_key, self._group, id="0", mkstream=True)
        except ResponseError as error:
            if not str(error).startswith("BUSYGROUP"):
                raise

    async def commit(self, outcomes: Sequence[tuple[str, Outcome]]) -> list[CommitResult]:
        """Acknowledge each entry together with its effects, or leave it as it is."""
        keys, words = encode(outcomes, partition=self.partition, keys=self._keys)
        results = await self._script("commit")(keys, [self._group, len(outcomes), *words])
        return [CommitResult(number) for number in results]

    async def fail(self, entry_id: str, reason: str, *, limit: int) -> tuple[Fate, int]:
        """Count a failure; at `limit` of them the entry is dead. Returns its fate and the count."""
        delay_ms = int(self._settings.retry_delay_seconds * 1000)
        fate, failures = await self._run(
            "fail", self._consumer, entry_id, limit, delay_ms, reason[:MAX_REASON_CHARACTERS]
        )
        return fate.decode(), failures

    async def due(self) -> list[Entry]:
        """Take entries whose waiting time is over: failed ones, and those that a stopping worker released."""
        entries = await self._run("retry", self._consumer, self._settings.max_batch)
        return [_entry(entry_id, fields) for entry_id, fields in entries]

    async def has_suspects(self) -> bool:
        """Whether entries lie with a worker that fell silent."""
        return await self._reclaim(take=False) is not None

    async def take_suspect(self) -> Suspect | None:
        """Take one entry from a worker that fell silent, or give it up when that happened too often."""
        found = await self._reclaim(take=True)
        if found is None:
            return None
        entry_id, fate, crashes, fields = found
        return Suspect(_entry(entry_id, fields), crashes, fate.decode())

    @contextmanager
    def holding(self, entries: Sequence[Entry]) -> Iterator[None]:
        """Inside, renew() keeps the leases of these entries."""
        now = time.monotonic()
        self._held |= {entry.id: now for entry in entries}
        try:
            yield
        finally:
            for entry in entries:
                self._held.pop(entry.id, None)

    async def renew(self) -> None:
        """Keep the leases of what is being worked on, and give a sign of life."""
        await self._run("renew", self._consumer, *self._held)

    @property
    def longest_held_seconds(self) -> float:
        """How long the oldest entry in work has been with us."""
        return time.monotonic() - min(self._held.values()) if self._held else 0

    async def has_abandoned(self, idle_seconds: float) -> bool:
        """Whether an entry was taken by some worker and then left alone for so long."""
        return bool(
            await self._redis.xpending_range(
                self.stream_key, self._group, "-", "+", 1, idle=int(idle_seconds * 1000)
            )
        )

    async def release(self) -> int:
        """Hand back everything that this consumer holds; returns how many entries."""
        return int(await self._run("release", self._consumer))

    async def tidy(self) -> int:
        """Trim what all groups settled; -1 where a group is missing, so that nothing may be trimmed."""
        script = self._script("tidy")
        gone_ms = self._lease_ms * GONE_AFTER_LEASES
        return int(await script([*self._keys, self._groups_key], [self._group, gone_ms]))

    async def _reclaim(self, *, take: bool) -> Any:
        return await self._run(
            "reclaim", self._consumer, self._lease_ms, self._settings.max_crashes, int(take)
        )

    async def _run(self, name: str, *words: Argument) -> Any:
        return await self._script(name)(self._keys, [self._group, *words])

    def _script(self, name: str) -> AsyncScript:
        if name not in self._scripts:
            self._scripts[name] = self._redis.register_script(scripts.source(name))
        return self._scripts[name]


def _entry(entry_id: bytes, fields: Sequence[bytes]) -> Entry:
    return Entry(entry_id.decode(), dict(zip(fields[::2], fields[1::2], strict=True)))
