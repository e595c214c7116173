"""Reads the registry of facts, in all partitions.

What was ever said stays registered. Whether it still counts is told by the index: an entity is known to the
world while a summary names it that the world may see.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from importlib.resources import files
from typing import Any, cast

from redis.asyncio import Redis
from redis.commands.core import AsyncScript

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
        self._known = redis.register_script(_source("known"))
        self._whose = redis.register_script(_source("named"))
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

    async def count_together(self, groups: Collection[frozenset[str]]) -> dict[frozenset[str], int]:
        """For each group of ids, how many summaries the world sees that name any of them."""
        now_ms = index.milliseconds(self._clock())
        async with self._redis.pipeline(transaction=False) as pipe:
            for ids in groups:
                for key in self._summary_sets(ids):
                    pipe.zrangebyscore(key, "-inf", now_ms)
            answers = iter(await pipe.execute())
        return {ids: len({one for _ in self._summary_sets(ids) for one in next(answers)}) for ids in groups}

    async def _read_identities(self, ids: Sequence[str]) -> dict[str, Identity]:
        now_ms = index.milliseconds(self._clock())
        keys = [
            [key for one in ids for key in (names.facts(partition, one), _summaries(partition, one))]
            for partition in self._partitions
        ]
        stored: list[list[bytes]] = [[] for _ in ids]
        counts = [0 for _ in ids]
        for answer in await self._in_each_partition(self._known, [(of_one, [now_ms]) for of_one in keys]):
            for number, (members, count) in enumerate(zip(answer[::2], answer[1::2], strict=True)):
                stored[number] += members
                counts[number] += count
        known = zip(ids, stored, counts, strict=True)
        return {one: _identity(one, facts, count) for one, facts, count in known}

    async def _read_named(self, name_keys: Sequence[str]) -> dict[str, frozenset[str]]:
        ranges = [end for name in name_keys for end in search.exactly(name)]
        calls = [([names.words(partition)], ranges) for partition in self._partitions]
        answers = await self._in_each_partition(self._whose, calls)
        return {
            name: frozenset(Member.parse(member).entity_id for members in found for member in members)
            for name, found in zip(name_keys, zip(*answers, strict=True), strict=True)
        }

    async def _in_each_partition(
        self, script: AsyncScript, calls: Iterable[tuple[list[str], list[Any]]]
    ) -> list[list[Any]]:
        """One script a partition: a command a name would cost ten times as much."""
        async with self._redis.pipeline(transaction=False) as pipe:
            for keys, arguments in calls:
                await script(keys, arguments, client=cast("Redis", pipe))
            return await pipe.execute()

    def _summary_sets(self, ids: Iterable[str]) -> list[str]:
        return [_summaries(partition, one) for one in ids for partition in self._partitions]


def _summaries(partition: int, entity_id: str) -> str:
    """The sorted set of the index with the summaries that name this id."""
    return index.term_key(partition, Term("entity", fold(entity_id)))


def _source(name: str) -> str:
    """The script `<name>.lua` beside this module, which states its keys and arguments."""
    return files(__package__).joinpath(f"{name}.lua").read_text("utf-8")


def _identity(entity_id: str, stored: Iterable[bytes], summaries: int) -> Identity:
    """Under the id as the summaries write it."""
    facts = frozenset(Fact.read(json.loads(fact)) for fact in stored)
    return Identity(min((fact.id for fact in facts), default=entity_id), facts, summaries)
