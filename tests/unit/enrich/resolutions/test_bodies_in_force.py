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
            "Council of the EU - News. The European Council asked for it. The Council adopted a law today.",
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
