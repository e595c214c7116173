"""Counterparts: "his Iranian counterpart" has the title of the person he is compared with."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.lists import each, in_order, members, names_from

if TYPE_CHECKING:
    import re

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.lists import Pair
    from newsroom_enrich.components.roles.reading import Reading

_LIST_REACH = 400


def counterparts(reading: Reading) -> None:
    """Give each counterpart the title of the other."""
    if not any(word in reading.blanked for word in ("counterpart", "colleague", "opposite number", " peer")):
        return
    for found in wording.COUNTERPARTS.finditer(reading.blanked):
        if title := _title(reading, found):
            for person, owner in _compared(reading, found):
                _give(reading, person.start, title, owner, (found.start(), person.end))
    _each_from_a_country(reading)
    for found in wording.COUNTERPART_OF.finditer(reading.blanked):
        if title := _title(reading, found):
            home = reading.entity(found.start("home" if found["home"] else "of"))
            _give(reading, found.start("person"), title, home, found.span())


def _compared(reading: Reading, found: re.Match[str]) -> list[Pair]:
    """The names after the word, each with the country beside it, else with that before the word."""
    start = found.start("person")
    listed = names_from(reading, start, start + _LIST_REACH)
    if not found["several"]:
        listed = next(members(listed), [])
    if found["each"]:
        homes = [name.entity for name in names_from(reading, *found.span("each"))]
        return in_order(homes, [name for name in listed if name.entity.type == "person"])
    return each(reading, listed, reading.entity(found.start("of")))


def _give(
    reading: Reading, person: int, title: str, owner: EntityDraft | None, span: tuple[int, int]
) -> None:
    """Give a title to somebody whose own is not told, not to "his counterpart, X, the Minister"."""
    holder = reading.entity(person)
    if holder is not None and not holder.roles:
        reading.give(person, title, owner, span)


def _each_from_a_country(reading: Reading) -> None:
    """Give each of several the title of the other: his counterparts from Malaysia, A, and Laos, B."""
    for found in wording.COUNTERPARTS_FROM.finditer(reading.blanked):
        title = _title(reading, found)
        member = wording.COUNTRY_AND_PERSON.match(reading.blanked, found.end())
        while title and member is not None:
            owner = reading.entity(member.start("of"))
            _give(reading, member.start("person"), title, owner, (found.start(), member.end()))
            member = wording.COUNTRY_AND_PERSON.match(reading.blanked, member.end())


def _title(reading: Reading, found: re.Match[str]) -> str | None:
    """The title of the person that somebody is the counterpart of."""
    if found["whose"]:
        other = reading.entity(found.start("whose"))
    else:
        person = reading.entity(found.start("person")) if "person" in found.groupdict() else None
        other = _last_titled(reading, found.start(), person)
    return other.roles[0].title if other is not None and other.roles else None


def _last_titled(reading: Reading, before: int, person: EntityDraft | None) -> EntityDraft | None:
    """The last person with a role who is named before an offset and is not the one given."""
    for start in reversed(reading.starts[: bisect_left(reading.starts, before)]):
        entity = reading.at[start]
        if entity.type == "person" and entity.roles and entity is not person:
            return entity
    return None
