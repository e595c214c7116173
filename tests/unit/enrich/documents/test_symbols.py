"""Symbols of documents: where they stand, and how they are completed."""

from __future__ import annotations

import pytest

from newsroom_enrich.components.documents.symbols import complete, find_symbols

SECURITY_COUNCIL = "United Nations Security Council"
GENERAL_ASSEMBLY = "United Nations General Assembly"


@pytest.mark.parametrize(
    ("text", "body", "year", "symbol"),
    [
        ("adopted resolution 2756 (2024)", SECURITY_COUNCIL, 2024, "S/RES/2756 (2024)"),
        ("adopted resolution 2756", SECURITY_COUNCIL, 2024, "S/RES/2756 (2024)"),
        ("adopted resolution 71/263", GENERAL_ASSEMBLY, 2017, "A/RES/71/263"),
        ("the draft (A/HRC/51/L.6)", None, 2022, "A/HRC/51/L.6"),
        ("adopted resolution A39-14", None, 2016, "A39-14"),
        ("by decision 2/CP.27", None, 2022, "2/CP.27"),
        ("Resolution 2099 (2016) passed", "Council of Europe", 2016, "Resolution 2099 (2016)"),
        ("adopted GC(68)/RES/12", None, 2024, "GC(68)/RES/12"),
        ("adopted resolution RC/Res.6", None, 2010, "RC/Res.6"),
        ("the text, AG/DEC. 73 (XLIII-O/13)", None, 2013, "AG/DEC. 73 (XLIII-O/13)"),
    ],
)
def test_symbols(text: str, body: str | None, year: int, symbol: str) -> None:
    """Numbers of the two great bodies become symbols; those of others stay as in the text."""
    (found,) = find_symbols(text)

    assert complete(found, body, year) == symbol


@pytest.mark.parametrize(
    "text",
    [
        "and/or",
        "24/7 service",
        "resolution 1,200 pixels",
        "his resolution 20-21",
        "for that resolution 153 members voted",
    ],
)
def test_what_is_no_symbol(text: str) -> None:
    """Other words and numbers with slashes."""
    assert find_symbols(text) == []
