"""Which person a subject means: by name, by "he", by an office ("the prime minister"), as "the visitor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.grammar import conjuncts
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

_GUESTS = frozenset({"visitor", "guest"})
_SENTENCES_BEFORE = 3


def people_meant(reading: Reading, who: Token, visitor: str | None = None) -> list[EntityDraft]:
    """The persons of a subject; `visitor` is the name of the guest whose visit the report covers."""
    named = reading.entities_in(who.left_edge.i, who.right_edge.i + 1, "person")
    if named:
        return named
    lemma = who.lemma_.casefold()
    if who.lower_ in {"he", "she"} and (teller := _teller(reading, who)) is not None:
        return [teller]
    if visitor is not None and (lemma in _GUESTS or who.lower_ in {"he", "she"}):
        return [e for e in reading.notes.entities if e.type == "person" and e.name == visitor]
    if who.lower_ in {"he", "she"}:
        return told_before(reading, who)
    return _in_office(reading, who) if who.tag_ in {"NN", "NNP"} else []


def company(reading: Reading, who: Token) -> list[EntityDraft]:
    """All whom a subject names side by side, also those before it whom the parser left out: "A, B and C"."""
    people = [entity for word in conjuncts(who) if (entity := reading.entity_at(word)) is not None]
    at = who.left_edge.i - 1
    while at > who.sent.start and reading.doc[at].text == ",":
        before = reading.entity_at(reading.doc[at - 1])
        if before is None or before.type != "person":
            break
        people.insert(0, before)
        at -= 1
        while at > who.sent.start and reading.entity_at(reading.doc[at]) is before:
            at -= 1
    return [person for person in people if person.type == "person"]


def _teller(reading: Reading, pronoun: Token) -> EntityDraft | None:
    """As in "X announced that he would travel": the subject of the clause above."""
    clause = pronoun.head
    if pronoun.dep_ != "nsubj" or clause.dep_ not in {"ccomp", "advcl", "relcl"}:
        return None
    told = (child for child in clause.head.children if child.dep_ == "nsubj" and child.i < pronoun.i)
    entity = next((reading.entity_at(word) for word in told), None)
    return entity if entity is not None and entity.type == "person" else None


def told_before(reading: Reading, pronoun: Token) -> list[EntityDraft]:
    """The person named before "he" in its sentence, else the first of the nearest sentence that names one."""
    sentence = pronoun.sent
    here = reading.entities_in(sentence.start, pronoun.i, "person")
    if here:
        return here[-1:]
    before = reading.sentences_before(sentence, _SENTENCES_BEFORE)
    acting = (e for s in before for t, e in reading.named_in(s.start, s.end, "person") if t.dep_ == "nsubj")
    if (person := next(acting, None)) is not None:
        return [person]
    named = (reading.entities_in(s.start, s.end, "person") for s in before)
    return next((people[:1] for people in named if people), [])


def _in_office(reading: Reading, who: Token) -> list[EntityDraft]:
    """The one person of the report whose office is named: "the Secretary General"."""
    words = {fold(reading.doc[at : who.i + 1].text) for at in range(who.left_edge.i, who.i + 1)}
    people = [e for e in reading.notes.entities if e.type == "person"]
    holders = [e for e in people if any(fold(role.title) in words for role in e.roles)]
    return holders if len(holders) == 1 else []
