"""Numbers in words and digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom_enrich.components.documents.numbers import find_numbers, ordinal, parse_number, parse_ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22", 22),
        ("1,204", 1204),
        ("twenty-two", 22),
        ("a dozen", 12),
        ("two dozen", 24),
        ("three hundred and seven", 307),
        ("two thousand", 2000),
        ("several", None),
        ("agreement", None),
    ],
)
def test_parse_number(text: str, value: int | None) -> None:
    """One number, or None."""
    assert parse_number(text) == value


def test_numbers_of_a_list_stay_apart() -> None:
    """As in "two, three and four"."""
    assert [number.value for number in find_numbers("two, three and four")] == [2, 3, 4]


@given(st.integers(min_value=1, max_value=99))
def test_ordinals_come_back(value: int) -> None:
    """As they are written with digits."""
    assert parse_ordinal(ordinal(value)) == value


@given(st.text(max_size=200))
def test_spans_are_inside_the_text(text: str) -> None:
    """And in order."""
    at = 0
    for number in find_numbers(text):
        assert at <= number.start < number.end <= len(text)
        at = number.end
