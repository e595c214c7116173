"""People: full names, and the surnames and given names by which the text goes on."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import EntityDraft, notes_of, text_of
from newsroom_enrich.components import component
from newsroom_enrich.folding import capitals_lowered, fold
from newsroom_enrich.namelist import NameList
from newsroom_enrich.phrases import occurrences

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
_WORD_BEFORE = re.compile(r"\b(?P<word>[^\W\d_a-z]\w+) $")
_WORD_REACH = 20
_CANDIDATES = 20  # people of one surname whom a report may mean; bounds the work on endless lists
_MAX_PEOPLE_SEARCHED = 100  # people whose surnames are searched for in the text


@component("people")
def people(doc: Doc) -> None:
    """Add an entity for each person, under the longest name that the text gives."""
    notes = notes_of(doc)
    marked = [name for name in notes.names if name.label == "PERSON"]
    text = text_of(doc)  # spaCy puts it together anew each time
    drafts = cluster(text, marked)
    taken = NameList(notes.names)
    parts = Counter(part for draft in drafts for part in set(draft.name.split()))
    for index, draft in enumerate(drafts):
        if index < _MAX_PEOPLE_SEARCHED:
            draft.mentions = sorted({*draft.mentions, *_later_surnames(text, draft, parts, taken)})
        if known := _known(draft.name) or _with_honorific(text, draft):
            draft.wikidata = known.wikidata
            draft.name = known.name
    notes.entities += drafts


def _known(name: str) -> knowledge.Person | None:
    """Somebody of the table under this name, or under one with more names in between: Félix-Antoine T. T."""
    parts = _parts(name)
    if known := knowledge.people().get(" ".join(parts)):
        return known
    if len(parts) <= 2:
        return None
    for other in knowledge.people_by_first_name().get(parts[0], ()):
        rest = iter(parts)
        if all(part in rest for part in _parts(other.name)):
            return other
    return None


def _with_honorific(text: str, draft: EntityDraft) -> knowledge.Person | None:
    """Somebody of the table whose name begins with what is else a form of address: Sheikh Hasina."""
    for start, _ in draft.mentions:
        before = _WORD_BEFORE.search(text, max(0, start - _WORD_REACH), start)
        if before and (
            known := knowledge.people().get(f"{fold(before['word'])} {' '.join(_parts(draft.name))}")
        ):
            return known
    return None


def cluster(text: str, marked: Iterable[Name]) -> list[EntityDraft]:
    """Put names of the same person together: a short name belongs to the last full name that contains it."""
    drafts: list[EntityDraft] = []
    by_part: dict[str, list[EntityDraft]] = {}
    for name in marked:
        surface = capitals_lowered(text[name.start : name.end])
        parts = _parts(surface)
        telling = [part for part in parts if part not in _PARTICLES]
        draft = _same_person([other for part in telling for other in by_part.get(part, ())], parts)
        if draft is None:
            draft = EntityDraft("person", surface)
            drafts.append(draft)
        elif len(parts) > len(_parts(draft.name)):
            draft.name = surface
        draft.mentions.append((name.start, name.end))
        for part in telling:
            candidates = by_part.setdefault(part, [])
            if draft not in candidates[-_CANDIDATES:]:
                candidates.append(draft)
                del candidates[:-_CANDIDATES]
    return drafts


def _same_person(candidates: Sequence[EntityDraft], parts: Sequence[str]) -> EntityDraft | None:
    """The person with this name, or the latest one whose name contains it or is contained in it."""
    latest_first = sorted(candidates, key=lambda draft: -draft.mentions[-1][0])
    for draft in latest_first:
        if _parts(draft.name) == parts:
            return draft
    for draft in latest_first:
        known = _parts(draft.name)
        fuller = len(parts) > len(known) and (len(known) == 1 or known[0] == parts[0])
        if _shortens(parts, known) or (fuller and _shortens(known, parts)):
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
    if (
        len(short) == 1
        and any(a in _PATRONYMIC and b == short[0] for a, b in pairwise(long))
        and short[0] != long[0]
    ):
        return False
    rest = iter(long)
    return all(
        any(part == other or (len(part) == 1 and other.startswith(part)) for other in rest)
        for part in telling
    )


def _parts(name: str) -> list[str]:
    return fold(name).split()


def _later_surnames(
    text: str, draft: EntityDraft, parts: Counter[str], taken: NameList
) -> Iterator[tuple[int, int]]:
    """Where the text goes on with one word of a full name and the model did not see it."""
    full = draft.name.split()
    if len(full) == 1:
        return
    first = min(draft.mentions)[1]
    for part in {full[0], full[-1]}:
        if parts[part] > 1 or len(part) < _MIN_SURNAME or fold(part) in _PARTICLES:
            continue
        if fold(part) in knowledge.country_by_name() or (
            part == full[0] and not _family_first(text, part, draft)
        ):
            continue
        for start, end in occurrences(text, part, first):
            if not taken.around(start, end):
                yield start, end


def _family_first(text: str, part: str, draft: EntityDraft) -> bool:
    """Whether the text itself shortens the name to its first word somewhere ("Zhang said" of Zhang Ming)."""
    return any(text[start:end] == part for start, end in draft.mentions)
