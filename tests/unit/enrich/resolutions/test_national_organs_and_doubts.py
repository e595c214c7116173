"""What organs of a state decide, what two states adopt, and what is in doubt or only an opinion."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "action", "kind"),
    [
        # Organs that the name of their state tells
        ("Ghana's parliament voted on Friday to bring back national service.", "adopted", "decision"),
        ("The cabinet of Nepal decided on Friday to lift the ban on kites.", "adopted", "decision"),
        ("Peru's central bank left its key rate at 4.5 percent on Thursday.", "adopted", "decision"),
        # Ministers on a draft law
        ("EU ambassadors on Friday agreed the Council's negotiating mandate on toys.", "agreed", "decision"),
        ("EU ministers agreed on Friday to extend temporary protection until 2027.", "extended", "decision"),
        ("The ICAO Council voted on Friday that Chad had broken its duties.", "adopted", "decision"),
        ("The Senate voted 60 to 12 on Friday to demand a halt to the work.", "adopted", "resolution"),
        # States together
        ("Chile and Peru adopted a joint statement on copper on Friday.", "adopted", "statement"),
        ("Tonga deposited its instrument of ratification of the tuna treaty.", "ratified", "treaty"),
        ("Tonga deposited its instrument of accession to the tuna convention.", "ratified", "convention"),
        ("Nine leaders threw their support behind the peace plan on Friday.", "endorsed", "plan"),
        ("Nine ministers put their signatures under a charter on Friday.", "signed", "charter"),
        ("President Joe Biden signed an executive order on ports on Friday.", "signed", "decision"),
        ("Portugal became the 20th country to sign the Tuna Treaty on Thursday.", "signed", "treaty"),
        # A bill behind a chamber that is explained
        (
            "The State Duma, the lower house of parliament, approved in the third reading a bill on taxes.",
            "approved",
            "law",
        ),
    ],
)
def test_is_told(tell: Story, text: str, action: str, kind: str) -> None:
    """One item each."""
    assert [(r.action, r.kind) for r in tell(text).resolutions] == [(action, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "A declaration is unlikely to be adopted at the summit, analysts say.",
        "Tonga has yet to ratify the tuna convention, fishermen complained on Friday.",
        "Ministers urged states that have not done so to ratify the Protocol on Tuna.",
        "The Reciprocal Access Agreement between Japan and Fiji will enter into force in May.",
        "The Tuna Treaty entered into force on Thursday.",
        # Opinions and private papers
        "Iran rejected the IAEA resolution as groundless.",
        "China rejected the statement issued by the G7 foreign ministers.",
        "The opposition rejected the declaration as empty words.",
        "The coach signed a two-year deal with the federation.",
    ],
)
def test_is_not_told(tell: Story, text: str) -> None:
    """What is in doubt, in force or only thought of a document is no decision on it."""
    assert tell(text).resolutions == []


def test_sent_for_signature(tell: Story) -> None:
    """What a parliament has sent to the head of state is still to be signed."""
    told = tell(
        "The Senate passed a bill on tuna on Friday. It has been sent to the president for signature."
    ).resolutions

    assert [(r.action, r.status) for r in told] == [("adopted", "done"), ("signed", "planned")]


def test_one_more_than_counted(tell: Story) -> None:
    """A fourth behind three is apart from them, with its own fate."""
    told = tell(
        "The Committee adopted three resolutions, while a fourth, on tuna, was voted down."
    ).resolutions

    assert [(r.status, r.count) for r in told] == [("done", 3), ("failed", 1)]


def test_heading_of_a_list(tell: Story) -> None:
    """Of "the following documents" each that the list describes is an item, and the heading is none."""
    told = tell(
        "The following documents were signed: an agreement on visas; a memorandum on sport; "
        "and a plan on tuna."
    ).resolutions

    assert [(r.kind, r.count) for r in told] == [("agreement", 1), ("memorandum", 1), ("plan", 1)]


def test_told_for_comparison(tell: Story) -> None:
    """What happened to a similar document some days ago is no news."""
    told = tell(
        "The General Assembly adopted a resolution on Gaza on Thursday. "
        "Last week the United States vetoed a similar resolution in the Security Council."
    ).resolutions

    assert [r.action for r in told] == ["adopted"]
