"""Meetings, summits, sessions and visits that a report covers or announces."""

from __future__ import annotations

from support.stories import Story


def test_the_meeting_that_a_report_covers(tell: Story) -> None:
    """With its days, place, chair and those who were there."""
    (event,) = tell(
        "BAKU, March 14 (Wire) -- The foreign ministers of the Organization of Turkic States (OTS) met in "
        "Baku on Friday, with Azerbaijani Foreign Minister Jeyhun Bayramov in the chair. "
        "Turkish Foreign Minister Hakan Fidan attended."
    ).events

    assert (event.status, event.place) == ("past", "Baku")
    assert (event.start, event.end) == ("2025-03-14", None)
    assert event.chair == "Jeyhun Bayramov"
    assert event.participants == ("Jeyhun Bayramov", "Hakan Fidan")


def test_a_coming_meeting(tell: Story) -> None:
    """Announced with its days."""
    (event,) = tell("The European Council will meet in Brussels on 27-28 March.").events

    assert (event.status, event.place) == ("planned", "Brussels")
    assert (event.start, event.end) == ("2025-03-27", "2025-03-28")
    assert event.evidence.quote == "The European Council will meet in Brussels on 27-28 March."


def test_the_meeting_and_the_next_one(tell: Story) -> None:
    """Two items."""
    held, planned = tell(
        "GENEVA, 14 March 2025 - The Human Rights Council concluded its fifty-eighth session on Friday, "
        "adopting 32 resolutions. The next regular session of the Council is scheduled for 16 June to 9 July."
    ).events

    assert (held.status, planned.status) == ("past", "planned")
    assert (planned.start, planned.end) == ("2025-06-16", "2025-07-09")


def test_a_visit(tell: Story) -> None:
    """Announced ones too."""
    (event,) = tell("French President Emmanuel Macron will pay a state visit to Vietnam in May.").events

    assert (event.status, event.start, event.place) == ("planned", "2025-05", "Vietnam")


def test_meetings_that_are_only_recalled(tell: Story) -> None:
    """Background is no event."""
    events = tell(
        "Exports of tea from Kenya rose by a fifth, the ministry said. "
        "The 15th BRICS summit took place in Johannesburg from 22 to 24 August 2023."
    ).events

    assert events == []


def test_meetings_of_others(tell: Story) -> None:
    """A conference of a company is none of states."""
    assert tell("The company presented its results at a conference in London last week.").events == []


def test_a_letter_of_thanks_is_no_participant(tell: Story) -> None:
    """Those who could not come were not there."""
    (event,) = tell(
        "LIMA, March 14 -- The leaders of the Andean Community met in Lima on Friday, chaired by Peruvian "
        "President Dina Boluarte. Colombian President Gustavo Petro, who could not attend, sent a message."
    ).events

    assert event.participants == ("Dina Boluarte",)
