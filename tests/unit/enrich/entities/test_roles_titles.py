"""Titles: their words, from heads of state to the press, and where they end."""

from __future__ import annotations

import pytest

from newsroom_enrich.components.roles.titles import find_titles
from support.entities import Read


@pytest.mark.parametrize(
    "title",
    [
        "First Lady",
        "presidential aide",
        "chief bond strategist",
        "chief operating officer",
        "editor-in-chief",
        "president pro tempore",
        "prime minister-designate",
        "Independent Expert",
        "Chef de Cabinet",
        "State Councilor",
        "staff writer",
        "taskforce chairman",
        "junta leader",
        "Auditor General",
        "Federal Chancellor",
    ],
)
def test_a_title_is_found_whole(title: str) -> None:
    """With the words before its head, and without those of the sentence."""
    assert [found.text for found in find_titles(f"it was said by {title}, and so on")] == [title]


@pytest.mark.parametrize(
    ("text", "person", "roles"),
    [
        (
            "Maria Costa, Chef de Cabinet to the UN Secretary-General, looked on.",
            "Maria Costa",
            [("Chef de Cabinet", "United Nations")],
        ),
        (
            "President Jan Novak of Czechia flew in from Japan, and First Lady Eva Novak with him.",
            "Eva Novak",
            [("First Lady", "Czechia")],
        ),
        (
            "Karl Weber, the U.N. special coordinator for the Middle East peace process, briefed them.",
            "Karl Weber",
            [("special coordinator for the Middle East peace process", "United Nations")],
        ),
        (
            "Ana Silva, legal adviser to the World Bank, agreed.",
            "Ana Silva",
            [("legal adviser", "World Bank")],
        ),
        (
            "The US was there: Secretary of State Antony Blinken and special envoy Karl Weber spoke.",
            "Karl Weber",
            [("special envoy", "United States")],
        ),
        (
            "Ivan Petrov, a member of the European Parliament, objected.",
            "Ivan Petrov",
            [("member", "European Parliament")],
        ),
        (
            "It sat under Deputy Prime Minister Eva Kral of Slovakia.",
            "Eva Kral",
            [("Deputy Prime Minister", "Slovakia")],
        ),
    ],
)
def test_whose_staff_or_spouse(read: Read, text: str, person: str, roles: list[tuple[str, str]]) -> None:
    """Titles that lean on somebody else's, and the processes that envoys are for."""
    assert read(text).roles(person) == roles


def test_the_leader_of_a_countrys_junta(read: Read) -> None:
    """The possessive belongs to what follows, and is no superior's."""
    found = read("Omar Diallo, the leader of Niger's junta, hosted it.")

    assert found.roles("Omar Diallo") == [("leader", "Niger")]


def test_field_marshal_is_a_rank(read: Read) -> None:
    """Military ranks are forms of address."""
    assert read("The army chief, Field Marshal Omar Khan, came.").roles("Omar Khan")[0][0] == "army chief"
