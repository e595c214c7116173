"""When and where acts are to be, and where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The protocol is to be ratified by the Senate before the end of April.", "2025-04"),
        ("Kenya and Uganda will sign the treaty by 30 June 2026.", "2026-06-30"),
        ("The Conference on Oceans, to be held in 2027, is expected to adopt a declaration.", "2027"),
        ("A fisheries agreement between Chile and Peru is to be signed before the year is out.", "2025"),
        ("On Wednesday the Security Council is to vote on a resolution on Mali.", "2025-03-19"),
        (
            "The Arab League will hold a summit in Oslo on 8 May, where a strategy is to be adopted.",
            "2025-05-08",
        ),
    ],
)
def test_day_of_planned_acts(tell: Story, text: str, day: str) -> None:
    """As exact as the text gives it, deadlines too."""
    (item,) = tell(text).resolutions

    assert (item.status, item.date) == ("planned", day)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Lisbon, the parliament is to ratify the treaty on Thursday.", "Lisbon"),
        (
            "He will attend the summit of the Arab League in Osaka in June, at which a plan will be adopted.",
            "Osaka",
        ),
    ],
)
def test_place_of_planned_acts(tell: Story, text: str, place: str) -> None:
    """The scene of the sentence, or the place behind which "where" stands."""
    (item,) = tell(text).resolutions

    assert (item.status, item.place) == ("planned", place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Arab League leaders met in the Peruvian city of Tacna. They adopted a charter on Thursday.",
            "Tacna",
        ),
        (
            "King Felipe, who landed in Amman on Tuesday, left. Two treaties were signed on Thursday.",
            "Amman",
        ),
        ("TUNIS - Malta and Tunisia signed an agreement on a hospital in Sfax on Thursday.", "Tunis"),
    ],
)
def test_place_of_the_scene(tell: Story, text: str, place: str) -> None:
    """Where people met or arrived, and not where the thing is that a document is about."""
    (item,) = tell(text).resolutions

    assert item.place == place


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Senate of Peru has approved a law on fishing.", None),
        ("Ghana and Togo signed a treaty on rivers. It replaces one of 1998.", None),
        ("LIMA, March 14 - The Senate of Peru has approved a law on fishing.", "2025-03-14"),
        ("Ministers of the Arab League met on Thursday. They adopted a plan on ports.", "2025-03-13"),
    ],
)
def test_no_day_without_a_date(tell: Story, text: str, day: str | None) -> None:
    """The day of publication alone does not date what is reported."""
    (item,) = tell(text).resolutions

    assert item.date == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Leaders of the Arab League adopted a charter on Thursday at their Tunis summit.", "Tunis"),
        ("Oslo's meeting of the Arab League ended on Thursday with the adoption of a charter.", "Oslo"),
        ("Arab League ministers left Tunis on Thursday after they had adopted a charter.", "Tunis"),
        ("New Delhi, Mar 13 (PTI) The Arab League adopted a charter on Thursday.", "New Delhi"),
        ("Oslo, 13 March: The Arab League adopted a charter on Thursday.", "Oslo"),
        (
            "The Arab League adopted a treaty on Thursday. It will be opened for signature in Oslo in June.",
            None,
        ),
    ],
)
def test_place_of_those_who_met(tell: Story, text: str, place: str | None) -> None:
    """Cities of meetings count in every wording, and those of what is to come do not."""
    assert tell(text).resolutions[0].place == place


def test_ahead_of_a_summit(tell: Story) -> None:
    """Papers for a summit have its city and its day, though the sentence tells what was said."""
    (item,) = tell(
        "Ahead of the Oslo summit on 3 June, the secretary-general said that 20 documents will be put before "
        "the leaders."
    ).resolutions

    assert (item.place, item.date) == ("Oslo", "2025-06-03")
