"""Which countries "their foreign ministers" and "the presidents of both countries" mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.reading import known_country

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.reading import Reading

_REACH = 2000


def countries_in_force(reading: Reading, before: int, count: int) -> list[EntityDraft]:
    """The countries that were last named together before an offset, or those of the people named together."""
    low = max(0, before - _REACH)
    for found in reversed(list(wording.NAMED_TOGETHER.finditer(reading.blanked, low, before))):
        named = [_country(reading, start) for start in _starts(reading, *found.span())]
        owners = [owner for owner in named if owner is not None]
        if len(owners) == len(named) == count and len({owner.name for owner in owners}) == count:
            return owners
    return []


def _starts(reading: Reading, start: int, end: int) -> list[int]:
    """Where the names of text[start:end] start."""
    return reading.starts[bisect_left(reading.starts, start) : bisect_left(reading.starts, end)]


def _country(reading: Reading, start: int) -> EntityDraft | None:
    """The country named at an offset, or that of the person named there."""
    entity = reading.at[start]
    if entity.type == "country":
        return entity
    for role in entity.roles:
        owner = next((other for other in reading.notes.entities if other.name == role.of), None)
        if owner is not None and owner.type == "country":
            return owner
    return known_country(reading, start)
