"""The number of a meeting in the words around its mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.numbers import parse_ordinal

if TYPE_CHECKING:
    from spacy.tokens import Token


def ordinal_of(token: Token) -> int | None:
    """The number of a meeting in the words before it: "thirty-first", "44th"."""
    if any(child.lower_ == "such" for child in token.lefts):
        return None  # "the first such gathering in Africa"
    if (number := number_in_series(token)) is not None:
        return number
    for child in token.lefts:
        words = " ".join(word.text for word in child.subtree).replace(" - ", "-")
        if number := parse_ordinal(words) or parse_ordinal(child.text):
            return number
    return None


def number_in_series(token: Token) -> int | None:
    """The number in "the fourth of the consultative meetings"."""
    led = token.dep_ == "pobj" and token.head.lower_ == "of" and token.tag_ in {"NNS", "NNPS"}
    return parse_ordinal(token.head.head.text) if led else None
