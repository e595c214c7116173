"""The one name of an organization, with what it belongs to where the text leaves that to the context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsroom_enrich import knowledge
from newsroom_enrich.components.bodies.belonging import (
    CHAMBER,
    MINISTRY,
    NATIONAL,
    OF_PARTIES,
    in_table,
    owner_of,
    treaty_before,
)
from newsroom_enrich.folding import abbreviates, capitals_lowered, fold
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
_WITH_DEMONYM = re.compile(
    r"Senate|Parliament|Cabinet|Government|National (?:Assembly|Congress|Council)|House of Representatives"
    r"|Chamber of Deputies|Federal (?:Assembly|Council)|Council of States|Supreme Court|Constitutional Court"
    r"|Central Bank|Congress of Deputies|Legislative Assembly|Shura Council|Council of Ministers"
    r"|Ministry of [\w ,]+"
)
_AREAS = {"Foreign": "Foreign Affairs", "Interior": "Internal Affairs"}
# No other government calls its ministry so, save where "US" stands before the name.
_AMERICAN = r"(?:(?:US|U\.S\.|American|United States) )"
_OF_THE_UNITED_STATES = re.compile(
    rf"{_AMERICAN}?(?:(?P<area>State) Department|Department of (?P<of>State|Homeland Security))"
    rf"|{_AMERICAN}(?:(?P<other>Justice|Commerce|Defense|Energy|Agriculture|Education|Labor) Department"
    r"|Department of (?P<of_other>Justice|Commerce|Defense|Energy|Agriculture|Education|Labor|the Treasury))"
)
_FIRST_WORD = re.compile(r"[A-Z][A-Z0-9]+\b")
_WITH_ARTICLE = re.compile(
    r"^(?:Philippines|Netherlands|Bahamas|Gambia|Maldives|Comoros|Seychelles|United .*"
    r"|.* Republic|.* Islands)$"
)
_LEGAL_FORM = re.compile(r",? (?:plc|Inc|Ltd|LLC|Corp|AG|GmbH|S\.?A|NV|Co|PJSC|JSC|Limited|Group)\.?$")
_NO_ARTICLE = frozenset({"NATO", "BRICS", "OPEC", "OPEC+", "UNESCO", "Mercosur", "AUKUS", "Interpol"})


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
    if own := _of_the_united_states(surface) or _of_its_country(surface):
        return own
    if of_country := _of_demonym(surface):
        return of_country
    if chamber := _told_before(register, surface):
        return chamber
    if OF_PARTIES.fullmatch(surface) and (treaty := treaty_before(register.text, names, index)):
        return _of_treaty(surface, treaty)
    if not _names_owner(surface) and (_ORGAN.search(surface) or NATIONAL.match(surface)):
        owner = owner_of(register.text, names, index)
        if owner is not None:
            return _organ_of(surface, owner) if isinstance(owner, Body) else _national(surface, owner)
    return _with_demonym(surface)


def _of_treaty(surface: str, treaty: str) -> Known:
    """Conference of the Parties to the WHO Framework Convention on Tobacco Control."""
    body = knowledge.body_by_name().get(fold(treaty))
    name = f"{surface} to the {body.name if body else treaty}"
    known = knowledge.body_by_name().get(fold(name))
    return Known(known.name, known) if known else Known(name, parent=body.name if body else None)


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
    if CHAMBER.fullmatch(surface) is None:
        return None
    names = (draft.name for draft in register.drafts if draft.name.startswith(f"{surface} of "))
    name = next(names, None)
    return Known(name, knowledge.bodies().get(name)) if name else None


def _of_the_united_states(surface: str) -> Known | None:
    """State Department as United States Department of State."""
    department = _OF_THE_UNITED_STATES.fullmatch(surface)
    if department is None:
        return None
    area = next(filter(None, department.groups()))
    return Known(f"United States Department of {area}", country=knowledge.country_by_code()["US"])


def _of_its_country(surface: str) -> Known | None:
    """Security Service of Ukraine; Parliament of Türkiye as Parliament of Turkey."""
    organ, of, tail = surface.rpartition(" of ")
    country = knowledge.country_by_name().get(fold(tail)) if of else None
    return _national(organ, country) if country else None


def _organ_of(surface: str, owner: Body) -> Known:
    """The organ of the table, or one that is named after its organization: IGAD Council of Ministers."""
    if body := in_table(surface, owner):
        return Known(body.name, body)
    acronym = next((a for a in owner.acronyms if abbreviates(a, owner.name)), None)
    if acronym is not None and _DECIDES.search(surface):
        return Known(f"{acronym} {surface}", parent=owner.name)
    of = "of" if owner.name in _NO_ARTICLE else "of the"
    return Known(f"{surface} {of} {owner.name}", parent=owner.name)


def _national(surface: str, country: Country) -> Known:
    """National Assembly of Hungary; Foreign Ministry as Ministry of Foreign Affairs of China."""
    if ministry := MINISTRY.fullmatch(surface):
        surface = f"Ministry of {_AREAS.get(ministry['area'], ministry['area'])}"
    of = "of the" if _WITH_ARTICLE.search(country.name) else "of"
    return Known(f"{surface} {of} {country.name}", country=country)


def _with_demonym(surface: str) -> Known:
    """Azerbaijani Foreign Ministry as Ministry of Foreign Affairs of Azerbaijan; any other name as it is."""
    ministry = MINISTRY.search(surface)
    if ministry and ministry.end() == len(surface):
        for hit in knowledge.country_names().find(surface, words(surface)):
            if hit.start == 0 and hit.end + 1 == ministry.start():
                return _national(ministry[0], hit.value.country)
    return Known(surface)
