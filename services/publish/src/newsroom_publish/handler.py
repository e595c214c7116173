"""The publish hop: a summary that arrives enters the digest, and deliveries are queued for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from newsroom import keys
from newsroom.logs import get_logger
from newsroom.streams.outcome import Expect, Outcome
from newsroom_publish import index

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from newsroom.contracts import Summary
    from newsroom.streams.outcome import Effect
    from newsroom_publish.index import Entry

log = get_logger()


class Webhooks(Protocol):
    """What the hop needs of the webhooks."""

    async def plan(
        self, previous: Summary | None, summary: Summary, *, due_at: datetime
    ) -> tuple[Effect, ...]:
        """The effects that queue the deliveries of this version; all on keys of the summary's partition.

        `previous` is the stored version that it replaces (it may be canceled), None for the first. No attempt
        may start before `due_at`: it is the end of an embargo, else now.
        """


class Hashes(Protocol):
    """What the hop needs of Redis."""

    def hgetall(self, name: str, /) -> Awaitable[dict[bytes | str, bytes | str]]:
        """All fields of a hash; none when it does not exist."""


def decide(stored: Entry | None, summary: Summary, now: datetime) -> Entry | None:
    """What the digest holds after this version; None when it is stale and changes nothing.

    An update keeps the place of the version that is seen; a version under embargo hides the summary until its
    end, since its predecessor is out of date.
    """
    if stored and summary.version <= stored.summary.version:
        return None
    seen = stored is not None and stored.listed and stored.visible_at <= now
    place = stored.visible_at if stored and seen else now
    if summary.status == "canceled":
        return index.indexed(summary, visible_at=place, modified_at=now)
    opens = max(now, summary.embargoed_until or now)
    return index.indexed(summary, visible_at=place if opens == now else opens, modified_at=opens)


def describe(stored: Entry | None, entry: Entry | None) -> str:
    """The word for the log: published, updated, canceled or stale."""
    if entry is None:
        return "stale"
    if not entry.listed:
        return "canceled"
    return "updated" if stored else "published"


class Publisher:
    """Decides for one summary after the other; writes nothing itself."""

    def __init__(
        self, redis: Hashes, webhooks: Webhooks, *, partitions: int, clock: Callable[[], datetime]
    ) -> None:
        self._redis = redis
        self._webhooks = webhooks
        self._partitions = partitions
        self._clock = clock

    async def publish(self, summary: Summary) -> Outcome:
        """The outcome of a summary; it holds only while the stored version is the one that was read."""
        partition = keys.partition_of(summary.id, self._partitions)
        key = index.summary_key(partition, summary.id)
        stored = index.read(await self._redis.hgetall(key))
        now = self._clock()
        entry = decide(stored, summary, now)
        log.info(
            "summary.decided",
            report_id=str(summary.id),
            version=summary.version,
            change=describe(stored, entry),
        )
        if entry is None:
            return Outcome()
        previous = stored.summary if stored else None
        deliveries = await self._webhooks.plan(previous, summary, due_at=entry.modified_at)
        return Outcome(
            effects=(*index.effects(partition, stored, entry, now), *deliveries),
            expects=(Expect(key, index.VERSION, str(previous.version) if previous else None),),
        )
