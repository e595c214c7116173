"""Titles that go on in small words, and nouns before their heads."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "Karl Weber, head of glacier research at the World Bank, was sceptical.",
            "Karl Weber",
            ("head of glacier research", "World Bank"),
        ),
        (
            "Ana Silva, head of the forest department at the World Bank, left early.",
            "Ana Silva",
            ("head of the forest department", "World Bank"),
        ),
        (
            "Jan Novak, the Czech minister for European affairs, spoke.",
            "Jan Novak",
            ("minister for European affairs", "Czechia"),
        ),
        (
            "Peru's minister of mines and the blue economy, Rosa Campos, signed.",
            "Rosa Campos",
            ("minister of mines and the blue economy", "Peru"),
        ),
        (
            "Eva Kral, director for Africa at the World Bank, was glad.",
            "Eva Kral",
            ("director for Africa", "World Bank"),
        ),
        (
            "Omar Diallo, chairman of the supervisory board of the World Bank, resigned.",
            "Omar Diallo",
            ("chairman of the supervisory board", "World Bank"),
        ),
        (
            "Ana Silva, chair of the board of trustees of the World Bank, left.",
            "Ana Silva",
            ("chair of the board of trustees", "World Bank"),
        ),
        ("Ana Silva, head of delegation of Peru, left.", "Ana Silva", ("head of delegation", "Peru")),
        (
            "Ana Silva, minister without portfolio of Peru, left.",
            "Ana Silva",
            ("minister without portfolio", "Peru"),
        ),
        (
            "Ana Silva, the rapporteur on the file, told the European Parliament so.",
            "Ana Silva",
            ("rapporteur", "European Parliament"),
        ),
        (
            "Li Wei, head of the coast guard service of Japan, took notes.",
            "Li Wei",
            ("head of the coast guard service", "Japan"),
        ),
        (
            "Ana Silva, chairman of the board of the World Bank, left.",
            "Ana Silva",
            ("chairman of the board", "World Bank"),
        ),
        (
            "Ana Silva, head of delegation for the World Bank, left.",
            "Ana Silva",
            ("head of delegation", "World Bank"),
        ),
        (
            "Ana Silva, head of the Peruvian delegation, left.",
            "Ana Silva",
            ("head of the delegation", "Peru"),
        ),
        (
            "Ana Silva, Minister of Foreign and European Affairs of Croatia, left.",
            "Ana Silva",
            ("Minister of Foreign and European Affairs", "Croatia"),
        ),
        (
            "Ana Silva, head of the delegation from Peru, left.",
            "Ana Silva",
            ("head of the delegation", "Peru"),
        ),
    ],
)
def test_a_title_goes_on_to_the_end_of_its_field(
    read: Read, text: str, person: str, role: tuple[str, str]
) -> None:
    """As far as the place, the owner or the mark behind it."""
    assert read(text).roles(person) == [role]


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "Ana Silva, an art historian at the University of Lima, wrote it.",
            "Ana Silva",
            ("art historian", "University of Lima"),
        ),
        ("The Kenyan athletics chief, Peter Otieno, was glad.", "Peter Otieno", ("athletics chief", "Kenya")),
        (
            "Peru's foreign ministry spokeswoman, Ana Rojas, agreed.",
            "Ana Rojas",
            ("foreign ministry spokeswoman", "Peru"),
        ),
        ("Tonga's elderly prime minister, Sione Vea, wept.", "Sione Vea", ("prime minister", "Tonga")),
    ],
)
def test_nouns_before_the_head_belong_to_it(
    read: Read, text: str, person: str, role: tuple[str, str]
) -> None:
    """Adjectives that only describe do not."""
    assert read(text).roles(person) == [role]


@pytest.mark.parametrize(
    ("text", "person", "title"),
    [
        ("Ana Silva, president of Chile for eight years, spoke.", "Ana Silva", "president"),
        ("Eva Kral, the director of the company, spoke about NATO.", "Eva Kral", "director"),
        ("Jan Novak, mayor of the capital, walked through Oslo.", "Jan Novak", "mayor"),
    ],
)
def test_how_long_and_of_what_thing_is_no_field(read: Read, text: str, person: str, title: str) -> None:
    """A span of time, a body or a place after "of" is no part of the title."""
    assert [role for role, _ in read(text).roles(person)] == [title]
