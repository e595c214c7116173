"""Cities told by what they are, and days told by the meeting, by a season or in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Peru and Chile signed an agreement in the southern city of Tacna on Monday.", "Tacna"),
        ("At a meeting in the Kazakh capital, Astana, Peru and Chile signed a charter.", "Astana"),
        ("In the Pakistani capital Peru and Chile signed a charter, which Islamabad welcomed.", "Islamabad"),
        ("LIMA, March 14 - Ministers of Peru meeting in Riga on Thursday issued a joint statement.", "Riga"),
    ],
)
def test_cities_by_what_they_are(tell: Story, text: str, place: str) -> None:
    """The city behind "the southern city of", the capital of a country, the city where they met."""
    assert [item.place for item in tell(text).resolutions] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A charter is expected to be signed during the premier's visit to Berlin on 25 June.", "Berlin"),
        ("The presidents will meet in Khujand on June 21 to sign the Khujand Declaration.", "Khujand"),
    ],
)
def test_where_plans_are_to_be_signed(tell: Story, text: str, place: str) -> None:
    """In the city that is visited, or where people meet to sign."""
    assert [item.place for item in tell(text).resolutions] == [place]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            (
                "On the second day of their summit in Lima, which opened on Wednesday, the presidents of "
                "Peru and Chile signed a charter."
            ),
            "2025-03-13",
        ),
        ("Peru and Chile plan to sign a charter in the autumn.", "2025"),
        ("The Arab League will adopt the strategy at its December session.", "2025-12"),
        ("Peru and Chile are to sign a charter by mid-2026.", "2026"),
        ("Peru and Chile will sign a charter by the end of this year, Peru said on Friday.", "2025"),
        ("The charter was issued by Peru and Chile in Lima on the twelfth day of March 2025.", "2025-03-12"),
    ],
)
def test_days_told_otherwise(tell: Story, text: str, day: str) -> None:
    """As exact as the words are; the day on which somebody spoke is not that of a plan."""
    assert [item.date for item in tell(text).resolutions] == [day]


def test_what_takes_effect_is_not_put_before_anybody(tell: Story) -> None:
    """One treaty, ratified."""
    text = "The Parliament of Georgia ratified the treaty on Tuesday, which takes effect on July 1."

    assert [item.action for item in tell(text).resolutions] == ["ratified"]
