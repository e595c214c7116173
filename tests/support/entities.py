"""The entities of a text, by what the tests ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from newsroom_enrich.annotations import Annotations, EntityDraft


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


Read: TypeAlias = Callable[[str], Found]
"""Reads a text with the components that find entities."""
