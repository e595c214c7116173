"""Enrich makes local ids of names; publish must not join names that enrich keeps apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom_enrich.folding import fold
from newsroom_publish.entities.facts import name_key

SCRIPTS = [(0x20, 0x24F), (0x259, 0x259), (0x300, 0x36F), (0x400, 0x4FF), (0x2010, 0x2019), (0x4E00, 0x4E20)]
letters = st.one_of(*(st.characters(min_codepoint=first, max_codepoint=last) for first, last in SCRIPTS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Asha Rai", "ASHA-RAÏ"),
        ("Jean-Claude d'Estaing", "Jean Claude D’Estaing"),
        ("Łukasz Nowak", "Lukasz Nowak"),
        ("İlham Əliyev", "Ilham Aliyev"),
        ("Α\u0345 Ρω", "Α Ρω"),  # an iota below its letter
        ("Иван Петров", "ИВАН ПЕТРОВ"),
        ("The World Health Organisation", "World Health Organization"),
    ],
)
def test_spellings_are_one_name_for_both(one: str, other: str) -> None:
    """A link by name joins no more and no less than one local id does."""
    assert name_key(one) == name_key(other) == fold(one) == fold(other)


@given(st.text(letters))
def test_both_fold_alike(name: str) -> None:
    """Whatever the name, in the scripts that names of reports are written in."""
    assert name_key(name) == fold(name)
