"""Bodies of several sides have their dashes in the name."""

from __future__ import annotations

import pytest

from .conftest import Settle


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        (
            "the EU–Armenia Partnership Council met",
            "Armenia Partnership Council",
            "EU–Armenia Partnership Council",
        ),
        (
            "at the Romania – Western Balkans Summit in",
            "Western Balkans Summit",
            "Romania – Western Balkans Summit",
        ),
        (
            "the France–Germany Council of Ministers",
            "Germany Council of Ministers",
            "France–Germany Council of Ministers",
        ),
        ("in the Chad and Niger Border Panel said", "Niger Border Panel", "Chad and Niger Border Panel"),
        ("a Qatar-India Joint Business Council was", "India", "Qatar-India Joint Business Council"),
    ],
)
def test_sides_before_a_dash_belong_to_the_body(settle: Settle, text: str, marked: str, name: str) -> None:
    """Also where the model marks one of the sides alone, or no more than the countries."""
    assert list(settle(text, **{marked: "GPE" if marked == "India" else "ORG"})) == [name]


def test_a_dash_between_clauses_joins_nothing(settle: Settle) -> None:
    """Nor does the border between two countries."""
    text = "They met in Georgia – Council members had come, too – near the Georgia-Turkey border."

    assert "Georgia" in settle(text, Council="ORG")
    assert set(settle(text)) == {"Georgia", "Turkey"}


def test_a_country_that_stands_alone_is_no_part_of_a_body(settle: Settle) -> None:
    """It has no article, or one of its own."""
    text = "They asked Chad and Niger Telecom, and the Gambia and Niger Telecom."

    assert {"Chad", "Gambia"} <= settle(text, Niger_Telecom="ORG").keys()
