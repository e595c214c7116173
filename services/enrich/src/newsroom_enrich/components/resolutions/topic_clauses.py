"""Sentences and clauses that say what documents cover: "They deal with X", "laws that regulate Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.lexicon import is_plural, kind_of
from newsroom_enrich.components.resolutions.topic_leads import COVERING, HOLDERS, list_start
from newsroom_enrich.components.resolutions.topic_lists import listed
from newsroom_enrich.components.resolutions.verbs import AGREEMENT_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

_MAX_CLIMB = 8
_OPENING = 4
_PARTICLES = frozenset("up away out down".split())
_CLAIMED = frozenset("covered addressed regulated governed concerned touched dealt tackled settled".split())
_AMONG = frozenset({"among", "figure", "feature"})


def in_clause(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """As in "a package of laws to promote tourism", "agreements that regulate fishing"."""
    doc = reading.doc
    for at in sorted(phrase.outer):
        for child in doc[at].rights:
            covers = child.dep_ in {"acl", "relcl"} and child.lemma_.casefold() in COVERING
            if covers and child.i < sentence.end and not _has_other_subject(child):
                yield from _objects(reading, child, sentence.end)


def in_next_sentence(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> list[str]:
    """As in "They deal with X", "The agreements create a partnership in Y", "Z is among the subjects"."""
    if (said := _said_of_topics(reading, phrase, sentence)) is not None:
        start = next((token.i for token in sentence if not token.is_space), sentence.start)
        return list(listed(reading, start, said.i))
    found: list[str] = []
    for verb in sentence:
        if verb.lemma_.casefold() not in COVERING and not _names_topics(verb):
            continue
        # Next to its subject the verb may be taken for a noun: "These concern, inter alia, finance".
        beside = verb.i > sentence.start and is_set(reading, phrase, verb.nbor(-1))
        if beside or (verb.pos_ in {"VERB", "AUX"} and _speaks_of(reading, phrase, verb)):
            found += [word for word in _objects(reading, verb, sentence.end) if word not in found]
    return found or _of_latter(reading, phrase, sentence)


def _objects(reading: Reading, verb: Token, end: int) -> Iterator[str]:
    """What a verb of covering covers, and what the verbs coordinated with it do."""
    later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    latter = next((token.i for token in verb.doc[verb.i : end] if token.lower_ == "latter"), end)
    stop = later[0].i if later else latter
    yield from listed(reading, start_behind(verb), stop, to_joins=verb.lemma_ == "range")
    if later:
        yield from _objects(reading, later[0], end)


def start_behind(verb: Token) -> int:
    """Behind the verb, its particle and "inter alia"."""
    at = list_start(verb.i + 1, verb.sent.end, verb)
    while at < verb.sent.end and verb.doc[at].lower_ in _PARTICLES:
        at += 1
    return list_start(at, verb.sent.end, verb)


def _has_other_subject(verb: Token) -> bool:
    """As in "decisions that delegates approved": what others do to the documents."""
    own = (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return any(child.lower_ not in {"that", "which"} for child in own)


def _names_topics(verb: Token) -> bool:
    """As "were" in "The topics were ports and water", "are" in "They are about water"."""
    if verb.lemma_ != "be" or verb.i + 1 >= verb.sent.end or verb.i == verb.sent.start:
        return False
    # "Their subjects are farming and ports": the first topic may be taken for the verb.
    holder = verb.i - verb.sent.start <= _OPENING and verb.nbor(-1).lower_ in HOLDERS
    holder = holder or any(child.lower_ in HOLDERS for child in verb.children if child.dep_ == "nsubj")
    return holder or verb.nbor().lower_ == "about"


def _said_of_topics(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Token | None:
    """The verb of "Trade and crime are covered by the rest", "Farming and film are among the fields"."""
    for verb in sentence:
        if verb.tag_ not in {"VBP", "VBD", "VBZ"} or verb.i + 1 >= sentence.end:
            continue
        behind = reading.doc[verb.i + 1 : sentence.end]
        if verb.lower_ in {"are", "were", "is", "was"} and behind[0].lower_ in _CLAIMED:
            return verb if any(is_set(reading, phrase, token) for token in behind[1:]) else None
        if verb.lemma_ in _AMONG or behind[0].lower_ == "among":
            held = any(token.lower_ in HOLDERS for token in behind)
            return verb if held and not is_set(reading, phrase, sentence[0]) else None
        return None
    return None


def _of_latter(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> list[str]:
    """As in "The former deal with trade, the latter with crime": the last set of the sentence before."""
    latter = next((t for t in sentence if t.lower_ == "latter"), None)
    if latter is None or _is_first_of_two(reading, phrase) or latter.i + 2 >= sentence.end:
        return []
    return list(listed(reading, latter.i + 1, sentence.end))


def _is_first_of_two(reading: Reading, phrase: DocumentPhrase) -> bool:
    """Whether another set stands behind this one: "the former"."""
    sentence = reading.doc[phrase.head].sent
    return any(other.plural for other in reading.phrases_in(phrase.end, sentence.end))


def _speaks_of(reading: Reading, phrase: DocumentPhrase, verb: Token) -> bool:
    """Whether the subject of the verb, or "by these decisions", is the set."""
    current = verb
    for _ in range(_MAX_CLIMB):
        told = [child for child in current.children if child.dep_ in {"nsubj", "nsubjpass"}]
        led = [c for c in current.children if c.dep_ == "prep" and c.lower_ in {"by", "with", "under"}]
        told += [inner for child in led for inner in child.children if inner.dep_ == "pobj"]
        if any(is_set(reading, phrase, token) for token in told):
            return True
        if current.dep_ not in {"conj", "relcl", "advcl", "xcomp"}:
            return False
        current = current.head
    return False


def _are_agreements(reading: Reading, phrase: DocumentPhrase) -> bool:
    """Whether "the agreements" can only be the memoranda or protocols told before."""
    sentence = reading.doc[phrase.head].sent
    told = {other.kind for other in reading.phrases_in(sentence.start, sentence.end)}
    return phrase.kind in AGREEMENT_KINDS and "agreement" not in told


def is_set(reading: Reading, phrase: DocumentPhrase, token: Token) -> bool:
    """Whether a word stands for the set: "they", "the agreements", "the remaining five"."""
    if token.lower_ in {"they", "these", "those"}:
        return True
    if token.lower_ in HOLDERS and token.i - token.sent.start <= 2:
        return True  # "Areas covered include"
    if token.lower_ == "former":
        return _is_first_of_two(reading, phrase)
    other = reading.phrase_at(token)
    if other is None:
        named = is_plural(token.text) and kind_of(token.text) == phrase.kind
        return named or token.lower_ in {"remaining", "rest", "others"} or token.pos_ == "NUM"
    generic = other.kind == "document" and other.plural
    fits = generic or phrase.kind in {other.kind, "document"}
    fits = fits or (other.kind == "agreement" and _are_agreements(reading, phrase))
    return fits and (other.plural or token.lower_ == "package")
