"""Documents that are to come, and those that the syntax hangs elsewhere than on their verb."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Staff will draw up a plan for the port, to be submitted to the African Union in May.", "proposed"),
        ("The Nordic Council should be able to adopt the charter in May.", "adopted"),
        ("He told reporters that the treaty would be signed in May.", "signed"),
        ("The Human Rights Council is scheduled to take action on a draft resolution on Monday.", "proposed"),
        ("The king's signature under the law is expected in May.", "signed"),
        (
            "The Senate has four bills on fish before it. Adoption of all four is expected in May.",
            "adopted",
        ),
        ("Staff are to draw up a plan for the reefs, which the ministers will adopt in May.", "adopted"),
        ("A signing ceremony for the treaty on tuna will be held in May.", "signed"),
        (
            "Following Friday's vote by the Senate, the Nordic Council is expected to adopt the bill in May.",
            "adopted",
        ),
        ("The presidents will be invited to approve the strategy at a summit in May.", "approved"),
        ("Final approval of the fisheries treaty by the Senate is due in May.", "approved"),
        ("An accord on rail, on which talks have dragged on for years, will be signed in May.", "signed"),
    ],
)
def test_to_come(tell: Story, text: str, action: str) -> None:
    """What will be done is planned, however the sentence puts it."""
    assert [(r.action, r.status) for r in tell(text).resolutions] == [(action, "planned")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two bills on forests cleared the Senate on Friday.", [("law", "adopted", 2)]),
        ("The amendment was negatived by voice vote in the House.", [("document", "rejected", 1)]),
        (
            "The African Union met. Variant C, a motion of the islands, went down by 30 votes to 7.",
            [("resolution", "rejected", 1)],
        ),
        (
            "They held up the accord on rail lines, which was signed by the ministers of Peru and Chile.",
            [("agreement", "signed", 1)],
        ),
        (
            "The African Union met on Friday.\n\nDecides to suspend Gabon from all activities.",
            [("decision", "adopted", 1)],
        ),
    ],
)
def test_lost_by_the_syntax(tell: Story, text: str, told: list[tuple[str, str, int]]) -> None:
    """The document is found, be it an apposition or the noun before the words that hold the clause."""
    assert [(r.kind, r.action, r.count) for r in tell(text).resolutions] == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway called for a treaty to be signed in May.",
        "The Council should adopt a resolution, she said.",
        "The draft would create a fund.",
    ],
)
def test_wishes(tell: Story, text: str) -> None:
    """What somebody wants or what a text would do is not planned."""
    assert tell(text).resolutions == []
