"""What an office is for, where the title goes on in small words: "head of metrology at the laboratory".

`titles.py` knows portfolios and fields in capitals; here the words may be any, and their end must be plain.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import text_of
from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.reading import person_just_before
from newsroom_enrich.components.roles.titles import ORGANIZATION, OTHER, OWNER, PERSON, PLACE
from newsroom_enrich.components.roles.vocabulary import HEADS, LOWER

if TYPE_CHECKING:
    from newsroom_enrich.components.roles.reading import Office, Reading

_NO_FIELD = (
    "the|an?|this|that|these|those|its|his|her|their|our|both|all|each|every|some|many|several|any|no|more"
    "|most|other|such|what|which|who|whom|whose|it|them|him|he|she|they|we|us|in|at|by|to|from|with|within"
    "|under|over|after|before|during|since|until|as|than|and|or|but|of|for|on|is|was|are|were|has|had|have"
    "|will|would|told|said|says|now|then|today|not|also|when|where|while|if|because|nearly|almost|about|just"
    "|years?|months?|weeks?|days?|decades?|first|second|third|last|life|terms?|one|two|three|four|five|six|seven|eight|nine"
    "|ten|state|government|behalf|leave|duty|example|instance|short|once|long|good"
)
# "European" is a name that became no entity.
_WORD = (
    rf"(?:(?!(?:{_NO_FIELD}|(?i:{HEADS}))(?![\w-]))[a-z][a-z-]*[a-z]|{OTHER}+(?= [a-z])"
    r"|board of (?:directors|trustees|governors))"
)
_LINK = " (?:of|for|on) "
_MORE = (
    rf"(?:(?: |,? and |,? and the |{_LINK}|{_LINK}the ){_WORD}|, {_WORD}(?=[^.;:()\n{PERSON}]{{0,60}} and ))"
)
_ENDS = (
    rf"(?=[,.;:)\n]| [–—-]| (?:at|of|in|within|from|for) (?:the |its |their |his |her )?{OWNER}"
    rf"| (?:[^\W\d_a-z][\w.]* )?{PERSON})"
)
_FIELD = re.compile(rf"{_LINK}(?P<article>the )?(?P<words>{_WORD}{_MORE}{{0,8}}){_ENDS}")
_REST = re.compile(rf"{_MORE}{{1,9}}{_ENDS}")
"""What follows a field that the title has in part: "head of climate" policy."""
_REGION = re.compile(
    rf"{_LINK}(?:the )?{PLACE}+(?: and (?:the )?(?:{PLACE}+|{_WORD}))?"
    rf"(?= (?:at|in|of) (?:the )?{ORGANIZATION})"
)
_HAS_FIELD = re.compile(f"{_LINK}(?!state$)")
# A body is whose office it is, save where the organ is named with its kind: "the executive committee".
_BODY_LAST = re.compile(rf"(?:.* )?(?:{wording.BODY})")
_ORGAN = re.compile(
    "(?:executive|supervisory|management|governing|steering|organi[sz]ing|advisory|working|state|administrative)"
    " (?:committee|board|council|commission|group)|board of (?:directors|trustees|governors)|board"
)
_NOUN = re.compile(r"(?!(?:hosts?|guests?|fellow|man|woman|then)$)[a-z]{3,}")
_OF_OFFICES = re.compile(LOWER)
# A part of an organization, for which one word is enough.
_UNIT = re.compile(
    "secretariat|department|division|section|unit|directorate|office|administration|opposition|staff|desk"
    "|programme|program|project|team|laboratory|board|presidency|bureau|service|delegation"
)


def go_on(reading: Reading, office: Office) -> None:
    """Lengthen a title by the field that follows, where a person stands beside it."""
    end = _end(reading.blanked, office)
    if end is None or office.title.plural:
        return
    apposed = person_just_before(reading, office.start) is not None
    last = reading.blanked[office.end : end].rpartition(" ")[2]
    second = reading.blanked.endswith(" and ", 0, office.start) and _UNIT.fullmatch(last) is not None
    # One of them, or "head of the public body", X, is whose head somebody is.
    if (apposed or second) == (wording.PERSON_AFTER.match(reading.blanked, end) is not None):
        return
    text = text_of(reading.doc)[office.title.start : end]
    prefix = office.title.text[: -(office.end - office.title.start)]
    office.title, office.end = replace(office.title, text=prefix + text), end


def go_back(reading: Reading, office: Office) -> None:
    """Lengthen a title by the nouns before it, as in "art historian", which no list of words has."""
    start = office.title.start
    if not office.title.text[0].islower() or reading.blanked[start - 1 : start] != " ":
        return
    span = reading.doc.char_span(start, office.title.end, alignment_mode="expand")
    while span is not None and span.start > 0:
        before = reading.doc[span.start - 1]
        noun = before.pos_ == "NOUN" and before.dep_ == "compound" and _NOUN.fullmatch(before.text)
        # "foreign ministry spokesman", but "elderly prime minister"
        adjective = span.start_char < start and _OF_OFFICES.fullmatch(before.text)
        if not noun and not adjective:
            break
        span = reading.doc[before.i : span.end]
    if span is not None and span.start_char < start:
        text = text_of(reading.doc)[span.start_char : start] + office.title.text
        office.title = replace(office.title, start=span.start_char, text=text)
        office.start = span.start_char


def _end(blanked: str, office: Office) -> int | None:
    """Where the field after a title ends; None where none follows."""
    if _HAS_FIELD.search(office.title.text):
        rest = _REST.match(blanked, office.end)
        return rest.end() if rest else None
    if region := _REGION.match(blanked, office.end):
        return region.end()
    field = _FIELD.match(blanked, office.end)
    if field is None or not _is_field(field, blanked):
        return None
    return field.end()


def _is_field(field: re.Match[str], blanked: str) -> bool:
    """Whether the words are no body, and with "the" more than a single thing: not "of the house"."""
    words = field["words"]
    if _ORGAN.fullmatch(words):
        return blanked.startswith((" of ", " at "), field.end())
    if _BODY_LAST.fullmatch(words):
        return False
    several = not field["article"] or " " in words
    return several or blanked.startswith(" at ", field.end()) or _UNIT.fullmatch(words) is not None
