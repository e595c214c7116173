"""What the words for who acted tell of the body that is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.among import STATES
from newsroom_enrich.components.resolutions.grammar import noun_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.resolutions.act import Act

_HELD = frozenset({"conference", "forum", "congress", "summit", "meeting", "gathering"})
_HOUSES = frozenset({"parliament", "legislature"})
_HOUSE = re.compile(r"\b[Tt]he (?:house|chamber|plenary|hemicycle)\b")


def group_head(word: Token) -> Token:
    """As "leaders" in "four of the five leaders", "ministers" in "most of the ministers"."""
    if word.pos_ not in {"NUM", "DET", "PRON"} and word.tag_ not in {"CD", "JJS"}:
        return word
    of = (child for prep in word.rights if prep.lower_ == "of" for child in prep.rights)
    return next((child for child in of if child.dep_ == "pobj"), word)


def is_any(word: Token) -> bool:
    """As in "A ministerial conference is to adopt a plan": one that the report has not told of before."""
    return noun_of(word) in _HELD and any(child.lower_ in {"a", "an"} for child in word.lefts)


def in_house(act: Act) -> bool:
    """As in "Four bills cleared the house"."""
    return not act.actors and _HOUSE.search(act.verb.sent.text) is not None


def are_parliaments(act: Act) -> bool:
    """As in "the parliaments of both countries", "ratified by all member states": each for itself."""
    lemmas = {noun_of(word) for word in act.actors}
    if act.action == "ratified" and lemmas & STATES:
        return True
    return any(word.tag_ == "NNS" and noun_of(word) in _HOUSES for word in act.actors)


def is_earlier(act: Act) -> bool:
    """As in "A caucus had adopted its own text": told in passing, so "the leaders" means others."""
    return any(child.lower_ == "had" and child.dep_ == "aux" for child in act.verb.children)


def are_its_members(act: Act) -> bool:
    """As in "the seven member countries": those of the body in force."""
    word = act.actors[0]
    return any(token.lower_ == "member" for token in word.doc[word.left_edge.i : word.i])
