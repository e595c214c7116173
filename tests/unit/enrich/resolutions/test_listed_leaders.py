"""Which states signed, where the leaders are listed beside the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story

LISTED = (
    "LIMA - The Andean Community met. Putting pen to paper were Presidents Ana Costa of Chile and Juan Rojas "
    "of Peru, Prime Minister Luz Vega of Cuba and Ivo Paz, the Vice-President of Brazil. {}\n\n"
    "President Omar Diallo of Mali, a guest of honour, looked on. Prime Minister Aiko Sato of Japan and "
    "President Kim Lee of Ghana reacted from home."
)
SIGNERS = ("Chile", "Peru", "Cuba", "Brazil")


@pytest.mark.parametrize(
    "sentence",
    [
        "The leaders signed the Lima Declaration.",
        "They signed the Lima Declaration.",
        "The Lima Declaration was signed by the four.",
    ],
)
def test_the_list_beside_the_act_tells_who_signed(tell: Story, sentence: str) -> None:
    """Not every leader whom the report names."""
    (item,) = tell(LISTED.format(sentence)).resolutions

    assert item.parties == SIGNERS


def test_what_leaders_adopt_has_no_parties(tell: Story) -> None:
    """The body decided it."""
    (item,) = tell(LISTED.format("The leaders adopted the Lima Declaration.")).resolutions

    assert item.parties == ()
