"""Roles: which office the text says a person holds, and of which country or organization.

Works on the text with its names blanked out: a title stands next to a person, before or after, and its owner
next to the title, before or after, or is left to the context (owners.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import notes_of
from newsroom_enrich.components import component
from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.capacities import capacities
from newsroom_enrich.components.roles.counterparts import counterparts
from newsroom_enrich.components.roles.kinds import is_international, is_minister, is_of_a_body
from newsroom_enrich.components.roles.lists import share_out
from newsroom_enrich.components.roles.offices import groups
from newsroom_enrich.components.roles.owners import Owners
from newsroom_enrich.components.roles.reading import NAME_REACH, person_just_before, read
from newsroom_enrich.components.roles.references import references
from newsroom_enrich.components.roles.representation import represented
from newsroom_enrich.components.roles.titles import COUNTRY, EVENT, ORGANIZATION, PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Annotations, EntityDraft
    from newsroom_enrich.components.roles.reading import Office, Reading

# Before a title that is not the next person's: "on behalf of the King, Shaikh Nasser", "as its chair, X".
_INSTEAD = re.compile(r"(?i)\b(?:(?:on behalf|in the name|in place|instead) of (?:the )?|as )$")


@component("roles")
def roles(doc: Doc) -> None:
    """Add the roles of each person, and the country that a first role gives them."""
    notes = notes_of(doc)
    reading = read(doc, notes)
    found = list(groups(reading))
    # First what the words around a title say; the context is read with that in hand.
    context = Owners(doc, notes)
    for owners in (None, context):
        for group in found:
            if not _assign_after(reading, owners, group):
                _assign_before(reading, owners, group)
        counterparts(reading, certain=owners is None)
    capacities(reading, context, found)
    references(reading, context, found)
    for person in notes.entities:
        if person.type == "person" and person.roles:
            person.country = _country_code(notes, person.roles[0].of)


def _country_code(notes: Annotations, owner: str | None) -> str | None:
    """The ISO code of a country, or of the country of an organization or a place."""
    return next((entity.country for entity in notes.entities if entity.name == owner), None)


def _assign_after(reading: Reading, owners: Owners | None, group: Sequence[Office]) -> bool:
    """A title before the name: "Russian Foreign Minister Sergei Lavrov"; a list after a plural one.

    Without `owners`, only offices with their owner next to them are given. Returns whether a person follows.
    """
    start, end = group[0].start, group[-1].end
    if group[-1].title.plural and share_out(reading, group[-1]):
        return True
    found = wording.PERSON_AFTER.match(reading.blanked, end)
    if found is None or (found["comma"] and not _introduces(reading, group)):
        return False
    if group[-1].staff:
        return False  # "adviser to Brazilian President X"
    if group[-1].title.text == "Captain":
        return True  # a rank before a name
    _share_owners(group)
    plural = group[-1].title.plural
    person: re.Match[str] | None = found
    while person is not None:
        at, to = person.span("person")
        reading.introduced.add(at)
        beside = wording.PERSON_OF.match(reading.blanked, to)
        own = reading.entity(beside.start("of" if beside["of"] else "in")) if beside else None
        # In a list after a plural title each has a country: "Wang Yi of China, Sergei Lavrov of Russia".
        first, second = (own, None) if plural else (None, own)
        second = second or (None if plural else represented(reading, to))
        last = beside.end() if beside and own else to
        for office in group:
            owner = first or office.owner or _home(office, second)
            _give(reading, owners, at, office, owner, (start, last))
        person = (
            wording.NEXT_PERSON.match(reading.blanked, beside.end() if beside else to) if plural else None
        )
    return True


def _home(office: Office, beside: EntityDraft | None) -> EntityDraft | None:
    """Whose an office is by what stands beside its holder; never so for "its president", X (Czechia)."""
    if beside is None or office.possessive in {"its", "whose"}:
        return None
    # A chair is of the body, whatever country its holder is from.
    if beside.type == "country":
        return None if is_of_a_body(office.title.text) or is_international(office.title.text) else beside
    return None if is_minister(office.title.text) and beside.type == "organization" else beside


def _introduces(reading: Reading, group: Sequence[Office]) -> bool:
    """Whether a title introduces the name after a comma, and is not that of the name before it."""
    start = group[0].start
    if _INSTEAD.search(reading.blanked, max(0, start - 40), start):
        return False
    determined = wording.DETERMINED.search(reading.blanked, max(0, start - 40), start)
    owned = group[0].owner is not None or group[0].possessive is not None
    before = person_just_before(reading, start)
    # "Secretary General A, the President of the Council, B": A has a title before the name.
    of_the_next = before is None or before.start("person") in reading.introduced
    return (determined is not None or owned) and of_the_next


def _assign_before(reading: Reading, owners: Owners | None, group: Sequence[Office]) -> None:
    """A title after the name: "Sergei Aleinik, Minister of Foreign Affairs of Belarus"."""
    start, end = group[0].start, group[-1].end
    found = person_just_before(reading, start)
    if found is None or group[0].title.plural:
        return
    _share_owners(group)
    at = found.start("person")
    beside = reading.entity(found.start("of" if found["of"] else "in"))
    beside = beside or _before_name(reading, at)
    beside = beside or represented(reading, end)
    for office in group:
        _give(reading, owners, at, office, office.owner or _home(office, beside), (at, end))


def _before_name(reading: Reading, at: int) -> EntityDraft | None:
    """Whom the person named at an offset stands for: "Chad: X, ...", "his Brazilian counterpart, X, ..."."""
    low = max(0, at - NAME_REACH)
    if not any(owner in reading.blanked[low:at] for owner in (COUNTRY, ORGANIZATION, PLACE, EVENT)):
        return None
    if entry := wording.ENTRY.search(reading.blanked, low, at):
        return reading.entity(entry.start("owner" if entry["owner"] else "for"))
    compared = wording.COMPARED_BEFORE.search(reading.blanked, max(0, at - 60), at)
    return reading.entity(compared.start("of")) if compared else None


def _give(
    reading: Reading,
    owners: Owners | None,
    at: int,
    office: Office,
    owner: EntityDraft | None,
    span: tuple[int, int],
) -> None:
    """Give the office to the person at an offset; without an owner next to it, the context may have one."""
    if owner is not None:
        reading.give(at, office.title.text, owner, span)
    elif owners is not None:
        whose = office.superior or office.title
        inferred = owners.of(reading.entity(at), whose, office.possessive, office.start)
        reading.give(at, office.title.text, inferred, span, inferred=True)


def _share_owners(group: Sequence[Office]) -> None:
    """A title without an owner has that of the next one in its group, else of the last one."""
    owner: EntityDraft | None = None
    for office in (*reversed(group), *group):
        if office.possessive is not None:
            continue
        if office.owner is None and owner is not None and _fits(office, owner):
            office.owner = owner
        owner = office.owner or owner


def _fits(office: Office, owner: EntityDraft) -> bool:
    """Whether an organization can have this office: a ministry has no Deputy Prime Minister."""
    return owner.type != "organization" or not is_minister(office.title.text)
