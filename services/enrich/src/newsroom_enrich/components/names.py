"""Which strings are names: what the model marks, mended, and what the tables know, without overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.annotations import Name, notes_of, text_of
from newsroom_enrich.claims import IN_ORDER, Reading
from newsroom_enrich.components import component
from newsroom_enrich.generic import is_no_name
from newsroom_enrich.given_names import with_given_names
from newsroom_enrich.mending import mend
from newsroom_enrich.namelist import NameList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span, Token

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW"})


_ORDINARY = frozenset({"VERB", "ADP", "SCONJ", "ADV", "DET", "CCONJ", "PRON"})
# Who is named by a plural at the start of a sentence.
_PEOPLE = frozenset(
    "opponents critics supporters lawmakers delegates observers campaigners activists protesters officials "
    "analysts diplomats negotiators historians investors farmers traders economists residents".split()
)
MAX_NAME_CHARACTERS = 200  # longer than any name; a model may mark a whole table as one


@component("names")
def names(doc: Doc) -> None:
    """Fill `names`, in order of the text."""
    text = text_of(doc)
    notes_of(doc).names = find_names(text, list(_marked(doc, text)))


def find_names(text: str, marked: Iterable[Name]) -> list[Name]:
    """Settle between the names that a model marked and those of the tables."""
    reading = Reading(text)
    found = NameList(marked)
    for claim in IN_ORDER:
        claim(reading, found)
    return list(found)


def _marked(doc: Doc, text: str) -> Iterator[Name]:
    """What the model marks, with its boundaries mended."""
    for ent in doc.ents:
        if ent.label_ in LABELS and ent.end_char - ent.start_char <= MAX_NAME_CHARACTERS:
            label = "LOC" if ent.label_ == "FAC" else ent.label_
            if _is_ordinary_word(ent):
                continue
            span = ent[1:] if _opens_with_ordinary_word(ent) else with_given_names(ent)
            for name in mend(text, Name(span.start_char, span.end_char, label)):
                if not is_no_name(text, name):
                    yield name


def _is_ordinary_word(ent: Span) -> bool:
    """Whether it is a verb that opens a sentence or a line, "Reiterated their support", or "Opponents"."""
    first = ent[0]
    verbal = first.pos_ == "VERB" and first.text.endswith(("ed", "ing"))
    common = first.text.endswith("s") and ent.label_ in {"GPE", "LOC", "PERSON"}
    several = first.tag_ == "NNS" and (first.lower_ in _PEOPLE or common)
    return len(ent) == 1 and (verbal or several) and _opens_text(first)


def _opens_text(token: Token) -> bool:
    """Whether a sentence opens there, or the text behind a dateline."""
    behind_dash = token.i > 0 and token.doc[token.i - 1].text in {"—", "–", "--"}
    return bool(token.is_sent_start) or behind_dash


def _opens_with_ordinary_word(ent: Span) -> bool:
    """Whether the first word has its capital only from the start of the sentence: "Meeting Putin"."""
    if ent.label_ != "PERSON" or len(ent) == 1:
        return False
    first = ent[0]
    return bool(first.is_sent_start) and first.pos_ in _ORDINARY
