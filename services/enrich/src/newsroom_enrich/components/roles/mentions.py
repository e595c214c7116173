"""The names of a report in order, for what is read from the context of a title."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import text_of
from newsroom_enrich.components.roles.known import known_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Annotations, EntityDraft

_MENTIONS_BACK = 200
_DATELINE_CHARACTERS = 120


class Mentions:
    """What one report names, in order of the text."""

    def __init__(self, doc: Doc, notes: Annotations) -> None:
        self.doc = doc
        self.entities = notes.entities
        self.mentions = sorted(
            ((start, entity) for entity in notes.entities for start, _ in entity.mentions),
            key=lambda mention: mention[0],
        )
        self.starts = [start for start, _ in self.mentions]
        self.ends = {start: end for entity in notes.entities for start, end in entity.mentions}
        self.by_name = {entity.name: entity for entity in notes.entities}
        self.by_code = {entity.country: entity for entity in notes.entities if entity.type == "country"}

    def before(self, at: int, start: int = 0) -> Iterator[tuple[int, EntityDraft]]:
        """Mentions before an offset, the nearest first, as far as it is worth looking."""
        last = bisect_left(self.starts, at)
        for index in range(last - 1, max(-1, last - _MENTIONS_BACK), -1):
            begin, entity = self.mentions[index]
            if begin < start:
                return
            yield begin, entity

    def between(self, start: int, end: int) -> Iterator[tuple[int, EntityDraft]]:
        """Mentions that start within a span, in order."""
        yield from self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    @cached_property
    def city(self) -> EntityDraft | None:
        """The place that opens the report, in capitals."""
        text = text_of(self.doc)
        for entity in self.entities:
            if entity.type == "place":
                start, end = entity.mentions[0]
                opens = start < _DATELINE_CHARACTERS and "." not in text[:start]
                if opens and text[start:end].isupper():
                    return entity
        return None

    @cached_property
    def dateline(self) -> EntityDraft | None:
        """The country of the city that opens the report."""
        return self.by_code.get(self.city.country) if self.city is not None else None

    def sentence_start(self, at: int) -> int:
        """Where the sentence around an offset starts."""
        span = self.doc.char_span(at, at + 1, alignment_mode="expand")
        return int(span.sent.start_char) if span is not None else 0

    def sentence(self, at: int) -> str:
        """The sentence around an offset."""
        span = self.doc.char_span(at, at + 1, alignment_mode="expand")
        return str(span.sent.text) if span is not None else ""

    def known(self, person: EntityDraft | None) -> EntityDraft | None:
        """The country that this person is known for, where the report names it."""
        known = known_as(person)
        return self.by_code.get(known.country) if known and known.country else None

    def is_from_elsewhere(self, person: EntityDraft | None) -> bool:
        """Whether this person is known for a country that the report does not name."""
        known = known_as(person)
        return known is not None and known.country is not None and known.country not in self.by_code
