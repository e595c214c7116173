"""Sittings that a report tells by what a body did, and not by a word for the meeting."""

from __future__ import annotations

from support.stories import Story


def test_a_debate_stands_for_the_sitting(tell: Story) -> None:
    """Also where no document is decided."""
    (event,) = tell(
        "CAPE TOWN, March 14 (Wire) - Members of the National Assembly of South Africa on Friday debated the "
        "state of the railways for six hours. Speaker Thoko Didiza presided."
    ).events

    assert (event.status, event.start, event.place) == ("past", "2025-03-14", "Cape Town")
    assert "National Assembly" in event.name
    assert event.chair == "Thoko Didiza"


def test_a_vote_of_lawmakers_is_one_of_the_parliament(tell: Story) -> None:
    """Where the report names one."""
    (event,) = tell(
        "NAIROBI, March 14 (Wire) - Kenya's lawmakers voted on Thursday to lower the tax on books. "
        "In the National Assembly 240 of them were in favour."
    ).events

    assert (event.name, event.start) == ("sitting of the National Assembly of Kenya", "2025-03-13")
