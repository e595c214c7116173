"""The one name of an organization, with what it belongs to where the text leaves that to the context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsroom_enrich import knowledge
from newsroom_enrich.folding import capitals_lowered, fold
from newsroom_enrich.knowledge import Body, Country
from newsroom_enrich.phrases import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom_enrich.annotations import Name
    from newsroom_enrich.components.bodies.register import Register

_ORGAN = re.compile(
    r"\b(?:Council|Board|Committee|Conference|Assembly|Secretariat|Commission|Bureau|Presidium|Body|Panel"
    r"|Congress)\b"
)
_DECIDES = re.compile(r"\b(?:Council|Board|Conference|Assembly|Congress)\b")
_MINISTRY = re.compile(
    r"(?P<area>Foreign|Interior|Defen[cs]e|Finance|Health|Energy|Justice|Education|Agriculture|Trade|Economy)"
    r" Ministry"
)
_CHAMBER = re.compile(
    r"Senate$|House of (?:Representatives|Assembly|Councill?ors)|Chamber of (?:Deputies|Representatives)"
    r"|Congress of (?:Deputies|the Republic)|Council of Representatives|(?:National|Legislative|Consultative"
    r"|Constituent|Federal|State) (?:Assembly|Congress|Council$|Chamber)|Shura Council|(?:Lower|Upper) House$"
    r"|Federal Parliament|(?:Central |State )?Elect(?:oral|ion) Commission"
)
_NATIONAL = re.compile(
    rf"{_CHAMBER.pattern}|{_MINISTRY.pattern}$|(?:Ministry|Department) of"
    r"|(?:National|Transitional|Presidential) |(?:Supreme|Constitutional|High) Court\b"
    r"|Court of (?:Cassation|Appeal)|(?:Central|Reserve) Bank|(?:Security|State|Border|Intelligence) Service"
    r"|Federal Police|Council of State$|Cabinet of Ministers|Republican Guard|Coast Guard|Border Guard"
    r"|(?:Prosecutor General|General Prosecutor|Attorney General)['’]s Office"
)
_WITH_DEMONYM = re.compile(
    r"Senate|Parliament|Cabinet|Government|National (?:Assembly|Congress|Council)|House of Representatives"
    r"|Chamber of Deputies|Federal (?:Assembly|Council)|Council of States|Supreme Court|Constitutional Court"
    r"|Central Bank|Congress of Deputies|Legislative Assembly|Shura Council|Council of Ministers"
)
# An organ called by nothing but such words is one of many; any other word makes a name that stands alone.
_OF_ANY_ORGANIZATION = frozenset(
    "council board committee conference assembly secretariat commission bureau presidium congress general "
    "executive permanent supreme ministerial parliamentary governing coordinating standing plenary budget "
    "governors directors trustees ministers foreign heads state states government governments member members "
    "parties contracting representatives ambassadors secretaries commissioners delegates of and".split()
)
_AREAS = {"Foreign": "Foreign Affairs", "Interior": "Internal Affairs"}
_FIRST_WORD = re.compile(r"[A-Z][A-Z0-9]+\b")
# The main committees of the General Assembly: no other body counts its committees so.
_MAIN_COMMITTEE = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth) Committee")
_DATELINE_CHARACTERS = 40
_OF = re.compile(r"(?: \([^()]*\))?,? (?:of|for|in|at) (?:the )?")
_WITH_ARTICLE = re.compile(
    r"^(?:Philippines|Netherlands|Bahamas|Gambia|Maldives|Comoros|Seychelles|United .*"
    r"|.* Republic|.* Islands)$"
)
_LEGAL_FORM = re.compile(r",? (?:plc|Inc|Ltd|LLC|Corp|AG|GmbH|S\.?A|NV|Co|PJSC|JSC|Limited|Group)\.?$")
_NO_ARTICLE = frozenset({"NATO", "BRICS", "OPEC", "OPEC+", "UNESCO", "Mercosur", "AUKUS", "Interpol"})
_SAME_CLAUSE_CHARACTERS = 40
_NAMES_REACH = 60  # how far to look for what an organ belongs to
_NAMES_COUNTED = 500  # bounds the work on endless lists
_CLAUSE_NAMES = 3


class Known(NamedTuple):
    """What an organization is called, and which entry of the tables it is or belongs to.

    `parent` is the organization of which it is an organ that the tables do not have.
    """

    name: str
    body: Body | None = None
    country: Country | None = None
    parent: str | None = None


def canonical(register: Register, names: Sequence[Name], index: int) -> Known:
    """The canonical name of names[index]."""
    name = names[index]
    surface = _LEGAL_FORM.sub("", register.text[name.start : name.end])
    if " " in surface:  # a single word in capitals is an acronym
        surface = capitals_lowered(surface)
    if earlier := register.named(surface):
        return Known(earlier.name, knowledge.bodies().get(earlier.name))
    if name.body is not None:
        return Known(name.body.name, name.body)
    if own := _own_country(surface):
        return Known(surface, country=own)
    if of_country := _of_demonym(surface):
        return of_country
    if chamber := _told_before(register, surface):
        return chamber
    if not _names_owner(surface) and (_ORGAN.search(surface) or _NATIONAL.match(surface)):
        owner = _neighbour(register.text, names, index) or _context(register.text, names, index)
        if owner is not None:
            return _organ_of(surface, owner) if isinstance(owner, Body) else _national(surface, owner)
    return _with_demonym(surface)


def _names_owner(surface: str) -> bool:
    """Whether a name says itself whose organ it is: CSTO Secretariat, EU–Moldova Association Committee."""
    first = _FIRST_WORD.match(surface)
    if first is not None and first[0] in knowledge.acronyms():
        return True
    body = next(knowledge.body_names().find(surface, words(surface)), None)
    return body is not None and body.start == 0


def _of_demonym(surface: str) -> Known | None:
    """Philippine Senate as Senate of the Philippines; Haitian National Police has its country in the name."""
    for hit in knowledge.country_names().find(surface, words(surface)):
        rest = surface[hit.end :].lstrip()
        if hit.start == 0 and _WITH_DEMONYM.fullmatch(rest):
            return _national(rest, hit.value.country)
    return None


def _told_before(register: Register, surface: str) -> Known | None:
    """The Senate is that of the Philippines where the report has told whose it is."""
    if _CHAMBER.fullmatch(surface) is None:
        return None
    names = (draft.name for draft in register.drafts if draft.name.startswith(f"{surface} of "))
    name = next(names, None)
    return Known(name, knowledge.bodies().get(name)) if name else None


def _own_country(surface: str) -> Country | None:
    """The country in a name such as Security Service of Ukraine."""
    _, of, tail = surface.rpartition(" of ")
    return knowledge.country_by_name().get(fold(tail)) if of else None


def _neighbour(text: str, names: Sequence[Name], index: int) -> Body | Country | None:
    """Whose organ it is by the names next to it: "of the Agency", "Hungary's", "Kenyan"."""
    name = names[index]
    if index + 1 < len(names) and _OF.fullmatch(text, name.end, names[index + 1].start):
        after = names[index + 1]
        return after.country.country if after.country else after.body
    if index and text[names[index - 1].end : name.start] in {" ", "'s ", "’s ", "' ", "’ "}:
        before = names[index - 1]
        possessive = text[before.end : name.start] != " "
        return before.country.country if before.country else before.body if possessive else None
    return None


def _context(text: str, names: Sequence[Name], index: int) -> Body | Country | None:
    """A chamber belongs to the country that the report is about, what else is national to the last country
    named, an organ to the last organization that has parts.
    """
    name = names[index]
    national = _NATIONAL.match(text, name.start, name.end) is not None
    if _CHAMBER.match(text, name.start, name.end):
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
    if known := next((owner for owner in owners if _in_table(surface, owner)), None):
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
    near = 0 < len(between) < _SAME_CLAUSE_CHARACTERS and "." not in between
    if city.label != "GPE" or city.country or not near:
        return None
    known = knowledge.place_by_name().get(fold(text[city.start : city.end]))
    return knowledge.country_by_code().get(known.country or "") if known else None


def _organ_of(surface: str, owner: Body) -> Known:
    """The organ of the table, or one that is named after its organization: IGAD Council of Ministers."""
    if body := _in_table(surface, owner):
        return Known(body.name, body)
    if owner.acronyms and _DECIDES.search(surface):
        return Known(f"{owner.acronyms[0]} {surface}", parent=owner.name)
    of = "of" if owner.name in _NO_ARTICLE else "of the"
    return Known(f"{surface} {of} {owner.name}", parent=owner.name)


def _in_table(surface: str, owner: Body) -> Body | None:
    """The organ of that name of an organization, where the table has it."""
    names = (f"{surface} of the {owner.name}", f"{surface} of {owner.name}", f"{owner.name} {surface}")
    of_acronyms = (f"{acronym} {surface}" for acronym in owner.acronyms)
    found = (knowledge.body_by_name().get(fold(name)) for name in (*names, *of_acronyms))
    return next(filter(None, found), None)


def _national(surface: str, country: Country) -> Known:
    """National Assembly of Hungary; Foreign Ministry as Ministry of Foreign Affairs of China."""
    if ministry := _MINISTRY.fullmatch(surface):
        surface = f"Ministry of {_AREAS.get(ministry['area'], ministry['area'])}"
    of = "of the" if _WITH_ARTICLE.search(country.name) else "of"
    return Known(f"{surface} {of} {country.name}", country=country)


def _with_demonym(surface: str) -> Known:
    """Azerbaijani Foreign Ministry as Ministry of Foreign Affairs of Azerbaijan; any other name as it is."""
    ministry = _MINISTRY.search(surface)
    if ministry and ministry.end() == len(surface):
        for hit in knowledge.country_names().find(surface, words(surface)):
            if hit.start == 0 and hit.end + 1 == ministry.start():
                return _national(ministry[0], hit.value.country)
    return Known(surface)
