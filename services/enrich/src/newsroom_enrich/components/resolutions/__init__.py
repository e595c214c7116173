"""Resolutions: what bodies and states decided, signed, rejected or plan to, each with its sentence as
evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.annotations import notes_of
from newsroom_enrich.components import component
from newsroom_enrich.components.resolutions.finder import Finder
from newsroom_enrich.components.resolutions.reading import reading_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


@component("resolutions")
def resolutions(doc: Doc) -> None:
    """Add the resolutions of a report; needs its entities, events and syntax."""
    notes = notes_of(doc)
    if doc.has_annotation("DEP"):
        notes.resolutions += Finder(reading_of(doc)).find()
