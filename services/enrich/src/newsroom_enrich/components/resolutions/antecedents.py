"""Which documents "it", "them" and "both" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.numbers import parse_number

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.items import Item
    from newsroom_enrich.components.resolutions.reading import Reading

_SENTENCES_BACK = 4
_OF_DOCUMENTS = frozenset("sign ratify initial ink adopt approve endorse".split())


def antecedents(reading: Reading, pronoun: Token, items: list[Item]) -> list[DocumentPhrase]:
    """The documents that a pronoun means: one, or for "both" the last two; none where the context gives
    none.
    """
    index = reading.index_of(pronoun.sent)
    if pronoun.lower_ == "both":
        phrases = [
            item.phrase
            for item in items
            if item.phrase is not None and item.sentence < index and item.count == 1
        ]
        return phrases[-2:] if len(phrases) >= 2 else []
    if pronoun.pos_ == "NUM":
        return _counted(reading, parse_number(pronoun.text), pronoun.i)
    known = {id(item.phrase) for item in items if item.phrase is not None}
    decided = pronoun.head.lemma_.casefold() in _OF_DOCUMENTS  # whatever is signed is a document
    start = reading.sentences[index].start
    here = reading.phrases_in(start, pronoun.i)
    before = [p for p in here if _can_be_meant(p)] or [p for p in here if _is_subject(reading, p)]
    if before:
        return [_most_telling(before, items)]
    for back in range(1, _SENTENCES_BACK + 1):
        if index - back < 0:
            break
        sentence = reading.sentences[index - back]
        if not sentence.text.strip():
            continue
        told = reading.phrases_in(sentence.start, sentence.end)
        weak = [p for p in told if back == 1 and (decided or id(p) in known)]
        found = [p for p in told if _can_be_meant(p)] or weak
        if found:
            return [_most_telling(found, items)]
    return _plan_before(reading, pronoun, index)


def _plan_before(reading: Reading, pronoun: Token, index: int) -> list[DocumentPhrase]:
    """As in "came with a plan for the reefs. ... It was rejected by 41 votes": one that is no document
    by itself, where the report has put it forward and no other.
    """
    if pronoun.dep_ != "nsubjpass":
        return []
    start = reading.sentences[max(0, index - _SENTENCES_BACK)].start
    before = reading.phrases_in(start, pronoun.i)
    put = [p for p in before if p.count == 1 and reading.doc[p.start].lower_ in {"a", "an", "its", "their"}]
    return put if len(put) == 1 else []


def _counted(reading: Reading, number: int | None, end: int) -> list[DocumentPhrase]:
    """As in "all ten": the documents that were counted before."""
    several = [p for p in reading.phrases_in(0, end) if p.count == number and number != 1]
    return several[-1:]


def _is_subject(reading: Reading, phrase: DocumentPhrase) -> bool:
    """As in "A concept is being drafted; it will be laid before the summit"."""
    return reading.doc[phrase.head].dep_ in {"nsubj", "nsubjpass"}


def _can_be_meant(phrase: DocumentPhrase) -> bool:
    return phrase.strong or phrase.is_named or phrase.draft


def _most_telling(phrases: list[DocumentPhrase], items: list[Item]) -> DocumentPhrase:
    """Of several, the one that an item is about, else the first, which mostly is the subject."""
    known = {id(item.phrase) for item in items if item.phrase is not None}
    return next(
        (p for p in phrases if id(p) in known), next((p for p in phrases if p.draft or p.symbol), phrases[0])
    )
