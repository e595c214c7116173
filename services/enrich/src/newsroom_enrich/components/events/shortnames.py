"""Short names of meetings: "the fourteenth meeting of the Conference", which is also "COP14"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_SHORT = re.compile(r"[A-Za-z]{2,6}[ -]?(?P<number>\d{1,3})$")
_BESIDE = re.compile(r"[\s,(]*$")
_NAMED_TOKENS = 12


def with_short_names(reading: Reading, found: list[Meeting]) -> list[Meeting]:
    """The mentions without short names in apposition, and with the entity of the short name where it tells
    which of the other mentions it is of: by its place beside one, or by the same number.
    """
    kept = list(found)
    for short in found:
        number = _number_of(short)
        if number is None:
            continue
        beside = next((m for m in kept if m is not short and _is_beside(reading, m, short)), None)
        if beside is not None:
            kept = [m for m in kept if m is not short]
        same = [m for m in kept if m is beside or (m.named is None and m.number == number)]
        kept = [replace(m, named=m.named or short.named) if m in same else m for m in kept]
    return kept


def _number_of(meeting: Meeting) -> int | None:
    """The number in a short name, such as 14 in "COP14"."""
    told = _SHORT.search(meeting.named.name) if meeting.named is not None else None
    return int(told["number"]) if told is not None else None


def _is_beside(reading: Reading, meeting: Meeting, short: Meeting) -> bool:
    """As in "the next session, MEPC 81", "the Thirteenth Ministerial Conference (MC13)"."""
    if _number_of(meeting) is not None or not 0 < short.token - meeting.token <= _NAMED_TOKENS:
        return False
    token = reading.doc[short.token]
    end = reading.doc[meeting.token]
    between = reading.text[end.idx + len(end) : token.idx]
    return _BESIDE.match(between) is not None or (token.dep_ == "appos" and end.is_ancestor(token))
