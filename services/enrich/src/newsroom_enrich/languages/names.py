"""The names of a report in another language than English: the gazetteer's, and a model's around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import Name, notes_of
from newsroom_enrich.components import component
from newsroom_enrich.languages.gazetteer import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

# The labels of spaCy's pipelines that follow WikiNER, and of those that follow OntoNotes, to ours.
LABELS = {
    "PER": "PERSON",
    "PERSON": "PERSON",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "EVENT": "EVENT",
}
# What the French model takes into a name before it, and what it takes for a name.
_ARTICLE = re.compile(r"(?:[LlDd]['’]|(?:la|les?|de|du|des|à|aux?)\s+)+")
_ADDRESS = re.compile(r"(?:M\.|MM\.|Mmes?|Mlle|Sra?\.)\s+")
_MAX_CHARACTERS = 150
_GENERIC = frozenset(
    {"affaires étrangères", "assemblée", "comité", "commission", "conseil", "cour", "état", "gouvernement"}
    | {"ministère", "parlement"}
)


@component("foreign_names")
def foreign_names(doc: Doc) -> None:
    """Fill `names`, in order of the text."""
    notes = notes_of(doc)
    known = gazetteer(notes.language or "").find(doc.text)
    notes.names = settle(known, list(_marked(doc)))


def settle(known: Sequence[Name], marked: Sequence[Name]) -> list[Name]:
    """Names without overlaps: what is known wins, but an organization keeps the country in its name.

    "Ministère des Affaires étrangères du Kazakhstan" is one name; "Astana, Kazakhstan" holds a known one.
    """
    found: list[Name] = []
    for name in sorted(marked, key=lambda name: name.start - name.end):
        clashing = [other for other in known if _overlap(name, other)]
        holds = name.label == "ORG" and all(_inside(other, name) and other.country for other in clashing)
        if (holds or not clashing) and not any(_overlap(name, other) for other in found):
            found.append(name)
    found += [name for name in known if not any(_overlap(name, other) for other in found)]
    return sorted(found, key=lambda name: name.start)


def _marked(doc: Doc) -> Iterator[Name]:
    """What the model marks, without the articles and forms of address that it takes in."""
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        article = _ARTICLE.match(ent.text)
        surface = ent.text[article.end() :] if article else ent.text
        if address := _ADDRESS.match(surface):
            label, surface = "PERSON", surface[address.end() :]
        if label and _may_be_name(surface):
            yield Name(ent.end_char - len(surface), ent.end_char, label)


def _may_be_name(surface: str) -> bool:
    """A name has a capital and one line, in the scripts that these models read."""
    lower = surface.lower()
    return (
        surface != lower and lower not in _GENERIC and "\n" not in surface and len(surface) <= _MAX_CHARACTERS
    )


def _overlap(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end


def _inside(inner: Name, outer: Name) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
