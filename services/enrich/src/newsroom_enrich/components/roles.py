"""Roles: which office the text says a person holds, and of which country or organization.

Works on the text with its names blanked out (titles.py): a title stands next to a person, before or after, and
its owner next to the title, before or after, or is left to the context.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom.contracts import Role
from newsroom_enrich import titles
from newsroom_enrich.annotations import evidence, notes_of
from newsroom_enrich.components import component
from newsroom_enrich.folding import fold
from newsroom_enrich.ownership import Owners
from newsroom_enrich.titles import COUNTRY, EVENT, ORGANIZATION, OTHER, OWNER, PERSON, PLACE, Title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Annotations, EntityDraft

_HOLDERS = {
    "person": PERSON,
    "country": COUNTRY,
    "organization": ORGANIZATION,
    "place": PLACE,
    "event": EVENT,
}
# Forms of address between a title and a name.
_HONORIFIC = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Hon|Rt)\.? |H\.\s?E\.,? |HE |(?:His|Her) (?:Royal )?(?:Excellency|Highness|Majesty),? "
    r"|(?:Sheikh|Sheikha|Prince|Princess|King|Queen|Sayyid|Sir|Dame|Lord|General|Samdech|Sultan|Emir|Amir|Haji) )*"
)
_BRACKET = rf"(?: \({ORGANIZATION}+\))?"
_OWNED = r"(?:the |its |his |her |their |host |country, |nation, |country |hosts?,? )*"
_AFTER = re.compile(
    rf",? (?:of|at|for|from|in|with) {_OWNED}(?:[a-z]+ ){{0,2}}(?:{COUNTRY}+['’]s? )?(?P<owner>{OWNER}){_BRACKET}"
    r"(?: (?P<organ>Executive Committee|Executive Board|Management Board|Board of Directors|Board)\b)?"
)
# The short form of a body that the report names in full elsewhere.
_GENERIC_OWNER = re.compile(
    r"(?: (?:of|for) the|^the) (?P<word>Council|Assembly|Commission|Committee|Board|Forum|Conference|Union|Organi[sz]ation|Bank|Court|Agency"
    r"|General Conference|organi[sz]ation|bloc|agency|body|forum|club|company|group)(?:['’]s)?$"
)
_TO = re.compile(rf" to (?:the )?(?:{OWNER}|{OTHER}+){_BRACKET}")
_NO_ADJECTIVE = (
    "whose|its|his|her|their|and|or|the|by|as|in|at|to|of|on|from|with|for|sent|that|who|is|was|under|its"
)
_BEFORE = re.compile(
    rf"(?P<owner>{OWNER})(?:['’]s?)? (?:(?!(?:{_NO_ADJECTIVE})\b)[a-z-]+ )?$|\bfrom (?:the )?(?P<home>{COUNTRY}+), $"
)
_POSSESSIVE = re.compile(
    r"\b(?P<word>its|his|her|their|whose|the country['’]s|the (?:organi[sz]ation|bloc|agency|body|forum|union|group)['’]s) $",
    re.IGNORECASE,
)
_SENDING = re.compile(rf"(?P<owner>{COUNTRY}+)(?: sent| and)? $")  # Egypt (sent) its Prime Minister
_JOIN = re.compile(r"(?:,? and |, | & |/|, as well as )(?:the |an? )?(?:also )?$")
_PERSON_AFTER = re.compile(
    rf"(?P<comma>,)?(?: is| was)? (?:{COUNTRY}+['’]s )?{_HONORIFIC}(?P<person>{PERSON}+)"
)
_PERSON_BEFORE = re.compile(
    rf"(?P<person>{PERSON}+)(?: (?:of|from) (?:the )?(?P<of>{OWNER}))?(?: \((?P<in>{OWNER})\))?"
    r"(?P<link>,| \(|,? (?:who|and) (?:(?:is|was|serves as|served as)(?: also)?|(?:has )?(?:became|become))| is| was"
    r"|(?: [a-z]+){1,2} as| as|, (?:newly |recently )?(?:appointed|named)|:)"
    r" ?(?:(?:the|an?)(?: [a-z]+)? |then |now |also |current |outgoing |new )?$"
)
_PERSON_OF = re.compile(
    rf" (?:of|from) (?:the )?(?P<owner>{COUNTRY}+|{ORGANIZATION}+|{PLACE}+)| \((?P<bracket>{COUNTRY}+|{ORGANIZATION}+)\)"
)
_NEXT = re.compile(rf"(?:,? and |, |; |,? as well as ){_HONORIFIC}(?P<person>{PERSON}+)")
_COUNTERPART_AFTER = re.compile(
    rf"(?:(?P<whose>{PERSON}+)['’]s|(?P<his>\b[Hh]is|\b[Hh]er|\b[Tt]heir)) (?P<owner>{COUNTRY}+)? ?counterparts?(?P<plural>,)? {_HONORIFIC}(?P<person>{PERSON}+)"
)
_COUNTERPART_BEFORE = re.compile(
    rf"(?P<person>{PERSON}+), (?:(?P<whose>{PERSON}+)['’]s|his|her|their) (?P<owner>{COUNTRY}+)? ?counterpart\b(?: (?:from|in|of) (?:the )?(?P<home>{COUNTRY}+))?"
)


@dataclass(slots=True)
class _Office:
    """A title next to a person, and its owner as far as the words around it say."""

    title: Title
    owner: EntityDraft | None = None
    owner_end: int = 0
    owner_start: int = 0
    possessive: str | None = None


@dataclass
class _Reading:
    """A report with its names blanked out, and the entity of each blank."""

    doc: Doc
    notes: Annotations
    blanked: str
    at: dict[int, EntityDraft] = field(default_factory=dict)

    @cached_property
    def starts(self) -> list[int]:
        return sorted(self.at)

    def entity(self, start: int) -> EntityDraft | None:
        return self.at.get(start)

    def body_in_force(self, word: str, before: int) -> EntityDraft | None:
        """The organization that a short form means: the last one so called, else the one named most."""
        bodies = [
            entity
            for entity in self.notes.entities
            if entity.type == "organization" and entity.mentions[0][0] < before
        ]
        called = [body for body in bodies if fold(word) in fold(body.name)]
        return max(called or bodies, key=lambda body: len(body.mentions), default=None)

    def give(self, person: int, title: str, owner: EntityDraft | None, start: int, end: int) -> None:
        """Add the role to the person named at an offset, once."""
        holder = self.at.get(person)
        if holder is None or holder.type != "person":
            return
        name = owner.name if owner else None
        for role in holder.roles:
            if fold(role.title) == fold(title) and (role.of == name or name is None):
                return
        holder.roles.append(Role(title=title, of=name, evidence=evidence(self.doc, start, end)))


@component("roles")
def roles(doc: Doc) -> None:
    """Add the roles of each person, and the country that a first role gives them."""
    notes = notes_of(doc)
    reading = _read(doc, notes)
    groups = list(_groups(reading))
    # First what the words around a title say; the context is read with that in hand.
    for context in (None, Owners(doc, notes)):
        for group in groups:
            if not _assign_after(reading, context, group):
                _assign_before(reading, context, group)
    _counterparts(reading)
    for person in notes.entities:
        if person.type == "person" and person.roles:
            person.country = _country_code(notes, person.roles[0].of)


def _country_code(notes: Annotations, owner: str | None) -> str | None:
    """The ISO code of a country, or of the country of an organization or a place."""
    return next((entity.country for entity in notes.entities if entity.name == owner), None)


def _read(doc: Doc, notes: Annotations) -> _Reading:
    """Blank the longest mention at each place."""
    spans = sorted(
        ((start, end, entity) for entity in notes.entities for start, end in entity.mentions),
        key=lambda span: (span[0], -span[1]),
    )
    taken: list[tuple[int, int, str]] = []
    at: dict[int, EntityDraft] = {}
    last = 0
    for start, end, entity in spans:
        if start >= last:
            taken.append((start, end, _HOLDERS[entity.type]))
            at[start] = entity
            last = end
    # A name that became no entity hides its words too; a generic organ ("Board") may be part of a title.
    taken += [
        (name.start, name.end, OTHER) for name in notes.names if name.start not in at and name.label != "ORG"
    ]
    return _Reading(doc, notes, titles.blank_out(doc.text, taken), at)


def _groups(reading: _Reading) -> Iterator[list[_Office]]:
    """Titles that are joined by commas and "and": Deputy Prime Minister and Foreign Minister."""
    group: list[_Office] = []
    for title in titles.find_titles(reading.blanked):
        office = _office(reading, title)
        if group and _joins(reading, group, office):
            group.append(office)
            continue
        if group:
            yield group
        group = [office]
    if group:
        yield group


def _joins(reading: _Reading, group: Sequence[_Office], office: _Office) -> bool:
    """Whether a title is one more of the same person, and not the next person's."""
    end = max(group[-1].title.end, group[-1].owner_end)
    start = office.owner_start or office.title.start
    if (
        not _JOIN.fullmatch(reading.blanked, end, start)
        or office.possessive
        or office.title.plural != group[-1].title.plural
    ):
        return False
    next_person = _PERSON_AFTER.match(reading.blanked, max(office.title.end, office.owner_end))
    if next_person is None or next_person["comma"] or "," not in reading.blanked[end:start]:
        return True
    return not _person_just_before(reading, _span(group)[0])


