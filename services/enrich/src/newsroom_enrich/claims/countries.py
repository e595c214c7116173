"""Countries: by name, long form and the words for their people."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.claims.bodies import INSTITUTION
from newsroom_enrich.claims.people import glued_person
from newsroom_enrich.claims.reading import within_longer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

# Countries that are given names and surnames too: where the model sees a person, it is one.
_ALSO_PEOPLE = frozenset(
    {"Jordan", "Chad", "Georgia", "Israel", "India", "Kenya", "Cuba", "Ireland", "Malta", "Finn"}
)
# Words for a region or a thing, of which a country's word is only a part.
_NOT_THE_COUNTRY = re.compile(
    r"\b(?:(?:North|South|Latin|Central|Meso|African|Native|Pan|Ibero|Anglo|Afro)[ -]Americans?"
    r"|(?:North|South) Poles?|Dutch [Aa]uctions?|French [Ff]ries)\b"
)
_FORM_OF_STATE = re.compile(
    r"(?:\w+ ){0,4}(?:Republic|Kingdom|State|Sultanate|Emirate|Federation|Principality|Duchy"
    r"|Union) of (?:the )?"
)
_CAPITALISED = re.compile(r"[^\W\d_a-z]")
_OF_OFFICE = re.compile(r"\b(?:heads?|chiefs?|ministers?|secretar(?:y|ies)) of $", re.IGNORECASE)
_OFFICE_REACH = len(" secretaries of ")
_STATE_OF = re.compile(r"State of (?:the )?")


def countries(reading: Reading, names: NameList) -> None:
    """Settle each name of a country with what the model marks around it."""
    regional = {
        at for match in _NOT_THE_COUNTRY.finditer(reading.text) for at in range(match.start(), match.end())
    }
    for hit in knowledge.country_names().find(reading.text, reading.words):
        around = names.around(hit.start, hit.end)
        country = _without_office(reading.text, Name(hit.start, hit.end, "GPE", country=hit.value))
        if hit.start in regional:
            if any(name.label == "NORP" for name in around):
                names.drop(hit.start, hit.end)
        elif reading.text[hit.end : hit.end + 1] == "$":
            continue  # US$2.4 billion
        elif _is_capital_of_same_name(reading.text, country):
            names.put(replace(country, country=None))
        elif person := next(filter(None, (_glued(reading.text, name, country) for name in around)), None):
            names.put(country, person)
        elif within_longer(names, hit.start, hit.end) or _is_person(reading.text, around, country):
            continue
        elif longer := next((name for name in around if _is_longer_place(name, country)), None):
            if better := _settle_with_longer(reading.text, longer, country):
                names.put(better)
        else:
            rest = [_rest_of_person(reading.text, name, country) for name in around]
            names.put(country, *(name for name in rest if name is not None))


def _without_office(text: str, country: Name) -> Name:
    """As in "the Secretary of State of the United States": the State belongs to the office."""
    state = _STATE_OF.match(text, country.start, country.end)
    if state is None or country.country is None or not _is_of_office(text, country.start):
        return country
    return replace(country, start=state.end(), country=replace(country.country, form="name"))


def _is_of_office(text: str, start: int) -> bool:
    return _OF_OFFICE.search(text, max(0, start - _OFFICE_REACH), start) is not None


def _glued(text: str, name: Name, country: Name) -> Name | None:
    begins = name.body is None and name.start == country.start and name.end > country.end
    institution = begins and INSTITUTION.search(text, country.end, name.end)
    return glued_person(text, name, country.end) if begins and not institution else None


# "Luxembourg, 24 June": a dateline names the city.
_DATE_AFTER = re.compile(r",? \(?\d{1,2} [A-Z]| ?[—–] |, [A-Z][a-z]{2,8}\.? \d")
_ALSO_CITIES = frozenset({"Luxembourg", "Djibouti", "Monaco", "LUXEMBOURG", "DJIBOUTI", "MONACO"})


def _is_capital_of_same_name(text: str, country: Name) -> bool:
    after_city = text[max(0, country.start - 2) : country.start] == ", "  # SCHENGEN, Luxembourg – ...
    named = text[country.start : country.end] in _ALSO_CITIES and not after_city
    return named and _DATE_AFTER.match(text, country.end) is not None


def _is_person(text: str, around: Sequence[Name], country: Name) -> bool:
    """Whether the model's person here is one: Michael Jordan, but not "Iran Mahdi Safari"."""
    person = next((name for name in around if name.label == "PERSON"), None)
    if person is None:
        return False
    return text[country.start : country.end] in _ALSO_PEOPLE or person.start < country.start


def _rest_of_person(text: str, name: Name, country: Name) -> Name | None:
    """The person after a country that the model glued to the name."""
    rest = text[country.end : name.end]
    if name.label == "PERSON" and rest[:1] == " " and _CAPITALISED.match(rest.lstrip()):
        return Name(name.end - len(rest.lstrip()), name.end, "PERSON")
    return None


def _is_longer_place(name: Name, country: Name) -> bool:
    return name.label in {"GPE", "NORP"} and name.end - name.start > country.end - country.start


def _settle_with_longer(text: str, longer: Name, country: Name) -> Name | None:
    """What to put in the place of a longer name that contains the country; None where it is right as it is.

    Northern Ireland is a place of its own; "the Chinese" is the country and a word more; a long form of state
    that the table does not have is the country too.
    """
    before, after = text[longer.start : country.start], text[country.end : longer.end]
    if _FORM_OF_STATE.fullmatch(before) and not after and country.country is not None:
        return replace(longer, country=replace(country.country, form="formal"))
    of_people = country.country is not None and country.country.form == "people"
    own_name = _CAPITALISED.match(before) or (_CAPITALISED.match(after.lstrip(" -")) and not of_people)
    return None if own_name else country
