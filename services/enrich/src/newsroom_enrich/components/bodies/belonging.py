"""Whose organ a name means that does not say it: by the names beside it, and by what the report names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom_enrich.annotations import Name
    from newsroom_enrich.knowledge import Body, Country

MINISTRY = re.compile(
    r"(?P<area>Foreign|Interior|Defen[cs]e|Finance|Health|Energy|Justice|Education|Agriculture|Trade|Economy)"
    r" Ministry"
)
CHAMBER = re.compile(
    r"Senate$|House of (?:Representatives|Assembly|Councill?ors)|Chamber of (?:Deputies|Representatives)"
    r"|Congress of (?:Deputies|the Republic)|Council of Representatives|(?:National|Legislative|Consultative"
    r"|Constituent|Federal|State) (?:Assembly|Congress|Council$|Chamber)|Shura Council|(?:Lower|Upper) House$"
    r"|Federal Parliament|(?:Central |State )?Elect(?:oral|ion) Commission"
)
NATIONAL = re.compile(
    rf"{CHAMBER.pattern}|{MINISTRY.pattern}$|(?:Ministry|Department) of"
    r"|(?:National|Transitional|Presidential) |(?:Supreme|Constitutional|High) Court\b"
    r"|Court of (?:Cassation|Appeal)|(?:Central|Reserve) Bank|(?:Security|State|Border|Intelligence) Service"
    r"|Federal Police|Council of State$|Cabinet of Ministers|Republican Guard|Coast Guard|Border Guard"
    r"|(?:Prosecutor General|General Prosecutor|Attorney General)['’]s Office"
)
_OF_THE_REPORT = re.compile(rf"{CHAMBER.pattern}|(?:Supreme|Constitutional|High) Court\b")
OF_PARTIES = re.compile(r"(?:Assembly|Conference|Meeting) of (?:the )?(?:\w+ )*Parties")
# An organ called by nothing but such words is one of many; any other word makes a name that stands alone.
_OF_ANY_ORGANIZATION = frozenset(
    "council board committee conference assembly secretariat commission bureau presidium congress general "
    "executive permanent supreme ministerial parliamentary governing coordinating standing plenary budget "
    "governors directors trustees ministers foreign heads state states government governments member members "
    "parties contracting representatives ambassadors secretaries commissioners delegates of and".split()
)
# The main committees of the General Assembly: no other body counts its committees so.
_MAIN_COMMITTEE = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth) Committee")
_DATELINE_CHARACTERS = 40
_OF = re.compile(r"(?: \([^()]*\))?,? (?:of|for|in|at) (?:the )?")
_ENDS = frozenset(";.)\n")
_SAME_CLAUSE_CHARACTERS = 40
_SAME_SENTENCE_CHARACTERS = 160
_IN_AT_START = re.compile(r"(?:^|[.\n] ?)In $")
_NAMES_REACH = 60  # how far to look for what an organ belongs to
_NAMES_COUNTED = 500  # bounds the work on endless lists
_CLAUSE_NAMES = 3
_TREATY = re.compile(r"\b(?:Convention|Treaty|Protocol)\b(?! Cent)")


def owner_of(text: str, names: Sequence[Name], index: int) -> Body | Country | None:
    """The organization or the state of which names[index] is an organ."""
    return _neighbour(text, names, index) or _context(text, names, index)


def _neighbour(text: str, names: Sequence[Name], index: int) -> Body | Country | None:
    """Whose organ it is by the names next to it: "of the Agency", "Hungary's", "Kenyan"."""
    name = names[index]
    if index + 1 < len(names) and _OF.fullmatch(text, name.end, names[index + 1].start):
        after = names[index + 1]
        if after.country is None or after.country.form != "people":
            return after.country.country if after.country else after.body
    if index + 1 < len(names) and (country := _behind_comma(text, name, names[index + 1])):
        return country
    if index and text[names[index - 1].end : name.start] in {" ", "'s ", "’s ", "' ", "’ "}:
        before = names[index - 1]
        possessive = text[before.end : name.start] != " "
        return before.country.country if before.country else before.body if possessive else None
    return None


def _behind_comma(text: str, organ: Name, following: Name) -> Country | None:
    """The country that alone stands behind an organ and a comma: "Ministry of Health, Angola;"."""
    if following.country is None or following.country.form == "people":
        return None
    alone = text[organ.end : following.start] == ", " and text[following.end : following.end + 1] in _ENDS
    return following.country.country if alone else None


def _context(text: str, names: Sequence[Name], index: int) -> Body | Country | None:
    """A chamber or a high court belongs to the country that the report is about, what else is national to the
    last country named, an organ to the last organization that has parts.
    """
    name = names[index]
    national = NATIONAL.match(text, name.start, name.end) is not None
    if _OF_THE_REPORT.match(text, name.start, name.end):
        cities = (
            _country_of_capital(text, city, name) for city in names[max(0, index - _CLAUSE_NAMES) : index]
        )
        return next(filter(None, cities), None) or _home(text, names)
    if _MAIN_COMMITTEE.fullmatch(text, name.start, name.end):
        return knowledge.bodies().get("United Nations General Assembly")
    before = reversed(names[max(0, index - _NAMES_REACH) : index])
    others = (*before, *names[index + 1 : index + _NAMES_REACH])
    if not national:
        return _organization_of(text[name.start : name.end], others)
    for other in others:
        if country := _country_of_capital(text, other, name):
            return country
        if other.country and other.country.country.kind == "state":
            return other.country.country
    return None


def _organization_of(surface: str, others: Sequence[Name]) -> Body | None:
    """Of the organizations of the report the one that is known to have such an organ, else the nearest; none
    where the organ has a name of its own: Universal Postal Congress.
    """
    owners = [name.body for name in others if name.body and name.body.kind == "intergovernmental"]
    if known := next((owner for owner in owners if in_table(surface, owner)), None):
        return known
    # The table has all organs of the United Nations.
    nearest = next((owner for owner in owners if owner.name != "United Nations"), None)
    return nearest if _OF_ANY_ORGANIZATION.issuperset(surface.casefold().split()) else None


def _home(text: str, names: Sequence[Name]) -> Country | None:
    """The state of the dateline, else the one that is named most often, of several the first."""
    first = names[0]
    if first.label == "GPE" and not first.country and first.start < _DATELINE_CHARACTERS:
        known = knowledge.place_by_name().get(fold(text[first.start : first.end]))
        if known is not None and known.country in knowledge.country_by_code():
            return knowledge.country_by_code()[known.country]
    named = [name.country.country for name in names[:_NAMES_COUNTED] if name.country]
    states = [country for country in named if country.kind == "state"]
    return max(dict.fromkeys(states), key=states.count, default=None)


def _country_of_capital(text: str, city: Name, organ: Name) -> Country | None:
    """The country of a well-known city that the clause names before the organ: "In Beijing, ..."."""
    between = text[city.end : organ.start]
    opens = _IN_AT_START.search(text, max(0, city.start - len(". In ")), city.start) is not None
    reach = _SAME_SENTENCE_CHARACTERS if opens else _SAME_CLAUSE_CHARACTERS
    near = 0 < len(between) < reach and ". " not in between and "\n" not in between
    if city.label != "GPE" or city.country or not near:
        return None
    known = knowledge.place_by_name().get(fold(text[city.start : city.end]))
    return knowledge.country_by_code().get(known.country or "") if known else None


def treaty_before(text: str, names: Sequence[Name], index: int) -> str | None:
    """The convention named last, whose parties meet."""
    before = reversed(names[max(0, index - _NAMES_REACH) : index])
    told = (text[name.start : name.end] for name in (*before, *names[index + 1 : index + _NAMES_REACH]))
    return next((name for name in told if _TREATY.search(name) and not OF_PARTIES.match(name)), None)


def in_table(surface: str, owner: Body) -> Body | None:
    """The organ of that name of an organization, where the table has it."""
    names = (f"{surface} of the {owner.name}", f"{surface} of {owner.name}", f"{owner.name} {surface}")
    of_acronyms = (f"{acronym} {surface}" for acronym in owner.acronyms)
    found = (knowledge.body_by_name().get(fold(name)) for name in (*names, *of_acronyms))
    return next(filter(None, found), None)
