"""Titles that stand for somebody named before: "Donald Trump ... The U.S. President"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.roles import wording
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom_enrich.components.roles.reading import Office, Reading

_DEFINITE = re.compile(r"\b[Tt]he $")
_HEAD_OF_A_COUNTRY = re.compile(r"(?i)prime minister|president|chancellor|king|foreign minister")
_REACH_CHARACTERS = 400  # two or three sentences


def references(reading: Reading, found: Iterable[Sequence[Office]]) -> None:
    """Give a definite title that stands next to no name to the person that it can only mean.

    That is somebody without a role who is named shortly before and is known to speak for the title's country.
    """
    for group in found:
        office = group[0]
        if (
            len(group) == 1
            and _stands_alone(reading, office)
            and (start := _meant(reading, office)) is not None
        ):
            reading.give(start, office.title.text, office.owner, (office.start, office.end))


def _stands_alone(reading: Reading, office: Office) -> bool:
    definite = _DEFINITE.search(reading.blanked, max(0, office.start - 4), office.start)
    beside = wording.PERSON_AFTER.match(reading.blanked, office.end)
    head = _HEAD_OF_A_COUNTRY.fullmatch(office.title.text)
    return definite is not None and beside is None and head is not None and not office.title.plural


def _meant(reading: Reading, office: Office) -> int | None:
    """Where the last person before the title is named who is known for its country and has no role yet."""
    if office.owner is None or office.owner.type != "country":
        return None
    last = bisect_left(reading.starts, office.start)
    for start in reversed(reading.starts[:last]):
        if start < office.start - _REACH_CHARACTERS:
            return None
        entity = reading.at[start]
        known = knowledge.people().get(fold(entity.name)) if entity.type == "person" else None
        if known is not None and known.country == office.owner.country and not entity.roles:
            return start
    return None
