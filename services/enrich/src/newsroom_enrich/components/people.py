"""People: full names, and the surnames and given names by which the text goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import EntityDraft, notes_of
from newsroom_enrich.components import component
from newsroom_enrich.folding import capitals_lowered, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Name

# Small words within names; they tell nobody apart.
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ben",
        "ibn",
        "bint",
        "abu",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "zu",
        "of",
        "and",
        "y",
        "e",
        "jr",
        "sr",
        "ii",
        "iii",
    ]
)
_PATRONYMIC = frozenset({"bin", "ben", "ibn", "bint"})
_MIN_SURNAME = 3


@component("people")
def people(doc: Doc) -> None:
    """Add an entity for each person, under the longest name that the text gives."""
    notes = notes_of(doc)
    marked = [name for name in notes.names if name.label == "PERSON"]
    drafts = cluster(doc.text, marked)
    taken = [(name.start, name.end) for name in notes.names]
    for draft in drafts:
        draft.mentions = sorted({*draft.mentions, *_later_surnames(doc.text, draft, drafts, taken)})
        if known := knowledge.people().get(fold(draft.name)):
            draft.wikidata = known.wikidata
            draft.name = known.name
    notes.entities += drafts


def cluster(text: str, marked: Iterable[Name]) -> list[EntityDraft]:
    """Put names of the same person together: a short name belongs to the last full name that contains it."""
    drafts: list[EntityDraft] = []
    for name in marked:
        surface = capitals_lowered(text[name.start : name.end])
        draft = _same_person(drafts, _parts(surface))
        if draft is None:
            draft = EntityDraft("person", surface)
            drafts.append(draft)
        elif len(_parts(surface)) > len(_parts(draft.name)):
            draft.name = surface
        draft.mentions.append((name.start, name.end))
    return drafts


def _same_person(drafts: Sequence[EntityDraft], parts: Sequence[str]) -> EntityDraft | None:
    """The person with this name, or the latest one whose name contains it or is contained in it."""
    for draft in drafts:
        if _parts(draft.name) == parts:
            return draft
    for draft in reversed(drafts):
        known = _parts(draft.name)
        if _shortens(parts, known) or (len(known) == 1 and len(parts) > 1 and _shortens(known, parts)):
            return draft
        if len(known) > 1 and len(parts) > len(known) and known[0] == parts[0] and _shortens(known, parts):
            return draft
    return None


def _shortens(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether all parts of the short name occur, in order, in the long one; an initial stands for a name."""
    telling = [part for part in short if part not in _PARTICLES]
    if (
        len(short) > 1
        and short[0] != long[0]
        and (_PATRONYMIC & set(long) or list(short) != list(long)[-len(short) :])
    ):
        return False  # the father's name within the son's is another person
    if not telling or len(short) >= len(long) + (len(short) == 1):
        return False
    rest = iter(long)
    return all(
        any(part == other or (len(part) == 1 and other.startswith(part)) for other in rest)
        for part in telling
    )


def _parts(name: str) -> list[str]:
    return fold(name).split()


def _later_surnames(
    text: str, draft: EntityDraft, drafts: Sequence[EntityDraft], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Where the text goes on with one word of a full name and the model did not see it."""
    full = draft.name.split()
    if len(full) < 2:
        return
    others = {part for other in drafts if other is not draft for part in other.name.split()}
    first = min(draft.mentions)[1]
    for part in {full[0], full[-1]} - others:
        if len(part) < _MIN_SURNAME or fold(part) in _PARTICLES or fold(part) in knowledge.country_by_name():
            continue
        if part == full[0] and not _family_first(text, part, draft):
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(part)}(?![\w-])", text[first:]):
            start, end = first + match.start(), first + match.end()
            if not any(at < end and start < to for at, to in taken):
                yield start, end


def _family_first(text: str, part: str, draft: EntityDraft) -> bool:
    """Whether the text itself shortens the name to its first word somewhere ("Zhang said" of Zhang Ming)."""
    return any(text[start:end] == part for start, end in draft.mentions)
