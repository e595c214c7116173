"""Whose office it is where the words next to the title do not say: read from the context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom_enrich.annotations import Annotations, EntityDraft
    from newsroom_enrich.titles import Title
    from spacy.tokens import Doc

_INTERNATIONAL = re.compile(
    r"(?i)\b(?:secretar(?:y|ies)[- ]general|director[- ]general|high commissioner|rapporteur)\b"
)
_NATIONAL = re.compile(
    r"(?i)\b(?:president|vice[- ]president|premier|chancellor|ministers?|king|queen|sultan|emir|amir|crown prince(?:ss)?"
    r"|foreign secretary|home secretary|secretary of \w+|ambassador|envoy|permanent representative|speaker|diplomat"
    r"|attorney general|prosecutor general|lawmaker|senator|chief of staff)\b"
)
_UNITED_NATIONS = "United Nations"
_DATELINE_CHARACTERS = 120


class Owners:
    """Finds the country or organization of an office in one report."""

    def __init__(self, doc: Doc, notes: Annotations) -> None:
        self._doc = doc
        self._notes = notes
        self._by_name = {entity.name: entity for entity in notes.entities}
        self._by_code = {entity.country: entity for entity in notes.entities if entity.type == "country"}

    def country_code(self, name: str | None) -> str | None:
        """The ISO code of a country or of what belongs to one."""
        owner = self._by_name.get(name or "")
        return owner.country if owner else None

    def of(
        self, person: EntityDraft | None, title: Title, possessive: str | None, at: int
    ) -> EntityDraft | None:
        """The owner of an office at an offset; None where the text leaves it open.

        Another role of the person, the country that "its" refers to, the country of the sentence, the country
        of whoever speaks in it, and the place that the report comes from, in this order.
        """
        if possessive in {"his", "her", "whose"} and (owner := self._of_last_person(at)):
            return owner
        if possessive in {"its", "the country's", "the country’s", "their"} and (
            owner := self._in_sentence(at)
        ):
            return owner
        if person is not None and person.roles and person.roles[0].of:
            return self._by_name.get(person.roles[0].of)
        if _INTERNATIONAL.search(title.text):
            return self._organization(at)
        if not _NATIONAL.search(title.text):
            return None
        return self._capital(at) or self._speaker(at) or self._dateline() or self._nearest_country(at)

    def _before(self, at: int, start: int = 0) -> Iterator[tuple[int, EntityDraft]]:
        """Mentions before an offset, the nearest first."""
        found = [
            (begin, entity)
            for entity in self._notes.entities
            for begin, _ in entity.mentions
            if start <= begin < at
        ]
        yield from sorted(found, key=lambda pair: -pair[0])

    def _sentence_start(self, at: int) -> int:
        span = self._doc.char_span(at, at + 1, alignment_mode="expand")
        return int(span.sent.start_char) if span is not None else 0

    def _of_last_person(self, at: int) -> EntityDraft | None:
        for _, entity in self._before(at):
            if entity.type == "person":
                return self._by_name.get(entity.roles[0].of or "") if entity.roles else None
        return None

    def _in_sentence(self, at: int) -> EntityDraft | None:
        """The first country or organization of the sentence: its subject, as a rule."""
        first = None
        for _, entity in self._before(at, self._sentence_start(at)):
            if entity.type in {"country", "organization"}:
                first = entity
        return first

    def _organization(self, at: int) -> EntityDraft | None:
        """The United Nations where any part of it is named, else the last organization that has parts."""
        if owner := self._by_name.get(_UNITED_NATIONS):
            return owner
        for _, entity in self._before(at):
            body = knowledge.bodies().get(entity.name)
            if entity.type == "organization" and body is not None and body.kind == "intergovernmental":
                return entity
        return None

    def _capital(self, at: int) -> EntityDraft | None:
        """The country of a city that the sentence names before the title: "In Beirut, Prime Minister ..."."""
        for _, entity in self._before(at, self._sentence_start(at)):
            if entity.type == "place" and entity.country in self._by_code:
                return self._by_code[entity.country]
        return None

    def _speaker(self, at: int) -> EntityDraft | None:
        """The country of the person who is the subject of the sentence."""
        for _, entity in self._before(at, self._sentence_start(at)):
            if entity.type == "person" and entity.roles and entity.roles[0].of:
                owner = self._by_name.get(entity.roles[0].of)
                return owner if owner and owner.type == "country" else None
        return None

    def _dateline(self) -> EntityDraft | None:
        """The country of the city that opens the report."""
        for entity in self._notes.entities:
            if entity.type == "place" and entity.country in self._by_code:
                start, end = entity.mentions[0]
                head = self._doc.text[:start]
                if start < _DATELINE_CHARACTERS and self._doc.text[start:end].isupper() and "." not in head:
                    return self._by_code[entity.country]
        return None

    def _nearest_country(self, at: int) -> EntityDraft | None:
        for _, entity in self._before(at):
            if entity.type == "country":
                return entity
        return None
