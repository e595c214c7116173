"""The head noun and the noun beside a name tell what it is."""

from __future__ import annotations

import pytest

from .conftest import Settle


@pytest.mark.parametrize(
    ("name", "marked", "expected"),
    [
        ("Kotelnich Air Base", "ORG", "LOC"),
        ("Diriyah Conference Centre", "ORG", "LOC"),
        ("Sangtuda Power Plant", "ORG", "LOC"),
        ("Hotel Ukraina", "ORG", "LOC"),
        ("Serengeti Game Reserve", "EVENT", "LOC"),
        ("Lapland Investment Forum", "ORG", "EVENT"),
        ("Eighth Geneva Peace Congress", "ORG", "EVENT"),
        ("Maputo Clean Cooking Summit", "ORG", "EVENT"),
        ("Common Market Conference of Heads of Government", "EVENT", "ORG"),
        ("Summit for Clean Rivers", "ORG", "EVENT"),
        ("Blue Harvest Project", "ORG", "LAW"),
        ("Strategic Partnership", "ORG", "LAW"),
        ("Andean Rivers Programme", "EVENT", "ORG"),
        ("Lucia Falls", "PERSON", "LOC"),
        ("Fleet Noise Design Index", "ORG", "LAW"),
        ("Guidelines for Safe Bridges", "ORG", "LAW"),
        ("Lapland Folk Museum", "LOC", "ORG"),
        ("Protection of Wild Bees", "ORG", "LAW"),
        ("Lapland Reserve Bank", "ORG", "ORG"),
        ("Lapland Centre for Arctic Cooperation", "ORG", "ORG"),
    ],
)
def test_the_head_noun_decides(settle: Settle, name: str, marked: str, expected: str) -> None:
    """Sites, events and things that no entity stands for; a head goes before its "of" or "for"."""
    assert settle(f"They spoke of the {name} again.", **{name: marked})[name] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("the leader of the Adilet Yolu party said", "Adilet Yolu", "ORG"),
        ("by the Danish shipbuilder Havfruen on Monday", "Havfruen", "ORG"),
        ("at the Rixos Dome convention centre in", "Rixos Dome", "LOC"),
        ("a company in the Moscow group of cities", "Moscow", "GPE"),
    ],
)
def test_the_noun_beside_a_name_decides(settle: Settle, text: str, name: str, expected: str) -> None:
    """Where no table knows the name as a city."""
    assert settle(text, **{name: "GPE"})[name] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("by the Danish carmaker Havfruen on Monday", "Havfruen", "ORG"),
        ("between two firms, Petromar and Gasline, in", "Petromar", "ORG"),
        ("said the party's treasurer Havfruen on Monday", "Havfruen", "PERSON"),
    ],
)
def test_a_sort_of_company_before_a_person_tells_that_it_is_none(
    settle: Settle, text: str, name: str, expected: str
) -> None:
    """But a function does not."""
    assert settle(text, **{name: "PERSON"})[name] == expected
