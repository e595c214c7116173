"""Visits that a report tells without the noun."""

from __future__ import annotations

import pytest

from support.stories import Story


def test_an_arrival_stands_for_a_visit(tell: Story) -> None:
    """From the day of arrival to that of departure."""
    (event,) = tell(
        "HANOI, March 14 (Wire) - Sri Lankan President Anura Kumara Dissanayake and his Vietnamese "
        "counterpart, Luong Cuong, signed a joint statement on Friday. Dissanayake, who landed in Hanoi on "
        "Wednesday, leaves on Saturday."
    ).events

    assert event.name == "visit of Anura Kumara Dissanayake to Vietnam"
    assert (event.start, event.end, event.place) == ("2025-03-12", "2025-03-15", "Hanoi")


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


def test_the_leader_who_flew_home_visits_nobody(tell: Story) -> None:
    """Where somebody comes back to, or from, is no visit."""
    events = tell(
        "HELSINKI, March 14 (Wire) - Peruvian President Dina Boluarte flew home from Lahti on Friday without "
        "a deal on copper in Chile."
    ).events

    assert events == []


def test_whoever_says_that_he_will_travel(tell: Story) -> None:
    """ "She" is the person who announces it, not the visitor of whom the report tells."""
    planned = tell(
        "DOHA, March 14 (Wire) - Singaporean Prime Minister Lawrence Wong began a state visit to Qatar on "
        "Friday. He met the Emir. Peruvian President Dina Boluarte announced that she would travel to Madrid "
        "on Monday."
    ).events[-1]

    assert (planned.name, planned.start) == ("visit of Dina Boluarte to Madrid", "2025-03-17")


def test_several_travellers(tell: Story) -> None:
    """They are on one visit."""
    planned = tell(
        "BRUSSELS, March 14 (Wire) - The European Parliament adopted a law on fishing on Friday. Keir "
        "Starmer, Emmanuel Macron and Giorgia Meloni will fly to Tunis together on Sunday."
    ).events[-1]

    assert planned.name == "visit of Keir Starmer, Emmanuel Macron and Giorgia Meloni to Tunis"
    assert planned.participants == ("Keir Starmer", "Emmanuel Macron", "Giorgia Meloni")


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ("Dissanayake leaves on Sunday.", "2025-03-14", "2025-03-16"),
        ("The guest will fly home on Saturday.", "2025-03-14", "2025-03-15"),
        ("They had signed a treaty on fishing on Thursday.", "2025-03-13", "2025-03-14"),
    ],
)
def test_the_days_of_a_visit(tell: Story, told: str, start: str, end: str) -> None:
    """From the first to the last paper that was signed, or to the day on which the guest leaves."""
    (event,) = tell(
        "HANOI, March 14 (Wire) - Sri Lanka and Vietnam signed an agreement on trade on Friday. It has the "
        "names of Vietnamese President Luong Cuong and Sri Lankan President Anura Kumara Dissanayake. "
        + told.replace("They had signed", "The two countries signed")
    ).events

    assert event.name == "visit of Anura Kumara Dissanayake to Vietnam"
    assert (event.start, event.end) == (start, end)


def test_the_visitor_of_whom_the_sentence_before_tells(tell: Story) -> None:
    """ "His third visit" is that of the last person who did something."""
    (event, *_) = tell(
        "HANOI, March 14 (Wire) - Past the statue of Simon Bolivar walked the schools of the city when Anura "
        "Kumara Dissanayake came on Friday. It is his third visit to Vietnam. Vietnam and Sri Lanka signed a "
        "treaty on Friday."
    ).events

    assert event.name == "3rd visit of Anura Kumara Dissanayake to Vietnam"[4:]


def test_leaders_who_sat_down_need_no_guest(tell: Story) -> None:
    """A meeting that was put off before is the one that took place now."""
    event, *_ = tell(
        "SEOUL, March 14 (Wire) - South Korea and Japan adopted a joint declaration on Friday. President "
        "Yoon Suk Yeol was in the chair. His guest was Fumio Kishida, Prime Minister of Japan. The ninth "
        "summit of its kind had been put off again and again since 2019."
    ).events

    assert event.name == "9th summit in Seoul"
    assert event.chair == "Yoon Suk Yeol"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "TOKYO - Shigeru Ishiba received German President Olaf Scholz on a state visit to Japan.",
            "state visit of Olaf Scholz to Japan",
        ),
        (
            "SYDNEY - Sitiveni Rabuka of Fiji was glad of a visit to Suva by Australian minister Penny Wong.",
            "visit of Penny Wong to Suva",
        ),
        (
            "MOSCOW - Iranian President Masoud Pezeshkian began an official visit on Friday.",
            "official visit of Masoud Pezeshkian to Russia",
        ),
    ],
)
def test_who_visits_whom(tell: Story, told: str, name: str) -> None:
    """Whom a host welcomes, whose visit it is, and the country of the dateline."""
    event, *_ = tell(told).events

    assert event.name == name
