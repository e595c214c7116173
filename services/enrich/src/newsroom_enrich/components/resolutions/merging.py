"""Merges items: a decision that two sentences tell is one, and a summary of decisions is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.votes import join

if TYPE_CHECKING:
    from newsroom.contracts import Action
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.items import Item
    from newsroom_enrich.components.votes import Tally

# How far apart, in sentences, the lead and the sentence with the name and the vote may stand.
_RETOLD_SENTENCES = 3
_MEANT_SENTENCES = 12
_RESTATED_SENTENCES = 2
_TREATIES = frozenset({"treaty", "convention", "agreement", "protocol"})
_DECLARED = frozenset({"statement", "declaration", "communique"})


def merge(items: list[Item]) -> list[Item]:
    """One item for each decision: a later sentence that speaks of the same one completes the earlier."""
    kept: list[Item] = []
    for item in items:
        same = [i for i, first in enumerate(kept) if same_decision(first, item)]
        if not same:
            kept.append(item)
            continue
        index = max(same, key=lambda i: (len(kept[i].words & item.words), i))
        kept[index] = completed(kept[index], item)
    return [item for item in kept if not (_sums_up(item, kept) or _restates(item, kept))]


def same_decision(first: Item, later: Item) -> bool:
    """Whether two items are one decision, told twice."""
    if first.symbol and later.symbol:
        return _code(first) == _code(later)
    if _is_retold(first, later) or _is_its_outcome(first, later) or _is_named_behind(first, later):
        return True
    if first.reason == later.reason == "content":
        return False  # each item of a list is one
    if first.reason == "by" and not later.is_definite:
        return False  # "In a resolution ..., under a resolution ...": one after the other
    if _contradict(first, later):
        return False
    apart = first.sentence == later.sentence and first.phrase is not later.phrase
    if apart and not (later.is_anaphoric and later.words <= first.words):
        return False
    if first.count != later.count and not (later.is_definite and later.count is None):
        return False
    if later.is_anaphoric or (later.is_definite and not later.is_named):
        return later.sentence - first.sentence <= _MEANT_SENTENCES
    if first.action != later.action:
        return False
    return first.count not in {1, None} or _alike(first, later)


def _contradict(first: Item, later: Item) -> bool:
    """Whether the two tell of different kinds, outcomes, bodies, votes or titles."""
    if first.kind != later.kind and not later.is_anaphoric and not _is_akin(first, later):
        return True
    if first.status != later.status:
        told_again = later.is_anaphoric or later.is_definite
        if "failed" not in {first.status, later.status} or not told_again:
            return True
    if "signed" in {first.action, later.action} and first.action != later.action and first.kind == "law":
        return True  # what a parliament passes, a president signs
    if later.by_pronoun and {first.action, later.action} == {"adopted", "signed"}:
        return True
    if "thing" in {first.reason, later.reason} and (first.body, first.parties) != (later.body, later.parties):
        return True
    other_body = first.body is not None and later.body is not None and first.body != later.body
    return other_body or _two_votes(first, later) or _two_titles(first, later)


def _is_akin(first: Item, later: Item) -> bool:
    """As "the first global treaty against X" and "the X Convention": one kind is the other's general word."""
    shared = bool(first.words & later.words)
    return {first.kind, later.kind} <= _TREATIES and shared and later.is_definite


def _is_retold(first: Item, later: Item) -> bool:
    """The lead tells the matter without name or numbers, the next sentences the named document and its
    vote.
    """
    near = 0 < later.sentence - first.sentence <= _RETOLD_SENTENCES and first.status == later.status
    loose = first.count == 1 and first.tally.is_empty and not first.is_named and first.kind not in _DECLARED
    told = later.count == 1 and not later.tally.is_empty and later.is_named
    if not (near and loose and told):
        return False
    if first.phrase is None or not first.phrase.strong or first.words & later.words:
        return True
    # "Resolution 2770 (2025) was adopted by 13 votes": the sentence says nothing else of it.
    leads = later.phrase is not None and later.phrase.start < later.at
    silent = not any(word.isalpha() for word in later.words)
    return leads and silent and (first.kind, first.action) == (later.kind, later.action)


def _is_named_behind(first: Item, later: Item) -> bool:
    """As in "adopted a text on aid by 14 votes. By the terms of resolution 2664 (2022), ..."."""
    near = 0 < later.sentence - first.sentence <= _RESTATED_SENTENCES
    alike = (first.kind, first.count, first.body, first.status) == (later.kind, 1, later.body, later.status)
    named = later.symbol is not None and first.symbol is None and later.tally.is_empty
    return near and alike and named and later.reason == "by"


