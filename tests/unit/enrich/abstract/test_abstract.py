"""The abstract: sentences of the report, word for word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom_enrich.components.abstract import MAX_CHARACTERS, MAX_SENTENCES, choose, join
from support.stories import Story


def test_lead_and_decisions(tell: Story) -> None:
    """The lead without its dateline, and the sentence that states the decision."""
    lead = "Delegates from forty countries gathered in Geneva this week to speak about seeds."
    decision = "On Friday the conference adopted a declaration on seeds."
    notes = tell(
        f"GENEVA, March 14 (Wire) -- {lead} The talks were long and often dull. {decision} It rained all day."
    )

    assert notes.abstract == f"{lead} {decision}"


def test_the_second_sentence_where_nothing_is_decided() -> None:
    """A lead alone says little."""
    assert choose([(0, 10), (11, 20), (21, 30)], []) == [(0, 10), (11, 20)]


def test_nothing_of_nothing() -> None:
    """A text without sentences has no abstract."""
    assert choose([], [3]) == []


@given(st.lists(st.integers(1, 400), max_size=12), st.lists(st.integers(0, 3_000), max_size=8))
def test_few_whole_sentences_in_order(lengths: list[int], stating: list[int]) -> None:
    """At most three, in the order of the text, and not too long."""
    ends = [sum(lengths[: number + 1]) for number in range(len(lengths))]
    sentences = list(zip([0, *ends[:-1]], ends, strict=False)) if ends else []
    chosen = choose(sentences, stating)

    assert len(chosen) <= MAX_SENTENCES
    assert chosen == sorted(chosen)
    assert set(chosen) <= set(sentences)
    assert len(join("x" * 5_000, chosen)) <= MAX_CHARACTERS + MAX_SENTENCES
