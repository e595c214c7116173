"""Parties that another sentence tells, or that stand apart from the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story

TREATY = "The European Union and Chile signed a trade agreement on Monday. Iran and Iraq sent notes."


@pytest.mark.parametrize(
    "text",
    [
        "A second memorandum, on copper, is to be signed in May.",
        "The same leaders signed a pact on fish.",
    ],
)
def test_one_more_paper_is_of_the_same_sides(tell: Story, text: str) -> None:
    """Also where it is still to be signed, and where one side is an organization."""
    *_, item = tell(f"{TREATY} {text}").resolutions

    assert item.body is None
    assert item.parties == ("European Union", "Chile")


def test_what_others_sign_later_is_not_of_the_same_sides(tell: Story) -> None:
    """Nothing says that these papers are further ones."""
    *_, item = tell(f"{TREATY} Agreements that make Cuba a partner have been signed as well.").resolutions

    assert item.parties == ()


def test_a_parliament_says_yes_or_no_to_a_treaty_of_others(tell: Story) -> None:
    """Its parties are those between whom it is, and those of its twin as well."""
    first, twin = tell(
        "The European Parliament on Monday approved the trade agreement between the European Union and "
        "Chile. An agreement on fish was approved too."
    ).resolutions
    assert first.parties == twin.parties == ("European Union", "Chile")

    (item,) = tell(
        "The National Assembly of Kenya rejected the trade agreement between the European Union and Chile."
    ).resolutions
    assert (item.action, item.parties) == ("rejected", ("European Union", "Chile"))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "President Ana Ruiz of Peru came. By noon she and President Eva Vela of Chile had signed a pact.",
            ("Peru", "Chile"),
        ),
        (
            (
                "Chile and Cuba were there, Chile with a band. President Ana Ruiz of Peru stayed on to see "
                "President Eva Vela of Mali. The two neighbours signed a memorandum on rail."
            ),
            ("Peru", "Mali"),
        ),
        (
            "Peru, Chile and Mali signed a treaty on tuna. All of them also signed a decision on rice.",
            ("Peru", "Chile", "Mali"),
        ),
        (
            "President Ana Ruiz of Peru signed two memorandums, one with the Arab League and one with Mali.",
            ("Peru", "Arab League", "Mali"),
        ),
        (
            "Sixteen states, among them Peru, Chile and the European Union, signed a declaration on Monday.",
            ("Peru", "Chile", "European Union"),
        ),
        (
            "The agreement between the European Union and Chile is ready: it is to be signed in May.",
            ("European Union", "Chile"),
        ),
        (
            (
                "Peru is glad. The pact was signed by President Eva Vela of Chile and Ana Ruiz, Secretary of "
                "State at the Peruvian Ministry of Foreign Affairs."
            ),
            ("Peru", "Chile"),
        ),
    ],
)
def test_sides_that_stand_apart(tell: Story, text: str, parties: tuple[str, ...]) -> None:
    """A pronoun, a number, a list behind the number, and a ministry stand for states."""
    item = tell(text).resolutions[-1]

    assert set(item.parties) == set(parties)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            (
                "The Minister for Health of Peru, Ana Ruiz, and the Minister for Foreign Affairs of Chile, "
                "Eva Vela, signed an agreement on Monday."
            ),
            {"Peru", "Chile"},
        ),
        (
            (
                "The declaration was signed by the presidents of Peru and Chile and by the ambassador of "
                "Cuba. They went home."
            ),
            {"Peru", "Chile", "Cuba"},
        ),
        (
            (
                "LIMA, March 14 - Presidents Ana Ruiz of Peru and Eva Vela of Chile shook hands.\n\nBrazil "
                "sent a band, Brazil sent a choir, it rained. The two governments agreed on a declaration."
            ),
            {"Peru", "Chile"},
        ),
        (
            (
                "Peru, Chile, Iran and Cuba signed a pact on tuna. Then Ana Ruiz of Peru met Eva Vela of "
                "Chile. As the two looked on, officials signed a memorandum on rice."
            ),
            {"Peru", "Chile"},
        ),
        (
            (
                "The Andean Community met on Monday. President Ana Ruiz of Peru signed the Treaty of "
                "Accession. There was applause."
            ),
            {"Peru", "Andean Community"},
        ),
        (
            "The Andean Community met. Delegates of Peru and Chile agreed on a resolution on rice on Monday.",
            set(),
        ),
    ],
)
def test_sides_in_lists_and_leads(tell: Story, text: str, parties: set[str]) -> None:
    """Each office of a list, each agent, and those who met; a resolution has no sides."""
    assert set(tell(text).resolutions[-1].parties) == parties


def test_a_joint_statement_of_one_side_has_no_parties(tell: Story) -> None:
    """Two officers of one body speak for it alone."""
    items = tell(
        "Ana Ruiz, President of the European Council, and Eva Vela, President of the European Commission, "
        "issued a joint statement on Monday. The European Union was pleased."
    ).resolutions

    assert all(not item.parties for item in items)


def test_who_ratifies_a_statute_is_a_party_to_it(tell: Story) -> None:
    """A statute is a treaty where states ratify it."""
    item = tell(
        "The National Assembly of Armenia ratified the Rome Statute on Monday. Armenia waited."
    ).resolutions[0]

    assert item.parties == ("Armenia",)
