"""What a body or a court laid down in so many words: "the court ordered Israel by 15 votes to two ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.act import Act
from newsroom_enrich.components.resolutions.actors import classify_word, is_body, is_central_bank
from newsroom_enrich.components.resolutions.grammar import agents, is_passive, lemma_of, objects
from newsroom_enrich.components.resolutions.measures import is_voted, measures
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.components.resolutions.readings import actors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newsroom_enrich.components.resolutions.reading import Reading

_LAYS_DOWN = frozenset(
    "determine hold rule order declare find conclude request ask demand condemn deplore rebuke censure urge "
    "call instruct uphold overturn quash reverse acquit convict bar inscribe recognise recognize affirm "
    "reaffirm denounce add strike remove delete elevate designate classify reclassify lower".split()
)
_RULES = frozenset(
    "hold rule order find declare uphold overturn quash reverse annul acquit convict strike bar".split()
)
_COURT = re.compile(r"\b(?:Court|Tribunal|Chamber)\b")
_MOVES_RATES = frozenset("cut raise lower hike lift increase reduce trim slash hold keep leave".split())
_RATES = frozenset({"rate", "rates"})
_BANK = re.compile(r"\b(?:Bank|Reserve|Committee|Riksbank|Council|Board|Authority)\b")


def rulings(reading: Reading, verb: Token) -> Iterator[Act]:
    """The act of a body that lays something down with a vote, of a court, or on interest rates."""
    lemma = lemma_of(verb)
    if lemma in _LAYS_DOWN | _MOVES_RATES and mood(verb) == "done":
        who = _who(verb)
        if _lays_down(reading, verb, lemma, who):
            yield Act(verb, verb, "adopted", "done", thing=verb, actors=who, reason="decided")
            return
    yield from measures(reading, verb)


def _lays_down(reading: Reading, verb: Token, lemma: str, who: tuple[Token, ...]) -> bool:
    if not who:
        return False
    name = _named_body(reading, who[0])
    several = name is not None or classify_word(reading, who[0]) in {"body", "collective"}
    if lemma in _LAYS_DOWN and several and is_voted(reading, verb):
        return True
    if name is None:
        return is_central_bank(who[0]) and _moves_rates(reading, verb, "Bank")
    by_court = lemma in _RULES and bool(_COURT.search(name)) and _tells_what(reading, verb)
    return by_court or _moves_rates(reading, verb, name)


def _who(verb: Token) -> tuple[Token, ...]:
    """Those who lay something down; "held by six votes to one" is taken for a passive."""
    lost = verb.dep_ == "acl" and verb.head.dep_ in {"ROOT", "nsubj"} and not agents(verb)
    if lost:
        return (verb.head,)
    return () if is_passive(verb) else actors(verb)


def _named_body(reading: Reading, word: Token) -> str | None:
    """The name of the body that decides, or of the one of which it is an organ."""
    own = reading.entity_at(word)
    named = [own] if own is not None else reading.entities_in(word.left_edge.i, word.right_edge.i + 1)
    return next((e.name for e in named if e.type == "organization" and is_body(e)), None)


def _tells_what(reading: Reading, verb: Token) -> bool:
    """Whether a clause tells what was ruled, and the report when: no reception was held."""
    told = any(child.dep_ in {"ccomp", "xcomp", "advcl"} for child in verb.children)
    return told and reading.date_of(verb) is not None


def _moves_rates(reading: Reading, verb: Token, name: str) -> bool:
    """As in "the Governing Council of the European Central Bank cut its key rates on Thursday"."""
    rates = any({word.lower_, word.lemma_} & _RATES for word in objects(verb))
    return rates and bool(_BANK.search(name)) and reading.date_of(verb) is not None
