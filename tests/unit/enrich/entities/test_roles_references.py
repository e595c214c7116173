"""Titles that stand for somebody who is named before, without a name of their own."""

from __future__ import annotations

import pytest

from support.entities import Read

_ON_AND_ON = "Nobody minded, and the talks went on. " * 20


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "Karl Olsen spoke first. The Norwegian environment minister praised the text.",
            "Karl Olsen",
            ("environment minister", "Norway"),
        ),
        (
            "For Ana Silva it was a long day. The World Bank president had hoped for more.",
            "Ana Silva",
            ("president", "World Bank"),
        ),
        (
            "Jan Novak said that the United Nations would stay. “We must,” the Secretary-General added.",
            "Jan Novak",
            ("Secretary-General", "United Nations"),
        ),
        (
            f"Donald Trump left. {_ON_AND_ON}A letter came from the American president.",
            "Donald Trump",
            ("president", "United States"),
        ),
    ],
)
def test_a_definite_title_is_that_of_the_only_person_it_can_mean(
    read: Read, text: str, person: str, role: tuple[str, str]
) -> None:
    """Of the subject just before; of a known head of state also long after."""
    assert read(text).roles(person) == [role]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Karl Olsen of Sweden spoke first. The Norwegian minister praised the text.", "Karl Olsen"),
        ("Karl Olsen met Eva Kral. The Norwegian minister praised the text.", "Karl Olsen"),
        ("Karl Olsen spoke first. A Norwegian minister praised the text.", "Karl Olsen"),
        ("Karl Olsen, a farmer, watched. The Norwegian minister did not come.", "Karl Olsen"),
        ("The court freed Karl Olsen. The Norwegian minister did not say why.", "Karl Olsen"),
        ("Karl Olsen was arrested. The Norwegian minister did not say why.", "Karl Olsen"),
        ("Vladimir Putin did not mind. The Russian ambassador did, though.", "Vladimir Putin"),
        ("Karl Olsen spoke. The Norwegian foreign minister, Anna Berg, praised it.", "Karl Olsen"),
    ],
)
def test_a_title_that_may_mean_somebody_else_is_nobodys(read: Read, text: str, person: str) -> None:
    """Another country, a second person, an indefinite article, somebody famous, a name beside the title."""
    assert read(text).roles(person) == []
