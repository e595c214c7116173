"""Short names of meetings."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("COP16, as the sixteenth meeting of the Conference of the Parties is called, ended.", "COP16"),
        ("The sixteenth meeting of the Conference of the Parties, COP16, ended on Friday.", "COP16"),
    ],
)
def test_a_short_name_and_the_long_one_are_one_meeting(tell: Story, told: str, name: str) -> None:
    """By its place beside the long name, or by the same number."""
    (event,) = tell(f"CALI, March 14 (Wire) - {told} It adopted a plan on forests.").events

    assert event.name == name


def test_a_meeting_is_what_somebody_is_in_charge_of(tell: Story) -> None:
    """Words for its parts and its people tell of the meeting, as words for its papers do not."""
    (event,) = tell(
        "NEW YORK, March 14 (Wire) - Russia on Friday blocked the final document of a conference on nuclear "
        "weapons. Ambassador Gustavo Zlauvinen, in charge of the Tenth Review Conference, told the hall that "
        "there was no consensus. The meeting adopted a decision on its budget."
    ).events

    assert event.name == "Tenth Review Conference"
