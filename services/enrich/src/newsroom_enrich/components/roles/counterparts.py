"""Counterparts: "his Iranian counterpart" has the title of the person he is compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.lists import each, in_order, members, names_from
from newsroom_enrich.components.roles.reading import known_country
from newsroom_enrich.components.roles.sides import other_side

if TYPE_CHECKING:
    from newsroom.contracts import Role
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.lists import Pair
    from newsroom_enrich.components.roles.reading import Reading

_LIST_REACH = 400
_COLLEAGUE = re.compile(r"\b(?:colleague|peer)s?\b")


def counterparts(reading: Reading, *, certain: bool) -> None:
    """Give each counterpart the title of the other; if `certain`, only of the person named just before."""
    if not any(word in reading.blanked for word in ("counterpart", "colleague", "opposite number", " peer")):
        return
    for found in wording.COUNTERPARTS.finditer(reading.blanked):
        if other := _other(reading, found, certain):
            for person, owner in _compared(reading, found, other):
                _give(reading, person.start, other.title, owner, (found.start(), person.end))
    _each_from_a_country(reading, certain)
    for found in wording.COUNTERPART_OF.finditer(reading.blanked):
        if other := _other(reading, found, certain):
            home = reading.entity(found.start("home" if found["home"] else "of"))
            side = home or _other_side(reading, found.start("person"), other)
            _give(reading, found.start("person"), other.title, side, found.span())


def _compared(reading: Reading, found: re.Match[str], other: Role) -> list[Pair]:
    """The names after the word, each with the country beside it, else with that before the word."""
    start = found.start("person")
    listed = names_from(reading, start, start + _LIST_REACH)
    if not found["several"]:
        listed = next(members(listed), [])
    if found["each"]:
        homes = [name.entity for name in names_from(reading, *found.span("each"))]
        return in_order(homes, [name for name in listed if name.entity.type == "person"])
    home = reading.entity(found.start("of"))
    if home is None and not found["several"]:
        home = _other_side(reading, start, other)
    return each(reading, listed, home)


def _other_side(reading: Reading, person: int, other: Role) -> EntityDraft | None:
    """The country that somebody is known for, else the one that the report is on besides the other's."""
    side = next((entity for entity in reading.notes.entities if entity.name == other.of), None)
    return known_country(reading, person) or other_side(reading.notes.entities, side)


def _give(
    reading: Reading, person: int, title: str, owner: EntityDraft | None, span: tuple[int, int]
) -> None:
    """Give a title to somebody whose own is not told, not to "his counterpart, X, the Minister"."""
    holder = reading.entity(person)
    if holder is not None and not holder.roles:
        reading.give(person, title, owner, span)


def _each_from_a_country(reading: Reading, certain: bool) -> None:
    """Give each of several the title of the other: his counterparts from Malaysia, A, and Laos, B."""
    for found in wording.COUNTERPARTS_FROM.finditer(reading.blanked):
        other = _other(reading, found, certain)
        member = wording.COUNTRY_AND_PERSON.match(reading.blanked, found.end())
        while other and member is not None:
            owner = reading.entity(member.start("of"))
            _give(reading, member.start("person"), other.title, owner, (found.start(), member.end()))
            member = wording.COUNTRY_AND_PERSON.match(reading.blanked, member.end())


def _other(reading: Reading, found: re.Match[str], certain: bool) -> Role | None:
    """The office of the person that somebody is the counterpart of."""
    if found["whose"]:
        other = reading.entity(found.start("whose"))
    else:
        person = reading.entity(found.start("person")) if "person" in found.groupdict() else None
        other = _last_titled(reading, found.start(), person, certain)
    if other is not None and len(other.roles) > 1 and _COLLEAGUE.search(found[0]):
        return None  # in which of the offices?
    return other.roles[0] if other is not None and other.roles else None


def _last_titled(
    reading: Reading, before: int, person: EntityDraft | None, certain: bool
) -> EntityDraft | None:
    """The last person with a role who is named before an offset and is not the one given."""
    for start in reversed(reading.starts[: bisect_left(reading.starts, before)]):
        entity = reading.at[start]
        if entity.type != "person" or entity is person:
            continue
        if entity.roles or certain:
            return entity
    return None
