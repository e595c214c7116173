"""Reports that nobody dated: they are read as of the day that their lead tells."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("The envoys of Kenya and Malawi signed two agreements in Nairobi on 4 June.", "2024-06-04"),
        ("The envoys of Kenya and Malawi signed two agreements in Nairobi on June 4, 2019.", "2019-06-04"),
        ("The envoys of Kenya and Malawi signed two agreements in Nairobi on Tuesday.", "2025-03-11"),
        (
            "NAIROBI, 5 June 2019 - The envoys of Kenya and Malawi signed two agreements on Tuesday.",
            "2019-06-04",
        ),
    ],
)
def test_what_was_done_long_before_it_came_in_is_news_of_the_report(tell: Story, lead: str, day: str) -> None:
    """Whoever posts an old text without a date still learns what was signed in it, and when."""
    (signed,) = tell(f"{lead} They will meet again in Lilongwe.", dated=False).resolutions

    assert (signed.count, signed.action, signed.date) == (2, "signed", day)


def test_what_lies_ahead_is_counted_from_the_day_of_the_lead(tell: Story) -> None:
    """As in a report of the June before, on a meeting of the July after it."""
    notes = tell(
        "The foreign ministers of the African Union met in Accra on 4 June. "
        "The summit of the African Union in Addis Ababa will be held on 8 July.",
        dated=False,
    )

    assert [event.start for event in notes.events if event.status == "planned"] == ["2024-07-08"]


def test_a_day_ahead_tells_nothing_of_the_day_of_the_report(tell: Story) -> None:
    """A report on what is planned alone was written before."""
    notes = tell("The summit of the African Union will be held in Accra on 20 March 2025.", dated=False)

    assert [(event.start, event.status) for event in notes.events] == [("2025-03-20", "planned")]


def test_a_date_that_was_given_is_believed(tell: Story) -> None:
    """What a dated report tells of last year is background."""
    notes = tell("The envoys of Kenya and Malawi signed two agreements in Nairobi on 4 June 2024.")

    assert notes.resolutions == []
