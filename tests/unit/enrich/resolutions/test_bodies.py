"""Whose decision it is where the words name no body, or several organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Boko Haram and allies of Boko Haram fled. The Security Council met. It adopted a text.",
            "United Nations Security Council",
        ),
        (
            "For the Arab League, Egypt spoke at the Human Rights Council. The Council adopted a text.",
            "United Nations Human Rights Council",
        ),
        (
            "The Council this morning adopted resolution S/RES/2999 (2025) on small arms.",
            "United Nations Security Council",
        ),
    ],
)
def test_body_in_force(tell: Story, text: str, body: str) -> None:
    """A body that can decide on documents, and the one whose name ends in the word of the text."""
    assert [item.body for item in tell(text).resolutions][-1] == body


def test_the_authority_is_an_organ(tell: Story) -> None:
    """The short form stands for the organ whose name has the word."""
    (item,) = tell(
        "The IGAD Authority of Heads of State and Government met. The Authority adopted a text on rain."
    ).resolutions

    assert item.body == "IGAD Authority of Heads of State and Government"


def test_a_general_approach_is_agreed(tell: Story) -> None:
    """What ministers agree on a draft law is a decision."""
    (item,) = tell(
        "The Council of the European Union met. The ministers agreed a general approach on rail noise."
    ).resolutions

    assert (item.kind, item.action, item.body) == ("decision", "agreed", "Council of the European Union")


def test_the_united_nations_decide_through_their_organs(tell: Story) -> None:
    """The organ may be told in the next sentence."""
    (item,) = tell(
        "UN member states adopted a resolution on clean water on Monday. Delegates to the UN General "
        "Assembly applauded."
    ).resolutions
    assert item.body == "United Nations General Assembly"


def test_a_summit_is_that_of_the_body_in_its_name(tell: Story) -> None:
    """Also where the report does not name the body otherwise."""
    (item,) = tell(
        "The Lima Declaration was adopted at the 15th BRICS Summit in Lima on Thursday."
    ).resolutions
    assert item.body == "BRICS"


def test_many_states_sign_at_the_summit_just_told(tell: Story) -> None:
    """The body and the states are told."""
    (item,) = tell(
        "The summit of the Arab League ended in Cairo on Sunday. Egypt, Jordan, Oman, Qatar and Kuwait "
        "signed the Cairo Charter."
    ).resolutions
    assert item.body == "Arab League"
    assert set(item.parties) == {"Egypt", "Jordan", "Oman", "Qatar", "Kuwait"}


@pytest.mark.parametrize(
    "text",
    [
        "The Andean Community met. The parliaments of Peru and Chile are to ratify the treaty in May.",
        "The Andean Community met. The customs services of the region signed a memorandum on data on Monday.",
        "The Andean Community met. A statement was signed on Monday by the presidents of Peru and Chile.",
        "The Andean Community met. In a joint statement on Monday, the five backers promised a new draft.",
        "The Andean Community met. Together with Cuba and Mali, the six issued a joint declaration.",
    ],
)
def test_a_body_does_not_decide_for_those_who_act_beside_it(tell: Story, text: str) -> None:
    """Parliaments, services, presidents that are named and a part of the members act for themselves."""
    assert [item.body for item in tell(text).resolutions] == [None]


def test_a_body_that_signed_as_a_side_is_one_for_the_next_paper_too(tell: Story) -> None:
    """But what is signed at its own summit is a document of the body."""
    _, other = tell(
        "The European Union and Japan signed a treaty on Monday. The same leaders then signed a pact on fish."
    ).resolutions
    assert other.body is None

    _, other = tell(
        "The European Union and Japan signed a treaty on Monday. At its summit, the leaders signed a charter."
    ).resolutions
    assert other.body == "European Union"


def test_some_of_the_leaders_are_the_organ_of_all(tell: Story) -> None:
    """Where the report names it."""
    (item,) = tell(
        "Three of the five leaders of the Eurasian Economic Union approved a plan on Monday. The Supreme "
        "Eurasian Economic Council met in Minsk."
    ).resolutions

    assert item.body == "Supreme Eurasian Economic Council"
