"""The organ that met, also where its name is told late or only by what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            (
                "Heads of state of the Commonwealth of Independent States met. A plan was adopted. "
                "The Council of Heads of State will meet in Baku."
            ),
            "CIS Council of Heads of State",
        ),
        (
            "The European Union sent observers. The Third Committee approved a draft resolution on rice.",
            "Third Committee of the United Nations General Assembly",
        ),
        (
            "Council of the EU - News. The Council adopted a law today, as the European Council had asked.",
            "Council of the European Union",
        ),
    ],
)
def test_organs(tell: Story, text: str, body: str) -> None:
    """Not the organization of which it is an organ, and not another one that is named."""
    (item,) = tell(text).resolutions

    assert item.body == body


def test_a_chamber_is_of_the_country_of_the_dateline(tell: Story) -> None:
    """Whatever other country the sentence names."""
    (item,) = tell(
        "SOFIA, March 13 (Wire) - The National Assembly ratified a treaty with Serbia, and Serbia thanked it."
    ).resolutions

    assert item.body == "National Assembly of Bulgaria"


def test_who_is_still_to_decide_is_not_in_force(tell: Story) -> None:
    """The members that act next are those of the body that met."""
    *_, item = tell(
        "The European Parliament adopted a resolution on rain on Tuesday. The Council of the European Union "
        "is to adopt the plan in May. Members also passed a resolution on snow."
    ).resolutions

    assert item.body == "European Parliament"


def test_leaders_do_not_meet_as_a_parliamentary_assembly(tell: Story) -> None:
    """They are the organization itself where it names no organ of theirs."""
    item = tell(
        "Heads of state of the Council of Europe adopted a declaration on Monday. The Parliamentary Assembly "
        "of the Council of Europe had asked for it."
    ).resolutions[0]

    assert item.body == "Council of Europe"


def test_another_body_told_in_passing_does_not_take_over(tell: Story) -> None:
    """What the report is about has decided before, and goes on deciding."""
    *_, item = tell(
        "The UN General Assembly adopted a resolution on debt on Tuesday. The Senate of the United States "
        "passed a bill on debt on Tuesday. Three further resolutions were adopted."
    ).resolutions

    assert (item.count, item.body) == (3, "United Nations General Assembly")


def test_an_organ_of_the_body_takes_over(tell: Story) -> None:
    """It is not told in passing."""
    *_, item = tell(
        "The Eurasian Economic Union approved a plan on trade on Friday. The Eurasian Intergovernmental "
        "Council adopted a decision on rail on Friday. A strategy on water was adopted."
    ).resolutions

    assert item.body == "Eurasian Intergovernmental Council"


@pytest.mark.parametrize(
    "signing",
    [
        "Presidents Ana Cruz of Chile, Eva Vela of Peru, Ida Rey of Cuba and Uma Paz of Brazil signed",
        "The nine countries signed",
        "In the evening Chile, Peru, Cuba and Brazil signed",
    ],
)
def test_many_states_sign_at_the_session_of_the_body(tell: Story, signing: str) -> None:
    """They sign as those who meet."""
    (item,) = tell(
        f"A summit of the Union of South American Nations was held in Quito. {signing} a charter on seas."
    ).resolutions

    assert item.body == "Union of South American Nations"


@pytest.mark.parametrize(
    "signing",
    [
        "Foreign ministers of Chile, Peru, Cuba and Brazil signed a pact on seas",
        "Chile, Peru, Cuba and Brazil signed a pact on seas with Fiji",
        "On the sidelines, Chile, Peru, Cuba and Brazil signed a pact on seas",
        "Chile and Peru signed a pact on seas",
    ],
)
def test_some_sign_for_themselves_beside_a_summit(tell: Story, signing: str) -> None:
    """Ministers at a summit of leaders, those who sign with others, and those who are few."""
    (item,) = tell(
        f"A summit of the Union of South American Nations was held in Quito. {signing}."
    ).resolutions

    assert item.body is None
