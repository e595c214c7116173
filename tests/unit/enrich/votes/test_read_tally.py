"""Vote tallies in the wordings of news and of minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom_enrich.components.votes import join, read_tally
from support.stories import Story


@pytest.mark.parametrize(
    ("text", "in_favour", "against", "abstentions"),
    [
        ("It passed 12-1 with two abstentions.", 12, 1, 2),
        ("It was carried by 97 votes to five, with no abstentions.", 97, 5, 0),
        ("It was adopted with 61 in favour to 22 against, with 40 abstentions.", 61, 22, 40),
        ("Seventy-one states supported the text, nine opposed it and thirty abstained.", 71, 9, 30),
        ("It passed by 11 votes to none, with Algeria and Pakistan abstaining.", 11, 0, 2),
        ("It was approved by 402 votes in favour, 55 against, 31 abstentions.", 402, 55, 31),
        ("It was approved by a vote of 120 in favor to 4 against with 21 abstentions.", 120, 4, 21),
        ("The bill cleared the house in a 51-49 vote.", 51, 49, None),
        ("The bill passed 276 to 223.", 276, 223, None),
        ("The assembly voted 143-9, with 25 abstentions.", 143, 9, 25),
        ("Deputies passed the bill with 95 ayes and three noes.", 95, 3, None),
        ("It got 12 votes, one against (Japan) and two abstentions (Italy, Malta).", 12, 1, 2),
        ("With no votes against and 3 abstentions, 127 voted for.", 127, 0, 3),
        ("It was adopted with 14 votes and a Russian abstention.", 14, None, 1),
        ("Peers agreed by 214 votes to 171 a motion of delay.", 214, 171, None),
        ("It was approved by 105 to 11, after two parts had been put to votes.", 105, 11, None),
        ("They decided by a majority of six to three to steer rates.", 6, 3, None),
        ("It was cleared by 96 votes, nobody objecting and nine abstaining.", 96, 0, 9),
        ("The motion squeaked home, 71 countries to 69.", 71, 69, None),
        ("The House backed the bill at third reading, 310 to 265, on Monday.", 310, 265, None),
        ("The Senate cleared it 81-12.", 81, 12, None),
        ("The code was spurned by 44 members with 21 in support and three abstaining.", 21, 44, 3),
        ("Sixty-four deputies voted yea, three nay.", 64, 3, None),
        ("Forty members voted on Friday against the plan; 27 were for it, two abstained.", 27, 40, 2),
        ("39 countries backed it, 25 did not and three abstained.", 39, 25, 3),
        ("It was adopted with 15 hands in the air.", 15, None, None),
        ("Seven states, Peru and Chad among them, stayed neutral; 90 said yes and 2 no.", 90, 2, 7),
        ("With 62 Ayes and 35 Noes, the bill was passed.", 62, 35, None),
        ("Twelve of the board's 15 governors were in favour, none was against.", 12, 0, None),
        ("It passed with 75 in favour and not a single vote against.", 75, 0, None),
        ("It had 120 votes with no one against and a single abstention.", 120, 0, 1),
        ("It passed with three hundred and ten votes in favour and 12 against.", 310, 12, None),
        ("It had 12 votes and no opposition, both Peru and Chad having abstained.", 12, 0, 2),
        ("Nine members present in the hall were for it, four against.", 9, 4, None),
        ("The plan was thrown out on Monday, as in 2001, by 25 states; 39 backed it.", 39, 25, None),
        (
            "Thirty states sided with Chile, ten stood against it and two stayed on the fence.",
            30,
            10,
            2,
        ),
        ("The law passed with a majority of 83 votes to 47.", 83, 47, None),
        ("The cabinet survived by 201 to 199.", 201, 199, None),
        ("Ten members supported it while Peru and Chad used their vetoes.", 10, 2, None),
        ("Against it were Belarus, Mali and Togo; 90 countries voted yes.", 90, 3, None),
        ("Voting against were Mali and Togo, while 90 were for it.", 90, 2, None),
        ("Ninety said yes; Oman was the only country to abstain.", 90, None, 1),
    ],
)
def test_wordings(text: str, in_favour: int | None, against: int | None, abstentions: int | None) -> None:
    """The three numbers, and None for what is not told."""
    tally = read_tally(text)

    assert (tally.in_favour, tally.against, tally.abstentions) == (in_favour, against, abstentions)


@pytest.mark.parametrize(
    ("text", "in_favour"),
    [
        ("It was adopted by the unanimous vote of its 15 members.", 15),
        ("The resolution was adopted unanimously.", None),
        ("All 27 members voted in favour.", 27),
        ("All 88 deputies who were there voted for it.", 88),
    ],
)
def test_unanimous_votes(text: str, in_favour: int | None) -> None:
    """Nobody was against it, and nobody abstained."""
    vote = read_tally(text).as_vote()

    assert vote is not None
    assert vote.unanimous
    assert (vote.for_, vote.against, vote.abstentions) == (in_favour, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "It was adopted by consensus.",
        "It was adopted without a vote.",
        "Shops open from 9 to 5.",
        "The match ended 3-2.",
        "The convention was signed by 13 countries.",
        "A year ago the tally had been 185 to two, with two abstentions.",
        "Help is there 24-7.",
    ],
)
def test_what_is_no_vote(text: str) -> None:
    """Consensus, other numbers, and votes that are only looked back at."""
    assert read_tally(text).as_vote() is None


def test_votes_that_make_up_the_body() -> None:
    """Where 13 of 15 seats were for and two abstained, nobody was against."""
    vote = read_tally("The text won 13 votes in favour, with Algeria and Pakistan abstaining.").as_vote(
        seats=15
    )

    assert vote is not None
    assert (vote.for_, vote.against, vote.abstentions) == (13, 0, 2)


def test_parts_of_neighbouring_sentences_join() -> None:
    """Unless they tell the same part."""
    yes, no = (
        read_tally("Nineteen states backed it."),
        read_tally("Three voted against and eleven abstained."),
    )

    joined = join(yes, no)
    assert joined is not None
    assert (joined.in_favour, joined.against, joined.abstentions) == (19, 3, 11)
    assert join(yes, read_tally("Twelve states backed it.")) is None


def test_a_tally_in_the_next_sentence_belongs_to_the_item(tell: Story) -> None:
    """Its numbers are those of the resolution."""
    notes = tell(
        "The Human Rights Council adopted a resolution on housing on Friday. "
        "Thirty members voted in favour, seven against, and ten abstained."
    )

    (resolution,) = notes.resolutions
    assert resolution.vote is not None
    assert (resolution.vote.for_, resolution.vote.against, resolution.vote.abstentions) == (30, 7, 10)


def test_each_has_its_own(tell: Story) -> None:
    """ "Respectively" shares the tallies out."""
    first, second = tell(
        "The Data Act and the Ports Act were carried by 412 to 54 and by 388 to 71 respectively."
    ).resolutions

    assert first.vote is not None
    assert second.vote is not None
    assert (first.vote.for_, second.vote.against) == (412, 71)


def test_a_veto_is_a_vote_against(tell: Story) -> None:
    """Where all others of the fifteen are told, the rest is the veto."""
    (item,) = tell(
        "Fourteen members of the UN Security Council voted for the draft resolution, but Russia vetoed it."
    ).resolutions

    assert item.vote is not None
    assert (item.action, item.vote.against, item.vote.abstentions) == ("vetoed", 1, 0)


@given(*[st.integers(min_value=2, max_value=900)] * 3)
def test_numbers_come_back(yes: int, no: int, abstained: int) -> None:
    """Whatever they are."""
    tally = read_tally(
        f"It was adopted by {yes} votes in favour to {no} against, with {abstained} abstentions."
    )

    assert (tally.in_favour, tally.against, tally.abstentions) == (yes, no, abstained)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Reading never fails."""
    read_tally(text).as_vote(15)
