"""Roles whose title stands apart from the name, or leans on another person."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "person", "roles"),
    [
        (
            "Carla Moreno, who chaired the session in her capacity as CELAC chairwoman, urged calm.",
            "Carla Moreno",
            [("chairwoman", "Community of Latin American and Caribbean States")],
        ),
        (
            "Ivo Bauer spoke for the last time as Austrian finance minister.",
            "Ivo Bauer",
            [("finance minister", "Austria")],
        ),
        (
            "When Kofi Boateng landed in Lima on Monday, he was the first President of Ghana to do so.",
            "Kofi Boateng",
            [("President", "Ghana")],
        ),
        (
            "Ana Vela took over as secretary-general of the Council of Europe in May.",
            "Ana Vela",
            [("secretary-general", "Council of Europe")],
        ),
        (
            "Jan Novak, later Vice President of Czechia, drew it.",
            "Jan Novak",
            [("Vice President", "Czechia")],
        ),
        (
            "President Eva Kral of Slovakia flew home. Jan Hruska, Kral's climate adviser, stayed.",
            "Jan Hruska",
            [("climate adviser", "Slovakia")],
        ),
        (
            "Washington's envoy, Lena Park, spoke for the United States.",
            "Lena Park",
            [("envoy", "United States")],
        ),
        (
            "The Foreign Minister of Mongolia – Deputy Prime Minister Bat Erdene met them.",
            "Bat Erdene",
            [("Foreign Minister", "Mongolia"), ("Deputy Prime Minister", "Mongolia")],
        ),
        (
            "Carla Moreno signed on behalf of CELAC as its chairwoman, Ivo Bauer for the other side.",
            "Carla Moreno",
            [("chairwoman", "Community of Latin American and Caribbean States")],
        ),
    ],
)
def test_a_title_later_in_the_sentence(
    read: Read, text: str, person: str, roles: list[tuple[str, str]]
) -> None:
    """After "as", after "he was", and by the name of somebody's superior."""
    assert read(text).roles(person) == roles


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ana Vela described the text as a victory for the president of Peru.", "Ana Vela"),
        ("Ivo Bauer criticised Karl Weber, whom he called weak as chancellor of Austria.", "Ivo Bauer"),
    ],
)
def test_no_title_is_taken_from_another(read: Read, text: str, person: str) -> None:
    """A description, a predecessor, an opponent."""
    assert read(text).roles(person) == []
