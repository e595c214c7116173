"""Sides that a pronoun stands for, and sides that are no states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The leaders of Chile, Peru and Cuba met on Monday in Lima. They issued a joint declaration.",
            ("Chile", "Peru", "Cuba"),
        ),
        (
            "The European Union and the bloc Mercosur said on Friday that they agreed on a treaty.",
            ("European Union", "Mercosur"),
        ),
        ("The European Union (EU) and Japan signed a treaty at their summit.", ("European Union", "Japan")),
        ("Denmark and Greenland signed a treaty on fish on Monday.", ("Denmark", "Greenland")),
        (
            "The European Investment Bank signed a memorandum with representatives of Peru and Chile.",
            ("European Investment Bank", "Peru", "Chile"),
        ),
        (
            "On the sidelines of the African Union summit, Morocco and Kenya signed three agreements.",
            ("Morocco", "Kenya"),
        ),
        ("France signed with Egypt a memorandum on rail on Monday.", ("France", "Egypt")),
        (
            "A treaty was signed in Doha on Friday between the government of Mali and the Arab League.",
            ("Mali", "Arab League"),
        ),
    ],
)
def test_all_sides_are_parties(tell: Story, text: str, parties: tuple[str, ...]) -> None:
    """No body acts."""
    (item,) = tell(text).resolutions

    assert item.body is None
    assert item.parties == parties


def test_the_two_sides_are_those_that_signed_before(tell: Story) -> None:
    """Whichever states the report names most."""
    _, other = tell(
        "The European Union and Japan signed a trade agreement. Japan spoke of Iran, Iran of rain. "
        "The two sides signed a memorandum on data."
    ).resolutions

    assert other.parties == ("European Union", "Japan")
