"""Documents that are called by no noun of their own: "two drafts ... The first, tabled by Peru, fell",
"passed a bill on fish and another on water".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.patterns import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from newsroom_enrich.components.documents.phrase import DocumentPhrase

_WORDS = "first second third fourth fifth sixth other latter former last"
_PLACED = re.compile(rf"\b[Tt]he (?:{'|'.join(_WORDS.split())})\b")
_MORE = re.compile(r"\b(?:[Aa]nother|[Oo]nes?|(?<=\b[Aa] )(?:second|third|fourth|fifth|sixth|further))\b")
_REACH_CHARACTERS = 700
_BACK_CHARACTERS = 400
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
_ROLES_OF_MORE = _ROLES | {"conj", "pobj", "attr", "appos"}
_TOPIC_REACH = 3
# How many are told before "a third", "a fourth".
_AFTER = {"third": 2, "fourth": 3, "fifth": 4, "sixth": 5}
_APART = frozenset("second third further separate additional parallel companion similar other new".split())
# What a document is on, or between whom; "one of" and "one in ten" count something else.
_TOPICS = frozenset({"on", "about", "between", "concerning", "by", "with", "against"})

ORDINALS = frozenset(_WORDS.split())


def one_of_several(doc: Doc, text: str, phrases: list[DocumentPhrase]) -> list[DocumentPhrase]:
    """The phrases of "the first", "the other" behind several documents."""
    found: dict[int, DocumentPhrase] = {}
    taken = {at for phrase in phrases for at in range(phrase.start, phrase.end)}
    for several in phrases:
        counted = several.count is not None and several.count > 1
        if not (counted and (several.strong or several.is_bare_draft(doc))):
            continue
        for word in _placed(doc, text, doc[several.end - 1].idx):
            if word.i not in taken:
                draft = several.draft or several.is_bare_draft(doc)
                found[word.i] = replace(_like(several, word), start=word.i - 1, draft=draft)
    return list(found.values())


def one_more(doc: Doc, text: str, phrases: list[DocumentPhrase]) -> list[DocumentPhrase]:
    """The phrases of "another", "a second one", "one on fishing" behind a document."""
    found: list[DocumentPhrase] = []
    for match in _MORE.finditer(text) if phrases else ():
        before = [p for p in phrases if p.strong and 0 < match.start() - doc[p.head].idx < _BACK_CHARACTERS]
        span = doc.char_span(*match.span())
        if not before or span is None or not _stands_alone(span[0]):
            continue
        if span[0].dep_ == "nsubj" and span[0].head.lemma_ == "be" and not list(span[0].rights):
            continue  # "One was all it took."
        word, last = span[0], before[-1]
        told = any(child.lower_ == "the" for child in word.lefts)  # "the one with Peru"
        follows = _AFTER.get(word.lower_) == last.count  # "three resolutions, while a fourth, on Chad, fell"
        if last.count != 1 and (told or (doc[last.head].sent == word.sent and not follows)):
            continue  # "two treaties, one with Peru and one with Chile"
        if told and last.kind == "document":
            continue
        plural = word.lower_ == "ones"
        start = min([word.i, *(child.i for child in word.lefts if child.dep_ in {"det", "amod"})])
        phrase = replace(_like(last, word), plural=plural, count=None if plural else 1)
        found.append(replace(phrase, start=start, one_more=not told, definite=told))
    return found


def _placed(doc: Doc, text: str, start: int) -> Iterator[Token]:
    """The words behind a character offset that stand for one of several documents told before it."""
    for found in _PLACED.finditer(text, start, min(len(text), start + _REACH_CHARACTERS)):
        span = doc.char_span(*found.span(), alignment_mode="expand")
        word = span[-1] if span is not None else None
        if word is not None and word.dep_ in _ROLES and not any(t.dep_ == "prep" for t in word.children):
            yield word


def _stands_alone(word: Token) -> bool:
    """Whether "another", "one" or "a second" is a noun of its own, and one that is told apart from what went
    before.
    """
    if word.dep_ not in _ROLES_OF_MORE:
        return False
    prepositions = {child.lower_ for child in word.children if child.dep_ == "prep"}
    if "of" in prepositions:
        return False
    told = bool(prepositions & _TOPICS) or _tells_topic(word)
    if word.lower_ in ORDINALS or any(child.lower_ == "the" for child in word.lefts):
        return told and not _tells_day(word)  # "a second, on Chad, fell", "the one with Peru"
    if word.lower_ == "another":
        return told or word.dep_ in {"dobj", "conj"} or any(c.dep_ == "relcl" for c in word.children)
    return told if word.i == word.left_edge.i else any(child.lower_ in _APART for child in word.lefts)


def _tells_topic(word: Token) -> bool:
    """As in "Another, on Chad, was adopted": the syntax may hang the topic on the verb."""
    behind = word.doc[word.i + 1 : word.i + _TOPIC_REACH]
    return len(behind) > 1 and behind[0].text == "," and behind[1].lower_ in _TOPICS and not _tells_day(word)


def _tells_day(word: Token) -> bool:
    behind = word.doc[word.i + 1 : word.i + 1 + _TOPIC_REACH]
    return any(token.lower_ in WEEKDAYS or token.lower_ in MONTHS for token in behind)


def _like(phrase: DocumentPhrase, word: Token) -> DocumentPhrase:
    """A document of the same kind that a word stands for."""
    return replace(
        phrase,
        head=word.i,
        start=word.i,
        end=word.i + 1,
        count=1,
        plural=False,
        title=None,
        symbol=None,
        definite=False,
        outer=frozenset({word.i}),
    )
