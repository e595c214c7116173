"""Which language a report is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from py3langid.langid import MODEL_FILE, LanguageIdentifier

if TYPE_CHECKING:
    from newsroom.contracts import Report

# Enough to be sure, and the cost stays the same for a megabyte.
SAMPLE_CHARACTERS = 2_000
_MIN_LETTERS = 40
# Sentences, also headlines, come out above this; lists of names, tables and noise well below it.
_MIN_CONFIDENCE = 0.35
# Short English reports, of Africa above all, are taken for Nigerian Pidgin.
_TAKEN_FOR = {"pcm": "en"}
_TAG = re.compile(r"(?P<code>[a-z]{2,3})(?:[-_].*)?", re.IGNORECASE | re.DOTALL)


def of(report: Report) -> str | None:
    """ISO 639-1 code: what the source says, else what the text looks like; None where neither can tell."""
    if report.language and (tag := _TAG.fullmatch(report.language.strip())):
        return tag["code"].lower()
    sample = f"{report.title}\n{report.text[:SAMPLE_CHARACTERS]}"
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return None
    # A lone surrogate has no UTF-8, which the identifier reads.
    code, confidence = _identifier().classify(sample.encode("utf-8", "replace"))
    return _TAKEN_FOR.get(code, str(code)) if confidence >= _MIN_CONFIDENCE else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
