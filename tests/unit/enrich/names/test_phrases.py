"""Names of a table are found in a text, whatever their spelling, and only there."""

from __future__ import annotations

import pytest

from newsroom_enrich.phrases import PhraseTable, words


def found(names: list[str], text: str) -> list[str]:
    table: PhraseTable[str] = PhraseTable()
    for name in names:
        table.add(name, name)
    return [text[hit.start : hit.end] for hit in table.find(text, words(text))]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Côte d'Ivoire", "In Côte d’Ivoire today", "Côte d’Ivoire"),
        ("Côte d'Ivoire", "In Cote d'Ivoire today", "Cote d'Ivoire"),
        ("Türkiye", "In Tu\u0308rkiye today", "Tu\u0308rkiye"),
        ("Guinea-Bissau", "In Guinea–Bissau today", "Guinea–Bissau"),
        (
            "Shanghai Cooperation Organisation",
            "the Shanghai Cooperation Organization",
            "Shanghai Cooperation Organization",
        ),
        ("Kazakhstan", "KAZAKHSTAN — Talks", "KAZAKHSTAN"),
        ("U.S.", "The U.S. has said", "U.S."),
        ("U.S.", "The U.S.-led force", "U.S."),
    ],
)
def test_a_name_is_found_in_the_spellings_of_news(name: str, text: str, expected: str) -> None:
    """Accents, dashes, capitals and British or American spelling make no difference."""
    assert found([name], text) == [expected]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Turkey", "They ate turkey"),
        ("Poland", "The Polanders"),
        ("US", "Tell us more"),
        ("WHO", "Who said that"),
        ("Polish", "They polish silver"),
        ("United States", "United\n\nStates"),
    ],
)
def test_what_only_looks_like_a_name_is_none(name: str, text: str) -> None:
    """Ordinary words, parts of words and words of two paragraphs are no names."""
    assert found([name], text) == []


def test_the_longest_name_wins() -> None:
    """South Sudan is not Sudan."""
    assert found(["Sudan", "South Sudan"], "Sudan and South Sudan") == ["Sudan", "South Sudan"]


def test_the_first_value_of_a_name_is_kept() -> None:
    """A second meaning does not replace the first."""
    table: PhraseTable[int] = PhraseTable()
    table.add("Congo", 1)
    table.add("Congo", 2)

    assert [hit.value for hit in table.find("Congo", words("Congo"))] == [1]
