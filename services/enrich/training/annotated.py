"""Annotated reports as marked texts for the names model.

An annotation lists the strings by which a report names its entities; each place at which one stands is a
mark. It says nothing of documents, religions and continents ("Paris Agreement", "Muslim", "African"): there
the marks are those of the names model as it is, which learned them from the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from newsroom_enrich.components.segment import segment
from training.marks import Mark, Marked

if TYPE_CHECKING:
    from spacy.language import Language

_LABELS = {"person": "PERSON", "organization": "ORG", "event": "EVENT", "country": "GPE", "place": "GPE"}
# What the model may tell apart and the annotation does not: a city from a sea, Kazakhs from Kazakhstan.
_KINDS = {"country": frozenset({"GPE", "NORP", "LOC"}), "place": frozenset({"GPE", "LOC"})}
_NOT_ANNOTATED = frozenset({"LAW", "NORP"})
_MONTHS = frozenset({"March", "May", "August"})
_DAY_BEFORE, _DAY_BEHIND = re.compile(r"\d\s$"), re.compile(r",?\s+\d")

Span = tuple[int, int]


def marked_report(nlp: Language, case: Mapping[str, Any]) -> Marked:
    """The text of an annotated report with its names marked. `nlp` has the names model as it is."""
    doc = nlp.get_pipe("ner")(segment(nlp.make_doc(case["text"])))
    guessed = {(ent.start_char, ent.end_char): ent.label_ for ent in doc.ents}
    marks = [*_annotated(case, guessed), *_guessed(case, guessed)]
    return Marked(case["id"], case["text"], _longest(marks, guessed))


def _annotated(case: Mapping[str, Any], guessed: Mapping[Span, str]) -> Iterator[Mark]:
    for entity in case["gold"]["entities"]:
        kinds = _KINDS.get(entity["type"], frozenset())
        for mention in entity["mentions"]:
            for span in _places(case["text"], mention):
                label = guessed.get(span, "")
                yield (*span, label if label in kinds else _LABELS[entity["type"]])


def _guessed(case: Mapping[str, Any], guessed: Mapping[Span, str]) -> Iterator[Mark]:
    """What the model marks beside the annotation, or as a document around it."""
    told = {mark[:2] for mark in _annotated(case, guessed)}
    for (start, end), label in guessed.items():
        touched = [span for span in told if span[0] < end and start < span[1]]
        around = (
            label == "LAW" and all(start <= a and b <= end for a, b in touched) and (start, end) not in told
        )
        if label in _NOT_ANNOTATED and (not touched or around):
            yield start, end, label


def _places(text: str, mention: str) -> Iterator[Span]:
    """Where a mention stands in the text as whole words, and not as the month of a date."""
    for found in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", text):
        dated = _DAY_BEFORE.search(text[: found.start()]) or _DAY_BEHIND.match(text, found.end())
        if mention not in _MONTHS or not dated:
            yield found.span()


def _longest(marks: Sequence[Mark], guessed: Mapping[Span, str]) -> tuple[Mark, ...]:
    """The marks without those inside longer ones; of two labels the one that the model would give."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m[0] - m[1], guessed.get(m[:2]) != m[2])):
        if all(mark[1] <= start or end <= mark[0] for start, end, _ in kept):
            kept.append(mark)
    return tuple(sorted(kept))
