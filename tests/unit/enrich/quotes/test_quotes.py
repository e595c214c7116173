"""Quotations and who spoke."""

from __future__ import annotations

import pytest

from support.stories import Story

FIDAN = "Turkish Foreign Minister Hakan Fidan"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (f'"We must act before it is too late," {FIDAN} said.', "We must act before it is too late,"),
        (f"“We must act before it is too late,” said {FIDAN}.", "We must act before it is too late,"),
        (f"{FIDAN} said: “The door to peace is open.”", "The door to peace is open."),
        (f"{FIDAN} met the press. “The door to peace is open,” he said.", "The door to peace is open,"),
        (f"«The door to peace is open,» {FIDAN} told reporters.", "The door to peace is open,"),
    ],
)
def test_speech(text: str, quote: str, tell: Story) -> None:
    """With any marks, before or behind the speaker, named or meant."""
    (quotation,) = tell(text).quotations

    assert (quotation.speaker, quotation.evidence.quote) == ("Hakan Fidan", quote)
    assert text[quotation.evidence.start : quotation.evidence.end] == quote


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was held under the motto “Together for a green future”.",
        "The document is entitled “A Strategy for the Baltic Sea Region”.",
        "The so-called “no-fly zone” ended.",
    ],
)
def test_titles_are_no_speech(text: str, tell: Story) -> None:
    """Names, mottos and single words in quotation marks."""
    assert tell(text).quotations == []


def test_nobody_is_made_up(tell: Story) -> None:
    """Where the report does not say who spoke, nobody did."""
    (quotation,) = tell("“We must act before it is too late,” one diplomat said.").quotations

    assert quotation.speaker is None
