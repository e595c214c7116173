"""Which nouns of a report name documents."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("The ministers of Chile and Peru signed a letter of intent on copper.", "document", 1),
        ("The ministers of Chile and Peru signed three letters of intent.", "document", 3),
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
