"""Titles of documents keep their words; meetings and parties beside an acronym are found."""

from __future__ import annotations

import pytest

from .conftest import Settle


@pytest.mark.parametrize(
    ("text", "part", "label"),
    [
        ("the Action Plan for the Expansion of Rural Clinics was", "Expansion of Rural Clinics", "ORG"),
        ("the Statement on Shared Water Values was", "Shared Water Values", "ORG"),
        ("an essay, “Forests for the Young”, was", "Forests for the Young", "ORG"),
        ("a communique entitled The Lasting River Peace was", "Lasting River Peace", "EVENT"),
        ("the Bamboo and Cedar Declarations were", "Bamboo", "GPE"),
        ("the 1921 Treaty of Kars was", "Kars", "GPE"),
    ],
)
def test_a_part_of_a_title_is_no_name(settle: Settle, text: str, part: str, label: str) -> None:
    """What no table knows, within the title of a document or in quotation marks."""
    assert part not in settle(text, **{part: label})


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("the Agreement on Aid to Red Crescent Hospital Fund was", "Red Crescent Hospital Fund", "ORG"),
        ("the Memorandum of Understanding with Polar Airways was", "Polar Airways", "ORG"),
    ],
)
def test_an_institution_in_a_title_is_one(settle: Settle, text: str, name: str, label: str) -> None:
    """And so is a partner of an agreement."""
    assert settle(text, **{name: label})[name] == label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("on the margins of the BRICS Plus Summit in", "BRICS Plus Summit"),
        ("after the APEC Finance Ministers' Meeting in", "APEC Finance Ministers' Meeting"),
        ("put before COP31. The next", "COP31"),
        ("the agenda of UNEA-7 is", "UNEA-7"),
    ],
)
def test_meetings_named_after_a_body_are_events(settle: Settle, text: str, name: str) -> None:
    """By its acronym and a number, or what the meeting is."""
    assert settle(text)[name] == "EVENT"


def test_two_acronyms_with_a_dash_are_two_bodies(settle: Settle) -> None:
    """An ASEAN-GCC summit is no body."""
    assert list(settle("an ASEAN-UNESCO dialogue", **{"ASEAN-UNESCO": "ORG"})) == ["ASEAN", "UNESCO"]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        (
            "a dinner at the Samal Convention and Exhibition Center for",
            "Samal Convention and Exhibition Center",
        ),
        ("water of the Toktogul-Say reservoir in", "Toktogul-Say reservoir"),
        ("landed at Manas International Airport on", "Manas International Airport"),
    ],
)
def test_sites_that_nobody_marked_are_found(settle: Settle, text: str, site: str) -> None:
    """By the noun that ends their name."""
    assert settle(text)[site] == "LOC"
