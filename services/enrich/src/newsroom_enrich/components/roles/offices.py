"""The titles of a report with their owners, as far as the words next to them say."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import text_of
from newsroom_enrich.components.roles import titles, wording
from newsroom_enrich.components.roles.bodies import body_in_force, look_for_body
from newsroom_enrich.components.roles.fields import go_back, go_on
from newsroom_enrich.components.roles.reading import Office, person_just_before
from newsroom_enrich.components.roles.titles import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.reading import Reading
    from newsroom_enrich.components.roles.titles import Title

# Nobody is both; "President and Prime Minister" are two people.
_HEADS_OF_STATE = {"president", "king", "queen", "emir", "amir", "sultan", "emperor"}
_HEADS_OF_GOVERNMENT = {"prime minister", "pm"}
# How far back a pattern looks.
_OWNER_REACH = 100
_POSSESSIVE_ENDINGS = ("'s ", "’s ")
_WORD_REACH = 20
_OF_A_CAPITAL = re.compile(r"(?i)\b(?:envoy|ambassador|foreign minister|diplomat|negotiator)\b")
_ADDRESS = re.compile(r"H\.?[REMH]\.?H?\.?|(?:Two )?Holy Mosques")
_MEMBER = re.compile(r"(?i)(?:(?!cabinet)\w+ )?member")
_LETTERS = re.compile(r"MP|MEP|TD|MLA")
_NO_OFFICE = re.compile(
    r"(?i)\b(?:who|which|also|now|he|she|currently) (?:heads|chairs|captains)$"
    r"|\b(?:in|into|from|tak\w+|took|assum\w+|occupied|left|over|for) the chair$"
)
_OBSERVER = re.compile(r"(?i)observer")


def groups(reading: Reading) -> Iterator[list[Office]]:
    """Titles that are joined by commas and "and": Deputy Prime Minister and Foreign Minister."""
    group: list[Office] = []
    superior: Office | None = None
    found = list(titles.find_titles(reading.blanked))
    for title, following in zip_longest(found, found[1:]):
        office = _office(reading, title)
        if _is_no_office(reading, office):
            continue
        if superior and reading.blanked[superior.end : office.start] in _POSSESSIVE_ENDINGS:
            office.owner, office.start = office.owner or superior.owner, superior.start
        possessive = reading.blanked.startswith(_POSSESSIVE_ENDINGS, office.end)
        superior = office if possessive and following and following.start == office.end + 3 else None
        if superior:
            continue  # "the Secretary-General's envoy" is an envoy
        if group and _joins(reading, group, office):
            group.append(office)
            continue
        if group:
            yield group
        group = [office]
    if group:
        yield group


def _is_no_office(reading: Reading, office: Office) -> bool:
    """A member of nothing that is named, somebody who looks on, "Anna Berg MP", "who heads the body"."""
    title = office.title
    if _MEMBER.fullmatch(title.text):
        return office.owner is None or office.owner.type != "organization"
    if _OBSERVER.fullmatch(title.text):
        return office.owner is None
    if _LETTERS.fullmatch(title.text):
        return reading.blanked[title.start - 2 : title.start] == f"{PERSON} "
    return _NO_OFFICE.search(reading.blanked, max(0, title.start - _WORD_REACH), title.end) is not None


def _joins(reading: Reading, group: Sequence[Office], office: Office) -> bool:
    """Whether a title is one more of the same person, and not the next person's."""
    end, start = group[-1].end, office.start
    both = {office.title.text.casefold(), group[-1].title.text.casefold()}
    if (both & _HEADS_OF_STATE and both & _HEADS_OF_GOVERNMENT) or len(both) == 1:
        return False
    if _is_of_the_next(reading, office, "and" in reading.blanked[end:start]):
        return False
    dash = wording.DASH.search(reading.blanked, end, start)
    if dash and not ("inister" in office.title.text and "inister" in group[-1].title.text):
        return False
    same_number = office.title.plural == group[-1].title.plural
    if office.possessive or not same_number or not wording.JOIN.fullmatch(reading.blanked, end, start):
        return False
    following = wording.PERSON_AFTER.match(reading.blanked, office.end)
    if following is None or following["comma"] or "," not in reading.blanked[end:start]:
        return True
    return person_just_before(reading, group[0].start) is None


def _is_of_the_next(reading: Reading, office: Office, last: bool) -> bool:
    """Whether a title with its own owner introduces the next name: ", and Dubai's ruler, Sheikh ..."."""
    following = wording.PERSON_AFTER.match(reading.blanked, office.end)
    owned = office.owner is not None and office.start < office.title.start
    return last and owned and following is not None and following["comma"] is not None


