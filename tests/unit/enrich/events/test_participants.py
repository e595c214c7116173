"""Who was at a meeting, in whatever words."""

from __future__ import annotations

import pytest

from support.stories import Story

_MEETING = (
    "SUVA, March 14 (Wire) - The Pacific Islands Forum (PIF) held its annual summit in Suva on Friday. "
)


@pytest.mark.parametrize(
    "told",
    [
        '"We have waited long enough," snapped Samoan Prime Minister Peni Tuilagi.',
        "Samoan Prime Minister Peni Tuilagi retorted that the sea would not wait.",
        "The declaration bears the signature of Samoan Prime Minister Peni Tuilagi.",
        "Samoan Prime Minister Peni Tuilagi had addressed the opening session.",
        "The leaders heard a briefing by Samoan Prime Minister Peni Tuilagi.",
    ],
)
def test_who_was_there(tell: Story, told: str) -> None:
    """By speaking, by signing, by being listed."""
    (event,) = tell(_MEETING + told).events

    assert event.participants == ("Peni Tuilagi",)


def test_an_analyst_was_not_there(tell: Story) -> None:
    """Whoever comments from outside took no part."""
    (event,) = tell(
        _MEETING + '"It is a thin text," said Jonathan Pryke, an analyst of the region in Sydney.'
    ).events

    assert event.participants == ()
