"""A report as the roles read it: names blanked out, and who is named where."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom.contracts import Role
from newsroom_enrich.annotations import evidence, text_of
from newsroom_enrich.components.roles import titles, wording
from newsroom_enrich.components.roles.known import known_as
from newsroom_enrich.components.roles.titles import COUNTRY, EVENT, ORGANIZATION, OTHER, PERSON, PLACE, Title
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Annotations, EntityDraft, Name

_BLANKS = {
    "person": PERSON,
    "country": COUNTRY,
    "organization": ORGANIZATION,
    "place": PLACE,
    "event": EVENT,
}
_RANKED = re.compile(r"\b(?:[Cc]hief|[Ss]enior|[Ll]ead|[Pp]rincipal|[Hh]ead) $")
_RANK_REACH = 12
_SMALL_WORD = re.compile(r" [a-z]")
# How far back a pattern looks; longer than any name with what may stand between it and the title.
NAME_REACH = 160


@dataclass(slots=True)
class Office:
    """A title, and its owner as far as the words next to it say: the span is that of both."""

    title: Title
    start: int
    end: int
    owner: EntityDraft | None = None
    possessive: str | None = None
    staff: bool = False  # of somebody whose title the span ends with
    superior: Title | None = None  # of the one whose office it is in "the Prime Minister's spokesman"


@dataclass
class Reading:
    """The text with its names blanked out, and the entity that starts at each offset."""

    doc: Doc
    notes: Annotations
    blanked: str
    at: dict[int, EntityDraft]
    introduced: set[int] = field(default_factory=set)  # where people are named right after a title

    @cached_property
    def starts(self) -> list[int]:
        return sorted(self.at)

    @cached_property
    def ends(self) -> dict[int, int]:
        """Where the names end that start at each offset."""
        return {start: end for entity in self.notes.entities for start, end in entity.mentions}

    def entity(self, start: int) -> EntityDraft | None:
        """The entity named at an offset; -1 is nowhere, as in a match without that group."""
        return self.at.get(start)

    def give(
        self,
        person: int,
        title: str,
        owner: EntityDraft | None,
        span: tuple[int, int],
        *,
        inferred: bool = False,
    ) -> None:
        """Add a role to the person named at an offset, once; what the text says outdoes what is inferred."""
        holder = self.at.get(person)
        if holder is None or holder.type != "person":
            return
        name = owner.name if owner else None
        for role in holder.roles:
            if fold(role.title) == fold(title) and (inferred or name is None or role.of == name):
                return
        holder.roles.append(Role(title=title, of=name, evidence=evidence(self.doc, *span)))


def read(doc: Doc, notes: Annotations) -> Reading:
    """Blank the longest mention at each place."""
    spans = sorted(
        ((start, end, entity) for entity in notes.entities for start, end in entity.mentions),
        key=lambda span: (span[0], -span[1]),
    )
    blanks: list[tuple[int, int, str]] = []
    at: dict[int, EntityDraft] = {}
    last = 0
    for start, end, entity in spans:
        if start >= last:
            blanks.append((start, end, _BLANKS[entity.type]))
            at[start] = entity
            last = end
    # A name that became no entity hides its words too; a generic organ ("Board") may be part of a title.
    blanks += [
        (name.start, name.end, OTHER)
        for name in notes.names
        if name.start not in at and name.label != "ORG" and not _is_in_title(text_of(doc), name)
    ]
    return Reading(doc, notes, titles.blank_out(text_of(doc), blanks), at)


def _is_in_title(text: str, name: Name) -> bool:
    """Whether a region stands within a title: "chief European economist"."""
    before = _RANKED.search(text, max(0, name.start - _RANK_REACH), name.start)
    return before is not None and _SMALL_WORD.match(text, name.end) is not None


def person_just_before(reading: Reading, start: int) -> re.Match[str] | None:
    """The name and the comma that stand before a title, so that the title is that person's."""
    reach = max(0, start - NAME_REACH)
    last = reading.blanked.rfind(PERSON, reach, start)
    if last < 0:
        return None
    first = reading.starts[bisect_right(reading.starts, last) - 1]
    return wording.PERSON_BEFORE.match(reading.blanked, first, start)


def known_country(reading: Reading, person: int) -> EntityDraft | None:
    """The country that the person named at an offset is known for, where the report names it."""
    known = known_as(reading.entity(person))
    if known is None or known.country is None:
        return None
    return next(
        (e for e in reading.notes.entities if e.type == "country" and e.country == known.country), None
    )


def country_of(reading: Reading, place: EntityDraft) -> EntityDraft | None:
    """The country of a city, for "Washington's envoy", where the report names it."""
    countries = (entity for entity in reading.notes.entities if entity.type == "country")
    return next((entity for entity in countries if place.country and entity.country == place.country), None)
