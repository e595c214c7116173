"""Tokens in bounded time: the tokenizer's rules are quadratic in the length of a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

# Longer than any word, address or formula; what is longer becomes one token, without a look inside.
MAX_WORD_CHARACTERS = 500
_LONG = re.compile(rf"\S{{{MAX_WORD_CHARACTERS + 1},}}")


def make_doc(nlp: Language, text: str) -> Doc:
    """The tokens of a text, as nlp.make_doc has them, but never a look into a word that is too long."""
    long_words = [match.span() for match in _LONG.finditer(text)]
    if not long_words:
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for start, end in (*long_words, (len(text), len(text))):
        part = nlp.make_doc(text[at:start])
        words += [token.text for token in part]
        spaces += [bool(token.whitespace_) for token in part]
        if end > start:
            words.append(text[start:end])
            spaces.append(False)
        at = end
    return Doc(nlp.vocab, words=words, spaces=spaces)
