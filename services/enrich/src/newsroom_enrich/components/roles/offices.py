"""The titles of a report with their owners, as far as the words next to them say."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import titles, wording
from newsroom_enrich.components.roles.beside import office_of
from newsroom_enrich.components.roles.reading import person_just_before
from newsroom_enrich.components.roles.titles import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.reading import Office, Reading

# Nobody is both; "President and Prime Minister" are two people.
_HEADS_OF_STATE = {"president", "king", "queen", "emir", "amir", "sultan", "emperor"}
_HEADS_OF_GOVERNMENT = {"prime minister", "pm"}
_POSSESSIVE_ENDINGS = ("'s ", "’s ")
_WORD_REACH = 20  # how far back a pattern looks
_MEMBER = re.compile(r"(?i)(?:(?!cabinet)\w+ )?member")
_LETTERS = re.compile(r"MP|MEP|TD|MLA")
_NO_OFFICE = re.compile(
    r"(?i)\b(?:who|which|also|now|he|she|currently) (?:heads|chairs|captains)$"
    r"|\b(?:in|into|from|tak\w+|took|assum\w+|occupied|left|over|for) the chair$"
)
_UNITED_NATIONS = "United Nations"
_OBSERVER = re.compile(r"(?i)observer")


def groups(reading: Reading) -> Iterator[list[Office]]:
    """Titles that are joined by commas and "and": Deputy Prime Minister and Foreign Minister."""
    group: list[Office] = []
    superior: Office | None = None
    found = list(titles.find_titles(reading.blanked))
    for title, following in zip_longest(found, found[1:]):
        office = office_of(reading, title)
        if _is_no_office(reading, office):
            continue
        if superior and reading.blanked[superior.end : office.start] in _POSSESSIVE_ENDINGS:
            office.owner = office.owner or superior.owner or _chief_of(reading, superior)
            office.start, office.superior = superior.start, superior.title
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


def _chief_of(reading: Reading, superior: Office) -> EntityDraft | None:
    """The United Nations for "the Secretary-General's", where the report names them."""
    if not superior.title.text.casefold().startswith("secretary"):
        return None
    return next((entity for entity in reading.notes.entities if entity.name == _UNITED_NATIONS), None)


def _is_no_office(reading: Reading, office: Office) -> bool:
    """A member of nothing that is named, somebody who looks on, "Anna Berg MP", "who heads the body"."""
    title = office.title
    if _MEMBER.fullmatch(title.text):
        return office.owner is None or office.owner.type != "organization"
    if _OBSERVER.fullmatch(title.text):
        return office.owner is None
    if _LETTERS.fullmatch(title.text):
        return reading.blanked[title.start - 3 : title.start].endswith((f"{PERSON} ", f"{PERSON}, "))
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
    if dash and not _both_of_one(reading, group, office):
        return False
    same_number = office.title.plural == group[-1].title.plural
    if office.possessive or not same_number or not wording.JOIN.fullmatch(reading.blanked, end, start):
        return False
    following = wording.PERSON_AFTER.match(reading.blanked, office.end)
    if following is None or following["comma"] or "," not in reading.blanked[end:start]:
        return True
    return person_just_before(reading, group[0].start) is None


def _both_of_one(reading: Reading, group: Sequence[Office], office: Office) -> bool:
    """Whether a dash joins two offices of one: "Deputy Prime Minister – Minister of Trade"."""
    if "inister" in office.title.text and "inister" in group[-1].title.text:
        return True
    capitals = office.title.text[0].isupper() and group[-1].title.text[0].isupper()
    following = wording.PERSON_AFTER.match(reading.blanked, office.end)
    return capitals and following is None and person_just_before(reading, group[0].start) is not None


def _is_of_the_next(reading: Reading, office: Office, last: bool) -> bool:
    """Whether a title with its own owner introduces the next name: ", and Dubai's ruler, Sheikh ..."."""
    following = wording.PERSON_AFTER.match(reading.blanked, office.end)
    owned = office.owner is not None and office.start < office.title.start
    return last and owned and following is not None and following["comma"] is not None