def _office(reading: _Reading, title: Title) -> _Office:
    office = _Office(title)
    if generic := _GENERIC_OWNER.search(title.text):
        office.title = replace(title, text=title.text[: generic.start()])
        office.owner = reading.body_in_force(generic["word"], title.start)
        office.owner_end = title.end
    elif before := _BEFORE.search(reading.blanked, max(0, title.start - 80), title.start):
        office.owner = reading.entity(before.start("owner" if before["owner"] else "home"))
        office.owner_start = before.start("owner" if before["owner"] else "home")
    elif possessive := _POSSESSIVE.search(reading.blanked, max(0, title.start - 20), title.start):
        office.possessive = possessive["word"].lower()
        office.owner_start = possessive.start()
        if beside := _SENDING.search(reading.blanked, max(0, possessive.start() - 80), possessive.start()):
            office.owner = reading.entity(beside.start("owner"))
    at = title.end
    if office.owner is not None and (to := _TO.match(reading.blanked, at)):
        office.owner_end = to.end()
    elif after := _AFTER.match(reading.blanked, at):
        owner = reading.entity(after.start("owner"))
        if owner is not None and (office.owner is None or owner.type == "organization"):
            office.owner = owner
        office.owner_end = after.end()
        if after["organ"]:
            office.title = replace(title, text=f"{title.text} of the {after['organ']}")
        if to := _TO.match(reading.blanked, office.owner_end):
            office.owner_end = to.end()
    elif to := _TO.match(reading.blanked, at):
        office.owner_end = to.end()
    return office


