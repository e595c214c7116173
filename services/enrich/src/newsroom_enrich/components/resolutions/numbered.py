"""The symbol of a document that is told away from its decision: behind it, beside it, or further on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.symbols import symbol_in_brackets
from newsroom_enrich.components.resolutions.instruments import is_new
from newsroom_enrich.components.votes import read_tally

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.documents.symbols import Symbol
    from newsroom_enrich.components.resolutions.items import Item
    from newsroom_enrich.components.resolutions.reading import Reading

_WITH_SYMBOLS = frozenset({"resolution", "decision", "document"})
_AHEAD = 4
_OPENING_TOKENS = 2
# What a later sentence says of the document of an earlier one: "Tabled by France as document A/72/L.51, the
# text ...".
_OF_IT = re.compile(
    r"\b(?:the|this|that) (?:draft|text|resolution|decision|document|paper|motion|measure|framework|"
    r"proposal)\b|"
    r"^\W*(?:tabled|submitted|introduced|contained|circulated|issued|sponsored|presented|put forward)\b",
    re.IGNORECASE,
)


def with_symbol(reading: Reading, items: list[Item], item: Item) -> Item:
    """The item with the symbol that its sentence or one beside it gives to its document."""
    phrase = item.phrase
    if phrase is None or not _lacks_symbol(item):
        return item
    symbol = _behind(reading, phrase) or _issued_as(reading, phrase) or _beside(reading, items, item)
    return item if symbol is None else replace(item, phrase=replace(phrase, symbol=symbol))


def with_later_symbol(reading: Reading, decisions: list[Item], item: Item) -> Item:
    """The item with the symbol that a later sentence gives, before it tells of another decision; for items
    that are told once, as "the text" of a sentence between could be another document else.
    """
    if item.phrase is None or not _lacks_symbol(item):
        return item
    symbol = _further_on(reading, decisions, item)
    return item if symbol is None else replace(item, phrase=replace(item.phrase, symbol=symbol))


def _lacks_symbol(item: Item) -> bool:
    told = item.phrase is not None and item.phrase.symbol is not None
    return item.count == 1 and item.kind in _WITH_SYMBOLS and not told


def _behind(reading: Reading, phrase: DocumentPhrase) -> Symbol | None:
    """As in "a text on Yemen (A/HRC/54/L.20)": in brackets, before the next document."""
    doc = reading.doc
    sentence = doc[phrase.head].sent
    behind = reading.phrases_in(phrase.end, sentence.end)
    # "A text on the law of the sea (document A/79/L.41)": the law is no document of its own.
    others = (p.start for p in behind if doc[p.start - 1].text != "(" and doc[p.start - 1].pos_ != "ADP")
    return symbol_in_brackets(doc[phrase.start : next(others, sentence.end)].text)


def _issued_as(reading: Reading, phrase: DocumentPhrase) -> Symbol | None:
    """As in "The text, issued as resolution 2428 (2018), was adopted"."""
    doc = reading.doc
    behind = reading.phrases_in(phrase.end, doc[phrase.head].sent.end)
    named = (p.symbol for p in behind if p.symbol is not None and doc[p.start - 1].lower_ == "as")
    return next(named, None) if phrase.definite else None


def _beside(reading: Reading, items: list[Item], item: Item) -> Symbol | None:
    """As in "Contained in document A/78/L.67, it ...": in the sentence before or behind."""
    taken = {other.sentence for other in items}
    for at in (item.sentence - 1, item.sentence + 1):
        if 0 <= at < len(reading.sentences) and at not in taken:
            coded = _coded(reading, reading.sentences[at])
            if coded is not None:
                return coded
    return None


def _further_on(reading: Reading, items: list[Item], item: Item) -> Symbol | None:
    """As in "Tabled by France as document A/72/L.51, the text ...", "Resolution 2681 (2023), drafted by
    Japan, says ...", before another decision is told.
    """
    taken = {other.sentence for other in items if other.sentence != item.sentence}
    known = {other.symbol for other in items}
    sentence = reading.sentences[item.sentence]
    for _ in range(_AHEAD):
        following = reading.sentence_after(sentence)
        if following is None or reading.index_of(following) in taken:
            return None
        sentence = following
        told = _coded(reading, sentence) if _OF_IT.search(reading.words_of(sentence)) else None
        told = told or _named(reading, item, sentence)
        if told is not None:
            return None if told in known else told
    return None


def _coded(reading: Reading, sentence: Span) -> Symbol | None:
    """As in "in document A/78/L.67/Rev.1"."""
    for phrase in reading.phrases_in(sentence.start, sentence.end):
        coded = phrase.kind == "document" and phrase.symbol is not None and phrase.symbol.code is not None
        if coded and reading.doc[phrase.start - 1].lower_ in {"in", "as", "(", "of"}:
            return phrase.symbol
    return None


def _named(reading: Reading, item: Item, sentence: Span) -> Symbol | None:
    """The number of a new document of the same kind, of which the sentence tells what it says or how states
    voted: "Six countries opposed resolution 73/295".
    """
    numbered = [p for p in reading.phrases_in(sentence.start, sentence.end) if p.symbol is not None]
    if len(numbered) != 1 or numbered[0].kind != item.kind or not is_new(reading, numbered[0]):
        return None
    noun = reading.doc[numbered[0].head]
    opens = numbered[0].start - sentence.start <= _OPENING_TOKENS
    says = opens and noun.dep_ == "nsubj" and noun.head.tag_ == "VBZ"
    tally = read_tally(sentence.text, reading.voters_in(sentence))
    return numbered[0].symbol if says or not tally.is_empty else None
