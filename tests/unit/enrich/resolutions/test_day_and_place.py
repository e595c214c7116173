"""The day and the place of coming meetings, and those of the meeting that the report covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.stories import Story


def test_a_region_is_not_where_it_was_done(tell: Story) -> None:
    """What is for the region was adopted in a city."""
    (item,) = tell(
        "TASHKENT, March 4 - Ministers met on Monday. They adopted a resolution on peace in Central Asia."
    ).resolutions

    assert item.place == "Tashkent"


def test_papers_put_before_a_coming_summit(tell: Story) -> None:
    """They have the day and the city of the summit that the sentence before announces."""
    item = tell(
        "RABAT, March 14 - The Council of Ministers of the Arab League met. The Tunis Summit will be "
        "held in Tunis on 5 June. A plan on clean rivers is to be put before the leaders there."
    ).resolutions[-1]

    assert (item.action, item.status, item.date, item.place) == ("proposed", "planned", "2025-06-05", "Tunis")


def test_a_heading_is_no_place_and_the_next_city_neither(tell: Story) -> None:
    """The charter was adopted where the leaders met, on the Sunday before the bulletin."""
    item = tell(
        "DISPATCH - Leaders of the African Union met in Kigali on Sunday. They adopted a charter on schools. "
        "The next summit will be held in Dakar in October."
    ).resolutions[0]

    assert (item.date, item.place) == ("2025-03-09", "Kigali")
