"""What is dated apart, done to something else, or only talked of."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    "text",
    [
        "Under a decision that the African Union took in June 2023, the mission has to leave Mali.",
        "The Americans had adopted the charter long before that; so had others.",
        "Should the shooting go on, further measures will be considered by the African Union.",
        "Each group adopted the same protocol for drawing walls on the screen.",
        "The talks of the African Union end tomorrow, because the ministers could not agree on the accord.",
    ],
)
def test_nothing_was_decided(tell: Story, text: str) -> None:
    """On another day, or not at all."""
    assert tell(text).resolutions == []


def test_a_day_to_be_agreed_is_no_treaty(tell: Story) -> None:
    """What an infinitive is said of is the noun before it."""
    (item,) = tell(
        "The Treaty of Accession is to be signed by Kenya and South Sudan on a date to be agreed."
    ).resolutions

    assert (item.action, item.status) == ("signed", "planned")


def test_a_missed_majority_is_a_lost_vote(tell: Story) -> None:
    """Whatever the votes in favour."""
    (item,) = tell(
        "A draft resolution on its membership got 68 votes in the African Union on Tuesday; 51 delegations "
        "were against and 16 abstained, so the two thirds required were missed."
    ).resolutions

    assert (item.action, item.status) == ("rejected", "failed")


def test_one_of_a_set_is_named(tell: Story) -> None:
    """In a sentence that says something else of it."""
    several, one = tell(
        "Ministers of India and Mongolia signed 13 agreements on Friday. One of them, the Air Services "
        "Agreement, may some day spare travellers a detour."
    ).resolutions

    assert (several.count, one.title, one.parties) == (13, "Air Services Agreement", ("India", "Mongolia"))


def test_who_backs_a_text_adopts_nothing(tell: Story) -> None:
    """Beside the vote on it."""
    (item,) = tell(
        "An amendment with a quota for hunters was adopted by the International Whaling Commission by 46 "
        "votes to eleven; Denmark had put it in and the European Union backed it."
    ).resolutions

    assert (item.action, item.body) == ("adopted", "International Whaling Commission")


def test_a_list_from_one_topic_to_another(tell: Story) -> None:
    """Both ends are topics."""
    (item,) = tell(
        "Foreign ministers of the Organization of American States approved 49 resolutions on everything from "
        "free trade and consumer safety to the trafficking of minors."
    ).resolutions

    assert set(item.subjects) == {"free trade", "consumer safety", "trafficking of minors"}


@pytest.mark.parametrize(
    "text",
    [
        "The players agreed to a draw, and the title is still in need of a resolution.",
        "They were level, so a resolution had to be found in four rapid games.",
        "Her colleague countered in a statement that the African Union would pay.",
    ],
)
def test_neither_a_resolution_nor_a_statement(tell: Story, text: str) -> None:
    """A way out, and what one person says."""
    assert tell(text).resolutions == []
