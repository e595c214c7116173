"""Reads stories of a few sentences with the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

from spacy.language import Language

from newsroom_enrich.annotations import Annotations, notes_of

PUBLISHED = datetime(2025, 3, 14, 15, 0, tzinfo=UTC)  # a Friday

Story: TypeAlias = Callable[..., Annotations]
"""Reads a text that was published on PUBLISHED, or when told otherwise."""


def story_reader(nlp: Language) -> Story:
    """A function that reads texts with a pipeline; what a step cannot do fails the test."""

    def tell(text: str, published: datetime = PUBLISHED, *, dated: bool = True) -> Annotations:
        doc = nlp.make_doc(text)
        doc._.annotations = Annotations(published_at=published, dated=dated, language="en")
        notes = notes_of(nlp(doc))
        assert notes.problems == []
        return notes

    return tell
