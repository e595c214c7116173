"""Events: the meeting, summit, session or visit that a report covers, and those that it announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.annotations import notes_of
from newsroom_enrich.components import component

if TYPE_CHECKING:
    from spacy.tokens import Doc


@component("events")
def events(doc: Doc) -> None:
    """Add the events of a report; needs its entities, resolutions and syntax."""
    from newsroom_enrich.components.events.build import events_of  # noqa: PLC0415 - resolutions need our setting
    from newsroom_enrich.components.resolutions.reading import reading_of  # noqa: PLC0415 - the same

    if doc.has_annotation("DEP"):
        notes_of(doc).events += events_of(reading_of(doc))
