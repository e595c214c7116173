"""Documents that the syntax hides from the verb that acts on them."""

from __future__ import annotations

import pytest

from support.stories import Story

LEAD = "The African Union held its summit in Lusaka on Friday. "


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        (
            (
                "The leaders adopted a statement and approved a roadmap for rail in 2026–2030, a concept for "
                "ports and a programme called “Blue Belt”."
            ),
            [
                ("adopted", "statement"),
                ("approved", "roadmap"),
                ("approved", "document"),
                ("approved", "plan"),
            ],
        ),
        (
            (
                "The leaders adopted by consensus a resolution on old nets, which drift about for years, and "
                "another on noise."
            ),
            [("adopted", "resolution"), ("adopted", "resolution")],
        ),
        (
            (
                "It agreed on the Lusaka Action Plan 2030, which turns promises into a timetable, and on the "
                "Declaration on Rivers and Lakes."
            ),
            [("agreed", "plan"), ("agreed", "declaration")],
        ),
        (
            (
                "This is the heart of the Treaty on Rivers, which states of the African Union adopted by "
                "consensus on Friday."
            ),
            [("adopted", "treaty")],
        ),
        (
            "Another decision, adopted minutes later, recognises the role of nurses.",
            [("adopted", "decision")],
        ),
        (
            "The leaders adopted the Lusaka Action Plan, and with it the Regional Rail Strategy.",
            [("adopted", "plan"), ("adopted", "strategy")],
        ),
        (
            "The leaders adopted the Declaration on Child Care and Protection Reform.",
            [("adopted", "declaration")],
        ),
    ],
)
def test_each_document_has_its_act(tell: Story, text: str, decided: list[tuple[str, str]]) -> None:
    """The nearest verb, what goes on behind a clause, what a relative clause is about."""
    assert [(r.action, r.kind) for r in tell(LEAD + text).resolutions] == decided


def test_a_symbol_stands_for_its_document(tell: Story) -> None:
    """No noun beside it is needed."""
    (item,) = tell(
        "The United Nations General Assembly met on Thursday. A/RES/80/99 was carried by 83 votes to 11, "
        "with 62 abstentions."
    ).resolutions

    assert (item.kind, item.symbol, item.action) == ("resolution", "A/RES/80/99", "adopted")


def test_an_acronym_stands_for_its_document(tell: Story) -> None:
    """Where the text has put it in brackets behind the title."""
    law, agreement = tell(
        "The European Parliament adopted the Rivers Protection Act (RPA) on Tuesday. The Council of the "
        "European Union is to adopt the RPA in September."
    ).resolutions

    assert (law.title, law.status) == ("Rivers Protection Act", "done")
    assert (agreement.kind, agreement.title, agreement.status) == ("law", "Rivers Protection Act", "planned")


def test_a_document_of_a_set_is_told_in_a_sentence_of_its_own(tell: Story) -> None:
    """As long as the sentence only tells what it says."""
    both, one = tell(
        "The African Union issued two joint statements on Friday. The Joint Statement on Reefs provides for "
        "patrols at sea."
    ).resolutions

    assert (both.count, one.count, one.title) == (2, 1, "Joint Statement on Reefs")
    assert one.evidence.quote == "The Joint Statement on Reefs provides for patrols at sea."


def test_a_pronoun_stands_for_the_subject_before(tell: Story) -> None:
    """Also for a paper that is no document by itself."""
    (item,) = tell(
        LEAD + "A concept for small ports is being drafted; it will be laid before the next summit."
    ).resolutions

    assert (item.action, item.status, item.count) == ("proposed", "planned", 1)


def test_what_is_told_of_the_vote_is_no_second_act(tell: Story) -> None:
    """As in "which left it short of the majority"."""
    (item,) = tell(
        "The International Whaling Commission met in Lima. A proposal for a sanctuary was rejected on "
        "Tuesday: 39 countries backed it, 25 did not and three abstained, which left it short of the three "
        "quarters it needed."
    ).resolutions

    assert (item.action, item.vote and item.vote.against) == ("rejected", 25)


def test_a_heading_decides_nothing(tell: Story) -> None:
    """Capitals alone are no sentence."""
    assert (
        tell("FORUM COMMUNIQUÉ\n\nMajuro, 5 September 2025\n\nThe ministers met for an hour.").resolutions
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "The General Conference of UNESCO adopted by 132 votes to 10 a resolution on libraries.",
        (
            "With 93 countries in favour, 24 against and 58 abstaining, resolution ES-11/9 cleared the "
            "two-thirds majority in the United Nations General Assembly."
        ),
        "The General Conference of UNESCO met on Friday. Four further resolutions open the door to Fiji.",
        "The General Conference of UNESCO approved terms of reference for a mission to Mali.",
    ],
)
def test_the_document_is_found(tell: Story, text: str) -> None:
    """Behind the votes, before a majority, as what opens a door."""
    (item,) = tell(text).resolutions

    assert item.kind in {"resolution", "document"}
    assert item.status == "done"