def _is_its_outcome(first: Item, later: Item) -> bool:
    """As in "the draft won ten votes but was not adopted"."""
    return first.reason == "votes" and first.phrase is not None and first.phrase is later.phrase


def _code(item: Item) -> str:
    return (item.symbol.code or item.symbol.number or "") if item.symbol else ""


def _two_votes(first: Item, later: Item) -> bool:
    a, b = first.tally, later.tally
    if a.in_favour is None:
        return False
    return b.unanimous or (b.in_favour is not None and a.in_favour != b.in_favour)


def _two_titles(first: Item, later: Item) -> bool:
    titles = [item.phrase.title for item in (first, later) if item.phrase is not None and item.phrase.title]
    if len(titles) < 2:
        return False
    a, b = (set(title.casefold().split()) for title in titles)
    # "The Trade Agreement" may be the Regional Trade Agreement, "a Trade Agreement with Peru" is another.
    return a != b and not (later.is_definite and (a <= b or b <= a))


def _alike(first: Item, later: Item) -> bool:
    """Whether two documents of a kind are about the same: their words overlap, or one says nothing."""
    if first.is_titled and later.is_titled:
        return True
    if first.phrase and later.phrase and first.is_named != later.is_named:
        named, other = (first, later) if first.is_named else (later, first)
        return bool(other.words & named.words) or not other.words
    shared = first.words & later.words
    return len(shared) * 2 >= min(len(first.words), len(later.words))


def _whole(leading: Item, other: Item) -> Tally | None:
    """The votes for and against told in two sentences: "the US cast a veto", "the other 14 voted for it"."""
    return None if leading.tally.is_complete else join(leading.tally, other.tally)


def completed(first: Item, later: Item) -> Item:
    """One item of the two: the sentence that states it better, with what the other adds."""
    leading, other = (later, first) if _states_better(later, first) else (first, later)
    failed = [item for item in (first, later) if item.status == "failed"]
    return replace(
        leading,
        phrase=_joined(leading.phrase, other.phrase),
        status="failed" if failed else leading.status,
        action=_failed_action(failed) if failed else leading.action,
        title=leading.title or other.title,
        body=leading.body or other.body,
        day=leading.day if leading.day_said or not other.day_said else other.day,
        day_said=leading.day_said or other.day_said,
        place=leading.place or other.place,
        subjects=leading.subjects or other.subjects,
        parties=leading.parties or other.parties,
        tally=other.tally if leading.tally.is_empty else (_whole(leading, other) or leading.tally),
        seats=leading.seats or other.seats,
        words=leading.words | other.words,
    )


def _joined(phrase: DocumentPhrase | None, other: DocumentPhrase | None) -> DocumentPhrase | None:
    """The phrase with the title and the symbol of the other, where it has none."""
    if phrase is None or other is None:
        return phrase or other
    return replace(phrase, symbol=phrase.symbol or other.symbol, title=phrase.title or other.title)


def _failed_action(failed: list[Item]) -> Action:
    actions = [item.action for item in failed]
    return "vetoed" if "vetoed" in actions else actions[0]


def _states_better(later: Item, first: Item) -> bool:
    """Whether the later sentence is the one that states the decision."""
    if first.reason == "thing" and later.reason != "thing":
        return True
    if later.by_pronoun:
        return False
    if _is_retold(first, later) or (_is_akin(first, later) and later.is_titled and not first.is_titled):
        return True
    told_whole = later.symbol is not None or (later.phrase is not None and later.phrase.strong)
    return told_whole and not first.is_named and first.tally.is_empty and not later.tally.is_empty


def _sums_up(item: Item, items: list[Item]) -> bool:
    """As "two texts fell", where each of the two is an item with its vote."""
    if item.count is None or item.count < 2 or not (item.kind == "document" or item.status == "failed"):
        return False
    parts = [
        o
        for o in items
        if o.at > item.at and o.count == 1 and o.status == item.status and not o.tally.is_empty
    ]
    return len(parts) == item.count


def _restates(item: Item, items: list[Item]) -> bool:
    """As "extended the mandate" beside "adopted resolution 2749": the resolution does it."""
    of_thing = item.reason in {"thing", "decided"} and item.phrase is None
    if not (of_thing or (item.kind, item.action) == ("sanctions", "extended")):
        return False
    return any(
        other.kind == "resolution"
        and (other.count, other.body) == (1, item.body)
        and abs(other.sentence - item.sentence) <= _RESTATED_SENTENCES
        for other in items
    )
