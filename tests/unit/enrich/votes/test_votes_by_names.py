"""Votes that are told by who cast them, and to which document a tally belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsroom_enrich.components.votes import read_tally

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        (
            "It was carried; only Chad, whose fleet is large, voted against, while Mali abstained.",
            (None, 1, 1),
        ),
        ("Peru and Chile voted against it; Oman, Chad and Mali abstained.", (None, 2, 3)),
        ("Peru alone was against.", (None, 1, None)),
    ],
)
def test_names_may_tell_all_of_those_against(text: str, vote: tuple[int | None, ...]) -> None:
    """Where the text says that nobody else was, or who abstained as well, though not how many were for."""
    told = read_tally(text).as_vote()

    assert told is not None
    assert (told.for_, told.against, told.abstentions) == vote


def test_one_of_those_against_is_no_tally() -> None:
    """There may be more of them."""
    assert read_tally("Peru voted against it.").as_vote() is None


@pytest.mark.parametrize(
    "text",
    [
        "Nineteen ministers in Lima for the summit posed for a photograph.",
        "Some 200 guests from 63 members of the League (AL) had come to Oman for the event.",
    ],
)
def test_who_came_for_a_meeting_did_not_vote_for_it(text: str) -> None:
    """Whatever number of members there were."""
    assert read_tally(text).is_empty


def test_the_votes_on_one_of_a_set_are_not_those_of_the_set(tell: Story) -> None:
    """The next sentence tells of one of them."""
    items = tell(
        "The Senate of Peru passed three laws on Thursday. Its core, the Fair Ports Act, got 40 votes."
    ).resolutions

    assert [item.vote for item in items if item.count == 3] == [None]


def test_each_clause_has_its_voters(tell: Story) -> None:
    """They stand before their verb, also where another decision stands before them."""
    items = tell(
        "The motion cleared the Senate of Peru on Thursday: 84 members supported it and 12 opposed it."
    ).resolutions

    assert any(item.vote is not None and item.vote.for_ == 84 for item in items)


def test_names_and_a_number_of_others_add_up() -> None:
    """ "Peru, Chad and five others" are seven."""
    told = read_tally("The vote was 161 to none; Peru, Chad and five others abstained.")

    assert (told.in_favour, told.against, told.abstentions) == (161, 0, 7)


def test_each_document_of_a_list_has_the_tally_behind_it(tell: Story) -> None:
    """Though one verb leads to both."""
    items = tell(
        "The Senate of Peru adopted the Ports Act, carried by 60 to 12, and the Rivers Act, where 55 were "
        "in favour and 20 against."
    ).resolutions

    assert [item.vote and item.vote.for_ for item in items] == [60, 55]
