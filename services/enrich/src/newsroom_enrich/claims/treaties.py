"""Conferences of the parties to a treaty: organizations, though a model takes them for documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import Name

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_WORD = r"[^\W\d_a-z][\w'’-]*"
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|\w+ber\b)"
)
_TREATY = r"(?:Convention|Protocol|Treaty|Agreement|Statute)"
_SUBJECT = rf"(?!{_DAY}){_WORD}"
_ON_SUBJECT = (
    rf"(?: (?:on|for|against|to) (?:the )?{_SUBJECT}(?:(?:,? (?:and|of|in|the|on|by))* {_SUBJECT})*)?"
)
# "the 27th Conference of the Parties", "the Seventy-ninth World Health Assembly": one session of it.
ORDINAL_BEFORE = re.compile(
    r"\b(?P<ordinal>(?:\d{1,3}(?:st|nd|rd|th)|(?:[A-Z][a-z]+-)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth"
    r"|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth)"
    r"|(?<=[Tt]he )(?:Tenth|Eleventh|Twelfth|[A-Z]\w+(?:teenth|tieth))) )$"
)
_ORDINAL_REACH = 24
_CONFERENCE = re.compile(
    r"(?:Assembly|Conference|Meeting) of (?:the )?(?:High Contracting |Contracting |States? )?Parties\b"
    rf"(?: (?:to|of) (?:the )?(?:{_WORD} )*{_TREATY}\b{_ON_SUBJECT})?"
)


def conferences_of_parties(reading: Reading, names: NameList) -> None:
    """The longest name that the text gives, unless a table knows a longer one."""
    for match in _CONFERENCE.finditer(reading.text):
        start, end = match.span()
        known = (n.body is not None and n.start <= start for n in names.around(start, end))
        if not any(known):
            ordinal = ORDINAL_BEFORE.search(reading.text, max(0, start - _ORDINAL_REACH), start)
            names.put(Name(ordinal.start("ordinal"), end, "EVENT") if ordinal else Name(start, end, "ORG"))
