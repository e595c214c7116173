"""Who presided over a meeting, in whatever words."""

from __future__ import annotations

import pytest

from support.stories import Story

_MEETING = (
    "DODOMA, March 14 (Wire) - The Council of the East African Community (EAC) met in Dodoma on Friday and "
    "approved a budget. "
)


@pytest.mark.parametrize(
    "told",
    [
        "In the chair was Tanzanian Finance Minister Mwigulu Nchemba.",
        "Tanzanian Finance Minister Mwigulu Nchemba, who ran the session, thanked his colleagues.",
        "Tanzanian Finance Minister Mwigulu Nchemba had taken over the gavel from Kenya in the morning.",
        "Under the gavel of Tanzanian Finance Minister Mwigulu Nchemba, the work ended an hour early.",
        "It sat under the chairpersonship of Tanzanian Finance Minister Mwigulu Nchemba.",
        "Tanzanian Finance Minister Mwigulu Nchemba ruled from the chair that nothing was left to say.",
    ],
)
def test_the_chair(tell: Story, told: str) -> None:
    """Is the person of whom the words of presiding are said."""
    (event,) = tell(_MEETING + told).events

    assert event.chair == "Mwigulu Nchemba"


def test_two_who_co_chair(tell: Story) -> None:
    """Without names there is no chair."""
    (event,) = tell(
        _MEETING + "The two ministers co-chaired it, a day after a speech by William Ruto in Nairobi."
    ).events

    assert event.chair is None
