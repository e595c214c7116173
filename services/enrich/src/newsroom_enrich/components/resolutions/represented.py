"""Parties that other words than the subject name: those for whom people sign, those who are party to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.actors import GENERIC
from newsroom_enrich.components.resolutions.sides import SUBJECTS, is_state, sides_in
from newsroom_enrich.components.resolutions.signers import BETWEEN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

_BEHALF_REACH = 5
_LEADING_ON = frozenset({"the", "government", "governments", "of", "kingdom", "republic", "both", "its"})
_TO_WHICH = re.compile(
    r"\b(?:to|of) which [^;:]*?\b(?:are|is|were|became)\b[^,;:]*\b(?:party|parties|signator(?:y|ies))\b"
)
_TOGETHER = re.compile(
    r"(?:\b(?:together|along|jointly) with\b|\balongside\b|\bjoined by\b|\bas well as\b|\bplus\b)"
)
_CALLED = GENERIC | {"bank", "fund", "company", "corporation", "group", "firm", "lender", "ministry"}


def for_whom(reading: Reading, act: Act) -> list[str]:
    """As in "was signed on behalf of Senegal by its minister", "Representing Chile, Ana Costa signed",
    "signed by Ana Costa for Chile and Ivan Petrov for Unicef".
    """
    if act.action != "signed":
        return []
    doc, sentence = reading.doc, act.verb.sent
    found: list[str] = []
    for at in range(sentence.start, sentence.end - 1):
        if doc[at].lower_ == "behalf" and doc[at + 1].lower_ == "of":
            end = min(at + _BEHALF_REACH, sentence.end)
            found += [e.name for e in reading.entities_in(at, end, "country", "organization")]
        elif doc[at].lower_ == "representing" or (doc[at].lower_ == "for" and _is_beside_signer(reading, at)):
            found += [e.name for e in _right_behind(reading, at)]
    return found


def _is_beside_signer(reading: Reading, at: int) -> bool:
    """Whether "for" stands right behind the name of a person, or opens the clause of one."""
    before, doc = reading.entity_at(reading.doc[at - 1]), reading.doc
    if before is not None:
        return before.type == "person"
    behind = next((e for _, e in reading.named_in(at + 1, doc[at].sent.end, "person")), None)
    return doc[at - 1].text == "," and doc[at - 2].lower_ in {"and", "by"} and behind is not None


def _right_behind(reading: Reading, at: int) -> list[EntityDraft]:
    """The state or organization that a preposition leads to."""
    end = reading.doc[at].sent.end
    named = next(((t.i, e) for t, e in reading.named_in(at + 1, end)), None)
    if named is None or any(t.lower_ not in _LEADING_ON for t in reading.doc[at + 1 : named[0]]):
        return []
    return [named[1]] if is_state(named[1]) or named[1].type == "organization" else []


def signatures(reading: Reading, act: Act) -> list[str]:
    """As in "bears the signatures of A, B and C"."""
    if act.verb.lemma_ != "bear":
        return []
    at = next((t.i for t in reading.tokens_of(act.verb.sent) if t.lemma_ == "signature"), None)
    return [e.name for e in sides_in(reading, at, act.verb.sent.end)] if at is not None else []


def party_to_it(reading: Reading, act: Act) -> list[str]:
    """As in "The treaty, to which Peru, Chile and Fiji are party, was signed"."""
    sentence = act.verb.sent
    told = _TO_WHICH.search(sentence.text)
    if told is None or not act.phrases:
        return []
    start, end = sentence.start_char + told.start(), sentence.start_char + told.end()
    within = [token.i for token in sentence if start <= token.idx < end]
    return [e.name for e in sides_in(reading, within[0], within[-1] + 1)]


def together_with(reading: Reading, act: Act) -> list[str]:
    """As in "Peru and Chile, together with the European Commission, signed": those that are added between
    the subject and its verb.
    """
    start = act.actors[0].i if act.actors else act.verb.i
    between = reading.doc[start : act.verb.i]
    told = _TOGETHER.search(between.text)
    if act.passive or told is None or reading.entity_at(reading.doc[start]) is None:
        return []
    at = next((t.i for t in between if t.idx >= between.start_char + told.end()), act.verb.i)
    return list(_named_on(reading, at, act.verb.i))


def _named_on(reading: Reading, start: int, end: int) -> Iterator[str]:
    """The states and organizations of a list, up to the first word that is no part of it."""
    for token in reading.doc[start:end]:
        entity = reading.entity_at(token)
        if entity is None and token.lower_ not in BETWEEN_NAMES:
            return
        if entity is not None and (is_state(entity) or entity.type == "organization"):
            yield entity.name


def one_meant(reading: Reading, word: Token) -> list[str]:
    """As in "Egypt said that it had signed", "The bank also signed": the one named before of which it is
    said.
    """
    if word.lower_ == "it":
        return _subject_before(reading, word)
    if word.lower_ not in _CALLED or not any(child.lower_ == "the" for child in word.lefts):
        return []
    organizations = [e for e in reading.notes.entities if e.type == "organization"]
    called = [e for e in organizations if word.lower_ in e.name.casefold().split()]
    before = [(start, e.name) for e in called for start, _ in e.mentions if start < word.idx]
    return [max(before)[1]] if before else []


def _subject_before(reading: Reading, word: Token) -> list[str]:
    """The subject of the clause above, else that of the sentence before."""
    here = [t for t in reading.tokens[word.sent.start : word.i] if t.dep_ in SUBJECTS]
    before = reading.sentence_before(word.sent)
    above = [t for t in before or () if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"]
    subject = here[-1] if here else next(iter(above), None)
    entity = reading.entity_at(subject) if subject is not None else None
    return [entity.name] if entity is not None and (is_state(entity) or entity.type == "organization") else []
