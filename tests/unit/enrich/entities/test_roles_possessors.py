"""Whose "its" is before a title."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "The World Bank, which had warned Chad in May, will pay, said Eva Kral, its deputy director.",
            "Eva Kral",
            ("deputy director", "World Bank"),
        ),
        (
            "Amnesty International criticised Hungary. Its director, Karl Weber, wrote to Brussels.",
            "Karl Weber",
            ("director", "Amnesty International"),
        ),
        (
            "Chad lost its vote. Later N'Djamena denied the charges; its envoy, Ali Hasan, left.",
            "Ali Hasan",
            ("envoy", "Chad"),
        ),
        (
            "One member was against, and that was Norway. Anna Berg, its foreign minister, gave no reason.",
            "Anna Berg",
            ("foreign minister", "Norway"),
        ),
        (
            "Peru was represented by its ambassador, Jorge Salas, and Chile by its consul, Ana Rojas.",
            "Ana Rojas",
            ("consul", "Chile"),
        ),
        (
            "Chad was represented by its minister, and Niger by Ali Hasan, its Ambassador to Togo.",
            "Ali Hasan",
            ("Ambassador", "Niger"),
        ),
    ],
)
def test_its_is_the_subject_that_can_have_the_office(
    read: Read, text: str, person: str, role: tuple[str, str]
) -> None:
    """Not a name in a relative clause; a capital is its government; "by its" looks just before."""
    assert read(text).roles(person) == [role]


def test_its_may_look_forward(read: Read) -> None:
    """The sentence before has nothing to do with it."""
    found = read("Peru spoke for Chile. Under its chair, Jan Novak, the panel then met.")

    assert ("chair", "Peru") not in found.roles("Jan Novak")
    assert ("chair", "Chile") not in found.roles("Jan Novak")
