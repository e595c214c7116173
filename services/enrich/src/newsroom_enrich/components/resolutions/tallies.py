"""Gives each item the vote that its sentence, or a neighbouring one, reports."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.balloting import UNCOUNTED
from newsroom_enrich.components.resolutions.grammar import lemma_of
from newsroom_enrich.components.votes import Tally, join, read_tally

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.items import Item
    from newsroom_enrich.components.resolutions.reading import Reading

_FOLLOWING = 2
_CLAUSE_BEFORE, _CLAUSE_BEHIND = 3, 14
_COUNCIL = 15  # only in the Security Council a vote against is a veto
_BY = re.compile(r"\bby (?=\w+ (?:to|votes|in favou?r)|\d)")
_VOTED_DOWN = frozenset(
    "reject vote throw turn defeat strike shoot outvote go negative negate refuse spurn rebuff brush see "
    "lose".split()
)
_ONE_OF_THEM = frozenset("one another its the".split())
_IN_FAVOUR = re.compile(
    r"\b(?:in favou?r|(?:vot(?:es?|ed|ing)|\d) for|yes|ayes|support(?:ed|ing|s)|back(?:ed|s)|against|noes|"
    r"short of)\b",
    re.IGNORECASE,
)


def attach_tallies(reading: Reading, items: list[Item]) -> list[Item]:
    """The items with their tallies. In a sentence with several decisions each gets the part that is its
    own.
    """
    told: list[Item] = []
    for item in items:
        signed = item.action == "signed" and item.body is None
        if item.status == "planned" or signed or _is_uncounted(reading, item):
            told.append(item)
            continue
        tally = _continued(reading, item, items, _own(reading, item, items))
        told.append(replace(item, tally=_with_veto(item, tally)))
    return told


def _is_uncounted(reading: Reading, item: Item) -> bool:
    """As in "adopted by consensus", whatever else was voted on."""
    beside = reading.doc[max(0, item.at - _CLAUSE_BEFORE) : item.at + _CLAUSE_BEHIND]
    return UNCOUNTED.search(beside.text) is not None


def _with_veto(item: Item, tally: Tally) -> Tally:
    """A veto is a vote against: "vetoed by Russia; thirteen members were in favour, China abstained"."""
    if item.action != "vetoed" or tally.in_favour is None:
        return tally
    rest = _COUNCIL - tally.in_favour
    if tally.abstentions is not None:  # "Algeria also voted against it": those named may not be all
        return replace(tally, against=max(1, tally.against or 0, rest - tally.abstentions))
    if tally.against is not None:
        return tally
    return replace(tally, against=1, abstentions=0 if rest == 1 else None)


def _own(reading: Reading, item: Item, items: list[Item]) -> Tally:
    """The tally within the part of the sentence that belongs to the item's verb."""
    sentence = reading.sentences[item.sentence]
    starts = sorted(
        other.at
        for other in items
        if other.sentence == item.sentence
        and other.phrase is not item.phrase
        # "It was lost by 25 votes; 39 supported it": told of the same.
        and not (other.by_pronoun and other.at > item.at)
    )
    before = [at for at in starts if at < item.at]
    after = [at for at in starts if at > item.at]
    # The voters stand before their verb: "It cleared the bar: 204 members supported it".
    start = max(before[-1] + 1, reading.doc[item.at].left_edge.i) if before else sentence.start
    end = after[0] if after else sentence.end
    span = reading.doc[start:end]
    if (respective := _respective(reading, item, items, span.text)) is not None:
        return respective
    tally = read_tally(span.text, reading.voters_in(span))
    return _turned(tally) if _is_voted_down(reading, item, tally, span.text) else tally


def _behind_each(reading: Reading, phrases: list[DocumentPhrase], item: Item) -> list[Tally | None]:
    """What stands between each document and the next one, where it is a tally."""
    ends = [phrase.start for phrase in phrases[1:]] + [reading.sentences[item.sentence].end]
    spans = [
        reading.doc[phrase.end : max(phrase.end, end)] for phrase, end in zip(phrases, ends, strict=True)
    ]
    tallies = (read_tally(span.text, reading.voters_in(span)) for span in spans)
    return [tally if tally.is_complete else None for tally in tallies]


def _respective(reading: Reading, item: Item, items: list[Item], told: str) -> Tally | None:
    """As in "X and Y were carried by 539 to 54 and by 588 to 11 respectively", "on X, carried by 539 to 54,
    and on Y, where 588 were in favour": each has its own.
    """
    alike = [other.phrase for other in items if (other.sentence, other.at) == (item.sentence, item.at)]
    if len(alike) < 2 or None in alike:
        return None
    if "respectively" not in told:
        behind = _behind_each(reading, [phrase for phrase in alike if phrase is not None], item)
        return behind[alike.index(item.phrase)] if len(behind) == len(alike) and all(behind) else None
    parts = _BY.split(told)[1:]
    return read_tally(f"adopted by {parts[alike.index(item.phrase)]}") if len(parts) == len(alike) else None


def _is_voted_down(reading: Reading, item: Item, tally: Tally, told: str) -> bool:
    """As in "voted down by 62 votes to 7": the larger number is against, unless the text says who is for."""
    if item.action != "rejected" or tally.in_favour is None or tally.against is None:
        return False
    down = lemma_of(reading.doc[item.at]) in _VOTED_DOWN and tally.in_favour > tally.against
    return down and not _IN_FAVOUR.search(told)


def _turned(tally: Tally) -> Tally:
    return replace(tally, in_favour=tally.against, against=tally.in_favour)


def _continued(reading: Reading, item: Item, items: list[Item], tally: Tally) -> Tally:
    """The tally joined with what the next sentences add, as long as they speak of the same vote."""
    if tally.is_complete and tally.abstentions is not None and tally.in_favour is not None:
        return tally
    taken = {other.sentence for other in items if other.sentence != item.sentence and not other.by_pronoun}
    last = max(other.at for other in items if other.sentence == item.sentence)
    if last != item.at and tally.is_empty:
        return tally
    for index in _neighbours(reading, item.sentence):
        if index in taken:
            break
        sentence = reading.sentences[index]
        if item.count != 1 and _is_of_one(reading, sentence):
            break
        more = read_tally(reading.words_of(sentence), reading.voters_in(sentence))
        joined = join(tally, more)
        if joined is None:
            if more.is_empty:
                continue
            if more.unanimous and tally.is_empty:
                return more
            break
        tally = joined
    return tally


def _is_of_one(reading: Reading, sentence: Span) -> bool:
    """As in "Its core, the Asylum Regulation, got 322 votes", "One, on fees, took longer": of one only."""
    first = next((token.lower_ for token in sentence if not token.is_space), "")
    return first in _ONE_OF_THEM or any(
        phrase.is_named and not phrase.plural for phrase in reading.phrases_in(sentence.start, sentence.end)
    )


def _neighbours(reading: Reading, index: int) -> list[int]:
    """The next sentences that are not blank."""
    found = []
    for at in range(index + 1, len(reading.sentences)):
        if reading.words_of(reading.sentences[at]).strip():
            found.append(at)
        if len(found) > _FOLLOWING:
            break
    return found
