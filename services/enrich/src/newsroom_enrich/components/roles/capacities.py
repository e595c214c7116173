"""Titles that stand apart from the name, later in its sentence: "who chaired the session as CIS chairman"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.titles import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom_enrich.components.roles.owners import Owners
    from newsroom_enrich.components.roles.reading import Office, Reading

_CAPACITY = re.compile(
    r"\b(?:as|(?:capacity|role|term|tenure|function|post|position|mandate) of) (?:the |an? |its "
    r"|this (?:month|year)['’]s |(?:current|acting|new|outgoing|newly elected) )*$"
)
_AS = re.compile(r"\bas $")
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


def capacities(reading: Reading, owners: Owners, found: Iterable[Sequence[Office]]) -> None:
    """Give a title after "as" or "he was" to the last person of the sentence.

    The words beside it must say whose it is, or "its": "signed on behalf of the bloc as its chairman".
    """
    for group in found:
        start = group[0].start
        low = max(0, start - _REACH_BEFORE)
        its = group[0].possessive == "its" and _AS.search(reading.blanked, low, start) is not None
        following = wording.PERSON_AFTER.match(reading.blanked, group[-1].end)
        if not (group[-1].owner or its) or (following and not its):
            continue
        copula = _COPULA.search(reading.blanked, low, start)
        if not its and copula is None and _CAPACITY.search(reading.blanked, low, start) is None:
            continue
        person = _subject(reading, start, any_verb=copula is not None or its)
        if person is not None:
            for office in group:
                owner = office.owner or group[-1].owner
                owner = owner or owners.of(reading.at[person], office.title, "its", start)
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
