"""How much each entity matters to the report: early and often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.annotations import notes_of, text_of
from newsroom_enrich.components import component
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OFTEN = 6
_EARLY, _FREQUENT, _IN_TITLE = 0.4, 0.4, 0.2


@component("relevance")
def relevance(doc: Doc) -> None:
    """Set `relevance`, from 0 to 1, and put the entities in the order of their first mention."""
    notes = notes_of(doc)
    notes.entities = [entity for entity in notes.entities if entity.mentions]
    title = f" {fold(notes.title)} "
    text = text_of(doc)  # spaCy puts it together anew each time
    for entity in notes.entities:
        entity.mentions = sorted(set(entity.mentions))
        early = 1 - entity.mentions[0][0] / max(1, len(text))
        frequent = min(1.0, len(entity.mentions) / _OFTEN)
        titled = any(f" {fold(text[start:end])} " in title for start, end in entity.mentions)
        entity.relevance = _EARLY * early + _FREQUENT * frequent + _IN_TITLE * titled
    notes.entities.sort(key=lambda entity: entity.mentions[0])
