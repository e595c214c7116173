"""Titles of office in English text, and a text in which names are only placeholders. Pure.

A title is a head ("minister"), words before it ("Deputy Foreign") and its field ("for Economic Diplomacy"),
without the country or organization. Names are blanked out first, so that a title never runs into one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles.vocabulary import (
    HEADS,
    LOWER,
    OPENERS,
    PLURAL,
    SINGULARS,
    STEMS,
)
from newsroom_enrich.portfolios import PORTFOLIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# One private character for each type of name; a name keeps its length, so offsets stay those of the text.
PERSON, COUNTRY, ORGANIZATION, PLACE, EVENT, OTHER = "\ue001\ue002\ue003\ue004\ue005\ue006"
OWNER = f"(?:{COUNTRY}+|{ORGANIZATION}+|{PLACE}+|{EVENT}+)"
_PRIVATE = re.compile("[\ue001-\ue006]")

# Possessive and without hyphens, which join modifiers: a long hyphenated string has one reading, not n**6.
_CAPITAL = r"(?![\w-]+['’]s\b)[^\W\d_a-z][\w’']*+"
_MODIFIER = rf"(?:(?!(?:{OPENERS})\b){_CAPITAL}|(?:{LOWER}))"
_RANK = r"(?:Lieutenant|Major|Brigadier|Air|Rear|Vice|Field)?[ -]?(?:General|Admiral|Marshal|Colonel|Major)"
_FIELD_WORD = (
    rf"(?:(?!(?:{OPENERS})\b|{_RANK} [{PERSON}{OTHER}]){_CAPITAL}(?:-[\w’']*+)*+"
    rf"|{OTHER}+(?= (?:Union )?(?:and )?(?:[^\W\d_a-z]\w+ )?"
    r"(?:Affairs|Integration|Relations|Cooperation|Policy)\b))"
)
# "Senior Adviser to the President on National Security".
_SUPERIOR = (
    r"(?: (?:to|of|for) the (?:[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor|[Kk]ing|[Hh]ead of [Ss]tate"
    r"|[Ss]ecretary-[Gg]eneral)\b)"
)
# "head of government", not "head of government relations".
_GOVERNMENT = r"government(?! (?!of |in |and |from |is |was |to |who )[a-z])"
_FIELD = (
    rf"(?:{_SUPERIOR}?(?: (?:of|for|on) (?:the )?(?:{_FIELD_WORD}|state|{_GOVERNMENT})"
    rf"(?:(?:, | and | & |, and | | of | for | in )(?:the )?{_FIELD_WORD}){{0,7}}"
    rf"| (?:of|for|on) {PORTFOLIO}(?:(?:, | and |, and ){PORTFOLIO}){{0,4}}\b)"
    rf"|{_SUPERIOR})"
)
# "special rapporteur on violence against women"
_MANDATE = re.compile(
    r"(?! on (?:the (?:file|dossier|text|bill|report|matter|issue|first|second|third|other|two|one)"
    r"|it|them|both)\b)"
    r" on (?:the )?[a-z][a-z-]+(?: [a-z][a-z-]+){0,9}(?=[,.;:])"
)
FIELD_BEHIND = re.compile(
    rf" (?:for|on) (?:the )?{_FIELD_WORD}(?:(?:, | and | & |, and | | of )(?:the )?{_FIELD_WORD}){{0,7}}"
    rf"(?=[,.;:)\n]| [{PERSON}a-z]| [–—-])"
)
"""The field of an office behind its owner: "of the Union for Foreign Affairs and Security Policy"."""
# "foreign and trade minister"; several ministers have one field each.
_AND_PORTFOLIO = (
    r"(?:foreign|econom(?:y|ic|ics)|energy|trade|industry|environment|climate|agriculture|health|labou?r"
    r"|justice|transport|education|defen[cs]e|finance|culture|interior|infrastructure|science|tourism|planning)"
    r" and (?=[a-z]+ (?:[a-z]+ )?minister\b)"
)
_RAPPORTEUR = re.compile(r"(?i)(?:.* )?(?:rapporteur|expert|envoy|adviser|advisor|coordinator)")
_TITLE = re.compile(
    rf"(?<![\w-])(?P<title>(?:(?!(?i:{HEADS})\b){_FIELD_WORD} and (?=[^\W\d_a-z])|{_AND_PORTFOLIO})?"
    rf"(?:{_MODIFIER}(?: & "
    rf"|[ -])){{0,8}}?(?i:{HEADS})(?:[ -](?i:{HEADS})){{0,2}}(?![\w])(?P<field>{_FIELD})?)"
)
# As in "undersecretary", "archbishop"; the others stand at the start of a word.
_WITHIN_WORDS = frozenset({"secretar", "chair", "bishop", "ologist", "icist"})
_WORD_START = re.compile(r"(?<![\w-])\w")
_MODIFIERS_REACH = 120
# What stands in no title before its head; the pattern would be tried at each place for nothing.
_NEVER_BEFORE = f"{PERSON}{COUNTRY}{ORGANIZATION}{PLACE}{EVENT}{OTHER}\n.,;:()"
_FIELD_REACH = 300
_NEXT_TITLE = re.compile(
    rf"(?:, and | and |, )(?=(?:{_FIELD_WORD} ){{0,3}}"
    r"(?:Minister|President|Secretary|Chair\w*|Member|Advis[eo]r|Director|Commissioner|Commander"
    r"|Representative|Governor|Coordinator|Ambassador|Envoy|Rapporteur|Speaker|Chancellor|Chief|Head|(?:Vice|Co)-(?:President|Chair\w*))\b)"
)
_NO_TITLE = re.compile(
    r"(?i)heads of (?:delegations?|missions?|state (?:and|or)).*|observer states?|observers|general"
    r"|speakers|boss"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text; `text` is singular."""

    start: int
    end: int
    text: str
    plural: bool


