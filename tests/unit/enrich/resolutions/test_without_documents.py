"""Decisions to do something, or to let somebody in, without a document."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The FIFA Council voted to move the final to Lima.", "adopted"),
        ("The bank's committee voted by six votes to three to cut the rate.", "adopted"),
        ("The African Union summit agreed on Friday to convene a panel on debt.", "agreed"),
        ("Fiji will join the fund in May, the African Union ministers decided on Friday.", "adopted"),
        ("The Human Rights Council decided to establish a mechanism for Mali.", "adopted"),
        ("The two sides agreed to recognise each other's diplomas.", "agreed"),
        ("Fiji was admitted by acclamation to the African Union on Friday.", "adopted"),
        ("The African Union suspended Gabon on Thursday.", "adopted"),
        ("The Saeima voted by 50 to 30, with ten abstentions, for a law on forests.", "adopted"),
    ],
)
def test_decided(tell: Story, text: str, action: str) -> None:
    """A body, or a vote, makes it a decision."""
    assert [(r.action, r.status) for r in tell(text).resolutions] == [(action, "done")]


@pytest.mark.parametrize(
    "text",
    [
        "The African Union decided to look into the matter.",
        "The leaders agreed to meet again in May.",
        "The union of miners suspended Mr Costa on Thursday.",
        "The hall is where the Security Council voted to use force in 1990.",
        "The two friends decided to open a bakery.",
    ],
)
def test_no_decision(tell: Story, text: str) -> None:
    """What anybody may resolve to do, and what was done long ago."""
    assert tell(text).resolutions == []


def test_said_of_the_document_beside(tell: Story) -> None:
    """Of two acts on one document, the one in a clause on it is background."""
    (item,) = tell(
        "Parliament on Friday ratified a trade agreement with Peru that was concluded last week."
    ).resolutions

    assert item.action == "ratified"
