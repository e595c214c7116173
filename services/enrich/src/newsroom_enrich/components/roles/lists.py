"""Several people under one plural title: which of them is of which country or organization.

"The Presidents of Azerbaijan Ilham Aliyev, of Belarus Alexander Lukashenko", "Prime Ministers A of X and B
of Y", "the presidents of X and Y – A and B", "the Kazakh and Tajik ministers, A and B".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.antecedents import countries_in_force
from newsroom_enrich.components.roles.kinds import is_national
from newsroom_enrich.components.roles.reading import country_of, known_country
from newsroom_enrich.components.roles.sides import other_side
from newsroom_enrich.components.roles.titles import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.reading import Office, Reading
    from newsroom_enrich.components.roles.titles import Title

_SEPARATES = re.compile(r"[,;:•*\n]|\s[–—-]|\b(?:and|as)\b")
_REACH_AFTER = 900
_REACH_BEFORE = 640


class Listed(NamedTuple):
    """A name of a list; `separate` where it opens a new member of it."""

    start: int
    end: int
    entity: EntityDraft
    separate: bool


class Pair(NamedTuple):
    """Where a person is named, and whose office that is."""

    person: Listed
    owner: EntityDraft


def share_out(reading: Reading, office: Office) -> bool:
    """Give a plural title to those of a list beside it who have an owner there; say if there were any."""
    after = _after(reading, office.title)
    pairs = _of_those_before(reading, office, after) or _of_those_after(reading, office, after)
    for person, named in pairs:
        owner = named
        if named.type == "place" and is_national(office.title.text):
            owner = country_of(reading, named) or named  # "for Paris"
        span = (min(office.start, person.start), max(office.title.end, person.end))
        reading.give(person.start, office.title.text, owner, span)
    return bool(pairs)


def _of_those_after(reading: Reading, office: Office, after: Sequence[Listed]) -> list[Pair]:
    """The presidents of A and B, X and Y; the Kazakh and Tajik ministers, X and Y; Presidents X of A."""
    people = _people(after)
    start = office.title.start
    before = wording.OWNER_ENDS.search(reading.blanked, max(0, start - 4), start)
    before = before and wording.OWNERS_BEFORE.search(reading.blanked, max(0, start - _REACH_BEFORE), start)
    if before and (pairs := in_order(_owners(names_from(reading, before.start(), start)), people)):
        return pairs
    if len(people) < len(after):
        return _pairs(reading, office, after)
    several = wording.OF_THE_COUNTRIES.match(reading.blanked, office.title.end)
    if len(people) > 1 and (several or office.possessive == "their"):
        return in_order(countries_in_force(reading, office.start, len(people)), people)
    return _two_sides(reading, office, people)


def _two_sides(reading: Reading, office: Office, people: Sequence[Listed]) -> list[Pair]:
    """Two ministers without a country are those of the two countries that the report is on."""
    if len(people) != 2 or office.owner is not None or not is_national(office.title.text):
        return []
    homes = [known_country(reading, person.start) for person in people]
    if homes.count(None) == 1:
        known = next(filter(None, homes))
        homes = [home or other_side(reading.notes.entities, known) for home in homes]
    elif homes.count(None) == 2:
        homes = [*countries_in_force(reading, office.start, 2)]
        if other_side(reading.notes.entities, next(iter(homes), None)) not in homes:
            return []
    return in_order([home for home in homes if home is not None], people)


def _of_those_before(reading: Reading, office: Office, after: Sequence[Listed]) -> list[Pair]:
    """X and Y, the presidents of A and B; X and Y, ministers of A; X of A and Y of B, both ministers."""
    start = office.title.start
    low = max(0, start - _REACH_BEFORE)
    last = reading.blanked.rfind(PERSON, low, start)
    if last < 0 or not wording.LIST_ENDS.fullmatch(reading.blanked, last + 1, start):
        return []
    found = wording.LISTED_BEFORE.search(reading.blanked, low, start)
    follows = after and after[0].entity.type == "person" and not after[0].separate
    if found is None or follows:
        return []  # "Prime Ministers A and B, Presidents C and D": a list of its own
    listed = names_from(reading, found.start("people"), found.end("people"))
    people = _people(listed)
    lead = [] if after and after[0].separate else _owners(_until_person(after))
    if len(listed) == len(people) and len(lead) in {1, len(people)}:
        return in_order(lead * len(people) if len(lead) == 1 else lead, people)
    return each(reading, listed) if found["all"] or len(people) < len(listed) else []


def _after(reading: Reading, title: Title) -> list[Listed]:
    """The names of the list after a title, also after "of three members: " or "of both countries, "."""
    start = title.end
    listed = names_from(reading, start, start + _REACH_AFTER)
    if not listed and (lead := wording.LIST_LEAD.match(reading.blanked, start)):
        listed = names_from(reading, lead.end(), start + _REACH_AFTER)
    last = max(
        (index for index, name in enumerate(listed) if name.entity.type == "person"), default=len(listed)
    )
    # Owners behind the last name are another list's: "Ministers A and B as well as Chad's ambassador".
    ends = next((index for index in range(last + 1, len(listed)) if listed[index].separate), len(listed))
    in_order = len(listed) == 2 * (last + 1) and len(_people(listed)) == last + 1 > 1
    return listed if in_order else listed[:ends]


def names_from(reading: Reading, start: int, end: int) -> list[Listed]:
    """The names from an offset on, as far as nothing but names and what joins them stands there."""
    names: list[Listed] = []
    at = start
    while found := wording.LISTED_NAME.match(reading.blanked, at, end):
        name, at = found.span("name")
        entity = reading.entity(name)
        if entity is None:
            break
        names.append(Listed(name, at, entity, _SEPARATES.search(found["joined"]) is not None))
    return names


def _pairs(reading: Reading, office: Office, listed: Sequence[Listed]) -> list[Pair]:
    """Each name with the owner beside it; where the owners come before all names, in order."""
    title = office.title
    shared = office.owner if office.start < title.start else None
    people = _people(listed)
    leading = _owners(_until_person(listed))
    if people == listed[: len(people)] and len(people) == len(listed) - len(people) > 1:
        return in_order(_owners(listed), people)  # "A and B of Chad and Niger"
    if len(leading) < len(_owners(listed)) or not people:
        return each(reading, listed, shared)
    if len(leading) > 1:
        return in_order(leading, people)
    if leading[0].type != "country" and is_national(title.text):
        return each(reading, listed)  # presidents of the members of the organization
    return in_order(leading * len(people), people)


def each(reading: Reading, listed: Sequence[Listed], shared: EntityDraft | None = None) -> list[Pair]:
    """Each name with the owner in its own member of the list, else the shared one, else its known country."""
    kinds = [name.entity.type == "person" for name in listed]
    if kinds == [False, True] * (len(kinds) // 2):  # "of Chad, A, of Niger, B"
        return in_order([name.entity for name in listed[::2]], listed[1::2])
    shared = shared or _of_all(listed)
    return [
        Pair(people[0], owner)
        for member in members(listed)
        if len(people := _people(member)) == 1
        and (owner := next(iter(_owners(member)), shared) or known_country(reading, people[0].start))
    ]


def _of_all(listed: Sequence[Listed]) -> EntityDraft | None:
    """The organization behind the last name, where no other has one: "Judges A, B and C of the Court"."""
    *people, last = listed
    alone = len(people) > 1 and all(name.entity.type == "person" for name in people)
    return last.entity if alone and last.entity.type == "organization" else None


def in_order(owners: Sequence[EntityDraft], people: Sequence[Listed]) -> list[Pair]:
    """As many owners as names belong together in order."""
    return list(map(Pair, people, owners)) if len(owners) == len(people) else []


def members(listed: Sequence[Listed]) -> Iterator[list[Listed]]:
    """The members of a list: the names that no comma and no "and" parts."""
    member: list[Listed] = []
    for name in listed:
        if name.separate and member:
            yield member
            member = []
        member.append(name)
    if member:
        yield member


def _until_person(listed: Sequence[Listed]) -> list[Listed]:
    first = next((index for index, name in enumerate(listed) if name.entity.type == "person"), len(listed))
    return list(listed[:first])


def _people(listed: Sequence[Listed]) -> list[Listed]:
    return [name for name in listed if name.entity.type == "person"]


def _owners(listed: Sequence[Listed]) -> list[EntityDraft]:
    """The countries and organizations of a list; "the Democratic Republic of the Congo (DRC)" is one."""
    owners = [name.entity for name in listed if name.entity.type != "person"]
    return [owner for index, owner in enumerate(owners) if owner not in owners[:index]]
