"""Titles that stand for somebody named before: "Donald Trump ... The U.S. President"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.reading import groups
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.reading import Office, Reading

_DEFINITE = re.compile(r"\b[Tt]he $")
_HEADS = re.compile(
    r"(?:(?i:prime minister|president|chancellor|secretary[- ]general|king|foreign minister))"
)
_REACH = 400  # two or three sentences


def references(reading: Reading) -> None:
    """Give a definite title next to no name to the person that it can only mean.

    That is somebody without a role who is named shortly before; of a country that he or she is known for, or,
    for a secretary-general, nobody else but that one person.
    """
    for group in groups(reading):
        office = group[0]
        if len(group) == 1 and _stands_alone(reading, office) and (found := _meant(reading, office)):
            start, person = found
            reading.give(start, office.title.text, office.owner, (office.start, office.end))
            del person


def _stands_alone(reading: Reading, office: Office) -> bool:
    definite = _DEFINITE.search(reading.blanked, max(0, office.start - 4), office.start)
    beside = wording.PERSON_AFTER.match(reading.blanked, office.end)
    title = office.title
    return bool(
        definite
        and not title.plural
        and beside is None
        and office.owner is not None
        and _HEADS.fullmatch(title.text)
    )


def _meant(reading: Reading, office: Office) -> tuple[int, EntityDraft] | None:
    """The last person before the title who is known to speak for its country and has no role yet."""
    owner = office.owner
    if owner is None or owner.type != "country":
        return None
    last = bisect_left(reading.starts, office.start)
    for start in reversed(reading.starts[:last]):
        if start < office.start - _REACH:
            return None
        entity = reading.at[start]
        known = knowledge.people().get(fold(entity.name)) if entity.type == "person" else None
        if known is not None and known.country == owner.country and not entity.roles:
            return start, entity
    return None
