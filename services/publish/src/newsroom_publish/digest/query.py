"""Reads the digest: newest first, by filter, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol
from uuid import UUID

from newsroom import keys
from newsroom_publish import index
from newsroom_publish.filters import FACETS, Term, fold, has_terms, has_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from redis.asyncio import Redis

    from newsroom.contracts import Summary
    from newsroom.settings import Filter
    from newsroom_publish.index import Entry

MAX_SCANNED = 1_000
"""Summaries looked at for one page; a page that ends here is short and has a next one."""

_CHUNK = 100
# Sorts after every id, so that a page from a moment on includes all of that millisecond.
_LAST_ID = "~"


class Cursor(NamedTuple):
    """A place in the digest. Pages are below it, whatever is added above or removed at it meanwhile."""

    visible_ms: int
    summary_id: str

    def __str__(self) -> str:
        return f"{self.visible_ms}.{self.summary_id}"

    @classmethod
    def parse(cls, text: str) -> Cursor:
        """The inverse of str; ValueError when it is none."""
        visible_ms, _, summary_id = text.partition(".")
        if not (visible_ms.isascii() and visible_ms.isdecimal() and len(visible_ms) <= 16):
            raise ValueError(f"no cursor: {text!r}")
        return cls(int(visible_ms), str(UUID(summary_id)))


@dataclass(frozen=True, slots=True)
class Page:
    """Entries, newest first; `next` is None at the end of the digest.

    A page may have fewer entries than asked for, even none, and yet a next one.
    """

    entries: tuple[Entry, ...]
    next: Cursor | None = None


class Identities(Protocol):
    """What the digest needs to know of who is who."""

    async def expand(self, wanted: Filter) -> Filter:
        """The filter with all ids of the entities that it names."""

    async def canonical(self, summaries: Sequence[Summary]) -> Sequence[Summary]:
        """These summaries with each entity under its canonical id."""


class Digest:
    """The stored digest. Nothing under embargo leaves it before its time, and nothing canceled at all.

    Summaries leave it with canonical ids; stored is what enrich said.
    """

    def __init__(
        self, redis: Redis, identities: Identities, *, partitions: int, clock: Callable[[], datetime]
    ) -> None:
        """The client must answer in bytes."""
        self._redis = redis
        self._identities = identities
        self._partitions = range(partitions)
        self._clock = clock

    async def find(self, summary_id: UUID) -> Entry | None:
        """The stored entry, also a canceled one; None when there is none that the world may know of."""
        partition = keys.partition_of(summary_id, len(self._partitions))
        entry = index.read(await self._redis.hgetall(index.summary_key(partition, summary_id)))
        if entry and entry.public(self._clock()):
            return (await self._canonical((entry,)))[0]
        return entry if entry and not entry.listed else None

    async def changed_at(self) -> datetime | None:
        """When the digest last changed for its readers: by a decision, or by the end of an embargo.

        A decision is committed a moment after the time that it bears.
        """
        now_ms = index.milliseconds(self._clock())
        async with self._redis.pipeline(transaction=False) as pipe:
            for partition in self._partitions:
                pipe.zscore(index.changed_key(partition), index.CHANGED)
                pipe.zrevrangebyscore(index.all_key(partition), now_ms, 0, 0, 1, withscores=True)
            answers = await pipe.execute()
        committed = [int(score) for score in answers[::2] if score is not None]
        opened = [int(score) for rows in answers[1::2] for _, score in rows]
        return index.moment(max(committed + opened)) if committed or opened else None

    async def page(self, wanted: Filter, limit: int, before: Cursor | None = None) -> Page:
        """The newest `limit` entries that match, below the cursor."""
        now = self._clock()
        wanted = await self._identities.expand(wanted)
        top = Cursor(index.milliseconds(now), _LAST_ID)
        at = min(before, top) if before else top
        sets = await self._narrowest(wanted)
        found: list[tuple[Cursor, Entry]] = []
        # One more than asked for tells whether there is a next page; most filters need only this first read.
        chunk, left = limit + 1, MAX_SCANNED
        while left > 0:
            places = await self._below(sets, at, min(chunk, left))
            passing = await self._passing(wanted, places)
            entries = zip(passing, await self._load(passing), strict=True)
            found += [(place, entry) for place, entry in entries if entry and entry.public(now)]
            if len(found) > limit:
                return await self._page(found[:limit], found[limit - 1][0])
            if len(places) < min(chunk, left):
                return await self._page(found, None)
            at, left, chunk = places[-1], left - chunk, max(chunk, _CHUNK)
        return await self._page(found, at)

    async def _narrowest(self, wanted: Filter) -> list[str]:
        """The sorted sets to walk: those of the field that admits the fewest, else everything."""
        choices = [
            [
                index.term_key(partition, Term(facet, fold(value)))
                for value in values
                for partition in self._partitions
            ]
            for facet in FACETS
            if (values := getattr(wanted, facet))
        ]
        if not choices:
            return [index.all_key(partition) for partition in self._partitions]
        async with self._redis.pipeline(transaction=False) as pipe:
            for key in (key for choice in choices for key in choice):
                pipe.zcard(key)
            sizes = iter(await pipe.execute())
        return min((sum(next(sizes) for _ in choice), choice) for choice in choices)[1]

    async def _below(self, sets: Sequence[str], at: Cursor, count: int) -> list[Cursor]:
        """The first `count` places below the cursor in the union of the sets; fewer only at its end.

        Each set gives as many, and as many more as share the cursor's millisecond, so that `count` of each
        remain below it and the merge is complete.
        """
        async with self._redis.pipeline(transaction=False) as pipe:
            for key in sets:
                pipe.zcount(key, at.visible_ms, at.visible_ms)
            ties = await pipe.execute()
            for key, tied in zip(sets, ties, strict=True):
                pipe.zrevrangebyscore(key, at.visible_ms, 0, 0, count + tied, withscores=True)
            answers = await pipe.execute()
        places = {Cursor(int(score), member.decode()) for rows in answers for member, score in rows}
        return sorted((place for place in places if place < at), reverse=True)[:count]

    async def _passing(self, wanted: Filter, places: Sequence[Cursor]) -> Sequence[Cursor]:
        """The places whose summaries match, told by what is stored for the purpose: parsing is far dearer."""
        if not wanted.q and sum(bool(getattr(wanted, facet)) for facet in FACETS) <= 1:
            return places  # the sets that were walked are the answer
        async with self._redis.pipeline(transaction=False) as pipe:
            for place in places:
                pipe.hmget(self._key(place), index.SEARCHED)
            searched = [index.read_searched(values) for values in await pipe.execute()]
        return [
            place
            for place, known in zip(places, searched, strict=True)
            if known and has_words(wanted, known[1]) and has_terms(wanted, known[0])
        ]

    async def _load(self, places: Sequence[Cursor]) -> list[Entry | None]:
        async with self._redis.pipeline(transaction=False) as pipe:
            for place in places:
                pipe.hgetall(self._key(place))
            return [index.read(fields) for fields in await pipe.execute()]

    def _key(self, place: Cursor) -> str:
        partition = keys.partition_of(place.summary_id, len(self._partitions))
        return index.summary_key(partition, place.summary_id)

    async def _page(self, found: Sequence[tuple[Cursor, Entry]], cursor: Cursor | None) -> Page:
        return Page(await self._canonical([entry for _, entry in found]), cursor)

    async def _canonical(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        summaries = await self._identities.canonical([entry.summary for entry in entries])
        return tuple(
            replace(entry, summary=summary) for entry, summary in zip(entries, summaries, strict=True)
        )
