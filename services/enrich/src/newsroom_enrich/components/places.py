"""Places that are no country: cities, regions, waters, buildings, continents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich import cities, knowledge
from newsroom_enrich.annotations import EntityDraft, notes_of, text_of
from newsroom_enrich.components import component
from newsroom_enrich.folding import capitals_lowered, fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS = frozenset({"GPE", "LOC"})
# Directions and generic words that a model takes for names.
_NO_PLACE = frozenset(
    {"west", "east", "north", "south", "earth", "internet", "city", "state", "capital", "hemisphere"}
)


@component("places")
def places(doc: Doc) -> None:
    """Add an entity for each place; its country where a city of that name is well known."""
    notes = notes_of(doc)
    drafts: dict[str, EntityDraft] = {}
    text = text_of(doc)  # spaCy puts it together anew each time
    for name in notes.names:
        surface = text[name.start : name.end]
        if name.label not in _LABELS or name.country or fold(surface) in _NO_PLACE or surface.islower():
            continue
        known = knowledge.place_by_name().get(fold(surface))
        key = known.name if known else fold(surface)
        if key not in drafts:
            drafts[key] = EntityDraft("place", known.name if known else capitals_lowered(surface))
            drafts[key].wikidata = known.wikidata if known else None
            drafts[key].country = known.country if known else cities.country_of_city(fold(surface))
        drafts[key].mentions.append((name.start, name.end))
    notes.entities += drafts.values()
