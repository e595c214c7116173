"""Sentences: none runs across a line break, and none starts in the middle of an abbreviation or a name.

Runs before the parser and the names model, which both keep to the boundaries that are set here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newsroom_enrich.annotations import text_of
from newsroom_enrich.components import component
from newsroom_enrich.components.events.dateline import lead_offsets

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDS = (".", "?", "!", "…")
_CLOSING = "\"'”’»)]"


_UNDECIDED, _STARTS, _CONTINUES = 0, 1, -1
_MANY_TOKENS, _MAX_TOKENS = 250, 400


@component("segment")
def segment(doc: Doc) -> None:
    """Set is_sent_start where the text decides it, and leave the rest to the parser.

    A dateline and a paragraph number are sentences of their own, or the parser takes them for the subject.
    """
    if not len(doc):
        return
    leads = frozenset(lead_offsets(text_of(doc)))
    tokens = list(doc)  # spaCy makes new ones whenever the Doc is asked
    decided = [_STARTS, *(_STARTS if token.idx in leads else _decide(tokens, token) for token in tokens[1:])]
    _bound(decided)
    # All at once: setting one token looks through the whole Doc.
    values: Any = np.array(decided, dtype=np.int32).astype(np.uint64).reshape(-1, 1)
    doc.from_array(["SENT_START"], values)


def _bound(decided: list[int]) -> None:
    """Start a sentence where one would grow out of bounds, at a full stop if there is one in time.

    What reads sentences takes time by the square of their length, and text without any full stops comes too.
    """
    length = 0
    for index, decision in enumerate(decided):
        length = 0 if decision == _STARTS else length + 1
        if length >= _MAX_TOKENS or (length >= _MANY_TOKENS and decision == _UNDECIDED):
            decided[index] = _STARTS
            length = 0


def _decide(tokens: list[Token], token: Token) -> int:
    starts = _starts_sentence(tokens, token)
    return _UNDECIDED if starts is None else _STARTS if starts else _CONTINUES


def _starts_sentence(tokens: list[Token], token: Token) -> bool | None:
    """Whether a sentence starts here; None where only the syntax can tell."""
    if token.is_space:
        return False
    before = tokens[token.i - 1]
    if before.is_space:
        # A single line break may be a wrapped line of prose, but never in clean text.
        return True if "\n" in before.text or "\r" in before.text else None
    if token.is_punct and _closes(token):
        return False
    return None if _sentence_may_end(tokens, before) else False


def _sentence_may_end(tokens: list[Token], token: Token) -> bool:
    """Whether the token, or the one before closing marks, ends in a mark that ends sentences."""
    while token.i and _closes(token):
        token = tokens[token.i - 1]
    return token.text.rstrip(_CLOSING).endswith(_ENDS)


def _closes(token: Token) -> bool:
    """Whether a token is nothing but closing quotation marks and brackets."""
    return not token.text.strip(_CLOSING)
