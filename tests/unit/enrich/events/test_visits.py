"""Visits that a report tells without the noun."""

from __future__ import annotations

import pytest

from support.stories import Story


def test_an_arrival_stands_for_a_visit(tell: Story) -> None:
    """From the day of arrival to that of what was signed."""
    (event,) = tell(
        "HANOI, March 14 (Wire) - Sri Lankan President Anura Kumara Dissanayake and his Vietnamese "
        "counterpart, Luong Cuong, signed a joint statement on Friday. Dissanayake, who landed in Hanoi on "
        "Wednesday, leaves on Saturday."
    ).events

    assert event.name == "visit of Anura Kumara Dissanayake to Vietnam"
    assert (event.start, event.end, event.place) == ("2025-03-12", "2025-03-14", "Hanoi")


def test_the_guest_who_signs_with_the_host(tell: Story) -> None:
    """The leader of the other state is the visitor."""
    (event,) = tell(
        "LISBON, March 14 (Wire) - Portugal and Angola signed an agreement on shipping on Friday. It has "
        "the names of Portuguese Prime Minister Luis Montenegro and Angolan President Joao Lourenco."
    ).events

    assert (event.name, event.start) == ("visit of João Lourenço to Portugal", "2025-03-14")


def test_coming_home_is_no_visit(tell: Story) -> None:
    """A leader who lands in the own capital visits nobody."""
    events = tell(
        "LISBON, March 14 (Wire) - Portuguese Prime Minister Luis Montenegro landed in Lisbon on Friday "
        "after a week of strikes."
    ).events

    assert events == []


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("On Sunday he leaves for Oman.", "Oman"),
        ("Lee is due in Jakarta on Monday.", "Jakarta"),
        ("Lee has accepted an invitation to Kenya.", "Kenya"),
        ("The prime minister will travel to Chile next month.", "Chile"),
        ("Oman is next.", "Oman"),
    ],
)
def test_the_next_visit(tell: Story, told: str, country: str) -> None:
    """Announced in whatever words, with a day or without."""
    planned = tell(
        "DOHA, March 14 (Wire) - Singaporean Prime Minister Lawrence Wong began a state visit to Qatar on "
        "Friday. He met the Emir. " + told.replace("Lee", "Wong")
    ).events[-1]

    assert (planned.status, planned.place) == ("planned", country)
    assert planned.participants == ("Lawrence Wong",)


def test_who_chairs_by_office(tell: Story) -> None:
    """The one person of that office."""
    planned = tell(
        "OSLO, March 14 (Wire) - NATO Secretary General Mark Rutte met Norwegian officers in Oslo on Friday. "
        "The Secretary General will chair a meeting of Allied defence ministers in Brussels on 3 April."
    ).events[-1]

    assert planned.chair == "Mark Rutte"


def test_a_visit_to_a_city_takes_place_there(tell: Story) -> None:
    """Also where the report comes from another one."""
    (event,) = tell(
        "ABUJA, March 14 (Wire) - Beninese President Patrice Talon paid a one-day visit to Lagos on Thursday "
        "and was seen off by Foreign Minister Yusuf Tuggar."
    ).events

    assert (event.start, event.place) == ("2025-03-13", "Lagos")
    assert event.participants == ("Patrice Talon", "Yusuf Tuggar")
