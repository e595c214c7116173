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
