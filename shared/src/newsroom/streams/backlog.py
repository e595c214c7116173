"""How much work lies before a group: for backpressure and status."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from redis.exceptions import ResponseError

from newsroom.keys import key

if TYPE_CHECKING:
    from redis.asyncio import Redis


@dataclass(frozen=True, slots=True)
class Backlog:
    """Entries no worker has taken yet, entries taken and not settled, and workers seen lately."""

    unread: int = 0
    pending: int = 0
    workers: int = 0

    def __add__(self, other: Backlog) -> Backlog:
        return Backlog(
            self.unread + other.unread, self.pending + other.pending, max(self.workers, other.workers)
        )

    @property
    def total(self) -> int:
        return self.unread + self.pending


async def backlog(
    redis: Redis, stream: str, group: str, *, partitions: int, seen_within_seconds: float = 30
) -> Backlog:
    """The backlog of a group over all partitions. A group that never started has read nothing."""
    parts = await asyncio.gather(
        *(_of_partition(redis, key(n, stream), group, seen_within_seconds) for n in range(partitions))
    )
    return sum(parts, Backlog())


async def _of_partition(redis: Redis, stream_key: str, group: str, seen_within_seconds: float) -> Backlog:
    length = int(await redis.xlen(stream_key))
    try:
        groups: list[dict[str, Any]] = await redis.xinfo_groups(stream_key)
        found = next((info for info in groups if info["name"] == group.encode()), None)
        if found is None:
            return Backlog(unread=length)
        consumers: list[dict[str, Any]] = await redis.xinfo_consumers(stream_key, group)
    except ResponseError:  # no such stream, or the group went away in between
        return Backlog(unread=length)
    lag = found["lag"]
    workers = sum(info["idle"] < seen_within_seconds * 1000 for info in consumers)
    # The server cannot tell the lag after an entry was deleted unread: then the length is the upper bound.
    return Backlog(length if lag is None else int(lag), int(found["pending"]), workers)
