"""A name goes as far as the words beside it tell."""

from __future__ import annotations

import pytest

from .conftest import Settle


@pytest.mark.parametrize(
    ("text", "marked", "label", "expected"),
    [
        ("said Gurban-Ali Hosseini on Monday", "Gurban", "GPE", "Gurban-Ali Hosseini"),
        ("the Deraa de-confliction zone", "Deraa de", "GPE", "Deraa"),
        (
            "the Front for Unity and Renewal in Mali (FURM) said",
            "Front for Unity",
            "ORG",
            "Front for Unity and Renewal in Mali",
        ),
        (
            "the Global Coalition against Plastic Waste met",
            "Global Coalition",
            "ORG",
            "Global Coalition against Plastic Waste",
        ),
        (
            "of the Conservatives and Reformists Group said",
            "Reformists Group",
            "ORG",
            "Conservatives and Reformists Group",
        ),
        (
            "the Mapu and Indigenous Liberation Front (MILF) said",
            "Indigenous Liberation Front",
            "ORG",
            "Mapu and Indigenous Liberation Front",
        ),
        (
            "for the Third Consultation Meeting on Nile Waters in",
            "Third Consultation Meeting",
            "EVENT",
            "Third Consultation Meeting on Nile Waters",
        ),
        (
            "at the World Rowing Cup at Lake Bled in",
            "World Rowing Cup at Lake Bled",
            "EVENT",
            "World Rowing Cup",
        ),
        ("after the Polar Summit in Reykjavik on", "Polar Summit in Reykjavik", "EVENT", "Polar Summit"),
        ("Council of the EU – Press office", "Council of the EU – Press", "ORG", "Council of the EU"),
    ],
)
def test_the_whole_name_is_taken(settle: Settle, text: str, marked: str, label: str, expected: str) -> None:
    """Words with hyphens, purposes of alliances, members of groups, subjects of meetings, seats."""
    assert expected in settle(text, **{marked: label})


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("the Arab Maghreb Union and the Caribbean Community (CARICOM) met", "Arab Maghreb Union"),
        ("the Blue Alliance for Monday", "Blue Alliance"),
        ("the Second Ankara Forum on Tuesday", "Second Ankara Forum"),
    ],
)
def test_no_more_than_the_name_is_taken(settle: Settle, text: str, marked: str) -> None:
    """Another body, or a day."""
    assert marked in settle(text, **{marked: "ORG"})


def test_what_a_body_owns_is_another_name(settle: Settle) -> None:
    """The possessive parts them."""
    text = "the World Trade Organization's Committee on Fisheries met"

    assert list(settle(text, **{"World Trade Organization's Committee on Fisheries": "ORG"})) == [
        "World Trade Organization",
        "Committee on Fisheries",
    ]


def test_an_institution_is_no_place_and_no_person(settle: Settle) -> None:
    """Whatever stands in its name."""
    assert settle("the Gulf of Carpentaria Commission met", **{"Gulf of Carpentaria Commission": "LOC"}) == {
        "Gulf of Carpentaria Commission": "ORG"
    }
    text = "the Minister of Trade of the Serbian Farmers Party, and others"
    assert settle(text, **{"Serbian Farmers Party": "ORG"}) == {"Serbian Farmers Party": "ORG"}


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("signed by the Community and Chad", "Community and Chad", {"Chad"}),
        ("by the Arab League in Tunis", "Arab League in Tunis", {"Arab League", "Tunis"}),
        ("the Friends of Chad and Niger met", "Friends of Chad and Niger", {"Friends of Chad and Niger"}),
    ],
)
def test_a_body_and_a_country_or_city_are_two_names(
    settle: Settle, text: str, marked: str, expected: set[str]
) -> None:
    """Unless both countries are what the body is of."""
    assert settle(text, **{marked: "ORG"}).keys() == expected
