"""Decisions in words that no rule knows, judged by their likelihood."""

from __future__ import annotations

import pytest

from newsroom_enrich.weights import Weights
from support.stories import Story


def test_probability_is_the_logistic_function_of_the_sum() -> None:
    """Facts without a weight count for nothing, and no sum is too large."""
    weights = Weights(bias=-1.0, by_fact={"title": 2.0, "definite": -1.0, "sure": 1e6})

    assert weights.probability({"title", "definite", "unknown"}) == 0.5
    assert weights.probability({"title"}) == pytest.approx(0.731, abs=0.001)
    assert weights.probability({"sure"}) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Out of the meeting in Suva on Thursday came an agreement on tuna between Fiji and Tonga.",
            "agreement",
        ),
        (
            "With the stroke of a pen on Thursday the treaty on tuna between Fiji and Tonga became reality.",
            "treaty",
        ),
        ("Fiji and Tonga shook hands on Thursday on an agreement on tuna.", "agreement"),
        ("The universities of Suva and Apia agreed a programme on tuna on Thursday.", "plan"),
    ],
)
def test_what_is_told_in_unusual_words(tell: Story, text: str, found: str) -> None:
    """A document that becomes real in any words was decided on; its sentence is the evidence."""
    (item,) = tell(text).resolutions

    assert (item.kind, item.status, item.evidence.quote) == (found, "done", text)


@pytest.mark.parametrize(
    "text",
    [
        "The 1998 treaty on tuna remains the basis of their work.",
        "Observers doubt whether the treaty on tuna means anything.",
        "The envoys spoke for hours about the treaty on tuna.",
        "The aim of the two states is a treaty on tuna.",
        "The ministers discussed the treaty on tuna on Friday.",
        "The king renewed his rejection of the treaty on tuna.",
        "The ministers exchanged opinions on tuna.",
    ],
)
def test_what_is_only_talked_of(tell: Story, text: str) -> None:
    """Background and talk are no decisions."""
    assert tell(text).resolutions == []
