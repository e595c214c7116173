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
