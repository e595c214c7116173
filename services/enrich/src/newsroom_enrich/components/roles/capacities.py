"""Titles that stand apart from the name, later in its sentence: "who chaired the session as CIS chairman"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.titles import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom_enrich.components.roles.reading import Office, Reading

_CAPACITY = re.compile(
    r"\b(?:as|(?:capacity|role|term|tenure|function|post|position|mandate) of) (?:the |an? |its "
    r"|this (?:month|year)['’]s |(?:current|acting|new|outgoing|newly elected) )*$"
)
_COPULA = re.compile(
    r"\b(?:he|she|who) (?:is|was|became|has been|had been|remains) (?:(?:also|now|then|the|an?|current"
    r"|first|second|third|only|youngest|last|woman) )*$"
)
# What somebody does who holds the office; "regards him as" and "described it as" say nothing.
_HOLDS = re.compile(
    r"\b(?:who|chair\w*|presid\w+|spoke|speak\w*|sign\w*|serv\w+|act(?:s|ed|ing)|took|takes|taking|capacity|role"
    r"|office|term|tenure|read|address\w*|attend\w*|host\w*|open\w*|clos\w+|represent\w*|(?:re-?)?elected|sworn"
    r"|inaugurated|(?:re-?)?appointed|confirmed|steps?|stepped|resign\w*|continu\w+)\b"
)
_PREDECESSOR = re.compile(r"\b(?:succe\w+|replac\w+|whom|than|unlike|criticis\w+|accus\w+)\b[^.;:\n]{0,40}$")
_REACH_BEFORE = 60
_REACH_PERSON = 240
_SENTENCE_ENDS = re.compile(r"[.!?;:]['\"”’)]*\s|\n")


def capacities(reading: Reading, found: Iterable[Sequence[Office]]) -> None:
    """Give a title after "as" or "he was", with an owner beside it, to the last person of the sentence."""
    for group in found:
        start = group[0].start
        if group[-1].owner is None or wording.PERSON_AFTER.match(reading.blanked, group[-1].end):
            continue
        low = max(0, start - _REACH_BEFORE)
        copula = _COPULA.search(reading.blanked, low, start)
        if copula is None and _CAPACITY.search(reading.blanked, low, start) is None:
            continue
        person = _subject(reading, start, any_verb=copula is not None)
        if person is not None:
            for office in group:
                owner = office.owner or group[-1].owner
                reading.give(person, office.title.text, owner, (person, group[-1].end))


def _subject(reading: Reading, before: int, *, any_verb: bool) -> int | None:
    """Where the last person of the sentence is named, who does something in the office."""
    last = reading.blanked.rfind(PERSON, max(0, before - _REACH_PERSON), before)
    between = reading.blanked[last + 1 : before]
    if last < 0 or not between.strip() or _SENTENCE_ENDS.search(between):
        return None
    if not any_verb and not _HOLDS.search(between):
        return None
    start = max((at for at in reading.starts if at <= last), default=last)
    predecessor = _PREDECESSOR.search(reading.blanked, max(0, start - _REACH_BEFORE), start)
    return None if predecessor else start
