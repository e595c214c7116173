"""Meetings in the words of agencies: who was there, when, where, and what is only announced."""

from __future__ import annotations

import pytest

from support.stories import Story

_MEETING = (
    "SUVA, March 14 (Wire) - The Pacific Islands Forum (PIF) held its annual summit in Suva on Friday. "
)


@pytest.mark.parametrize(
    "told",
    [
        "Samoan Prime Minister Peni Tuilagi is attending.",
        "Samoan Prime Minister Peni Tuilagi spoke; the Tongan king stayed away.",
        "The Tongan king sent his apologies and was represented by Samoan Prime Minister Peni Tuilagi.",
        "The summit opened with the presence of Samoan Prime Minister Peni Tuilagi.",
        "Samoan Prime Minister Peni Tuilagi represented Polynesia.",
        "The leaders sat at the same table as Samoan Prime Minister Peni Tuilagi.",
    ],
)
def test_who_was_there(tell: Story, told: str) -> None:
    """Also at a meeting under way, and beside those who are absent."""
    event, *_ = tell(_MEETING + told).events

    assert "Peni Tuilagi" in event.participants


@pytest.mark.parametrize(
    "told",
    [
        "Samoan Prime Minister Peni Tuilagi sent his regrets.",
        "Samoan Prime Minister Peni Tuilagi declined an invitation.",
        "The others spoke, while Samoan Prime Minister Peni Tuilagi stayed away.",
    ],
)
def test_who_was_not(tell: Story, told: str) -> None:
    """The absent attend nothing."""
    event, *_ = tell(_MEETING + told).events

    assert "Peni Tuilagi" not in event.participants


def test_a_day_in_the_phrase_of_a_coming_meeting(tell: Story) -> None:
    """Is its own, not that of the verb behind; a visit told by its verb alone is an event too."""
    events = tell(
        "Ahead of the NATO summit in The Hague on June 24-25, Finnish President Aino Salmi visited Oslo on "
        "Friday, where she met Prime Minister Per Holt.",
    ).events

    assert [(e.start, e.end, e.status) for e in events if "summit" in e.name] == [
        ("2025-06-24", "2025-06-25", "planned")
    ]
    assert [(e.start, e.status) for e in events if "visit" in e.name] == [("2025-03-14", "past")]


def test_the_length_of_a_coming_visit(tell: Story) -> None:
    """Gives its last day."""
    event, *_ = tell(
        "HELSINKI, March 14 (Wire) - Finnish President Aino Salmi starts a three-day state visit to Peru on "
        "March 18."
    ).events

    assert (event.start, event.end) == ("2025-03-18", "2025-03-20")


@pytest.mark.parametrize("told", ["did not begin", "was cancelled", "was called off"])
def test_a_session_that_fell_through(tell: Story, told: str) -> None:
    """Is no event."""
    assert (
        tell(f"BELGRADE, March 14 (Wire) - A session of the Assembly of Serbia on Friday {told}.").events
        == []
    )


def test_a_meeting_that_another_clause_places(tell: Story) -> None:
    """As in ", held in Riyadh", in a report from elsewhere."""
    event, *_ = tell(
        "MUSCAT, March 14 (Wire) - Oman took part in the 162nd meeting of the Ministerial "
        "Council of the Gulf "
        "Cooperation Council, held in Riyadh under the joint chairmanship of Foreign Minister Salim Harthi."
    ).events

    assert (event.place, event.chair) == ("Riyadh", "Salim Harthi")


def test_who_only_tells_of_a_coming_meeting(tell: Story) -> None:
    """Is not expected there, nor whom he met."""
    event, *_ = tell(
        "LONDON, March 14 (Wire) - Britain will host a Western Balkans summit in May, Prime "
        "Minister Ann Frost "
        "said in Tirana on Friday after meeting Albanian Prime Minister Ilir Gashi."
    ).events

    assert event.participants == ()


def test_who_travels_to_a_coming_meeting(tell: Story) -> None:
    """Will be there."""
    event, *_ = tell(
        "MAJURO, March 14 (Wire) - Palau President Hana Remel left on Friday for Honiara, "
        "where the 54th Pacific "
        "Islands Forum Leaders Meeting takes place from 18 to 20 March."
    ).events

    assert event.participants == ("Hana Remel",)
