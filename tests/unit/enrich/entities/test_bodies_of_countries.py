"""Institutions with a country in their names."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Civil Aviation Administration of China sent two pilots.",
            "Civil Aviation Administration of China",
        ),
        ("The Parliament of Ghana passed the bill.", "Parliament of Ghana"),
        (
            "Ali Hasan is Director General of the Prime Minister's Office of Vanuatu.",
            "Prime Minister's Office of Vanuatu",
        ),
        ("A spokesman for the U.S. State Department agreed.", "United States Department of State"),
        (
            "Ana Lima, Director, Ministry of Health, Angola; Ali Hasan, Secretary, Ministry of Health, Chad.",
            "Ministry of Health of Angola",
        ),
    ],
)
def test_the_country_belongs_to_the_name(read: Read, text: str, name: str) -> None:
    """Also behind a comma in a list, and where it is only implied."""
    assert name in read(text).names("organization")


def test_a_cabinet_and_a_company_are_apart_from_their_country(read: Read) -> None:
    """A country that takes part is named on its own."""
    found = read(
        "The Chairman of the Council of Ministers of Bosnia and Herzegovina met Samsung of South Korea."
    )

    assert set(found.names("country")) == {"Bosnia and Herzegovina", "South Korea"}


def test_a_field_of_a_minister_is_no_body(read: Read) -> None:
    """Labour is a party elsewhere."""
    found = read("Ali Hasan, Minister of Public Service, Labour and Social Welfare of Zimbabwe, spoke.")

    assert found.names("organization") == []


def test_a_city_with_hyphens_in_capitals_is_one_place(read: Read) -> None:
    """In a dateline; the agency behind it is none."""
    found = read("CRANS-MONTANA, July 7 (AFP) - Talks ended without a result on Friday.")

    assert found.names("place") == ["Crans-Montana"]
