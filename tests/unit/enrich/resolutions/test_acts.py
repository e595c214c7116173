"""What counts as a resolution, in the wordings of diplomatic and parliamentary news."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "kind", "action", "status", "count"),
    [
        # Active, passive, nominal
        ("The Security Council adopted a resolution on Libya on Friday.", "resolution", "adopted", "done", 1),
        ("A resolution on Libya was adopted by the Security Council.", "resolution", "adopted", "done", 1),
        ("Norway and Chile signed a treaty on fisheries on Friday.", "treaty", "signed", "done", 1),
        ("A treaty on fisheries was signed by Norway and Chile.", "treaty", "signed", "done", 1),
        (
            "The ministers put their signatures to a protocol on customs in Riga.",
            "protocol",
            "signed",
            "done",
            1,
        ),
        (
            "The visit ended with the signing of a memorandum on rail transport.",
            "memorandum",
            "signed",
            "done",
            1,
        ),
        ("The Senate gave its approval to the treaty on Friday.", "treaty", "approved", "done", 1),
        ("Parliament ratified the agreement on free trade with Peru.", "agreement", "ratified", "done", 1),
        ("The summit endorsed an action plan on malaria.", "plan", "endorsed", "done", 1),
        ("Lawmakers in Ghana passed a bill on data protection on Friday.", "law", "adopted", "done", 1),
        ("The EU extended its sanctions against Belarus by a year.", "sanctions", "extended", "done", None),
        ("The leaders issued a joint statement after the talks in Oslo.", "statement", "adopted", "done", 1),
        # Failed
        ("Russia vetoed a draft resolution on Mali on Friday.", "resolution", "vetoed", "failed", 1),
        ("Parliament voted down the budget bill on Friday.", "law", "rejected", "failed", 1),
        ("The House rejected the motion by 90 votes to 84.", "resolution", "rejected", "failed", 1),
        # Planned
        ("The two presidents are expected to sign a treaty in May.", "treaty", "signed", "planned", 1),
        (
            "The declaration is due to be adopted at the summit in Lima.",
            "declaration",
            "adopted",
            "planned",
            1,
        ),
        ("A draft resolution will be put to the vote on Monday.", "resolution", "proposed", "planned", 1),
        # Counts
        ("Kenya and Ghana signed nine agreements on Friday.", "agreement", "signed", "done", 9),
        ("The two sides signed two dozen memoranda in Doha.", "memorandum", "signed", "done", 24),
        ("More than 90 agreements were signed at the forum in Doha.", "agreement", "signed", "done", 90),
        ("The two countries signed agreements on trade in Doha.", "agreement", "signed", "done", None),
    ],
)
def test_one_act(text: str, kind: str, action: str, status: str, count: int | None, tell: Story) -> None:
    """A sentence that states one act gives one item, with the sentence as its evidence."""
    (item,) = tell(text).resolutions

    assert (item.kind, item.action, item.status, item.count) == (kind, action, status, count)
    assert item.evidence.quote == text
    assert (item.evidence.start, item.evidence.end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "The club signed a striker from Benfica on a three-year contract.",
        "The phone has a screen with a resolution of 1,200 pixels.",
        "She adopted two children and signed copies of her novel.",
        "The company approved a dividend of two euros on Friday.",
        "My New Year's resolution is to read more.",
        "Both sides hope for a peaceful resolution of the conflict.",
        "The envoy signed off with a smile.",
        "No declaration was adopted at the meeting in Riga.",
        "Ministers failed to agree on the date of the election.",
        "He called on both sides to sign the agreement.",
        "The dog was adopted by a family in Riga.",
    ],
)
def test_other_senses(text: str, tell: Story) -> None:
    """The same words in other senses, and acts that nobody did."""
    assert tell(text).resolutions == []


@pytest.mark.parametrize(
    "text",
    [
        "Under the agreement signed in 2006, both sides share the river.",
        "The mission was set up by resolution 1701, which the Council adopted in 2006.",
        "In line with the declaration adopted two years ago, the fund grew.",
        "Russia had vetoed an earlier draft resolution.",
        "The minister recalled the treaty that the two countries signed in 1992.",
    ],
)
def test_background(text: str, tell: Story) -> None:
    """Earlier acts that a report recalls are not what it reports."""
    assert tell(f"The talks on the river went on in Hanoi on Friday. {text}").resolutions == []


def test_several_in_one_sentence(tell: Story) -> None:
    """Each document of a list is an item of its own, where they have names or kinds of their own."""
    items = tell(
        "The leaders signed a joint declaration, a protocol on customs and four memoranda in Tunis on Friday."
    ).resolutions

    assert [(item.kind, item.count) for item in items] == [
        ("declaration", 1),
        ("protocol", 1),
        ("memorandum", 4),
    ]


def test_a_set_and_its_parts(tell: Story) -> None:
    """The set is one item, and documents inside it with names of their own are others."""
    items = tell(
        "Fourteen documents were signed after the talks in Tashkent on Friday, "
        "among them the Treaty on Allied Relations and a protocol on customs."
    ).resolutions

    assert [(item.kind, item.count) for item in items] == [("document", 14), ("treaty", 1)]


def test_a_failed_draft_and_what_was_adopted_instead(tell: Story) -> None:
    """Both are told."""
    items = tell(
        "The Human Rights Council rejected an amendment on Friday by 20 votes to 14. "
        "It then adopted the resolution on prisons without a vote."
    ).resolutions

    assert [(item.action, item.status) for item in items] == [("rejected", "failed"), ("adopted", "done")]
    assert items[1].vote is None


def test_told_twice_is_one(tell: Story) -> None:
    """The lead and the body of a report tell the same act."""
    items = tell(
        "The Security Council adopted a resolution on Haiti on Friday.\n\n"
        "Resolution 2770 (2025) was adopted by 13 votes to none, with China and Russia abstaining."
    ).resolutions

    (item,) = items
    assert item.symbol == "S/RES/2770 (2025)"
    assert item.vote is not None
    assert item.vote.for_ == 13


def test_what_people_say_is_no_act(tell: Story) -> None:
    """Words in quotation marks are theirs."""
    items = tell('"We signed an agreement and adopted a declaration," the minister said.').resolutions

    assert items == []
