"""Less common wordings of one side of a vote, and figures that are none."""

from __future__ import annotations

import pytest

from newsroom_enrich.components.votes import join, read_tally


@pytest.mark.parametrize(
    ("text", "in_favour", "against", "abstentions"),
    [
        ("Only its three authors voted for the draft, nine were against and four abstained.", 3, 9, 4),
        ("It passed with 61 'yes' votes, five “no” votes and two abstentions.", 61, 5, 2),
        ("It drew support from 93 member nations, 18 opposed it and 65 abstained.", 93, 18, 65),
        ("Peru, Chad and Mali voted for it, while Italy and Japan opposed it and ten abstained.", 3, 2, 10),
        ("France and 13 other members backed the text; Chad voted no and Mali abstained.", 14, 1, 1),
        ("It had 124 votes in favour, zero objections and 11 abstentions.", 124, 0, 11),
        ("The deputies cleared it, 128 voting in its favour and 95 against it.", 128, 95, None),
        ("It was adopted by a majority of 240 votes with 191 against and five abstentions.", 240, 191, 5),
        ("In favour of the law were 74 deputies, against were 4, and two abstained.", 74, 4, 2),
        ("The chamber approved it with 53 of its 69 votes in support and 16 abstentions.", 53, None, 16),
        ("In favour (23): Peru, Chad; against (8): Cuba; abstentions (16): Mali.", 23, 8, 16),
        ("Yeas 51, nays 49.", 51, 49, None),
        (
            "Twenty states, in which two thirds of the people live, voted in favour; six voted no.",
            20,
            6,
            None,
        ),
        ("Nineteen members of the 35-nation board voted for it and 12 abstained.", 19, None, 12),
        ("Fourteen of the 15 members voted yes, with Chad the lone holdout.", 14, 1, None),
    ],
)
def test_sides_in_other_wordings(
    text: str, in_favour: int, against: int | None, abstentions: int | None
) -> None:
    """Numbers before and behind their role, in quotation marks, and names that are counted."""
    told = read_tally(text)

    assert (told.in_favour, told.against, told.abstentions) == (in_favour, against, abstentions)


def test_votes_for_a_person_are_no_tally() -> None:
    """Who is elected has votes, and no document."""
    assert read_tally("Masahiko Metoki was elected with 102 of the 155 votes cast.").is_empty


def test_a_majority_alone_is_a_difference() -> None:
    """As in "won by a majority of 29 votes"."""
    assert read_tally("The government carried it by a majority of 29 votes.").in_favour is None


def test_unanimity_is_counted_in_the_next_sentence() -> None:
    """As in "adopted unanimously. All 15 members raised their hands"."""
    joined = join(read_tally("It was adopted unanimously."), read_tally("All 15 members backed it."))

    assert joined is not None
    assert (joined.in_favour, joined.unanimous) == (15, True)


def test_numbers_go_before_names() -> None:
    """Those named as against may not be all, and the same number told twice is no contradiction."""
    joined = join(read_tally("It was vetoed by Russia."), read_tally("Eleven were in favour, three against."))

    assert joined is not None
    assert (joined.in_favour, joined.against) == (11, 3)
