"""What operators decide: every id in one group, whatever they do and in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom_publish.entities.decisions import ITSELF, DecisionError, Decisions

Merge: TypeAlias = tuple[str, str]
Step: TypeAlias = Merge | str

IDS = "ABCDEFG"
ids = st.sampled_from(IDS)
steps = st.lists(st.one_of(st.tuples(ids, ids), ids), max_size=20)


@st.composite
def forests(draw: st.DrawFn) -> list[Merge]:
    """Merges of which no two concern the same id and none closes a circle."""
    order = draw(st.permutations(IDS))
    chosen = draw(st.sets(st.integers(1, len(IDS) - 1)))
    return [(order[draw(st.integers(0, place - 1))], order[place]) for place in sorted(chosen)]


def take(decisions: Decisions, step: Step) -> Decisions:
    """A merge of two ids or the split of one; what is refused changes nothing."""
    if isinstance(step, str):
        return decisions.split(step)
    try:
        return decisions.merged(*step)
    except DecisionError:
        return decisions


def after(done: Sequence[Step]) -> Decisions:
    return reduce(take, done, Decisions())


def groups(decisions: Decisions) -> set[frozenset[str]]:
    return {decisions.tree(one) for one in IDS}


def test_merging_is_transitive() -> None:
    """C becomes B, B becomes A: all three are A."""
    decisions = after([("B", "C"), ("A", "B")])

    assert [decisions.root(one) for one in "ABCD"] == ["A", "A", "A", "D"]
    assert decisions.tree("C") == {"A", "B", "C"}


def test_what_was_merged_into_an_id_stays_with_it() -> None:
    """Splitting B off A takes C along, which was said to be B."""
    decisions = after([("A", "B"), ("B", "C"), ("A", "D")]).split("B")

    assert groups(decisions) == {frozenset("AD"), frozenset("BC"), *map(frozenset, "EFG")}


def test_the_same_merge_again_changes_nothing() -> None:
    """A repeated request is no error, and no change."""
    decisions = after([("A", "B")])

    assert decisions.merged("A", "B") is decisions
    assert decisions.split("B") == decisions.split("B").split("B")


def test_split_id_can_be_merged_again() -> None:
    """A split is not for ever."""
    assert after([("A", "B"), "B", ("C", "B")]).root("B") == "C"


@pytest.mark.parametrize(
    ("done", "step", "sentence"),
    [
        ([], ("A", "A"), "name two different ids"),
        ([("A", "B")], ("B", "A"), "split B first to turn it the other way round"),
        ([("A", "B"), ("B", "C")], ("C", "A"), "split C first"),
        ([("A", "B")], ("C", "B"), "merge A into C to join them all, or split B first"),
        ([("A", "B"), ("B", "C")], ("A", "C"), "C is merged into B already: it is one with A"),
    ],
)
def test_contradictions_are_refused(done: list[Merge], step: Merge, sentence: str) -> None:
    """Itself, a circle, a second home: each is a sentence that says what to do."""
    with pytest.raises(DecisionError, match=sentence):
        after(done).merged(*step)


def test_circle_in_the_store_ends() -> None:
    """What nobody can decide, and a broken restore might hold, keeps no reader for ever."""
    assert Decisions({"A": "B", "B": "A"}).root("A") in {"A", "B"}
    assert Decisions({"A": "B", "B": "A"}).tree("A") == {"A", "B"}


@given(steps)
def test_every_id_is_in_exactly_one_group(done: list[Step]) -> None:
    """After any merges and splits, the groups part the ids, and each has one canonical id, of its own."""
    decisions = after(done)
    found = groups(decisions)

    assert sorted(one for group in found for one in group) == sorted(IDS)
    for group in found:
        (root,) = {decisions.root(one) for one in group}
        assert root in group
        assert decisions.parent(root) is None


@given(forests(), st.randoms())
def test_order_of_merges_does_not_matter(merges: list[Merge], random: Random) -> None:
    """Decisions that do not contradict each other lead to the same, whoever was first."""
    shuffled = list(merges)
    random.shuffle(shuffled)

    assert after(shuffled) == after(merges)
    assert groups(after(shuffled)) == groups(after(merges))


@given(forests(), st.sets(ids), st.randoms())
def test_order_of_splits_does_not_matter(merges: list[Merge], apart: set[str], random: Random) -> None:
    """Nor does that of splits; and they leave the same as if those ids had never been merged."""
    shuffled = sorted(apart)
    random.shuffle(shuffled)
    never = [(keep, gone) for keep, gone in merges if gone not in apart]

    assert after([*merges, *shuffled]) == after([*merges, *sorted(apart)])
    assert groups(after([*merges, *shuffled])) == groups(after(never))


@given(steps, ids)
def test_split_id_stands_for_itself(done: list[Step], one: str) -> None:
    """Whatever was before."""
    decisions = after(done).split(one)

    assert decisions.root(one) == one
    assert decisions.into[one] == ITSELF
