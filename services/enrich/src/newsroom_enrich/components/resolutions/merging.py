"""Merges items: a decision that two sentences tell is one, and a summary of decisions is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.retelling import (
    RESTATED_SENTENCES,
    is_akin,
    is_lead_of,
    is_retold,
    same_decision,
)
from newsroom_enrich.components.votes import join

if TYPE_CHECKING:
    from newsroom.contracts import Action
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.items import Item
    from newsroom_enrich.components.votes import Tally


# Reasons that are words for the act itself, and no likelihood.
_STATED = frozenset({"verb", "taken", "votes", "intransitive", "issued"})


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


def _whole(leading: Item, other: Item) -> Tally | None:
    """The votes for and against told in two sentences: "the US cast a veto", "the other 14 voted for it"."""
    return join(leading.tally, other.tally)


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
    told = later.reason in _STATED and not later.by_pronoun
    if first.reason == "likely" and told and (later.count != 1 or not later.tally.is_empty):
        return True  # "Eight papers were the yield of the summit. ... The eight papers were signed at noon"
    weaker = later.action == "agreed" and first.action in {"signed", "ratified", "adopted", "approved"}
    if later.by_pronoun or later.reason == "likely" or weaker:
        return False
    if (
        is_retold(first, later)
        or is_lead_of(first, later)
        or (is_akin(first, later) and later.is_titled and not first.is_titled)
    ):
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


def _is_one_vote(item: Item, other: Item) -> bool:
    """Whether the lead tells what a resolution says, and the story its name and the same votes."""
    alike = item.tally.in_favour is not None and item.tally.in_favour == other.tally.in_favour
    return alike or (item.kind == "resolution" and other.phrase is not None and other.tally.is_empty)


def _restates(item: Item, items: list[Item]) -> bool:
    """As "extended the mandate" beside "adopted resolution 2749": the resolution does it."""
    if item.reason == "taken" and item.is_definite and not item.is_named:  # "took the decision by consensus"
        return any(0 < item.sentence - other.sentence <= RESTATED_SENTENCES for other in items)
    of_thing = item.reason in {"thing", "decided"} and item.phrase is None
    of_measure = item.kind == "sanctions" and item.action in {"extended", "repealed"}
    if not (of_thing or of_measure):
        return False
    return any(
        other is not item
        and other.kind == "resolution"
        and (other.count, other.body) == (1, item.body)
        and (abs(other.sentence - item.sentence) <= RESTATED_SENTENCES or _is_one_vote(item, other))
        for other in items
    )