def _office(reading: Reading, title: Title) -> Office:
    office = Office(title, title.start, title.end)
    generic = wording.GENERIC_OWNER.search(title.text)
    if generic and not wording.ORGAN_OF.match(reading.blanked, title.end):
        office.title = replace(title, text=title.text[: generic.start()])
        office.owner = body_in_force(reading, generic["word"], title.start)
        return office
    go_back(reading, office)
    _look_before(reading, office)
    go_on(reading, office)
    _look_after(reading, office)
    if office.owner is None:
        look_for_body(reading, office)
    elif office.owner.type == "place" and _OF_A_CAPITAL.search(office.title.text):
        office.owner = _country_of(reading, office.owner) or office.owner
    return office


def _country_of(reading: Reading, place: EntityDraft) -> EntityDraft | None:
    """The country of a city, for "Washington's envoy", where the report names it."""
    countries = (entity for entity in reading.notes.entities if entity.type == "country")
    return next((entity for entity in countries if place.country and entity.country == place.country), None)


def _look_before(reading: Reading, office: Office) -> None:
    """Israel's ambassador, the UN envoy, its Prime Minister."""
    start = office.title.start
    if before := wording.OWNER_BEFORE.search(reading.blanked, max(0, start - _OWNER_REACH), start):
        office.start = before.start(next(filter(before.group, ("owner", "home", "entry", "for"))))
        office.owner = _owner_at(reading, office.start)
        # "the outgoing Polish president" is an outgoing president
        if state := wording.STATE.search(reading.blanked, max(0, office.start - _WORD_REACH), office.start):
            office.title = replace(office.title, text=state["state"] + office.title.text)
    elif superior := wording.SUPERIOR.search(reading.blanked, max(0, start - _OWNER_REACH), start):
        office.possessive, office.start = wording.OF_A_PERSON, superior.start()
    elif possessive := wording.POSSESSIVE.search(reading.blanked, max(0, start - _WORD_REACH), start):
        office.possessive = possessive["word"].lower()
        office.start = possessive.start()
        reach = max(0, office.start - _OWNER_REACH)
        if beside := wording.SENDING.search(reading.blanked, reach, office.start):
            office.owner = reading.entity(beside.start("owner"))


def _owner_at(reading: Reading, start: int) -> EntityDraft | None:
    """The owner named at an offset; a form of address that passes for a name is none."""
    entity = reading.entity(start)
    return None if entity is not None and _ADDRESS.fullmatch(entity.name) else entity


def _look_after(reading: Reading, office: Office) -> None:
    """President of Iran; Permanent Representative of France to the United Nations."""
    after = wording.OWNER_AFTER.match(reading.blanked, office.end)
    accredited = wording.ACCREDITED_TO.match(reading.blanked, office.end)
    envoy = wording.ENVOY.fullmatch(office.title.text)
    if envoy and (field := wording.FIELD_COUNTRY.match(reading.blanked, office.end)):
        text = text_of(reading.doc)[office.title.start : field.end()]
        office.title, office.end, after = replace(office.title, text=text), field.end(), None
    elif field := wording.FIELD_PLACE.match(reading.blanked, office.end):
        # "envoy for Western Sahara": the place is a part of the title
        text = text_of(reading.doc)[office.title.start : field.end()]
        office.title, office.end, after = replace(office.title, text=text), field.end(), None
    if office.owner is None and (staff := wording.STAFF_OF.match(reading.blanked, office.end)):
        office.owner, office.end = reading.entity(staff.start("owner")), staff.end()
    elif after is not None and not (office.owner and accredited):
        owner = reading.entity(after.start("owner"))
        if owner is not None and (office.owner is None or owner.type == "organization"):
            office.owner = owner
        if country := wording.OWNERS_COUNTRY.match(reading.blanked, after.end()):
            _of_a_national_body(reading, office, after, country)
            return
        if after["organ"]:
            office.title = replace(office.title, text=f"{office.title.text} of the {after['organ']}")
        office.end = after.end()
        accredited = wording.ACCREDITED_TO.match(reading.blanked, office.end)
    if accredited is not None:
        office.end = accredited.end()
    elif office.owner is None and (listed := wording.COMMA_OWNER.match(reading.blanked, office.end)):
        _owned_by_the_next(reading, office, listed)


def _owned_by_the_next(reading: Reading, office: Office, listed: re.Match[str]) -> None:
    """A list of people gives title and body with commas: "Ana Silva, Director, World Bank"."""
    named = reading.blanked[max(0, office.start - 3) : office.start].strip(", ")
    following = wording.PERSON_AFTER.match(reading.blanked, listed.end())
    if named == PERSON or (not named.isalnum() and following is not None and following["comma"]):
        office.owner, office.end = reading.entity(listed.start("owner")), listed.end()


def _of_a_national_body(
    reading: Reading, office: Office, after: re.Match[str], country: re.Match[str]
) -> None:
    """The body with its country behind it; a world body that bears the same name is not meant."""
    owner, office.end = reading.entity(after.start("owner")), country.end()
    if owner is None or owner.type != "organization" or not owner.name.startswith("United Nations "):
        office.owner = owner or office.owner
        return
    text = text_of(reading.doc)[office.title.start : after.end("owner")]
    office.title = replace(office.title, text=text)
    office.owner = reading.entity(country.start("country"))
