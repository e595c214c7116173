"""Which nouns of a report name documents."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("The ministers of Chile and Peru signed a letter of intent on copper.", "document", 1),
        ("The ministers of Chile and Peru signed three letters of intent.", "document", 3),
        ("The foreign ministers adopted their terms of reference on Monday.", "document", 1),
        ("The ministers of Chile and Peru signed the minutes of the joint commission.", "document", 1),
        ("The European Commission adopted two delegated acts on Monday.", "law", 2),
        ("The Security Council adopted a resolution to extend the ceasefire.", "resolution", 1),
        ("A resolution to that effect was passed by the Security Council.", "resolution", 1),
        ("The ministers of Chile and Peru signed the Lima Concord.", "document", 1),
    ],
)
def test_documents(tell: Story, text: str, kind: str, count: int) -> None:
    """What is a document only with the words behind it, and what a resolution is for."""
    (item,) = tell(text).resolutions

    assert (item.kind, item.count) == (kind, count)


def test_a_resolution_of_a_matter_is_none(tell: Story) -> None:
    """A conflict is resolved, and no document adopted."""
    assert tell("The Security Council backed a resolution to the conflict.").resolutions == []


def test_a_branch_of_law_is_no_law(tell: Story) -> None:
    """ "The law of the sea" is what a document is on."""
    told = tell("The General Assembly adopted 21 resolutions on disarmament and the law of the sea.")

    assert [item.count for item in told.resolutions] == [21]


def test_a_number_ends_a_title(tell: Story) -> None:
    """It counts the next documents of the list."""
    told = tell("Ministers adopted the Lima Declaration, the Charter on Rivers, and 12 decisions on water.")

    assert [(i.title, i.count) for i in told.resolutions[1:]] == [("Charter on Rivers", 1), ("on water", 12)]


def test_what_stands_behind_the_colon_is_counted(tell: Story) -> None:
    """The parts of a set by kind are no items, those with a title are."""
    (parts,) = tell("Chad and Mali signed nine documents: five agreements and four memoranda.").resolutions
    whole, named = tell(
        "Ministers adopted three documents: the Lima Declaration, an action plan and a statement on hunger."
    ).resolutions

    assert (parts.count, parts.kind) == (9, "document")
    assert (whole.count, named.title) == (3, "Lima Declaration")


def test_the_first_of_a_set_by_its_symbol(tell: Story) -> None:
    """A sentence of its own tells what it says."""
    _, first = tell(
        "The Security Council adopted three resolutions. The first, resolution 2720 (2023), concerns aid."
    ).resolutions

    assert first.symbol == "S/RES/2720 (2023)"


def test_examples_of_a_set_are_counted_with_it(tell: Story) -> None:
    """But not what is told besides, or signed by itself."""
    (examples,) = tell(
        "Peru and Chile signed a dozen documents, notably a joint declaration on copper, an agreement on "
        "film and a programme on water."
    ).resolutions
    besides = tell(
        "India and Oman signed four MoUs on ports and millet, besides a free trade pact."
    ).resolutions
    apart = tell("The presidents adopted a statement, and a package of 16 documents was signed.").resolutions

    assert examples.count == 12
    assert [(item.kind, item.count) for item in besides] == [("memorandum", 4), ("agreement", 1)]
    assert [(item.action, item.count) for item in apart] == [("adopted", 1), ("signed", 16)]
