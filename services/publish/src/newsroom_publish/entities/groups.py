"""Who is who: from facts and decisions to one canonical id for each entity. Pure.

A decision of an operator comes first. Without one, a local id of a person leads

1. with a country, to the one Wikidata id of the same name and country;
2. without a country, to the one person of the same name that is known.

Where there are two (homonyms of two countries), nobody is chosen, and each stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from newsroom_publish.entities.decisions import Decisions
from newsroom_publish.entities.facts import Identity


class Groups:
    """The groups among some identities, which must be complete: see `Identities.groups`."""

    def __init__(self, decisions: Decisions, identities: Mapping[str, Identity]) -> None:
        self.decisions = decisions
        self.identities = identities
        self._canonical: dict[str, str] = {}

    def canonical(self, entity_id: str) -> str:
        """The id that stands for the whole group of this one."""
        if entity_id not in self._canonical:
            self._canonical[entity_id] = self._follow(entity_id, self.link)
        return self._canonical[entity_id]

    def members(self, entity_id: str) -> frozenset[str]:
        """Every id of the group, itself included."""
        return self._members.get(self.canonical(entity_id), frozenset({entity_id}))

    def link(self, entity_id: str) -> str | None:
        """The id that this one leads to by name and country, if it is undecided and there is just one."""
        return self._by_country(entity_id) or self._by_name(entity_id)

    @cached_property
    def _members(self) -> Mapping[str, frozenset[str]]:
        members: defaultdict[str, set[str]] = defaultdict(set)
        for entity_id in self.identities:
            members[self.canonical(entity_id)] |= {entity_id, self.canonical(entity_id)}
        return {canonical: frozenset(ids) for canonical, ids in members.items()}

    @cached_property
    def _named(self) -> Mapping[str, frozenset[str]]:
        """The ids that the world may know of, by the names that can link."""
        named: defaultdict[str, set[str]] = defaultdict(set)
        for identity in self.identities.values():
            for name in identity.linking_names if identity.summaries else ():
                named[name].add(identity.id)
        return {name: frozenset(ids) for name, ids in named.items()}

    def _by_country(self, entity_id: str) -> str | None:
        own = self._linkable(entity_id)
        if own is None or not own.countries:
            return None
        ends = {
            self.decisions.root(other.id)
            for other in self._namesakes(own)
            if not other.local and own.countries & other.countries
        }
        return _other_than(entity_id, ends)

    def _by_name(self, entity_id: str) -> str | None:
        own = self._linkable(entity_id)
        if own is None or own.countries:
            return None
        ends = {
            self._follow(other.id, self._by_country)
            for other in self._namesakes(own)
            if other.countries or not other.local
        }
        return _other_than(entity_id, ends)

    def _linkable(self, entity_id: str) -> Identity | None:
        own = self.identities.get(entity_id)
        if own is None or not own.linking_names or not own.local or self.decisions.decided(entity_id):
            return None
        return own

    def _namesakes(self, own: Identity) -> Iterable[Identity]:
        ids = {other for name in own.linking_names for other in self._named.get(name, ())}
        return [self.identities[other] for other in sorted(ids - {own.id})]

    def _follow(self, start: str, link: Callable[[str], str | None]) -> str:
        """Where decisions and links lead; in a circle, which decisions can make, to its least id."""
        path = [self.decisions.root(start)]
        while (following := link(path[-1])) is not None:
            end = self.decisions.root(following)
            if end in path:
                return min(path[path.index(end) :])
            path.append(end)
        return path[-1]


def _other_than(entity_id: str, ends: Collection[str]) -> str | None:
    """The one id among these; None when there are several, or when it is this very id."""
    return next(iter(ends)) if len(ends) == 1 and entity_id not in ends else None
