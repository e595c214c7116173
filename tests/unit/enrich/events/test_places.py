"""Where meetings are, in whatever words."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("A report will be put before the next summit in the Peruvian city of Cusco in June.", "Cusco"),
        ("The next summit will take place in June, likewise in the Austrian capital.", "Vienna"),
        ("The next summit will take place in June, again in the capital of Austria.", "Vienna"),
        ("The next summit will take place in Peru in June.", "Peru"),
        ("The leaders will meet again in the Austrian capital in June.", "Vienna"),
        ("Peru will play host to the next summit in June.", "Peru"),
        ("Peru will be the host of the next summit, in June.", "Peru"),
        ("They were invited to Cusco, where the next summit is to take place in June.", "Cusco"),
    ],
)
def test_the_place_of_a_coming_summit(tell: Story, told: str, place: str) -> None:
    """The city before its country, and the city of the dateline where the words mean it."""
    planned = tell(
        "VIENNA, March 14 (Wire) - The Nordic Council approved a plan at its summit in Austria on Friday. "
        + told
    ).events[-1]

    assert (planned.start, planned.place) == ("2025-06", place)


def test_a_state_that_is_a_city(tell: Story) -> None:
    """Where there is no dateline, ministers meet in Luxembourg as they do in Brussels."""
    event, *_ = tell(
        "It took twelve hours of talks in Luxembourg. Then the Council of the European Union adopted a law "
        "on forests on Friday."
    ).events

    assert event.place == "Luxembourg"


def test_where_others_had_met_before(tell: Story) -> None:
    """Says nothing of the present meeting."""
    event, *_ = tell(
        "Leaders adopted a declaration at the Ukraine-Balkans Summit in Dubrovnik on Friday. It was the "
        "third meeting of this kind after those in Athens and Tirana."
    ).events

    assert event.place == "Dubrovnik"


def test_the_place_of_a_visit(tell: Story) -> None:
    """Where something was signed on it, when nothing else is told."""
    event, *_ = tell(
        "Peru and Chile signed an agreement in Arica on Friday, as President Dina Boluarte began a state "
        "visit to the southern neighbour."
    ).events

    assert (event.name.split(" of ")[0], event.place) == ("state visit", "Arica")
