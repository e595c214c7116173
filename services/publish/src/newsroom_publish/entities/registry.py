"""Reads the registry of facts, in all partitions.

What was ever said stays registered. Whether it still counts is told by the index: an entity is known to the
world while a summary names it that the world may see.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime

from redis.asyncio import Redis

from newsroom_publish import index
from newsroom_publish.entities import names, search
from newsroom_publish.entities.facts import Fact, Identity
from newsroom_publish.entities.recent import Recent
from newsroom_publish.entities.search import Member
from newsroom_publish.filters import Term, fold


class Registry:
    """What is known of ids and of names. The client must answer in bytes."""

    def __init__(
        self,
        redis: Redis,
        *,
        partitions: int,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
    ) -> None:
        self._redis = redis
        self._partitions = range(partitions)
        self._clock = clock
        self._identities = Recent(self._read_identities, monotonic)
        self._named = Recent(self._read_named, monotonic)

    async def identities(self, ids: Collection[str], *, fresh: bool = False) -> dict[str, Identity]:
        """What is known of each id; case does not matter in the asking."""
        return await self._identities.get(ids, fresh=fresh)

    async def named(self, name_keys: Collection[str], *, fresh: bool = False) -> dict[str, frozenset[str]]:
        """The ids that ever had each of these names."""
        return await self._named.get(name_keys, fresh=fresh)

    async def members(self, query: str, after: str | None, count: int) -> list[Member]:
        """The first `count` members that begin with the query, behind a place; fewer only at the end."""
        first, last = search.beginning(query, after)
        async with self._redis.pipeline(transaction=False) as pipe:
            for partition in self._partitions:
                pipe.zrangebylex(names.words(partition), first, last, 0, count)
            answers = await pipe.execute()
        stored = {member for members in answers for member in members}
        return [Member.parse(member) for member in sorted(stored)[:count]]

    async def count_together(self, groups: Sequence[Collection[str]]) -> list[int]:
        """For each group of ids, how many summaries the world sees that name any of them."""
        now_ms = index.milliseconds(self._clock())
        async with self._redis.pipeline(transaction=False) as pipe:
            for ids in groups:
                for key in self._summary_sets(ids):
                    pipe.zrangebyscore(key, "-inf", now_ms)
            answers = iter(await pipe.execute())
        return [len({one for _ in self._summary_sets(ids) for one in next(answers)}) for ids in groups]

    async def _read_identities(self, ids: Sequence[str]) -> dict[str, Identity]:
        now_ms = index.milliseconds(self._clock())
        async with self._redis.pipeline(transaction=False) as pipe:
            for entity_id in ids:
                for partition in self._partitions:
                    pipe.smembers(names.facts(partition, entity_id))
                for key in self._summary_sets((entity_id,)):
                    pipe.zcount(key, "-inf", now_ms)
            answers = iter(await pipe.execute())
        found = {}
        for entity_id in ids:
            stored = [fact for _ in self._partitions for fact in next(answers)]
            summaries = sum(next(answers) for _ in self._partitions)
            found[entity_id] = _identity(entity_id, stored, summaries)
        return found

    async def _read_named(self, name_keys: Sequence[str]) -> dict[str, frozenset[str]]:
        async with self._redis.pipeline(transaction=False) as pipe:
            for name in name_keys:
                for partition in self._partitions:
                    pipe.zrangebylex(names.words(partition), *search.exactly(name))
            answers = iter(await pipe.execute())
        return {
            name: frozenset(
                Member.parse(member).entity_id for _ in self._partitions for member in next(answers)
            )
            for name in name_keys
        }

    def _summary_sets(self, ids: Iterable[str]) -> list[str]:
        """The sorted sets of the index with the summaries that name these ids."""
        return [
            index.term_key(partition, Term("entity", fold(entity_id)))
            for entity_id in ids
            for partition in self._partitions
        ]


def _identity(entity_id: str, stored: Iterable[bytes], summaries: int) -> Identity:
    """Under the id as the summaries write it."""
    facts = frozenset(map(Fact.model_validate_json, stored))
    return Identity(min((fact.id for fact in facts), default=entity_id), facts, summaries)
