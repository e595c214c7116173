"""Titles whose words, fields and owners stand apart: behind the owner, in another's title, before a dash."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "Kenyan Trade Minister Ali Hasan and Norwegian counterpart Karl Olsen signed the paper.",
            "Karl Olsen",
            ("Trade Minister", "Norway"),
        ),
        (
            "Chad's Foreign Minister Ali Hasan met in Rome with Italian counterpart Anna Rossi.",
            "Anna Rossi",
            ("Foreign Minister", "Italy"),
        ),
    ],
)
def test_a_counterpart_needs_no_possessive(read: Read, text: str, person: str, role: tuple[str, str]) -> None:
    """As in headlines: the country before the word is enough."""
    assert read(text).roles(person) == [role]


def test_what_an_office_is_for_may_stand_behind_its_owner(read: Read) -> None:
    """The field belongs to the title, and not to the name of the body."""
    found = read(
        "The High Representative of the European Union for Foreign Affairs and Security Policy, Anna Rossi, "
        "spoke."
    )

    assert found.roles("Anna Rossi") == [
        ("High Representative for Foreign Affairs and Security Policy", "European Union")
    ]


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "Karl Olsen, chief European economist at Capital Economics, was surprised.",
            "Karl Olsen",
            ("chief European economist", "Capital Economics"),
        ),
        (
            "Norway's foreign and trade minister, Karl Olsen, disagreed.",
            "Karl Olsen",
            ("foreign and trade minister", "Norway"),
        ),
        (
            "Ireland paid. “It is time,” said Tánaiste Sean Byrne.",
            "Sean Byrne",
            ("Tánaiste", "Ireland"),
        ),
    ],
)
def test_words_within_a_title(read: Read, text: str, person: str, role: tuple[str, str]) -> None:
    """A region, two fields, a title of one country."""
    assert read(text).roles(person) == [role]


def test_heads_of_government_in_a_list(read: Read) -> None:
    """Each is the head of government of the country beside the name; nobody is where none is named."""
    found = read("The heads of government of Sweden and Norway, Ulf Berg and Karl Olsen, met.")
    assert found.roles("Karl Olsen") == [("head of government", "Norway")]

    other = read("Karl Olsen of Norway spoke of the heads of state and government of Africa.")
    assert other.roles("Karl Olsen") == []


def test_who_signs_on_behalf_of_a_country_has_the_office_there(read: Read) -> None:
    """Also behind "signed by"."""
    found = read(
        "The pact was signed by Energy Minister Ali Hasan on behalf of Chad and by Karl Olsen for Norway."
    )

    assert found.roles("Ali Hasan") == [("Energy Minister", "Chad")]


def test_a_spokesman_of_the_prime_minister_is_one_of_the_country(read: Read) -> None:
    """Whose prime minister it is, the report tells elsewhere."""
    found = read("The Prime Minister's spokesman, Tom Wells, said that Britain would wait.")

    assert found.roles("Tom Wells") == [("spokesman", "United Kingdom")]


def test_two_capital_offices_of_one_person_around_a_dash(read: Read) -> None:
    """The second belongs to the person too."""
    found = read(
        "Karl Olsen, Chairman of the State Planning Board – Head of the National Bank of Norway, "
        "signed the plan."
    )

    assert ("Head", "National Bank of Norway") in found.roles("Karl Olsen")


def test_a_patriarch_is_named_without_the_title(read: Read) -> None:
    """The title is a role of the see."""
    found = read("Patriarch Kirill of Moscow led the service on Sunday.")

    assert found.roles("Kirill") == [("Patriarch", "Moscow")]


def test_a_name_that_begins_as_a_form_of_address_does(read: Read) -> None:
    """The table knows her under her whole name."""
    found = read("Ousted prime minister Sheikh Hasina left Bangladesh by helicopter.")

    assert found.roles("Sheikh Hasina") == [("Ousted prime minister", "Bangladesh")]
