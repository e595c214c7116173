"""Figures with a dash that are no votes, and votes told in less usual words."""

from __future__ import annotations

import pytest

from newsroom_enrich.components.votes import read_tally


@pytest.mark.parametrize(
    "sentence",
    [
        "They adopted a resolution on children aged 5-14.",
        "The plan for the season 2-3 was adopted by the board.",
        "The resolution was adopted at the session of 3 to 7 February.",
        "The board approved two to three vaccines.",
        "It was adopted after five years of haggling.",
        "The club won the match 3-1 and adopted a new anthem.",
        "The leaders adopted an action plan, which covers the years 2027 to 2031.",
        "The draft did not obtain the required unanimity.",
    ],
)
def test_ranges(sentence: str) -> None:
    """Ages, seasons and days are no tallies."""
    assert read_tally(sentence).is_empty


def test_roll_call() -> None:
    """A pair behind "roll call of"."""
    tally = read_tally("The bill passed after a roll call of 159 to 75.")

    assert (tally.in_favour, tally.against) == (159, 75)


def test_no_as_a_vote() -> None:
    """ "153 voted yes and 112 no"."""
    tally = read_tally("In the end 153 lawmakers voted yes and 112 no, while 9 abstained.")

    assert (tally.in_favour, tally.against, tally.abstentions) == (153, 112, 9)
