"""Verbs before their documents, and documents told in one series by their titles."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Also signed were two agreements on ports.", [("agreement", "signed", "done", 2)]),
        ("Passed without debate was a bill on bees.", [("law", "adopted", "done", 1)]),
        ("The ministers met; released later was a joint statement.", [("statement", "adopted", "done", 1)]),
        (
            "Among the texts adopted were a declaration on coasts and a charter for cities.",
            [("declaration", "adopted", "done", 1), ("charter", "adopted", "done", 1)],
        ),
        ("Not adopted was a resolution on whales.", [("resolution", "rejected", "failed", 1)]),
        (
            "Adopted unanimously at the closing plenary, resolution 12 sets a limit for noise.",
            [("resolution", "adopted", "done", 1)],
        ),
        (
            "The Nordic Council adopted the Oslo Charter. So was the Plan on Clean Seas.",
            [("charter", "adopted", "done", 1), ("plan", "adopted", "done", 1)],
        ),
        ("The text adopted on Friday was long.", []),
        (
            "Agreed along with it by the Nordic Council was a statement on ice.",
            [("statement", "agreed", "done", 1)],
        ),
        (
            "A resolution of 38 paragraphs was adopted by consensus.",
            [("resolution", "adopted", "done", 1)],
        ),
    ],
)
def test_verb_first(tell: Story, text: str, told: list[tuple[str, str, str, int]]) -> None:
    """The document behind the verb is what was acted on."""
    assert [(r.kind, r.action, r.status, r.count) for r in tell(text).resolutions] == told


def test_titles_in_a_series(tell: Story) -> None:
    """Each title is a document; a number before them counts a set as well."""
    drafts = tell(
        "The Human Rights Council approved drafts on “Rivers for all”, tabled by Peru; “Saving bees”, tabled "
        "by Fiji; and “Salt in soils”."
    ).resolutions
    counted = tell("The Human Rights Council adopted two decisions, “Rivers for all” and “Saving bees”.")

    assert [(r.kind, r.count, r.title) for r in drafts] == [
        ("resolution", 1, "Rivers for all"),
        ("resolution", 1, "Saving bees"),
        ("resolution", 1, "Salt in soils"),
    ]
    assert [r.count for r in counted.resolutions] == [2, 1, 1]
