"""Documents called by a pronoun, told as a possibility with its day, or decided along with others."""

from __future__ import annotations

import pytest

from support.stories import Story

AGREED = "Chile and Peru finished talks on a treaty on water on Friday. "


@pytest.mark.parametrize(
    "text",
    [
        "It should be signed in Quito next month.",
        "It could be signed next month, the minister said.",
        "They will meet in Quito next month, and both sides want to sign it there.",
        "The ministry expects it to be signed in the second half of the year.",
        "The one with Fiji will be signed next month.",
    ],
)
def test_a_coming_day_makes_a_possibility_a_plan(tell: Story, text: str) -> None:
    """The document is that of the sentence before, or one like it."""
    assert ("signed", "planned") in [(r.action, r.status) for r in tell(AGREED + text).resolutions]


@pytest.mark.parametrize(
    "text",
    [
        "It could be signed one day.",
        "It should be signed by next month, campaigners demanded.",
        "It should be signed by both next month if they agree.",
        "The minister would like to sign it himself.",
        "It has been ratified by 140 states.",
    ],
)
def test_a_wish_is_no_plan(tell: Story, text: str) -> None:
    """Nor is a demand, or how far a treaty has come."""
    assert not [r for r in tell(AGREED + text).resolutions if r.action in {"signed", "ratified"}]


def test_one_more_is_a_document_like_the_last(tell: Story) -> None:
    """Told apart by its topic."""
    told = "The Human Rights Council adopted a resolution on water on Friday. "
    more = ("A second, on Chad, went through unanimously.", "Another, on Mali, was adopted without a vote.")
    for text in more:
        assert [r.kind for r in tell(told + text).resolutions] == ["resolution", "resolution"]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed by Chile and Peru on Friday along with a road map on health.",
        "Chile and Peru signed a treaty on water on Friday alongside a memorandum on health.",
    ],
)
def test_companions_share_the_act(tell: Story, text: str) -> None:
    """Two documents were signed."""
    assert [r.action for r in tell(text).resolutions] == ["signed", "signed"]


def test_a_meeting_brings_documents_forth(tell: Story) -> None:
    """At a ceremony they are signed, elsewhere agreed or adopted."""
    met = "Chile and Peru signed a treaty on Friday. The same ceremony produced an agreement on a bridge."
    assert [r.action for r in tell(met).resolutions] == ["signed", "signed"]
    summit = "The African Union ended its summit on Friday. It brought forth the Accra Declaration."
    assert [r.kind for r in tell(summit).resolutions] == ["declaration"]
