"""Counterparts: "his Iranian counterpart" has the title of the person he is compared with."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import wording

if TYPE_CHECKING:
    import re

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.reading import Reading


def counterparts(reading: Reading) -> None:
    """Give each counterpart the title of the other."""
    if "counterpart" not in reading.blanked and "colleagues" not in reading.blanked:
        return
    for found in wording.COUNTERPARTS.finditer(reading.blanked):
        if title := _title(reading, found):
            shared = reading.entity(found.start("of"))
            person: re.Match[str] | None = found
            while person is not None:
                beside = wording.PERSON_OF.match(reading.blanked, person.end("person"))
                own = reading.entity(beside.start("of" if beside["of"] else "in")) if beside else None
                end = beside.end() if beside else person.end("person")
                reading.give(person.start("person"), title, own or shared, (found.start(), end))
                person = wording.NEXT_PERSON.match(reading.blanked, end) if found["several"] else None
    _each_from_a_country(reading)
    for found in wording.COUNTERPART_OF.finditer(reading.blanked):
        if title := _title(reading, found):
            owner = reading.entity(found.start("home" if found["home"] else "of"))
            reading.give(found.start("person"), title, owner, found.span())


def _each_from_a_country(reading: Reading) -> None:
    """Give each of several the title of the other: his counterparts from Malaysia, A, and Laos, B."""
    for found in wording.COUNTERPARTS_FROM.finditer(reading.blanked):
        title = _title(reading, found)
        member = wording.COUNTRY_AND_PERSON.match(reading.blanked, found.end())
        while title and member is not None:
            owner = reading.entity(member.start("of"))
            reading.give(member.start("person"), title, owner, (found.start(), member.end()))
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
