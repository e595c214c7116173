"""Summaries as they leave Newsroom: every entity under its canonical id. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newsroom.contracts import Entity, Summary
from newsroom_publish.entities.facts import is_wikidata


def with_canonical_ids(summary: Summary, canonical: Callable[[str], str]) -> Summary:
    """The summary with its ids replaced; the very same object where that changes nothing.

    Entities of one summary that turn out to be one become one, with the mentions and roles of all.
    """
    if all(canonical(entity.id) == entity.id for entity in summary.entities):
        return summary
    groups: dict[str, list[Entity]] = {}
    for entity in summary.entities:
        groups.setdefault(canonical(entity.id), []).append(entity)
    entities = tuple(
        group[0] if [entity.id for entity in group] == [entity_id] else _one(entity_id, group)
        for entity_id, group in groups.items()
    )
    return summary.model_copy(update={"entities": entities})


def _one(entity_id: str, group: Sequence[Entity]) -> Entity:
    """One entity out of several; what is said of it by its canonical id comes first."""
    first = next((entity for entity in group if entity.id == entity_id), group[0])
    known = (first, *(entity for entity in group if entity is not first))
    return first.model_copy(
        update={
            "id": entity_id,
            "wikidata": entity_id if is_wikidata(entity_id) else _given(e.wikidata for e in known),
            "country": _given(entity.country for entity in known),
            "relevance": max(entity.relevance for entity in known),
            "mentions": tuple(
                sorted({m for entity in known for m in entity.mentions}, key=lambda m: (m.start, m.end))
            ),
            "roles": tuple(dict.fromkeys(role for entity in known for role in entity.roles)),
        }
    )


def _given(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
