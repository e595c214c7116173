"""Sides that are counted and others that join them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.stories import Story


def test_counted_countries_and_those_that_join(tell: Story) -> None:
    """The three are those of the sentence before; the one that joins them is a party as well."""
    item = tell(
        "LIMA, March 14 - Ministers of Peru, Chile and Bolivia met in Lima on Friday. In a joint communique, "
        "the three countries plus Brazil and Ecuador condemned the attack."
    ).resolutions[0]

    assert item.parties == ("Peru", "Chile", "Bolivia", "Brazil", "Ecuador")
