"""Named events as entities: summits, conferences, wars, games that have a name of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import EntityDraft, notes_of, text_of
from newsroom_enrich.components import component
from newsroom_enrich.folding import capitals_lowered, fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

# "Summit", "the 15th summit" are no names; a name has a capital or a number of its own.
_NUMBERED = re.compile(r"[A-Z]{2,6}[ -]?\d{1,3}")
_NAMED = re.compile(r"[^\W\d_a-z]\w*.*[^\W\d_a-z]|[A-Z]{2,}[- ]?\d+")


@component("occasions")
def occasions(doc: Doc) -> None:
    """Add an entity for each named event."""
    notes = notes_of(doc)
    drafts: dict[str, EntityDraft] = {}
    text = text_of(doc)  # spaCy puts it together anew each time
    for name in notes.names:
        surface = text[name.start : name.end]
        if name.label == "EVENT" and _NAMED.search(surface):
            draft = drafts.setdefault(fold(surface), EntityDraft("event", _in_lower_case(surface)))
            draft.mentions.append((name.start, name.end))
    notes.entities += drafts.values()


def _in_lower_case(surface: str) -> str:
    """A name in capitals as it is usually written; an acronym with a number stays as it is: MEPC 81."""
    return surface if _NUMBERED.fullmatch(surface) else capitals_lowered(surface)
