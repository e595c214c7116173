"""The country whose office it is, where no word beside the title says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import text_of
from newsroom_enrich.components.roles.sides import foreign, guest, met

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.mentions import Mentions

WORDS_REACH = 16
_TOGETHER = re.compile(r",? (?:and|as well as) (?:the |his |her )?")
SITE = re.compile(r"\b(?:in|at|to|with|from|against|over) (?:the )?$")
_OPENING = re.compile(r"(?:^|[.!?”\"]\s+|\n)In $")
_SENDS = re.compile(
    r"(?:['’]s?)?(?: delegation| side| team)?(?:,[^,;.]*,)?"
    r"(?:,? (?:(?:was|were|is|are) )?(?:represented|led|headed)(?: [^;.,]{0,40}?)?)? (?:by|sent|dispatched"
    r"|delegated)(?: \w+){0,2} [^;.]{0,60}$"
    r"|(?:['’]s?)? (?:side|delegation|team|party)(?: also)? (?:includ|compris|consist|was|were|featur|took)"
    r"[^;.]{0,200}$"
)


def country_around(mentions: Mentions, at: int) -> EntityDraft | None:
    """The country of the clause, of a guest, of a city in the sentence, of its speaker, of the dateline.

    Never the one that the person visits, or whose minister the person meets.
    """
    abroad = foreign(mentions, at)
    rules = (_sender, met, guest, _capital, _speaker, _dateline, _nearest_country)
    owners = (rule(mentions, at) for rule in rules)
    return next((owner for owner in owners if owner is not None and owner is not abroad), None)


def _dateline(mentions: Mentions, _: int) -> EntityDraft | None:
    return mentions.dateline


def _sender(mentions: Mentions, at: int) -> EntityDraft | None:
    """The country that the clause says is represented: "and Iran by Mahdi Safari, Deputy ..."."""
    start = mentions.sentence_start(at)
    clause = text_of(mentions.doc)[start:at]
    for begin, entity in mentions.before(at, start):
        if entity.type != "country" or SITE.search(clause, 0, begin - start):
            continue
        if _SENDS.match(clause, mentions.ends[begin] - start):
            return entity
    return None


def _capital(mentions: Mentions, at: int) -> EntityDraft | None:
    """The country of a city named in this sentence, or that opens the one before: "In Beirut, ..."."""
    start = mentions.sentence_start(max(0, mentions.sentence_start(at) - 2))
    sentence, text = mentions.sentence_start(at), text_of(mentions.doc)
    for begin, entity in mentions.before(at, start):
        opens = begin >= sentence or _OPENING.search(text, max(0, begin - WORDS_REACH), begin)
        if opens and entity.type == "place" and entity.country in mentions.by_code:
            return mentions.by_code[entity.country]
    return None


def _speaker(mentions: Mentions, at: int) -> EntityDraft | None:
    """The country of the person who is the subject of the sentence."""
    for _, entity in mentions.before(at, mentions.sentence_start(at)):
        if entity.type == "person" and entity.roles and entity.roles[0].of:
            owner = mentions.by_name.get(entity.roles[0].of)
            return owner if owner and owner.type == "country" else None
    return None


def _nearest_country(mentions: Mentions, at: int) -> EntityDraft | None:
    """The nearest country before the title in its sentence, else the first of an earlier sentence."""
    start = mentions.sentence_start(at)
    for _, entity in mentions.before(at, start):
        if entity.type == "country":
            return entity
    for begin, entity in mentions.before(start):
        if entity.type == "country":
            sentence = mentions.sentence_start(begin)
            earlier = [other for _, other in mentions.before(begin + 1, sentence) if other.type == "country"]
            return earlier[-1] if earlier else entity
    # The only one that the report names at all.
    return next(iter(mentions.by_code.values())) if len(mentions.by_code) == 1 else None


def companion(mentions: Mentions, at: int) -> EntityDraft | None:
    """The country of the person just before: "Secretary of State X and special envoy Y"."""
    start, person = next(mentions.before(at), (0, None))
    if person is None or person.type != "person" or not person.roles:
        return None
    owner = mentions.by_name.get(person.roles[0].of or "")
    together = _TOGETHER.fullmatch(text_of(mentions.doc), mentions.ends[start], at)
    return owner if together and owner is not None and owner.type == "country" else None
