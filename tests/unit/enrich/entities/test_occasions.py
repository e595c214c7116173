"""Named events: summits, conferences, games."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "Munich Security Conference",
            "The minister spoke at the Munich Security Conference in Germany on Friday.",
        ),
        ("Leaders' Summit on Peacekeeping", "They recalled the Leaders' Summit on Peacekeeping in New York."),
        ("CoP17", "The delegates at CoP17 in Johannesburg rejected it on Friday."),
        (
            "United Nations Peacekeeping Defence Ministerial",
            "The United Nations Peacekeeping Defence Ministerial was held in London on Friday.",
        ),
    ],
)
def test_conferences_are_events(tell: Story, name: str, text: str) -> None:
    """Where nobody knows them as bodies."""
    assert [e.name for e in tell(text).entities if e.type == "event"] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Conference of the Parties to the Basel Convention adopted a plan on Friday.",
        "The General Conference of UNESCO adopted a plan on Friday.",
        "The East Asia Summit adopted a plan on Friday.",
        "It is one of the sites on the World Heritage List.",
    ],
)
def test_bodies_and_lists_are_no_events(tell: Story, text: str) -> None:
    """Whatever they are called."""
    assert [e.name for e in tell(text).entities if e.type == "event"] == []


def test_the_short_name_in_brackets(tell: Story) -> None:
    """Is another mention of the event, there and further down."""
    (event,) = (
        e
        for e in tell(
            "The Thirteenth Ministerial Conference (MC13) opened in Abu Dhabi. MC13 will end on Sunday."
        ).entities
        if e.type == "event"
    )

    assert len(event.mentions) == 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("COP10", "PANAMA CITY - Parties to the treaty agreed at COP10 in Panama on Friday to protect fish."),
        (
            "Eleventh Review Conference of the Parties to the Treaty on Cluster Munitions",
            "At the Eleventh Review Conference of the Parties to the Treaty on Cluster Munitions it fell.",
        ),
    ],
)
def test_numbered_conferences_of_parties(tell: Story, name: str, text: str) -> None:
    """Are events, whatever else the model takes with them or leaves out."""
    assert [e.name for e in tell(text).entities if e.type == "event"] == [name]
