"""Whom "its", "whose", "the bloc's" and "Putin's" before a title refer to."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import text_of
from newsroom_enrich.components.roles import kinds, wording
from newsroom_enrich.components.roles.home import SITE, WORDS_REACH

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.mentions import Mentions

_ONE_KIND = re.compile(r"council|commission|committee|court|bank|parliament|assembly|senate|house|university")
_OF_A_PLACE = re.compile(r"(?i)(?:.* )?(?:mayor|governor)")
# Between a name and the possessive that must mean it: "Chad by its".
_BESIDE = re.compile(
    r"^[^,;:.]{1,60}?(?<!\w)(?:by|and|sent|with|through) (?:(?:H\.\s?E\.|HE|Mr\.?|Ms\.?|Mrs\.?|Dr\.?) )?$"
)
_RELATIVE = frozenset({"relcl", "acl"})


def possessor(mentions: Mentions, possessive: str | None, title: str, at: int) -> EntityDraft | None:
    """The country or organization that the possessive before a title at an offset refers to."""
    if possessive is None:
        return None
    if possessive == wording.OF_A_PERSON:
        _, superior = mentions.mentions[bisect_left(mentions.starts, at)]
        known = mentions.by_name.get(superior.roles[0].of or "") if superior.roles else None
        return known or mentions.known(superior)
    of_person = possessive in {"his", "her"} or (possessive == "whose" and _follows_person(mentions, at))
    owner = _of_last_person(mentions, at) if of_person else None
    return owner or _referred_to(mentions, possessive, title, at)


def _of_last_person(mentions: Mentions, at: int) -> EntityDraft | None:
    for _, entity in mentions.before(at):
        if entity.type == "person":
            return mentions.by_name.get(entity.roles[0].of or "") if entity.roles else None
    return None


def _follows_person(mentions: Mentions, at: int) -> bool:
    nearest = next(mentions.before(at), None)
    return nearest is not None and nearest[1].type == "person"


def _referred_to(mentions: Mentions, possessive: str, title: str, at: int) -> EntityDraft | None:
    """The country or organization of the sentence, or of the one before; of the report, for "the bloc's"."""
    if "country" in possessive:
        return next((entity for _, entity in mentions.before(at) if entity.type == "country"), None)
    if possessive.startswith("the "):
        if _ONE_KIND.search(possessive):
            return None  # the commission's, and no such body in the report
        bodies = [entity for entity in mentions.entities if entity.type == "organization"]
        return max(bodies, key=lambda body: len(body.mentions), default=None)
    start = mentions.sentence_start(at)
    owner = _of_sentence(mentions, possessive, title, (start, at))
    # "Under its chair, X, the Committee" looks forward.
    backward = not text_of(mentions.doc)[start:at].strip() or any(
        entity.type == "person" for _, entity in mentions.before(at, start)
    )
    if owner is None and possessive == "its" and start > 0 and backward:
        return _of_sentence(mentions, possessive, title, (mentions.sentence_start(max(0, start - 2)), start))
    return owner


def _of_sentence(
    mentions: Mentions, possessive: str, title: str, span: tuple[int, int]
) -> EntityDraft | None:
    """The subject that can have this office, else the last one named that can, else the last one named."""
    start, end = span
    named = [
        (begin, owner)
        for begin, entity in mentions.before(end, start)
        if (owner := _as_owner(mentions, entity, begin, possessive, title))
    ]
    if not named:
        return None
    nearest, other = next(mentions.before(end, start), (end, None))
    apposed = other is not None and other.type == "person"  # "Chad by X, its ambassador"
    if possessive == "whose" or _BESIDE.search(
        text_of(mentions.doc)[named[0][0] : nearest if apposed else end]
    ):
        return named[0][1]
    fitting = [(begin, owner) for begin, owner in named if _fits(owner, title)] or named
    subjects = (owner for begin, owner in fitting if _is_subject(mentions, begin))
    return next(subjects, fitting[0][1])


def _as_owner(
    mentions: Mentions, entity: EntityDraft, begin: int, possessive: str, title: str
) -> EntityDraft | None:
    """The owner that a name stands for: a capital is its government, unless something happens there."""
    if entity.type in {"country", "organization"}:
        return entity
    beside = text_of(mentions.doc).startswith(", whose ", mentions.ends[begin])
    if entity.type == "place" and beside:
        return entity
    if entity.type != "place" or SITE.search(text_of(mentions.doc), max(0, begin - WORDS_REACH), begin):
        return None
    if possessive == "whose" or _OF_A_PLACE.fullmatch(title):
        return entity
    return mentions.by_code.get(entity.country) if entity.country else None


def _fits(owner: EntityDraft, title: str) -> bool:
    """Whether the office is one of a state or of an organization, as the owner is."""
    return (owner.type == "country") == kinds.is_national(title)


def _is_subject(mentions: Mentions, begin: int) -> bool:
    """Whether the name at an offset is the subject of a clause that is no relative one."""
    span = mentions.doc.char_span(begin, begin + 1, alignment_mode="expand")
    if span is None:
        return False
    token = span[0]
    while token.dep_ in {"compound", "nmod", "amod"} and token.head.i > token.i:
        token = token.head
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ not in _RELATIVE
