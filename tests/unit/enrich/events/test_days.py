"""The first and last day of a meeting."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    "told",
    [
        "The two-day conference of Nordic fisheries ministers that came to an end on Friday left no text.",
        "Nordic fisheries ministers ended a two-day conference on Friday.",
        "Over two days Nordic fisheries ministers held a conference on cod. It closed on Friday.",
    ],
)
def test_the_days_of_a_conference_that_ended(tell: Story, told: str) -> None:
    """The last day is the one on which it ended."""
    (event,) = tell(f"BERGEN, March 14 (Wire) - {told}").events

    assert (event.start, event.end) == ("2025-03-13", "2025-03-14")


def test_the_second_day_has_a_date(tell: Story) -> None:
    """From which the first is counted."""
    event = tell(
        "QUITO, March 14 (Wire) - President Gustavo Petro of Colombia began a state visit to Ecuador on "
        "Friday. On Saturday, the second day of the visit, he will go to the coast."
    ).events[0]

    assert event.start == "2025-03-14"


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ("The council, meeting in Bergen from 10 to 14 March, adopted a plan on cod.", 10, 14),
        (
            "The council adopted a plan on cod. A minister had called for it at the opening on Tuesday.",
            11,
            14,
        ),
        ("Opening the session on Tuesday, a minister had called for courage. A plan was adopted.", 11, 14),
        (
            "A plan was adopted. The session of the council, resumed on Friday, is to be closed on Sunday.",
            14,
            16,
        ),
        ("The council wound up a two-day session on Friday with a plan, to last until May 1.", 13, 14),
        (
            "The council adopted a plan at the close of a two-day session, which takes effect on May 1.",
            13,
            14,
        ),
    ],
)
def test_the_days_of_a_session(tell: Story, told: str, start: int, end: int) -> None:
    """By when people met, when it was opened and closed, and how long it was."""
    event, *_ = tell(f"BERGEN, March 14 (Wire) - The Nordic Council approved a plan on Friday. {told}").events

    assert (event.start, event.end) == (f"2025-03-{start}", f"2025-03-{end}")


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("The session was conducted by video link.", None),
        ("The minister of Norway chaired the short videoconference.", None),
        ("Its members agreed on it in a video call.", None),
        ("The minister of Norway chaired it.", "Bergen"),
    ],
)
def test_a_meeting_without_a_place(tell: Story, told: str, place: str | None) -> None:
    """People met online, wherever the report was written."""
    event, *_ = tell(f"BERGEN, March 14 (Wire) - The Nordic Council approved a plan on Friday. {told}").events

    assert event.place == place


def test_the_days_of_a_dateline(tell: Story) -> None:
    """Are those of the meeting of which a statement tells."""
    event, *_ = tell(
        "Bergen, 12-14 March 2025\n\nThe Nordic Council approved a plan on cod at its session."
    ).events

    assert (event.start, event.end) == ("2025-03-12", "2025-03-14")


def test_the_same_day_as_one_that_is_still_to_come(tell: Story) -> None:
    """Is no coming day where the meeting is told to have been held."""
    events = tell(
        "BERGEN, March 14 (Wire) - The Nordic Council adopted a plan on cod at its session on Friday. The "
        "chair passes to Norway on April 1. Later on the same day its ministers held a meeting on ice."
    ).events

    assert [event.status for event in events if event.start == "2025-04-01"] == []


def test_the_first_of_its_kind_is_no_first_session(tell: Story) -> None:
    """Such a number tells nothing of the meeting."""
    event, *_ = tell(
        "BERGEN, March 14 (Wire) - The Nordic Council adopted a plan on cod at its session on Friday. It was "
        "the first such gathering on an island."
    ).events

    assert not event.name.startswith("1st")
