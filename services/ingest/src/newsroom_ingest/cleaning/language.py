"""Which language a text is in."""

from __future__ import annotations

import re

import py3langid

# Of fewer letters the answer is a guess.
MIN_LETTERS = 20
# The beginning tells, and the rest only costs.
MAX_CHARACTERS = 2_000
NO_LANGUAGE = "zxx"
# Short English reports, of Africa above all, are taken for Nigerian Pidgin.
TAKEN_FOR = {"pcm": "en"}


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code, or None where the text is too short to tell or in no language."""
    head = text[:MAX_CHARACTERS]
    if sum(map(str.isalpha, head)) < MIN_LETTERS:
        return None
    code = str(py3langid.classify(head)[0])
    return None if code == NO_LANGUAGE else TAKEN_FOR.get(code, code)


def primary_language(tag: str | None) -> str | None:
    """The language of a BCP 47 tag: en for en-GB; None where it is no such tag."""
    primary = re.split("[-_]", (tag or "").strip().lower())[0]
    return primary if re.fullmatch("[a-z]{2,3}", primary) else None