def _share_owners(group: Sequence[_Office]) -> None:
    """A title without an owner has that of its neighbour in the group: the next one's, else the last one's."""
    owner: EntityDraft | None = None
    for office in reversed(group):
        owner = office.owner = office.owner or owner
    for office in group:
        owner = office.owner = office.owner or owner


def _span(group: Sequence[_Office]) -> tuple[int, int]:
    first, last = group[0], group[-1]
    return first.owner_start or first.title.start, max(last.title.end, last.owner_end)


def _assign_after(reading: _Reading, owners: Owners | None, group: list[_Office]) -> bool:
    """A title before the name: "Russian Foreign Minister Sergei Lavrov"; a list after a plural title."""
    start, end = _span(group)
    found = _PERSON_AFTER.match(reading.blanked, end)
    if found is None:
        return False
    determined = bool(
        re.search(
            r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) $|['’]s? $",
            reading.blanked[max(0, start - 8) : start],
        )
    )
    if found["comma"] and not (determined or group[0].owner or group[0].possessive):
        return False
    if found["comma"] and _person_just_before(reading, start):
        return False
    _share_owners(group)
    plural = group[-1].title.plural
    person = found
    while person is not None:
        at, person_end = person.span("person")
        own = _PERSON_OF.match(reading.blanked, person_end)
        mine = (
            reading.entity(own.start("owner") if own and own["owner"] else own.start("bracket"))
            if own
            else None
        )
        for office in group:
            # In a list after a plural title each has a country: "Wang Yi of China, Sergei Lavrov of Russia".
            owner = mine if plural and mine else office.owner or mine
            if owner is None and owners is not None:
                owner = owners.of(reading.entity(at), office.title, office.possessive, start)
            elif owner is None:
                continue
            reading.give(
                at, office.title.text, owner, start, own.end() if own and owner is mine else person_end
            )
        person = _NEXT.match(reading.blanked, own.end() if own else person_end) if plural else None
    return True


