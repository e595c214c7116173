"""Whose meeting a report tells of: that of a body with others, or that of the leaders of a region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft

_LEAD_CHARACTERS = 500
_MEETING = r"(?:summit|meeting|conference|forum|session|talks|dialogue)"
_BEFORE_CHARACTERS = 100
_BEHIND_CHARACTERS = 80
_MEETING_OF = re.compile(
    rf"\b{_MEETING}\b[^.;:]*\b(?:between|of) (?:the )?(?:\w+ ){{0,4}}?(?:the )?$|"
    r"\b(?:leaders|heads of (?:state|government)|ministers)\b[^.;:]{0,30} of (?:the )?$",
    re.IGNORECASE,
)
_ELSEWHERE = r"(?:[\w-]+ ){0,2}(?:countries|states|nations|republics) of "
_AND_STATES = re.compile(rf"(?: \([^()]*\))? and (?:of )?(?:the |its )?{_ELSEWHERE}", re.IGNORECASE)
_WITH_STATES = re.compile(rf"[^.;:]{{0,40}}? with (?:the )?{_ELSEWHERE}", re.IGNORECASE)
_MEETING_BEFORE = re.compile(rf"\b{_MEETING} (?:that |which )?(?:of )?(?:the )?$", re.IGNORECASE)
_JOINED = re.compile(rf"\s?[–-]\s?[A-Z][\w ]+? {_MEETING}\b", re.IGNORECASE)
# Words of a body's name that do not tell of a region.
_NO_REGION = frozenset(
    "Union League Council Community Organization Organisation Association Forum Assembly Conference General "
    "Commission Parliament Group Alliance Committee Board Court Economic Development Cooperation Security "
    "United Nations World International Supreme National State States Free Trade Bank Fund Central".split()
)
_GATHERED = (
    r"(?:[A-Z][a-z]+ (?:and )?){0,4}"
    r"(?:leaders|heads of state|kings|foreign ministers|ministers|[Ss]ummit|states)\b"
)


def meets_others(text: str, body: EntityDraft) -> bool:
    """Whether the lead tells of a meeting of a body with states of elsewhere, at which no one body decides:
    "the first summit between the GCC and the five states of Central Asia".
    """
    for start, end in body.mentions:
        if start >= _LEAD_CHARACTERS:
            return False
        before = text[max(0, start - _BEFORE_CHARACTERS) : start]
        behind = text[end : end + _BEHIND_CHARACTERS]
        with_states = _WITH_STATES.match(behind) and _MEETING_BEFORE.search(before)
        if with_states or _JOINED.match(behind) or (_AND_STATES.match(behind) and _MEETING_OF.search(before)):
            return True
    return False


def gathers_region(text: str, body: EntityDraft) -> bool:
    """Whether a report tells of those whom a body unites by its first word: "Arab leaders", "the African
    summit".
    """
    words = (word for word in body.name.split() if word[:1].isupper() and word not in _NO_REGION)
    return any(re.search(rf"\b{re.escape(word)} {_GATHERED}", text) for word in words)
