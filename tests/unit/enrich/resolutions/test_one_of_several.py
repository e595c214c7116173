"""The first and the other of several documents, and documents whose nouns are always plurals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Security Council had two drafts. The first was adopted by 15 votes to none. The other fell.",
            [("resolution", "adopted", "done"), ("resolution", "rejected", "failed")],
        ),
        (
            "The House had two bills. The second passed with 80 votes to 20, the first was rejected.",
            [("law", "adopted", "done"), ("law", "rejected", "failed")],
        ),
    ],
)
def test_by_place(tell: Story, text: str, told: list[tuple[str, str, str]]) -> None:
    """Each is a document of the kind of the several."""
    assert [(r.kind, r.action, r.status) for r in tell(text).resolutions] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Fiji and Tonga issued a joint statement on trade and a separate one on coral.",
            [("statement", "adopted", "done"), ("statement", "adopted", "done")],
        ),
        (
            "The Senate ratified a treaty with Peru and rejected one with Chile.",
            [("treaty", "ratified", "done"), ("treaty", "rejected", "failed")],
        ),
        (
            "The House passed a bill on fish, and then another on water.",
            [("law", "adopted", "done"), ("law", "adopted", "done")],
        ),
        (
            "The House threw out the amendment on tithes. One by Jane Doe on bells was carried.",
            [("document", "rejected", "failed"), ("document", "adopted", "done")],
        ),
    ],
)
def test_one_more(tell: Story, text: str, told: list[tuple[str, str, str]]) -> None:
    """It is a document of the kind of the one before, and an item of its own."""
    assert [(r.kind, r.action, r.status) for r in tell(text).resolutions] == told


def test_parts_of_a_set(tell: Story) -> None:
    """Where two are counted, one and the other are no further documents."""
    text = "Two treaties, one with Peru and another with Chile, were ratified by the Senate."
    assert [(r.kind, r.count) for r in tell(text).resolutions] == [("treaty", 2)]


def test_places_without_documents(tell: Story) -> None:
    """Who came first is no document."""
    assert (
        tell("Two runners left together. The first passed the bridge, the other was rejected.").resolutions
        == []
    )


def test_rules_are_one_document(tell: Story) -> None:
    """Regulations and rules are one text, however many there are."""
    (item,) = tell("The Nordic Council approved the regulations of its fund on Friday.").resolutions

    assert (item.kind, item.count) == ("document", 1)
