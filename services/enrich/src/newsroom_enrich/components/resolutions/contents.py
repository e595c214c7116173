"""Documents named as the contents of a list or a set: behind a colon, in numbered lines, or in the next
sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.coming import year_month
from newsroom_enrich.components.resolutions.describe import title_of
from newsroom_enrich.components.resolutions.verbs import AGREEMENT_KINDS, PUT_PHRASES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.items import Item
    from newsroom_enrich.components.resolutions.reading import Reading

_HOLDS = frozenset({"include", "comprise", "contain", "feature", "consist", "number"})
_HOLDERS = frozenset({"it", "they", "these", "which", "list", "package", "documents", "papers"})
_OPENS_LIST = frozenset({":", "–", "—", "including", "among", "notably", "namely"})
_FOR_MEETING = re.compile(
    r"\b(?:submitted|prepared|drafted|drawn up|intended|meant|readied|tabled) for\b"
    r"|\bto be (?:put|laid|brought|submitted|presented|considered|adopted|approved|signed)\b"
    r"|\bfor (?:the )?(?:consideration|approval|adoption|signature|signing|endorsement)\b"
    r"|\bfor (?:the |their |its )?(?:[\w-]+ ){0,2}summit\b"
)
_ITEM_LEADS = frozenset({":", ";", ",", "and", "–", "—"})
_LIST_WORDS = frozenset({"list", "package", "set", "agenda"})
_LIST_REACH = 12
_NUMBERED = re.compile(r"\s*(?:\(?\d{1,3}[.)]|\([a-z]\)|[•*–-])\s*")
_MAX_LIST_LINES = 40
_SET_REACH = 4  # sentences
_OPENING_TOKENS = 4
_GO = frozenset("be go come rank figure stand lie".split())
_WITH_THEM = frozenset("with among alongside beside top chief foremost heading".split())
_ONE_OF = frozenset({"one of", "the first", "the second", "the third", "the other", "the last"})
_ONE_OF_THEM = 4  # "One of them, the Air Accord, ..."


def listed_contents(reading: Reading, items: list[Item], index: int, sentence: Span) -> list[Item]:
    """The items for named documents inside a set of this sentence or of the one before.

    They share what was done with the set. A list of papers for a coming meeting has not decided them yet:
    they are proposed, and then those without a title count as well.
    """
    found: list[Item] = []
    for item in [i for i in items if i.sentence == index and i.phrase is not None and i.count != 1]:
        found += _behind_colon(reading, item, sentence) or _in_lines(reading, item, sentence)
    if prepared := _prepared(reading, items, index, sentence):
        return prepared
    holder = _holder(items, index)
    verb = _holding_verb(reading, sentence) if holder is not None else None
    if holder is None or verb is None:
        return found or _told_apart(reading, items, index, sentence)
    phrases = reading.phrases_in(verb.i, sentence.end)
    if _is_for_coming_meeting(reading, holder):
        return found + [_proposed(reading, _content(reading, holder, p, index)) for p in phrases]
    return found + [_content(reading, holder, p, index) for p in phrases if p.is_named]


def _prepared(reading: Reading, items: list[Item], index: int, sentence: Span) -> list[Item]:
    """As in "approved a list of papers prepared for the summit, including X and Y": X and Y are to come."""
    for item in items:
        if item.sentence != index or item.phrase is None or item.status != "done":
            continue
        head = item.phrase.head
        opens = next((t.i for t in reading.doc[head : sentence.end] if t.lower_ in _OPENS_LIST), None)
        is_list = reading.doc[head].lower_ in _LIST_WORDS or item.count != 1
        if opens is None or not is_list or not _FOR_MEETING.search(reading.doc[head:opens].text):
            continue
        phrases = reading.phrases_in(opens, sentence.end)
        return [_proposed(reading, _content(reading, item, phrase, index)) for phrase in phrases]
    return []


def without_prepared(items: list[Item], prepared: list[Item]) -> list[Item]:
    """The items without those of documents that are only prepared for a coming meeting."""
    coming = [(item.sentence, item.phrase) for item in prepared if item.action == "proposed"]
    return [item for item in items if (item.sentence, item.phrase) not in coming]


def is_replaced(reading: Reading, item: Item, items: list[Item]) -> bool:
    """Whether "the following documents" is only the heading of a list whose documents are items
    themselves.
    """
    if item.phrase is None or item.count is not None:
        return False
    listed = [other for other in items if other.reason == "content" and other.set_at == item.at]
    return _is_heading(reading, item) and bool(listed)


def _is_heading(reading: Reading, item: Item) -> bool:
    """Whether a set is called "the following documents"."""
    assert item.phrase is not None
    return any(t.lower_ == "following" for t in reading.doc[item.phrase.start : item.phrase.head])


def _behind_colon(reading: Reading, item: Item, sentence: Span) -> list[Item]:
    """As in "three documents: a declaration, the X Plan and the Y Charter", "17 documents, including the X
    Plan".
    """
    assert item.phrase is not None
    opens = (t.i for t in reading.doc[item.phrase.end : sentence.end] if t.lower_ in _OPENS_LIST)
    colon = next(opens, None)
    if colon is None or colon - item.phrase.end > _LIST_REACH:
        return []
    heads = _is_heading(reading, item) and reading.doc[colon].text == ":"
    phrases = [
        p
        for p in reading.phrases_in(colon, sentence.end)
        if p.is_named or (heads and reading.doc[p.start - 1].lower_ in _ITEM_LEADS)
    ]
    return [_content(reading, item, p, item.sentence) for p in phrases]


def _in_lines(reading: Reading, item: Item, sentence: Span) -> list[Item]:
    """The documents that open the numbered lines behind a sentence that ends in a colon."""
    if not reading.words_of(sentence).rstrip().endswith(":"):
        return []
    found: list[Item] = []
    at = reading.index_of(sentence) + 1
    for index in range(at, min(at + _MAX_LIST_LINES, len(reading.sentences))):
        line = reading.sentences[index]
        text = reading.words_of(line).strip()
        if not text or _NUMBERED.fullmatch(text):
            continue
        before = reading.text[reading.text.rfind("\n", 0, line.start_char) + 1 : line.start_char]
        if not (_NUMBERED.match(before) or _NUMBERED.match(text)):
            break
        phrases = reading.phrases_in(line.start, line.end)
        if phrases:
            found.append(_content(reading, item, phrases[0], index))
    return found


def _holder(items: list[Item], index: int) -> Item | None:
    """The set or list that the sentence before decided on."""
    before = [item for item in items if item.sentence == index - 1 and item.phrase is not None]
    if before and all(item.reason == "content" for item in before):  # "With it go a Convention and a Plan"
        before = [item for item in items if item.at == before[-1].set_at and item.phrase is not None]
    sets = [item for item in before if item.count != 1 or item.title is None or item.kind == "document"]
    return sets[-1] if sets else None


def _holding_verb(reading: Reading, sentence: Span) -> Token | None:
    """The word that opens the contents: "includes", "Among them"."""
    opening = {token.lower_ for token in reading.doc[sentence.start : sentence.start + _OPENING_TOKENS]}
    for token in reading.tokens_of(sentence):
        if token.lemma_ in _GO and token.i - sentence.start <= _OPENING_TOKENS and opening & _WITH_THEM:
            return token  # "Top of the pile is the Declaration", "With it go an Address and a Convention"
        if token.lower_ == "among" and token.i - sentence.start <= 1:
            return token
        if token.lemma_ == "be" and token.i - sentence.start == 1 and token.nbor(-1).lower_ in _HOLDERS:
            return token  # "These are the Customs Convention and ..."
        if token.lemma_.casefold() in _HOLDS and token.pos_ == "VERB":
            subjects = {child.lower_ for child in token.children if child.dep_ == "nsubj"}
            if subjects & _HOLDERS:
                return token
    return None


def _told_apart(reading: Reading, items: list[Item], index: int, sentence: Span) -> list[Item]:
    """As in "issued two statements. ... The Joint Statement on Reefs provides for patrols": a document of the
    set whose contents a sentence of its own tells.
    """
    sets = [
        item
        for item in items
        if index - _SET_REACH <= item.sentence < index
        and item.status == "done"
        and item.count != 1
        and item.phrase
    ]
    one = reading.doc[sentence.start : sentence.start + 2].text.casefold() in _ONE_OF
    reach = _OPENING_TOKENS + (_ONE_OF_THEM if one else 0)
    opening = reading.phrases_in(sentence.start, min(sentence.start + reach, sentence.end))
    opening = [phrase for phrase in opening if phrase.is_named] or opening
    if not sets or not opening or any(item.sentence == index for item in items):
        return []
    holder, phrase = sets[-1], opening[0]
    alike = holder.kind in {phrase.kind, "document"} or {phrase.kind, holder.kind} <= AGREEMENT_KINDS
    head = reading.doc[phrase.head]
    tells = one or (head.dep_ == "nsubj" and head.head.tag_ in {"VBZ", "VBP"} and head.head.dep_ == "ROOT")
    known = any(i.phrase and (i.title, i.phrase.symbol) == (phrase.title, phrase.symbol) for i in items)
    if not (alike and tells and phrase.is_named and phrase.definite and phrase.count == 1) or known:
        return []
    return [_content(reading, holder, phrase, index)]


def _is_for_coming_meeting(reading: Reading, item: Item) -> bool:
    """Whether the papers are those "that will be put before the heads of state"."""
    for token in reading.sentences[item.sentence]:
        put = any((token.lemma_, child.lower_) in PUT_PHRASES for child in token.children)
        coming = any(child.dep_ == "aux" and child.lower_ in {"will", "to"} for child in token.children)
        if coming and (put or token.lemma_ in {"submit", "present", "consider"}):
            return True
    return False


def _content(reading: Reading, holder: Item, phrase: DocumentPhrase, index: int) -> Item:
    return replace(
        holder,
        kind=phrase.kind,
        title=title_of(reading.doc, phrase),
        phrase=phrase,
        count=phrase.count,
        sentence=index,
        at=phrase.head,
        set_at=holder.at,
        subjects=(),
        reason="content",
    )


def _proposed(reading: Reading, item: Item) -> Item:
    """A paper for the coming meeting that the report announces."""
    coming = reading.next_meeting
    return replace(
        item,
        action="proposed",
        status="planned",
        body=reading.parent_of(item.body) or item.body,
        day=year_month(coming.first, coming.last) if coming and coming.first else None,
        place=(coming.place or reading.place_in_name(coming)) if coming else None,
        day_said=True,
        parties=(),
    )
