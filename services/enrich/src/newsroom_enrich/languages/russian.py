"""Russian: names by natasha's news model, put into the nominative by pymorphy3.

Natasha brings a morphology of its own, pymorphy2, which does not run on the Pythons of today; nothing here
calls it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from natasha import Doc as NatashaDoc
from natasha import NewsEmbedding, NewsNERTagger, Segmenter
from spacy.language import Language
from spacy.tokens import Span

from newsroom_enrich.annotations import Name, notes_of
from newsroom_enrich.components import component
from newsroom_enrich.components.people import cluster
from newsroom_enrich.languages.cases import nominative, nominative_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from newsroom_enrich.annotations import EntityDraft

FACTORY = "natasha"


def load() -> Language:
    """Tokens and sentences by rule, names by natasha; loading takes some seconds and about 100 MB."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe(FACTORY)
    return nlp


@Language.factory(FACTORY)
def _factory(nlp: Language, name: str) -> _Natasha:
    del nlp, name
    return _Natasha()


class _Natasha:
    """A spaCy component that sets `ents`, extended to whole tokens."""

    def __init__(self) -> None:
        self._segmenter = Segmenter()
        self._tagger = NewsNERTagger(NewsEmbedding())

    def __call__(self, doc: Doc) -> Doc:
        if not doc.text.strip():
            return doc
        read = NatashaDoc(doc.text)
        read.segment(self._segmenter)
        read.tag_ner(self._tagger)
        doc.ents = spacy.util.filter_spans(list(self._spans(doc, read)))
        return doc

    @staticmethod
    def _spans(doc: Doc, read: NatashaDoc) -> Iterator[Span]:
        for span in read.spans:
            found = doc.char_span(span.start, span.stop, label=span.type, alignment_mode="expand")
            if found is not None:
                yield found


@component("russian_nominative")
def russian_nominative(doc: Doc) -> None:
    """Name entities that no table knows in the nominative, and join those that prove to be one."""
    notes = notes_of(doc)
    people = [entity for entity in notes.entities if entity.type == "person"]
    others = [entity for entity in notes.entities if entity.type != "person"]
    for entity in others:
        if entity.wikidata is None and entity.type in {"place", "organization"}:
            entity.name = nominative(entity.name, whole=entity.type == "place")
    # Full names first: they tell what the surnames are.
    surnames: set[str] = set()
    for person in sorted(people, key=lambda person: -len(person.name.split())):
        if person.wikidata is None:
            person.name = nominative_person(person.name, surnames)
        surnames.add(person.name.split()[-1])
    notes.entities = [*_joined(others), *_joined_people(people)]


def _joined(entities: list[EntityDraft]) -> list[EntityDraft]:
    """One draft for each type and name."""
    by_name: dict[tuple[str, str], EntityDraft] = {}
    for entity in entities:
        first = by_name.setdefault((entity.type, entity.name), entity)
        if first is not entity:
            first.mentions = sorted({*first.mentions, *entity.mentions})
    return list(by_name.values())


def _joined_people(people: list[EntityDraft]) -> list[EntityDraft]:
    """Cluster people anew, by their names in the nominative."""
    listed = "\n".join(person.name for person in people)
    starts: dict[int, EntityDraft] = {}
    position = 0
    for person in people:
        starts[position] = person
        position += len(person.name) + 1
    marked = [Name(start, start + len(person.name), "PERSON") for start, person in starts.items()]
    joined = cluster(listed, marked)
    for draft in joined:
        members = [starts[start] for start, _ in draft.mentions]
        draft.wikidata = next((member.wikidata for member in members if member.wikidata), None)
        draft.mentions = sorted({mention for member in members for mention in member.mentions})
    return joined
