"""Parliaments, central banks, missions and agencies, and the country of what is national."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Wolesi Jirga debated the law.", "Wolesi Jirga", "AF"),
        ("Deputies of the Finnish Eduskunta voted.", "Eduskunta", "FI"),
        ("The Dewan Rakyat passed the bill on Monday.", "Dewan Rakyat", "MY"),
        ("Norges Bank kept its rate on Thursday.", "Norges Bank", "NO"),
        ("Zhogorku Kenesh deputies ratified the treaty.", "Jogorku Kenesh", "KG"),
    ],
)
def test_national_bodies_with_a_name_of_their_own(read: Read, text: str, name: str, country: str) -> None:
    """They are known with their country."""
    assert read(text).entity(name).country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chile's Senate approved the pact on Tuesday.", "Senate of Chile"),
        ("In Manila, the Senate approved the pact.", "Senate of the Philippines"),
        (
            "Ghana and Togo signed. Ghana was pleased. On Tuesday the National Assembly approved the pact.",
            "National Assembly of Ghana",
        ),
        (
            "Ghana voted. Ghana was calm, unlike Togo. The Constitutional Court upheld the law.",
            "Constitutional Court of Ghana",
        ),
    ],
)
def test_a_chamber_or_court_belongs_to_the_country_of_the_report(read: Read, text: str, name: str) -> None:
    """To the owner, the city of the clause, or the state that is named most."""
    assert name in read(text).names("organization")


@pytest.mark.parametrize(
    "name",
    [
        "OSCE Mission to Moldova",
        "Sovereign Order of Malta",
        "Conference of the Parties to the Basel Convention",
        "SADC Mission in Mozambique",
    ],
)
def test_a_country_in_the_name_of_a_body_is_no_country(read: Read, name: str) -> None:
    """The whole name is one body."""
    found = read(f"Envoys of the {name} spoke.")

    assert found.names("organization") == [name]
    assert not found.names("country")


def test_an_agency_stands_in_the_brackets_of_a_dateline(read: Read) -> None:
    """Whatever else its acronym means."""
    found = read("LJUBLJANA, 4 June (STA) – Ministers met.\n\nRIGA (Zinas) – Ministers met.")

    assert "Slovenian Press Agency" in found.names("organization")


def test_what_names_its_organization_is_named_after_no_other(read: Read) -> None:
    """CELAC Secretariat is not one of the United Nations."""
    found = read("The United Nations and the CELAC Working Committee met in Lima.")

    assert "CELAC Working Committee" in found.names("organization")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("“It is a mistake,” said Axel Brandt (SPD) in the debate.", "Social Democratic Party of Germany"),
        ("Fianna Fail and Sinn Fein backed the bill.", "Sinn Féin"),
        ("The Workers' Party of Korea held its congress.", "Workers' Party of Korea"),
    ],
)
def test_parties_are_known(read: Read, text: str, party: str) -> None:
    """Also by the acronym in brackets behind a person."""
    assert party in read(text).names("organization")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Chilean Senate approved the pact with Peru.", "Senate of Chile"),
        ("The Dutch Cabinet resigned on Monday.", "Cabinet of the Netherlands"),
        ("The Ghanaian Supreme Court ruled on Monday.", "Supreme Court of Ghana"),
    ],
)
def test_a_word_for_its_people_before_a_chamber_is_its_country(read: Read, text: str, name: str) -> None:
    """Where the name is no more than what every state has."""
    assert name in read(text).names("organization")


def test_a_chamber_named_in_full_is_meant_later(read: Read) -> None:
    """By its own word alone."""
    found = read("The Chilean Senate met. Peru and Brazil protested. The Senate voted on Monday, Peru said.")

    assert found.mentions("Senate of Chile") == ["Chilean Senate", "Senate"]
