"""Given names that open a sentence and that a model leaves out of the name of a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.roles.vocabulary import HEADS, OPENERS
from newsroom_enrich.folding import fold
from newsroom_enrich.mending import is_title

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Words of titles, and those that open sentences.
_TITLE = re.compile(rf"(?i:{HEADS})|{OPENERS}|Senior|Old")
_MAX_GIVEN_NAMES = 2


def with_given_names(ent: Span) -> Span:
    """The name of a person with the given names before it that open a sentence and are unmarked.

    A capital at that place tells a model nothing, so it leaves out what it does not know.
    """
    doc, start = ent.doc, ent.start
    if ent.label_ != "PERSON":
        return ent
    while start and ent.start - start < _MAX_GIVEN_NAMES and _may_be_given_name(doc[start - 1]):
        start -= 1
    return doc[start : ent.end] if start < ent.start and _opens(doc, start) else ent


def _may_be_given_name(token: Token) -> bool:
    """Whether it is a capitalised word, or an initial, that belongs to the next one and to no name."""
    return (
        token.tag_ == "NNP"
        and not token.ent_type_
        and token.whitespace_ == " "
        and (token.text.istitle() or len(token) == 1)
        and token.text.isalpha()
        and not _is_of_title(token.text)
        and fold(token.text) not in knowledge.country_by_name()
    )


def _is_of_title(word: str) -> bool:
    """Whether a title has the word; a sheikh may have a given name before that."""
    return word != "Sheikh" and (_TITLE.fullmatch(word) is not None or is_title(word))


def _opens(doc: Doc, start: int) -> bool:
    """Whether a sentence, a line or a part of a list opens there."""
    return bool(doc[start].is_sent_start) or doc[start - 1].is_space or doc[start - 1].text == ";"
