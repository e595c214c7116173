"""Which language a report is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import py3langid

if TYPE_CHECKING:
    from newsroom.contracts import Report

# Enough to be sure, and the cost stays the same for a megabyte.
SAMPLE_CHARACTERS = 2_000
_MIN_LETTERS = 40


def of(report: Report) -> str | None:
    """ISO 639-1 code: what the source says, else what the text looks like; None for too little text."""
    if report.language:
        return report.language.split("-")[0].split("_")[0].lower()
    sample = f"{report.title}\n{report.text[:SAMPLE_CHARACTERS]}"
    if sum(character.isalpha() for character in sample) < _MIN_LETTERS:
        return None
    code, _ = py3langid.classify(sample)
    return str(code)