def _person_just_before(reading: _Reading, start: int) -> bool:
    """Whether a name and a comma stand before the title, so that the title is that person's."""
    return bool(_PERSON_BEFORE.search(reading.blanked, max(0, start - 120), start))


def _assign_before(reading: _Reading, owners: Owners | None, group: list[_Office]) -> None:
    """A title after the name: "Sergei Aleinik, Minister of Foreign Affairs of Belarus"."""
    start, end = _span(group)
    found = _PERSON_BEFORE.search(reading.blanked, max(0, start - 160), start)
    if found is None or group[0].title.plural:
        return
    _share_owners(group)
    at = found.start("person")
    beside = found["of"] or found["in"]
    mine = reading.entity(found.start("of") if found["of"] else found.start("in")) if beside else None
    for office in group:
        owner = office.owner or mine
        if owner is None and owners is not None:
            owner = owners.of(reading.entity(at), office.title, office.possessive, start)
        elif owner is None:
            continue
        reading.give(at, office.title.text, owner, at, end)


def _counterparts(reading: _Reading) -> None:
    """His Iranian counterpart has the title of the person he is compared with."""
    for pattern in (_COUNTERPART_AFTER, _COUNTERPART_BEFORE):
        for found in pattern.finditer(reading.blanked):
            compared = (
                reading.entity(found.start("whose"))
                if found["whose"]
                else _last_titled(reading, found.start(), found.start("person"))
            )
            if compared is None or not compared.roles:
                continue
            title = compared.roles[0].title
            person: re.Match[str] | None = found
            home = found.groupdict().get("home")
            shared = reading.entity(found.start("home" if home else "owner"))
            while person is not None:
                own = _PERSON_OF.match(reading.blanked, person.end("person"))
                mine = (
                    reading.entity(own.start("owner") if own["owner"] else own.start("bracket"))
                    if own
                    else None
                )
                reading.give(
                    person.start("person"),
                    title,
                    mine or shared,
                    found.start(),
                    own.end() if own else person.end("person"),
                )
                more = pattern is _COUNTERPART_AFTER
                person = (
                    _NEXT.match(reading.blanked, own.end() if own else person.end("person")) if more else None
                )


def _last_titled(reading: _Reading, before: int, person: int) -> EntityDraft | None:
    """The last person with a role that is named before an offset and is not the one at `person`."""
    other = reading.entity(person)
    for start in reversed(reading.starts[: bisect_left(reading.starts, before)]):
        entity = reading.at[start]
        if entity.type == "person" and entity.roles and entity is not other:
            return entity
    return None
