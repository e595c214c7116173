"""One report as the resolution finder reads it: its documents, dates, names and setting, by token."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc

from newsroom_enrich.components.resolutions.reading.report import Reading

__all__ = ["Reading", "reading_of"]

if not Doc.has_extension("newsroom_reading"):
    Doc.set_extension("newsroom_reading", default=None)


def reading_of(doc: Doc) -> Reading:
    """The reading of a Doc, made once, since resolutions and events ask the same things."""
    if doc._.newsroom_reading is None:
        doc._.newsroom_reading = Reading(doc)
    return cast("Reading", doc._.newsroom_reading)
