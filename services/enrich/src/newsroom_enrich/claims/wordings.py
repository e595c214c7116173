"""Names within the titles of documents, and titles in quotation marks, are no names of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.claims.bodies import INSTITUTION

if TYPE_CHECKING:
    from newsroom_enrich.annotations import Name
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_DOCUMENT = (
    r"(?:Treaty|Treaties|Agreements?|Declarations?|Statements?|Conventions?|Protocols?|Memorand(?:um|a)|Plans?"
    r"|Programmes?|Strategy|Concept|Appeal|Law|Act|Roadmap|Resolution|Charter|Pact|Decision"
    r"|Recommendation|Framework|Regulation|Directive|Accords?|Communiqu[ée]|Compact|Principles|Commitment)"
)
_WORD = r"[^\W\d_a-z][\w'’-]*"
# "Action Plan for the Development of ...", up to the name.
_WITHIN = re.compile(
    rf"\b{_DOCUMENT} (?:on|for|to|concerning|regarding|about|against|in) "
    rf"(?:(?:the|a|an|its|their) )?(?:{_WORD},? (?:(?:and|of|in|for|to|on|the) )*){{0,8}}$"
)
_NAMED_AFTER = re.compile(rf"(?: (?:and|to) {_WORD})? {_DOCUMENT}\b")
_TREATY_AFTER = re.compile(r" (?:Convention|Treaty|Protocol)\b(?! (?:Cent|Secretariat))")
_PEACE_OF = re.compile(r"\b(?:Treaty|Treaties|Peace|Congress|Battle|Convention|Protocol|Pact|Accords?) of $")
_QUOTE_BEFORE = re.compile(r"[“\"«](?:[Tt]he )?$")
_QUOTE_AFTER = re.compile(r"[,.]?[”\"»]")
_ENTITLED = re.compile(
    r"\b(?:entitled|titled|dubbed|theme(?:d| of)?|motto|slogan),? (?:of )?[“\"«]?(?:[Tt]he )?$"
)
_REACH = 120
_MANY_WORDS = 3


def wordings(reading: Reading, names: NameList) -> None:
    """Drop what is known to no table and stands in a title."""
    for name in list(names):
        if name.body is not None or name.country is not None:
            continue
        is_part = _in_title if name.label in {"ORG", "EVENT"} else _names_document
        if name.label in {"ORG", "EVENT", "GPE", "LOC"} and is_part(reading.text, name):
            names.drop(name.start, name.end)


def _in_title(text: str, name: Name) -> bool:
    if name.label == "ORG" and _TREATY_AFTER.match(text, name.end):
        return True
    surface = text[name.start : name.end]
    if " " not in surface or INSTITUTION.search(surface) or "Ministry" in surface:
        return False
    if _WITHIN.search(text, max(0, name.start - _REACH), name.start):
        return True
    long = surface.count(" ") >= _MANY_WORDS - 1
    quoted = (
        _QUOTE_BEFORE.search(text, max(0, name.start - 6), name.start) is not None
        and _QUOTE_AFTER.match(text, name.end) is not None
    )
    return long and (quoted or _ENTITLED.search(text, max(0, name.start - _REACH), name.start) is not None)


def _names_document(text: str, name: Name) -> bool:
    """The Udaune Declaration, the Moscow and Pyongyang Declarations, the Treaty of Lausanne."""
    if _PEACE_OF.search(text, max(0, name.start - _REACH), name.start):
        return True
    return _NAMED_AFTER.match(text, name.end) is not None
