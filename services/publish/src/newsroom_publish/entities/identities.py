"""Applies who is who to what is read: to filters, to summaries, to the terms that endpoints filter by."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from redis.asyncio import Redis

from newsroom.contracts import Summary
from newsroom.settings import Filter
from newsroom_publish.entities.facts import Fact, Identity, facts_of, linking_name, name_key
from newsroom_publish.entities.groups import Groups
from newsroom_publish.entities.registry import Registry
from newsroom_publish.entities.rewriting import with_canonical_ids
from newsroom_publish.entities.store import DecisionStore
from newsroom_publish.filters import Term, fold

FIELDS = ("entity", "body")
"""The fields of a filter that name entities."""


def create_identities(redis: Redis, *, partitions: int, clock: Callable[[], datetime]) -> Identities:
    """Who is who in the store behind the client, which must answer in bytes."""
    return Identities(
        Registry(redis, partitions=partitions, clock=clock, monotonic=time.monotonic),
        DecisionStore(redis, clock=clock, monotonic=time.monotonic),
    )


class Identities:
    """One for a process. Where nothing else is said, an answer is at most a second behind the store."""

    def __init__(self, registry: Registry, decisions: DecisionStore) -> None:
        self.registry = registry
        self.decisions = decisions

    async def canonical(self, summaries: Sequence[Summary]) -> list[Summary]:
        """These summaries, which the world may see, with every entity under its canonical id."""
        groups = await self.groups(facts=(fact for summary in summaries for fact in facts_of(summary)))
        return [with_canonical_ids(summary, groups.canonical) for summary in summaries]

    async def canonical_json(self, summary_json: bytes) -> bytes:
        """The same for a summary as JSON; the very same bytes where that changes nothing."""
        # Far cheaper than the whole contract, and mostly enough.
        facts = [Fact.read(entity) for entity in json.loads(summary_json).get("entities", ())]
        groups = await self.groups(facts=facts)
        if all(groups.canonical(fact.id) == fact.id for fact in facts):
            return summary_json
        summary = Summary.model_validate_json(summary_json)
        return with_canonical_ids(summary, groups.canonical).model_dump_json().encode()

    async def expand(self, wanted: Filter) -> Filter:
        """The filter with all ids of each group that it names by any id or name of it."""
        asked = {value for field in FIELDS for value in getattr(wanted, field)}
        if not asked:
            return wanted
        named = await self.registry.named({name_key(value) for value in asked})
        groups = await self.groups(asked.union(*named.values()))
        added = _answers(groups)
        return wanted.model_copy(
            update={
                field: tuple(dict.fromkeys(one for value in values for one in (value, *added(value))))
                for field in FIELDS
                if (values := getattr(wanted, field))
            }
        )

    async def aliases(self, summary: Summary) -> frozenset[Term]:
        """The terms that the summary is found by because its entities are also known as others.

        The counterpart of `expand`, for a summary that is about to be published.
        """
        facts = facts_of(summary)
        groups = await self.groups({fact.id for fact in facts}, facts, fresh=True)
        bodies = {fold(resolution.body) for resolution in summary.resolutions if resolution.body}
        return frozenset(
            Term(field, fold(alias))
            for fact in facts
            for alias in _known_as(groups, fact.id)
            for field in (FIELDS if fold(fact.name) in bodies else ("entity",))
        )

    async def groups(
        self, ids: Iterable[str] = (), facts: Iterable[Fact] = (), *, fresh: bool = False
    ) -> Groups:
        """The groups of these ids, and of the ids of these facts, which then need not be registered.

        Loads whatever decisions and names join with them, until nothing more does. An id that is given by a
        fact alone and shares its name with no other is taken as it is.
        """
        decisions = await self.decisions.current(fresh=fresh)
        in_hand = frozenset(facts)
        found = _in_hand(in_hand)
        wanted, loaded = decisions.joined({fact.id for fact in in_hand}).union(ids), set[str]()
        namesakes, registered = dict[str, set[str]](), dict[str, frozenset[str]]()
        news = list(found.values())
        while True:
            names = _file(news, namesakes)
            registered |= await self.registry.named(names - registered.keys(), fresh=fresh)
            for name in names:
                if len(registered[name] | namesakes[name]) > 1:
                    wanted |= registered[name]
            wanted |= decisions.joined(wanted | found.keys())
            missing = wanted - loaded
            if not missing:
                return Groups(decisions, found)
            news = []
            for asked, identity in (await self.registry.identities(missing, fresh=fresh)).items():
                known = found.get(identity.id)
                found[identity.id] = (
                    known.with_facts(identity.facts, identity.summaries) if known else identity
                )
                loaded |= {asked, identity.id}
                news.append(found[identity.id])


def _in_hand(facts: Iterable[Fact]) -> dict[str, Identity]:
    """Those that names can link; any other stands for itself, unless a decision joins it with one."""
    by_id: dict[str, set[Fact]] = {}
    for fact in facts:
        if linking_name(fact):
            by_id.setdefault(fact.id, set()).add(fact)
    return {entity_id: Identity(entity_id, frozenset(known), 1) for entity_id, known in by_id.items()}


def _file(identities: Iterable[Identity], namesakes: dict[str, set[str]]) -> set[str]:
    """Add these identities to the namesakes; answers their names."""
    names = set()
    for identity in identities:
        for name in identity.linking_names:
            namesakes.setdefault(name, set()).add(identity.id)
            names.add(name)
    return names


def _known_as(groups: Groups, entity_id: str) -> tuple[str, ...]:
    """Every id and name of the entity's group; nothing where it is alone."""
    members = groups.members(entity_id)
    if len(members) == 1:
        return ()
    names = (name for one in members if one in groups.identities for name in groups.identities[one].names)
    return (*sorted(members), *names)


def _answers(groups: Groups) -> Callable[[str], tuple[str, ...]]:
    """The ids that a value of a filter asks for beside itself."""
    by_term: dict[str, set[str]] = {}
    for entity_id in groups.identities:
        for alias in _known_as(groups, entity_id):
            by_term.setdefault(fold(alias), set()).update(groups.members(entity_id))
    return lambda value: tuple(sorted(by_term.get(fold(value), ())))
