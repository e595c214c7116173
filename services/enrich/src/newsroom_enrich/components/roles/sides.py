"""The two sides of a meeting: whose minister somebody is who met a counterpart or came with a guest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.mentions import Mentions

_COMPARED = re.compile(r"\b(?:his|her|their) (?:\w+ )?$")
_COUNTERPART = re.compile(r" (?:counterpart|colleague|opposite number|peer|host)s?\b")
_COMPARED_REACH = 240
_WORD_REACH = 24
_SENTENCE_ENDS = re.compile(r"[.!?]['\"”’)]*\s|\n")
_GOES = re.compile(
    r"\b(?:(?:arriv|land)(?:es|ed|ing|s) (?:in|from)|touched down in|visit(?:s|ed|ing)|left"
    r"|(?:flew|flies|travel(?:s|led|ed)|came|comes|went|goes) (?:in )?(?:to|out of)"
    r"|(?:a|an|the|his|her) (?:[\w-]+ ){0,3}visit to) (?:the )?$"
)
_COMPANIONS = re.compile(
    r"(?i)\b(?:accompanied by|accompanying (?:him|her|the \w+)"
    r"|(?:travell?ed|travell?ing|came|flew(?: in)?) with (?:him|her)"
    r"|(?:his|her|the|whose|a) (?:[\w-]+ ){0,2}(?:delegation|entourage))\b(?! of )"
)


def other_side(entities: Iterable[EntityDraft], side: EntityDraft | None) -> EntityDraft | None:
    """Of the two countries that a report names most, the one that is not given."""
    countries = sorted(
        (entity for entity in entities if entity.type == "country"), key=lambda entity: -len(entity.mentions)
    )
    first, third = countries[:2], countries[2:3]
    if side not in first or len(first) < 2 or (third and len(third[0].mentions) == len(first[1].mentions)):
        return None
    return next(entity for entity in first if entity is not side)


def met(mentions: Mentions, at: int) -> EntityDraft | None:
    """The other side, where the sentence goes on with "his Chadian counterpart" of the person here."""
    compared = next((country for country, peer in _countries_after(mentions, at) if peer), None)
    return other_side(mentions.entities, compared) if compared is not None else None


def foreign(mentions: Mentions, at: int) -> EntityDraft | None:
    """The country that the person named here comes to, visits or leaves, or whose counterpart is met."""
    return next((country for country, _ in _countries_after(mentions, at)), None)


def _countries_after(mentions: Mentions, at: int) -> Iterator[tuple[EntityDraft, bool]]:
    """The countries, later in the sentence, that the person named here is not of, and if by a counterpart."""
    text = text_of(mentions.doc)
    ends = _SENTENCE_ENDS.search(text, at)
    end = min(at + _COMPARED_REACH, ends.start() if ends else len(text))
    for start, country in mentions.between(at, end):
        if country.type != "country":
            continue
        peer = _COMPARED.search(text, max(at, start - _WORD_REACH), start) is not None
        if peer and _COUNTERPART.match(text, mentions.ends[start]):
            yield country, True
        elif _GOES.search(text, at, start):
            yield country, False


def guest(mentions: Mentions, at: int) -> EntityDraft | None:
    """The country of the guest, where this paragraph is on who came along."""
    text = text_of(mentions.doc)
    paragraph = text.rfind("\n", 0, at) + 1
    companions = _COMPANIONS.search(text, paragraph, at)
    if companions is None:
        return None
    host = mentions.dateline
    for _, entity in mentions.before(companions.end()):
        if entity.type == "person" and entity.roles:
            owner = mentions.by_name.get(entity.roles[0].of or "")
            if owner is not None and owner.type == "country" and owner is not host:
                return owner if host is not None else None
    return None
