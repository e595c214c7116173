"""The two sides of a meeting: counterparts without a country, and who came along with a guest."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "Peru met Chile. Ana Rojas, the Peruvian trade minister, met Eva Vela, her counterpart.",
            "Eva Vela",
            ("trade minister", "Chile"),
        ),
        (
            "Chile thanked Peru. Peru's trade minister, Ana Rojas, met her opposite number, Eva Vela.",
            "Eva Vela",
            ("trade minister", "Chile"),
        ),
        (
            "Peru and Chile signed it in Lima. Trade Minister Eva Vela was met by her Peruvian counterpart.",
            "Eva Vela",
            ("Trade Minister", "Chile"),
        ),
        (
            "Eva Kral, the Slovak envoy, greeted Jan Novak, her Czech colleague.",
            "Jan Novak",
            ("envoy", "Czechia"),
        ),
    ],
)
def test_a_counterpart_is_of_the_other_side(
    read: Read, text: str, person: str, role: tuple[str, str]
) -> None:
    """Of the two countries that the report is on."""
    assert read(text).roles(person) == [role]


def test_of_more_than_two_countries_none_is_the_other_side(read: Read) -> None:
    """Nothing says which."""
    found = read("Peru, Chile and Cuba met. Peru's trade minister, Ana Rojas, met Eva Vela, her counterpart.")

    assert found.roles("Eva Vela") in ([], [("trade minister", None)])


@pytest.mark.parametrize(
    "companions",
    ["He was accompanied by", "The delegation is large. With him came", "Travelling with him was"],
)
def test_who_comes_along_is_of_the_country_of_the_guest(read: Read, companions: str) -> None:
    """Not of the city where they meet."""
    found = read(f"LIMA — Chile's President Ana Rojas is in Peru. {companions} Trade Minister Eva Vela.")

    assert found.roles("Eva Vela") == [("Trade Minister", "Chile")]


def test_a_colleague_of_somebody_with_two_offices_has_none_of_them(read: Read) -> None:
    """Which of the two is open."""
    found = read(
        "Jan Novak, Deputy Prime Minister and Foreign Minister of Slovakia, left. Eva Kral, his Czech "
        "colleague, stayed."
    )

    assert found.roles("Eva Kral") == []


@pytest.mark.parametrize(
    "text",
    [
        "LIMA — President Zuzana Kral flew out of Peru on Tuesday.",
        "LIMA — Foreign Minister Zuzana Kral arrived in Peru on Tuesday.",
        "LIMA — Chile and Cuba wait. Foreign Minister Zuzana Kral met her Peruvian counterpart.",
    ],
)
def test_nobody_is_of_the_country_that_is_visited(read: Read, text: str) -> None:
    """Nor of that whose minister is met."""
    assert "Peru" not in [owner for _, owner in read(text).roles("Zuzana Kral")]


def test_a_title_after_the_word_colleague_is_of_that_country(read: Read) -> None:
    """The name follows the title."""
    found = read("Eva Vela, a Peruvian, left. Her Chilean colleague, Interior Minister Ana Rojas, came.")

    assert found.roles("Ana Rojas") == [("Interior Minister", "Chile")]


@pytest.mark.parametrize(
    ("text", "person", "owner"),
    [
        ("A Russian abstention followed what President Joe Biden had said.", "Joe Biden", None),
        ("Iraq and Turkey signed it in Baghdad when President Erdoğan came.", "Erdoğan", "Turkey"),
        (
            "New Zealand and the UAE agreed, and President Mohamed bin Zayed came.",
            "Mohamed bin Zayed",
            "United Arab Emirates",
        ),
    ],
)
def test_whom_everybody_knows_is_of_no_other_country(
    read: Read, text: str, person: str, owner: str | None
) -> None:
    """Also under a shorter name; of none, where the report does not name the country."""
    assert read(text).roles(person) == [("President", owner)]
