"""Sides that sign, meetings as bodies, and the place and day that only the report tells."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        (
            "Presidents Ana Costa of Brazil and Pedro Vidal of Chile signed a treaty in Lima on Friday.",
            ("Brazil", "Chile"),
        ),
        (
            "The World Health Organization and the African Development Bank signed a memorandum in Geneva.",
            ("World Health Organization", "African Development Bank"),
        ),
        ("The treaty was signed in Dakar on behalf of Senegal by Amadou Fall.", ("Senegal",)),
        (
            "In a joint statement, Norway, Chile, Japan and Kenya called for a ceasefire.",
            ("Norway", "Chile", "Japan", "Kenya"),
        ),
    ],
)
def test_sides_in_lists(tell: Story, sentence: str, parties: tuple[str, ...]) -> None:
    """Whoever stands in the list is a party, and no body has decided."""
    (item,) = tell(sentence).resolutions

    assert (item.body, item.parties) == (None, parties)


def test_an_organ_and_its_organization_are_one_side(tell: Story) -> None:
    """The council of an organization decides as a body; neither of the two is a party."""
    (item,) = tell(
        "The Council of Foreign Ministers of the Shanghai Cooperation Organisation signed two protocols."
    ).resolutions

    assert item.body == "SCO Council of Foreign Ministers"
    assert item.parties == ()


def test_an_agency_in_the_dateline_is_no_body(tell: Story) -> None:
    """What "was signed" in a visit was not decided by the newsroom that reports it."""
    (item,) = tell(
        "RIYADH, March 13 (SPA) -- A memorandum on tourism was signed at the royal court on Thursday."
    ).resolutions

    assert item.body is None


@pytest.mark.parametrize(
    "text",
    [
        "MANAMA: The ministers adopted a declaration on Thursday.",
        "KAZAN. The leaders of BRICS adopted the Kazan Declaration on Thursday.",
        "The Board of Governors, meeting in Vienna, adopted a resolution on Thursday.",
        "The Board of Governors adopted a resolution on Thursday. It sits in Vienna until Friday.",
    ],
)
def test_the_city_comes_from_around_the_sentence(tell: Story, text: str) -> None:
    """From a dateline of another form, from an aside, or from the sentence behind."""
    (item,) = tell(text).resolutions

    assert item.place in {"Manama", "Kazan", "Vienna"}


def test_where_a_treaty_was_signed_long_ago_is_no_place(tell: Story) -> None:
    """An aside on a document tells nothing of the meeting."""
    (item,) = tell("The African Union endorsed the accord on water, signed in Kampala years ago.").resolutions

    assert item.place is None


def test_the_day_on_which_they_met(tell: Story) -> None:
    """Another sentence tells the day of the meeting."""
    (item,) = tell(
        "The ministers of the Nordic Council approved six decisions. The ministers met in Oslo on March 11."
    ).resolutions

    assert item.date == "2025-03-11"


def test_the_day_of_the_next_summit_is_not_that_of_the_act(tell: Story) -> None:
    """ "Ahead of the summit on ..." dates the summit."""
    (item,) = tell(
        "The UN Security Council adopted a resolution ahead of the summit on July 3–4."
    ).resolutions

    assert item.date is None
    assert item.vote is None


def test_a_joint_summit_is_a_body(tell: Story) -> None:
    """A named meeting of several organizations decides in its own name."""
    notes = tell(
        "The declaration was adopted by the Ukraine – South East Europe Summit in Dubrovnik on Friday."
    )

    assert [item.body for item in notes.resolutions] == ["Ukraine – South East Europe Summit"]


@pytest.mark.parametrize(
    ("sentence", "action", "status"),
    [
        ("Four members of the UN Security Council backed the draft, nine opposed it.", "rejected", "failed"),
        ("Leaders of the African Union signed off on the Lome Declaration on Friday.", "approved", "done"),
        ("Adopting resolution 2769 (2025), the UN Security Council thanked Kenya.", "adopted", "done"),
        ("The African Union closed its summit on Friday with a declaration on water.", "adopted", "done"),
    ],
)
def test_wordings(tell: Story, sentence: str, action: str, status: str) -> None:
    """Wordings of agencies and of press releases."""
    (item,) = tell(sentence).resolutions

    assert (item.action, item.status) == (action, status)


def test_a_veto_and_the_other_votes(tell: Story) -> None:
    """Two sentences tell one vote."""
    (item,) = tell(
        "A UN Security Council draft resolution on Sudan was blocked on Friday after Russia cast a veto. "
        "The other 14 members voted for the text."
    ).resolutions

    assert item.action == "vetoed"
    assert item.vote is not None
    assert (item.vote.for_, item.vote.against) == (14, 1)


def test_votes_against_are_the_larger_number_where_a_draft_is_voted_down(tell: Story) -> None:
    """ "Voted down by 62 votes to 7" tells those against first."""
    (item,) = tell("The Chilean Senate voted down the bill by 62 votes to 7 on Friday.").resolutions

    assert item.vote is not None
    assert (item.vote.for_, item.vote.against) == (7, 62)


def test_money_counts_no_documents(tell: Story) -> None:
    """ "A $95 billion package" is one."""
    (item,) = tell("The Chilean Senate approved a $95 billion package of laws on Friday.").resolutions

    assert item.count != 95


def test_a_description_and_the_name_behind_it_are_one(tell: Story) -> None:
    """ "A declaration on forests, the Lome Declaration"."""
    (item,) = tell(
        "Leaders of the African Union adopted a declaration on forests, the Lome Declaration."
    ).resolutions

    assert item.title == "Lome Declaration"


def test_the_day_of_its_meeting(tell: Story) -> None:
    """ "At its meeting held on ..." dates what was adopted there."""
    (item,) = tell(
        "The Nordic Council, at its meeting held on 10 March 2025, adopted a communique on trade."
    ).resolutions

    assert item.date == "2025-03-10"


def test_their_ministers_sign_for_them(tell: Story) -> None:
    """ "Their" takes up all the states of the sentence."""
    notes = tell("Egypt, Jordan and Iraq met on Friday, and their foreign ministers signed a memorandum.")

    assert [item.parties for item in notes.resolutions] == [("Egypt", "Jordan", "Iraq")]
