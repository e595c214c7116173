"""Decisions told in the idioms of political news."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        # The document gets through, or comes to nothing
        ("The bill squeaked through the House of Commons on Friday.", "adopted", "done"),
        ("The tax bill sped through the Senate, 58 for and 40 against.", "adopted", "done"),
        ("The directive scraped through the European Parliament.", "adopted", "done"),
        ("The pensions bill foundered in the Knesset on Monday.", "rejected", "failed"),
        ("The draft resolution ran aground in the Human Rights Council.", "rejected", "failed"),
        ("The constitutional amendment fell four votes short in the Senate.", "rejected", "failed"),
        ("The law on water did not get the required majority in the Senate.", "rejected", "failed"),
        ("The law cleared its last hurdle in the European Parliament.", "approved", "done"),
        # What a body does with it
        ("The Security Council let through a text on aid for Yemen.", "adopted", "done"),
        ("The European Parliament turned its back on the regulation.", "rejected", "failed"),
        ("Russia used its veto to strike down a Security Council resolution.", "vetoed", "failed"),
        ("The motion was carried in the House of Commons by 30 votes to 7.", "adopted", "done"),
        ("The Senate spurned the treaty by 51 votes to 44.", "rejected", "failed"),
        ("The House of Lords inflicted a defeat on the asylum bill.", "rejected", "failed"),
        ("The Bundestag rubber-stamped the treaty on Thursday.", "approved", "done"),
        ("The Senate of Chile gave the thumbs-up to the pension bill.", "approved", "done"),
        ("The African Union summit threw its weight behind the declaration.", "endorsed", "done"),
        ("The African Union got 40 votes for its resolution.", "adopted", "done"),
        ("Negotiators for Chile and Peru put their initials to the accord.", "agreed", "done"),
        ("The accord bears the signatures of the presidents of Chile and Peru.", "signed", "done"),
        # Told beside something else
        ("The Board of the bank rebuked Iran, 19 members voting for the resolution.", "adopted", "done"),
        ("On Monday the minister saw the House of Commons reject her treaty.", "rejected", "failed"),
        ("The decree suffered a reverse, spurned in the Senate by 42 members.", "rejected", "failed"),
        ("OPEC ministers extended their two million barrels of cuts.", "extended", "done"),
        ("The resolution, tabled by 43 states, passed in the Senate with 27 votes.", "adopted", "done"),
        ("The Security Council could not adopt the draft resolution on Mali.", "rejected", "failed"),
        ("Chile and Peru concluded negotiations on a trade agreement on Monday.", "agreed", "done"),
        ("The leaders of the African Union agreed to lift the sanctions.", "repealed", "done"),
        ("More than 120 countries endorsed the declaration on health in Dubai.", "endorsed", "done"),
        ("The declaration was gavelled through by the chair on Friday.", "adopted", "done"),
        ("Twelve hands went up for the draft resolution in the Security Council.", "adopted", "done"),
        ("The union got 5 votes, with 9 against, for a resolution on Fiji.", "rejected", "failed"),
        ("The finance bill is thereby deemed adopted.", "adopted", "done"),
        ("Swiftly waved through on Friday, the law brings a ban on straws.", "approved", "done"),
        ("Some 310 members of the House voted the accession protocol through.", "adopted", "done"),
        # To come
        ("The bill now goes to President Lula da Silva for signature.", "signed", "planned"),
        ("The bill awaits the signature of President Lula da Silva.", "signed", "planned"),
        ("The convention will be opened for signature in Hanoi in October.", "signed", "planned"),
        ("The signing of the treaty is pencilled in for April.", "signed", "planned"),
    ],
)
def test_idiom(tell: Story, text: str, action: str, status: str) -> None:
    """The action is what the idiom says."""
    assert [(r.action, r.status) for r in tell(text).resolutions] == [(action, status)]


def test_house_that_it_got_through(tell: Story) -> None:
    """The body is the house, not the one whose report it is."""
    (item,) = tell(
        "The report of the Ethics Committee sailed through the House of Commons 310-7."
    ).resolutions

    assert item.body == "House of Commons"


def test_motions_of_censure(tell: Story) -> None:
    """They are resolutions, whichever way they are named."""
    text = "The {} was rejected by the National Assembly of France on Monday."
    named = ("motion of censure", "no-confidence motion", "impeachment motion", "motion of no confidence")

    assert {tell(text.format(name)).resolutions[0].kind for name in named} == {"resolution"}


def test_what_one_passes_another_signs(tell: Story) -> None:
    """Both acts on the document before "which" count."""
    told = tell("Aid comes from a stopgap bill which the Senate passed and Joe Biden signed.").resolutions

    assert [r.action for r in told] == ["adopted", "signed"]


@pytest.mark.parametrize(
    "text",
    [
        "The show swept the awards on Sunday.",
        "The storm swept the coast and sank a boat.",
        "She turned her back on the law and became a painter.",
        "The deal fell short of what farmers wanted.",
        "The manager gave his blessing to the transfer.",
        "The Senate shelved the bill on Thursday.",
        "The convention has been signed by 140 countries since 2011.",
        "The text was amended several times.",
        "The vote on the draft resolution was put off until September.",
    ],
)
def test_common_speech(tell: Story, text: str) -> None:
    """The same words of other things, and what is only put off, are no decisions."""
    assert tell(text).resolutions == []
