"""Symbols that later sentences give to a document, and votes told of it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story

_ADOPTED = "The United Nations Security Council adopted a resolution on Haiti on Monday. Chad voted for it. "


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Tabled by Peru as document S/2025/160, the text asks for a report.", "S/2025/160"),
        ("Resolution 2770 (2025), drafted by Peru, welcomes the plan.", "S/RES/2770 (2025)"),
        ("It builds on resolution 2653 (2022), which set up the regime.", None),
        ("Resolution 2653 (2022) sets up the regime.", None),
    ],
)
def test_a_later_sentence_names_the_document(tell: Story, text: str, symbol: str | None) -> None:
    """One of this year of which it says what it holds; an older one is background."""
    told = tell(_ADOPTED + text).resolutions

    assert [item.symbol for item in told] == [symbol]


def test_those_named_against_a_vetoed_draft_may_not_be_all(tell: Story) -> None:
    """The fifteen members of the Council tell how many they were."""
    text = (
        "China and Russia vetoed a draft resolution in the United Nations Security Council on Monday. "
        "Algeria also voted against it, Guyana abstained and 11 members voted for it."
    )
    votes = [item.vote for item in tell(text).resolutions]

    assert [(v.for_, v.against, v.abstentions) for v in votes if v] == [(11, 3, 1)]


def test_the_vote_behind_a_colon_is_on_the_same_decision(tell: Story) -> None:
    """As in "approved the tariffs: ten countries backed the decision"."""
    text = (
        "The Council of the European Union approved the tariffs on Monday: ten countries backed the "
        "decision, five opposed it and 12 abstained."
    )
    told = tell(text).resolutions

    assert [(item.vote.for_, item.vote.against) for item in told if item.vote] == [(10, 5)]
    assert len(told) == 1
