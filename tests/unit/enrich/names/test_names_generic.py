"""Counts, functions, months, headings and symbols are no names."""

from __future__ import annotations

import pytest

from newsroom_enrich.annotations import Name
from newsroom_enrich.generic import is_no_name
from newsroom_enrich.mending import mend


@pytest.mark.parametrize(
    ("surface", "label"),
    [
        ("Four Nations", "GPE"),
        ("Defence Ministers", "ORG"),
        ("Heads of Delegation", "ORG"),
        ("Special Envoy", "ORG"),
        ("High Representative", "ORG"),
        ("October", "GPE"),
        ("BACKGROUND NOTE", "ORG"),
        ("L.12", "PERSON"),
        ("A/C.3", "ORG"),
        ("Sentinel-6", "LOC"),
        ("Urdu", "GPE"),
        ("Union", "LOC"),
        ("Annex III", "PERSON"),
        ("resolution MSC.99", "ORG"),
        ("Camp", "GPE"),
        ("EU-brokered", "ORG"),
        ("Buddhism", "ORG"),
    ],
)
def test_these_are_no_names(surface: str, label: str) -> None:
    """Whatever a model takes them for."""
    assert is_no_name(surface, Name(0, len(surface), label))


@pytest.mark.parametrize(
    ("surface", "label"),
    [
        ("United Nations", "ORG"),
        ("Office of the Special Envoy", "ORG"),
        ("Speaker's Office", "ORG"),
        ("Organization of American States", "ORG"),
        ("WHO", "ORG"),
        ("April Jones", "PERSON"),
        ("May", "PERSON"),
        ("TRINIDAD AND TOBAGO", "GPE"),
        ("CAAF/3", "EVENT"),
        ("Gaza Strip", "LOC"),
    ],
)
def test_these_are(surface: str, label: str) -> None:
    """Names that hold such words."""
    assert not is_no_name(surface, Name(0, len(surface), label))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("VII. The Astana Forum", "Astana Forum"),
        ("34 African Union", "African Union"),
        ("Assembly's Sixth Committee", "Sixth Committee"),
        ("Army's First Corps", "First Corps"),
        ("1540 Committee", "1540 Committee"),
        ("Workers' Party", "Workers' Party"),
    ],
)
def test_numbers_and_owners_before_a_name_are_cut(marked: str, expected: str) -> None:
    """The number of a paragraph, a count, and a body meant by one word."""
    (name,) = mend(marked, Name(0, len(marked), "ORG"))

    assert marked[name.start : name.end] == expected


def test_a_part_of_a_symbol_is_no_name() -> None:
    """Agencies with a stroke between them are some."""
    assert is_no_name("as CM/RES. 12 says", Name(3, 5, "ORG"))
    assert not is_no_name("Photo: AFP/ANSA", Name(7, 10, "ORG"))
