"""Countries: by name, official long form, and the words for their people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.annotations import EntityDraft, notes_of, text_of
from newsroom_enrich.components import component

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from newsroom.contracts import EntityType
    from newsroom_enrich.annotations import Name
    from newsroom_enrich.knowledge import Country


@component("countries")
def countries(doc: Doc) -> None:
    """Add an entity for each country; a territory (Greenland) is a place."""
    notes = notes_of(doc)
    drafts: dict[str, EntityDraft] = {}
    text = text_of(doc)  # spaCy puts it together anew each time
    for name in notes.names:
        if name.country is None:
            continue
        country = name.country.country
        draft = drafts.get(country.name)
        if draft is None:
            kind: EntityType = "place" if country.kind == "territory" else "country"
            draft = EntityDraft(kind, country.name, wikidata=country.wikidata, country=country.code)
            drafts[country.name] = draft
        draft.mentions += _mentions(text, name, country)
    notes.entities += drafts.values()


def _mentions(text: str, name: Name, country: Country) -> Iterator[tuple[int, int]]:
    """The name, and the short form within a long form ("Azerbaijan" in "Republic of Azerbaijan")."""
    surface = text[name.start : name.end]
    article = len("The ") if surface.startswith("The ") else 0
    yield name.start + article, name.end
    if surface == country.name:
        return  # North Macedonia is no long form of Macedonia
    formal = name.country is not None and name.country.form == "formal"
    for short in (country.name, *country.other):
        at = surface.find(short)
        if (at > 0 and formal) or (at == 0 and surface.startswith(f"{short} ")):
            yield name.start + at, name.start + at + len(short)
            return