def blank_out(text: str, names: Iterable[tuple[int, int, str]]) -> str:
    """The text with each name, (start, end, placeholder), replaced by its placeholder, length kept."""
    parts: list[str] = []
    at = 0
    for start, end, placeholder in sorted(names):
        if start < at:
            continue
        parts += (_PRIVATE.sub("\ufffd", text[at:start]), placeholder * (end - start))
        at = end
    return "".join((*parts, _PRIVATE.sub("\ufffd", text[at:])))


def find_titles(blanked: str) -> Iterator[Title]:
    """All titles of a text whose names are blanked out, from left to right."""
    at = 0
    for head in _heads(blanked):
        if head < at:
            continue
        low = max(at, head - _MODIFIERS_REACH)
        low = max(low, *(blanked.rfind(character, low, head) + 1 for character in _NEVER_BEFORE))
        match = _title_around(blanked, low, head)
        if match is None:
            continue
        start, end = match.span("title")
        # "Minister of State, Cabinet Member and National Security Advisor" are three offices.
        if other := _NEXT_TITLE.search(match["field"] or ""):
            end = match.start("field") + other.start()
        elif _RAPPORTEUR.fullmatch(blanked, start, end) and (mandate := _MANDATE.match(blanked, end)):
            end = mandate.end()
        at = end
        text = blanked[start:end]
        if not _NO_TITLE.fullmatch(text):
            yield Title(start, end, singular(text), PLURAL.search(text) is not None)


def _title_around(blanked: str, low: int, head: int) -> re.Match[str] | None:
    """The first title that starts between two offsets; a search would try every place behind them too."""
    for word in _WORD_START.finditer(blanked, low, head + 1):
        if match := _TITLE.match(blanked, word.start(), head + _FIELD_REACH):
            return match
    return None


def _heads(blanked: str) -> list[int]:
    """Where the head of a title may be: plain string search is far quicker than the pattern."""
    lower = blanked.lower()
    if len(lower) != len(blanked):  # İ becomes two characters, and offsets would shift
        lower = "".join(map(_lower_character, blanked))
    found = []
    for stem in STEMS:
        inside = stem in _WITHIN_WORDS
        at = lower.find(stem)
        while at >= 0:
            # The king in "making" is none.
            if inside or not lower[max(0, at - 1) : at].isalnum():
                found.append(at)
            at = lower.find(stem, at + 1)
    return sorted(found)


def _lower_character(character: str) -> str:
    """In lower case where that is one character too, so that offsets stay."""
    lower = character.lower()
    return lower if len(lower) == 1 else character


def singular(title: str) -> str:
    """A title of several as the title of one: "Foreign Ministers" as "Foreign Minister"."""
    plural = PLURAL.search(title)
    if plural is None:
        return title
    word = plural[0]
    one = SINGULARS.get(word.lower(), f"{word[:-2]}an" if word.endswith("men") else word[:-1])
    return (
        title[: plural.start()]
        + (one[0].upper() + one[1:] if word[0].isupper() else one)
        + title[plural.end() :]
    )
