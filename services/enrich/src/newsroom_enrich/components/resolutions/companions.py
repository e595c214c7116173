"""Documents that go with those of an act: "signed a pact along with a road map", and those that a meeting
brings forth.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.act import Act
from newsroom_enrich.components.resolutions.actors import GENERIC
from newsroom_enrich.components.resolutions.grammar import (
    after_preposition,
    climb,
    lemma_of,
    objects,
    subject,
)
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.components.resolutions.targets import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

_BESIDE = frozenset({"alongside", "plus"})
_WITH = frozenset({"along", "together"})
_LEADS = frozenset("signed adopted approved endorsed agreed".split())
_OCCASIONS = frozenset(
    "ceremony summit meeting session conference visit talk congress forum gathering negotiation round event "
    "day assembly council plenary".split()
)
_BRINGS = {"bring": frozenset({"forth"}), "give": frozenset({"birth"}), "result": frozenset({"in"})}
_YIELDS = frozenset("produce yield".split())


def accompanied(reading: Reading, act: Act) -> Act:
    """The act with the documents that the same words say were decided together with its own."""
    if not act.phrases or act.action not in _LEADS or act.reason not in {"verb", "issued"}:
        return act
    beside = list(_beside(reading, act))
    return replace(act, phrases=(*act.phrases, *beside)) if beside else act


def _beside(reading: Reading, act: Act) -> Iterator[DocumentPhrase]:
    doc, known = reading.doc, set(act.phrases)
    heads = {act.verb.i, *(at for phrase in act.phrases for at in phrase.outer)}
    for phrase in reading.phrases_in(act.verb.i, act.verb.sent.end):
        lead = doc[phrase.start - 1]
        if phrase in known or phrase.definite or lead.i <= act.verb.i:
            continue
        joined = lead.lower_ in _BESIDE or (lead.lower_ == "with" and doc[lead.i - 1].lower_ in _WITH)
        if joined and heads & {lead.head.i, *(head.i for head in climb(lead))}:
            yield phrase


def brought_forth(reading: Reading, verb: Token) -> Iterator[Act]:
    """As in "the ceremony produced an agreement on water", "the summit brought forth the Lima Charter"."""
    lemma = lemma_of(verb)
    found = subject(verb)
    if found is None or mood(verb) != "done" or not _is_birth(verb, lemma):
        return
    is_occasion = found.lemma_.casefold() in _OCCASIONS or found.lower_ == "it"
    things = objects(verb) if lemma in _YIELDS | {"bring"} else after_preposition(verb, "to", "in")
    phrases = tuple(p for p in documents(reading, things) if p.strong and (p.is_named or not p.definite))
    if not (is_occasion and phrases):
        return
    among_states = phrases[0].kind in verbs.AGREEMENT_KINDS
    signed = found.lemma_.casefold() == "ceremony"
    action: Action = "signed" if signed and among_states else "agreed" if among_states else "adopted"
    more = tuple(p for p in _further(reading, phrases[-1], verb) if p not in phrases)
    who = (found,) if found.lemma_.casefold() in GENERIC or found.lower_ == "it" else ()
    yield Act(verb, verb, action, "done", (*phrases, *more), actors=who, reason="measure")


def _is_birth(verb: Token, lemma: str) -> bool:
    beside = {child.lower_ for child in verb.children}
    return lemma in _YIELDS or bool(_BRINGS.get(lemma, frozenset()) & beside)


def _further(reading: Reading, last: DocumentPhrase, verb: Token) -> Iterator[DocumentPhrase]:
    """As in "an agreement on a bridge and another on health"."""
    for phrase in reading.phrases_in(last.end, verb.sent.end):
        if phrase.one_more:
            yield phrase
