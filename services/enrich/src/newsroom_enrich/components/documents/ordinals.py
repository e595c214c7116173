"""One of several documents by its place: "two drafts ... The first, tabled by Peru, fell"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_WORDS = "first second third fourth fifth sixth other latter former last"
_PLACED = re.compile(rf"\b[Tt]he (?:{'|'.join(_WORDS.split())})\b")
_REACH_CHARACTERS = 700
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})

ORDINALS = frozenset(_WORDS.split())


def placed(doc: Doc, text: str, start: int) -> Iterator[Token]:
    """The words behind a character offset that stand for one of several documents told before it."""
    for found in _PLACED.finditer(text, start, min(len(text), start + _REACH_CHARACTERS)):
        span = doc.char_span(*found.span(), alignment_mode="expand")
        word = span[-1] if span is not None else None
        if word is not None and word.dep_ in _ROLES and not any(t.dep_ == "prep" for t in word.children):
            yield word
