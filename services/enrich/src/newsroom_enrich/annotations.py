"""What the components know about a report while they read it: one value on each spaCy Doc.

A component reads what the earlier ones left and adds its own part. All offsets are code points of the
report's text, as in the contracts: spaCy's `token.idx` counts them too, and the text is never rewritten.
The parts that are finished once they are found (resolutions, events, topics, quotations) are kept as contract
values; entities grow from component to component, so they are drafts until the summary is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from spacy.tokens import Doc

from newsroom.contracts import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from newsroom.contracts import EntityType, Event, Quotation, Resolution, Role, Topic
    from newsroom_enrich.knowledge import Body, CountryName


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text, text[start:end], with what kind of name it is and which table entry it is, if any.

    Labels are those of OntoNotes: PERSON, ORG, GPE, LOC, NORP, EVENT and LAW (a document).
    """

    start: int
    end: int
    label: str
    country: CountryName | None = None
    body: Body | None = None


@dataclass(slots=True)
class EntityDraft:
    """An entity and where the text names it: spans of code points, sorted, without overlaps.

    `name` is canonical and unique among the entities of a type; it is final after the component `roles`.
    """

    type: EntityType
    name: str
    wikidata: str | None = None
    country: str | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    parent: str | None = None
    relevance: float = 0.0


@dataclass(slots=True)
class Annotations:
    """All that is known about one report. What a component writes is named after it.

    `dated` tells whether `published_at` is what the sender gave, and not the moment of receipt.
    `names` are all names (from `names`), without overlaps and in order, also those that became no entity.
    `problems` names the components that failed; their part is then missing or incomplete.
    """

    title: str = ""
    published_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    dated: bool = True
    language: str | None = None
    names: list[Name] = field(default_factory=list)
    entities: list[EntityDraft] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    abstract: str = ""
    problems: list[str] = field(default_factory=list)
    text: str | None = None

    def mentioned(self, start: int, end: int, *types: EntityType) -> Iterator[EntityDraft]:
        """The entities (of these types, or all) named within text[start:end], in order of mention."""
        found = [
            (at, entity)
            for entity in self.entities
            if not types or entity.type in types
            for at, to in entity.mentions
            if start <= at and to <= end
        ]
        seen: set[int] = set()
        for _, entity in sorted(found, key=lambda pair: pair[0]):
            if id(entity) not in seen:
                seen.add(id(entity))
                yield entity

    def entity_at(self, start: int, end: int) -> EntityDraft | None:
        """The entity with a mention that overlaps text[start:end]; the first one where several do."""
        overlapping = (
            (at, entity) for entity in self.entities for at, to in entity.mentions if at < end and start < to
        )
        return min(overlapping, key=lambda pair: pair[0], default=(0, None))[1]


if not Doc.has_extension("annotations"):
    Doc.set_extension("annotations", default=None)


def notes_of(doc: Doc) -> Annotations:
    """The annotations of a Doc; empty ones are made for a Doc that has none yet."""
    if doc._.annotations is None:
        doc._.annotations = Annotations()
    return cast("Annotations", doc._.annotations)


def text_of(doc: Doc) -> str:
    """doc.text, put together once: spaCy does it anew each time, from the tokens."""
    notes = notes_of(doc)
    if notes.text is None:
        notes.text = doc.text
    return notes.text


def evidence(doc: Doc, start: int, end: int) -> Evidence:
    """text[start:end] as evidence, without white space around it."""
    text = text_of(doc)[start:end]
    start += len(text) - len(text.lstrip())
    quote = text.strip()
    return Evidence(quote=quote, start=start, end=start + len(quote))


def sentence_evidence(span: Span) -> Evidence:
    """A sentence as evidence. Of the Doc only the span is read: Doc.text builds the whole text anew."""
    text = span.text
    start = span.start_char + len(text) - len(text.lstrip())
    quote = text.strip()
    return Evidence(quote=quote, start=start, end=start + len(quote))
