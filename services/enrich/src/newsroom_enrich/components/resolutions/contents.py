"""Documents named as the contents of a list or a set: "It includes the Initiative and a draft roadmap"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.describe import title_of
from newsroom_enrich.components.resolutions.timing import year_month
from newsroom_enrich.components.resolutions.verbs import PUT_PHRASES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.items import Item
    from newsroom_enrich.components.resolutions.reading import Reading

_OPENS_LIST = frozenset({":", "–", "—", "including", "among", "notably", "namely"})
_LIST_REACH = 12
_HOLDS = frozenset({"include", "comprise", "contain", "feature", "consist", "number"})


def listed_contents(reading: Reading, items: list[Item], index: int, sentence: Span) -> list[Item]:
    """Named documents inside a set of the sentence before, or behind the colon of the same one.

    They share what was done with the set. A list of papers for a coming meeting has not decided them yet: they
    are proposed, and then those without a title count as well.
    """
    found: list[Item] = []
    for item in [i for i in items if i.sentence == index and i.phrase is not None and i.count != 1]:
        found += _behind_colon(reading, item, sentence)
    holder = _holder(items, index)
    verb = _holding_verb(sentence)
    if holder is None or verb is None:
        return found
    phrases = [p for p in reading.phrases_in(verb.i, sentence.end)]
    if coming := _is_for_coming_meeting(reading, holder):
        return found + [_content(reading, holder, p, index, planned=True) for p in phrases if coming]
    return found + [_content(reading, holder, p, index, planned=False) for p in phrases if p.is_named]


def _behind_colon(reading: Reading, item: Item, sentence: Span) -> list[Item]:
    assert item.phrase is not None
    doc = reading.doc
    colon = next((t.i for t in doc[item.phrase.end : sentence.end] if t.lower_ in _OPENS_LIST), None)
    if colon is None or colon - item.phrase.end > _LIST_REACH:
        return []
    phrases = [p for p in reading.phrases_in(colon, sentence.end) if p.is_named]
    return [_content(reading, item, p, item.sentence, planned=False) for p in phrases]


def _holder(items: list[Item], index: int) -> Item | None:
    """The set or list that the sentence before decided on."""
    for item in reversed(items):
        if index - item.sentence > 1:
            return None
        if (
            item.phrase is not None
            and item.sentence == index - 1
            and (item.count != 1 or item.title is None or _is_list(item))
        ):
            return item
    return None


def _is_list(item: Item) -> bool:
    return item.kind == "document"


def _holding_verb(sentence: Span) -> Token | None:
    for token in sentence:
        if token.lemma_.casefold() in _HOLDS and token.pos_ == "VERB":
            subjects = [c for c in token.children if c.dep_ == "nsubj"]
            if any(
                s.lower_ in {"it", "they", "these", "which", "list", "package", "documents", "papers"}
                for s in subjects
            ):
                return token
        if token.lower_ == "among" and token.i - sentence.start <= 1:
            return token
    return None


def _is_for_coming_meeting(reading: Reading, item: Item) -> bool:
    """Whether the papers are those "that will be put before the heads of state"."""
    sentence = reading.sentences[item.sentence]
    for token in sentence:
        if any((token.lemma_, child.lower_) in PUT_PHRASES for child in token.children) or token.lemma_ in {
            "submit",
            "present",
            "consider",
        }:
            if any(child.lower_ in {"will", "to"} and child.dep_ == "aux" for child in token.children):
                return True
    return False


def _content(reading: Reading, holder: Item, phrase: DocumentPhrase, index: int, *, planned: bool) -> Item:
    made = replace(
        holder,
        kind=phrase.kind,
        title=title_of(reading.doc, phrase),
        phrase=phrase,
        count=phrase.count,
        sentence=index,
        at=phrase.head,
        subjects=(),
        reason="content",
    )
    if not planned:
        return made
    coming = reading.next_meeting
    day = year_month(coming.first, coming.last) if coming and coming.first else None
    return replace(
        made,
        action="proposed",
        status="planned",
        body=reading.parent_of(holder.body) or holder.body,
        day=day,
        place=(coming.place or reading.place_in_name(coming)) if coming else None,
        day_said=True,
        parties=(),
    )
