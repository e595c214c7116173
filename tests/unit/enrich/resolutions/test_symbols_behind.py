"""Symbols in brackets behind what a document is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("The Council adopted a text on human rights in Mali (A/HRC/58/L.9).", ["A/HRC/58/L.9"]),
        (
            "It adopted a resolution on peace (document A/79/L.40) and a text on the law of war (A/79/L.41).",
            ["A/79/L.40", "A/79/L.41"],
        ),
    ],
)
def test_symbols_in_brackets(tell: Story, text: str, symbols: list[str]) -> None:
    """Each document has the one that stands behind it."""
    before = "The United Nations Human Rights Council met in Geneva. "

    assert [item.symbol for item in tell(before + text).resolutions] == symbols
