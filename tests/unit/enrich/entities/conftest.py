"""Reads texts with the components that find entities, on our own names model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from newsroom_enrich import model
from newsroom_enrich.annotations import Annotations, EntityDraft, notes_of
from newsroom_enrich.pipeline import assemble

STEPS = ("names", "countries", "bodies", "places", "occasions", "people", "roles", "relevance")


class Found:
    """The entities of one text, by what the tests ask for."""

    def __init__(self, text: str, notes: Annotations) -> None:
        self.text = text
        self.notes = notes

    def entity(self, name: str) -> EntityDraft:
        return next(entity for entity in self.notes.entities if entity.name == name)

    def names(self, kind: str) -> list[str]:
        return sorted(entity.name for entity in self.notes.entities if entity.type == kind)

    def mentions(self, name: str) -> list[str]:
        """The distinct strings that name an entity, in the order of the text."""
        return list(dict.fromkeys(self.text[start:end] for start, end in self.entity(name).mentions))

    def roles(self, name: str) -> list[tuple[str, str | None]]:
        return [(role.title, role.of) for role in self.entity(name).roles]


@pytest.fixture(scope="session")
def read() -> Callable[[str], Found]:
    """Reads a text."""
    nlp = assemble(model.load(), STEPS)

    def find(text: str) -> Found:
        doc = nlp.make_doc(text)
        doc._.annotations = Annotations(published_at=datetime(2025, 3, 14, tzinfo=UTC))
        return Found(text, notes_of(nlp(doc)))

    return find
