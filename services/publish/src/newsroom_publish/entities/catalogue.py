"""Looking at entities: one by any of its ids, or those whose name has a word that begins so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsroom_publish.entities import search
from newsroom_publish.entities.facts import Identity
from newsroom_publish.entities.groups import Groups
from newsroom_publish.entities.identities import Identities
from newsroom_publish.entities.search import Member

MAX_SCANNED = 1_000
"""Names looked at for one page; a page that ends here is short and has a next one."""

MAX_COUNTED = 1_000
"""Above it, a summary that names two ids of one entity counts twice."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity: its canonical identity, the others of its group, and how many summaries name any of them.

    `into` tells for each of the others which id it leads to, and whether an operator decided so.
    """

    canonical: Identity
    others: tuple[Identity, ...]
    into: dict[str, tuple[str, bool]]
    summaries: int

    @property
    def identities(self) -> tuple[Identity, ...]:
        return (self.canonical, *self.others)


@dataclass(frozen=True, slots=True)
class Page:
    """Profiles in the order of what was searched; `next` is the place of the page after them."""

    profiles: tuple[Profile, ...]
    next: str | None = None


class Catalogue:
    """What the world may see of entities: those that a visible summary names."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities

    async def find(self, entity_id: str, *, unseen: bool = False) -> Profile | None:
        """The entity of this id; with `unseen` also one that no visible summary names."""
        groups = await self._identities.groups((entity_id,), fresh=True)
        known = groups.identities.get(entity_id)
        profiles = await self._profiles(groups, (entity_id,)) if known and known.facts else []
        return next((one for one in profiles if unseen or one.summaries), None)

    async def page(self, query: str, entity_type: str | None, limit: int, after: str | None) -> Page:
        """Entities of which a name has a word that begins the query, in the order of those names."""
        wanted, found, left = search.folded(query), list[tuple[Member, Profile]](), MAX_SCANNED
        at = after
        while left > 0:
            chunk = min(max(limit + 1, 100), left)
            members = await self._identities.registry.members(wanted, at, chunk)
            found += await self._profiled(members, wanted, entity_type)
            if len(found) > limit:
                return _page(found[:limit], str(found[limit - 1][0]))
            if len(members) < chunk:
                return _page(found, None)
            at, left = str(members[-1]), left - chunk
        return _page(found, at)

    async def _profiled(
        self, members: Sequence[Member], query: str, entity_type: str | None
    ) -> list[tuple[Member, Profile]]:
        """Those members that stand for an entity: the first of all that the query finds it by."""
        answering = [member for member in members if member.answers(query)]
        groups = await self._identities.groups(member.entity_id for member in answering)
        firsts = [member for member in answering if member == _first(groups, member.entity_id, query)]
        profiles = await self._profiles(groups, [member.entity_id for member in firsts])
        return [
            (member, profile)
            for member, profile in zip(firsts, profiles, strict=True)
            if entity_type is None or entity_type in profile.canonical.types
        ]

    async def _profiles(self, groups: Groups, ids: Sequence[str]) -> list[Profile]:
        together = [groups.members(entity_id) for entity_id in ids]
        sums = [sum(_known(groups, one).summaries for one in members) for members in together]
        # Whoever asks must not be able to have millions of ids read.
        to_count = {
            members
            for members, total in zip(together, sums, strict=True)
            if len(members) > 1 and total <= MAX_COUNTED
        }
        counted = await self._identities.registry.count_together(to_count)
        return [
            _profile(groups, members, counted.get(members, total))
            for members, total in zip(together, sums, strict=True)
        ]


def _first(groups: Groups, entity_id: str, query: str) -> Member | None:
    """The first member by which the query finds the entity, of those that the world may see."""
    visible = (one for one in groups.members(entity_id) if _known(groups, one).summaries)
    found = (
        member
        for one in visible
        for fact in _known(groups, one).facts
        for member in search.members(fact)
        if member.answers(query)
    )
    return min(found, key=lambda member: str(member).encode(), default=None)


def _profile(groups: Groups, ids: Iterable[str], summaries: int) -> Profile:
    canonical = groups.canonical(next(iter(ids)))
    others = sorted(set(ids) - {canonical})
    into = {}
    for one in others:
        parent = groups.decisions.parent(one)
        into[one] = (parent or groups.link(one) or canonical, parent is not None)
    return Profile(_known(groups, canonical), tuple(_known(groups, one) for one in others), into, summaries)


def _known(groups: Groups, entity_id: str) -> Identity:
    return groups.identities.get(entity_id, Identity(entity_id))


def _page(found: Sequence[tuple[Member, Profile]], after: str | None) -> Page:
    return Page(tuple(profile for _, profile in found), search.cursor(after) if after else None)
