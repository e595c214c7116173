"""The names and the documents of a report, by token."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.documents import DocumentPhrase, find_phrases
from newsroom_enrich.components.resolutions.reading.text import TextReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft


# Of these the recognizer makes organizations, which they never are.
_NO_BODIES = frozenset(
    "concept strategy declaration roadmap statement communique communiqué memorandum protocol plan law "
    "resolution framework guidelines principles concord regulation directive accords".split()
)


class NamesReading(TextReading):
    """A report whose names and documents are indexed for questions about tokens."""

    @cached_property
    def phrases(self) -> list[DocumentPhrase]:
        found = find_phrases(self.doc, self._is_place)
        return [p for p in found if p.title is None or not self._names_body(self.doc[p.head])]

    def _names_body(self, head: Token) -> bool:
        """As "Initiative" in "Three Seas Initiative"; a "Concept of Military Cooperation" is no body."""
        return head.lower_ not in _NO_BODIES and self.is_organization(head)

    @cached_property
    def _phrase_by_token(self) -> dict[int, DocumentPhrase]:
        return {token: phrase for phrase in reversed(self.phrases) for token in phrase.outer}

    @cached_property
    def _entity_by_token(self) -> dict[int, EntityDraft]:
        found: dict[int, EntityDraft] = {}
        for entity in self.notes.entities:
            for start, end in entity.mentions:
                span = self.doc.char_span(start, end, alignment_mode="expand")
                for at in range(span.start, span.end) if span is not None else ():
                    found.setdefault(at, entity)
        return found

    @cached_property
    def _named_tokens(self) -> list[int]:
        return sorted(self._entity_by_token)

    def named_in(self, start: int, end: int, *types: str) -> Iterator[tuple[Token, EntityDraft]]:
        """The tokens of doc[start:end] that are part of a name, with the entity named, in order."""
        named = self._named_tokens
        for at in named[bisect_left(named, start) : bisect_left(named, end)]:
            entity = self._entity_by_token[at]
            if not types or entity.type in types:
                yield self.tokens[at], entity

    def _is_place(self, token: Token) -> bool:
        entity = self._entity_by_token.get(token.i)
        return entity is not None and entity.type in {"place", "country", "organization"}

    def phrase_at(self, token: Token) -> DocumentPhrase | None:
        """The document phrase for which a token stands in the syntax."""
        return self._phrase_by_token.get(token.i)

    def entity_at(self, token: Token) -> EntityDraft | None:
        return self._entity_by_token.get(token.i)

    def is_organization(self, token: Token) -> bool:
        entity = self.entity_at(token)
        return entity is not None and entity.type == "organization"

    def entities_in(self, start: int, end: int, *types: str) -> list[EntityDraft]:
        """The entities named in doc[start:end], in order, each once."""
        found: list[EntityDraft] = []
        for _, entity in self.named_in(start, end, *types):
            if entity not in found:
                found.append(entity)
        return found

    def voters_in(self, span: Span) -> list[tuple[int, int]]:
        """The countries and organizations named in a span, as offsets in the span's text."""
        start, end = span.start_char, span.end_char
        return sorted(
            (at - start, to - start)
            for entity in self.notes.entities
            if entity.type in {"country", "organization"}
            for at, to in entity.mentions
            if start <= at and to <= end
        )

    def last_words_of_named(self, start: int, end: int) -> tuple[Token, ...]:
        """The people, states and organizations named in doc[start:end], by their last words there."""
        last: dict[int, Token] = {}
        for token, entity in self.named_in(start, end, "person", "country", "organization"):
            last[id(entity)] = token
        return tuple(last.values())

    def phrases_in(self, start: int, end: int) -> list[DocumentPhrase]:
        """The document phrases whose heads are in doc[start:end], in order."""
        return self._by_head[bisect_left(self._heads, start) : bisect_left(self._heads, end)]

    @cached_property
    def _by_head(self) -> list[DocumentPhrase]:
        return sorted(self.phrases, key=lambda phrase: phrase.head)

    @cached_property
    def _heads(self) -> list[int]:
        return [phrase.head for phrase in self._by_head]

    def is_inside_document(self, token: Token) -> bool:
        return token.i in self._tokens_of_documents

    @cached_property
    def _tokens_of_documents(self) -> frozenset[int]:
        return frozenset(at for phrase in self.phrases for at in range(phrase.start, phrase.end))

    def parent_of(self, body: str | None) -> str | None:
        """The organization of which a body is an organ, where the report names it too."""
        known = knowledge.bodies().get(body or "")
        named = {e.name: e for e in self.notes.entities if e.type == "organization"}
        parent = (known.parent if known else None) or (named[body].parent if body in named else None)
        return parent if parent in named else None
