"""The reviewed tables: countries, bodies, places and people, as looked up by the components.

docs/data.md says where the facts come from. A Wikidata id stands in a table only where it was verified.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from newsroom_enrich.folding import fold
from newsroom_enrich.phrases import PhraseTable

CountryForm = Literal["name", "formal", "people"]


@dataclass(frozen=True, slots=True)
class Country:
    """A state, a former state, or a territory; `code` is ISO 3166-1 alpha-2 where there is one."""

    name: str
    kind: str
    code: str | None
    wikidata: str | None
    formal: tuple[str, ...]
    other: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An organization, one of its organs, or a news agency; `parent` is the name of another body."""

    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    kind: str
    parent: str | None
    country: str | None
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A city or a region of the world."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose full name means one person in news, and the country that he or she spoke for."""

    name: str
    spellings: tuple[str, ...]
    country: str | None
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class CountryName:
    """A name of a country, and whether it is its name, its official long form or a word for its people."""

    country: Country
    form: CountryForm


def _rows(name: str) -> list[dict[str, str]]:
    table = resources.files("newsroom_enrich") / "data" / name
    return list(csv.DictReader(table.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def _many(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def countries() -> tuple[Country, ...]:
    return tuple(
        Country(
            row["name"],
            row["kind"],
            row["code"] or None,
            row["wikidata"] or None,
            _many(row["formal"]),
            _many(row["other"]),
            _many(row["people"]),
        )
        for row in _rows("countries.tsv")
    )


@cache
def bodies() -> dict[str, Body]:
    """Bodies by name."""
    return {
        row["name"]: Body(
            row["name"],
            _many(row["acronyms"]),
            _many(row["aliases"]),
            row["kind"],
            row["parent"] or None,
            row["country"] or None,
            row["wikidata"] or None,
        )
        for row in _rows("bodies.tsv")
    }


@cache
def places() -> tuple[Place, ...]:
    return tuple(
        Place(
            row["name"], _many(row["aliases"]), row["kind"], row["country"] or None, row["wikidata"] or None
        )
        for row in _rows("places.tsv")
    )


@cache
def people() -> dict[str, Person]:
    """People by the folded spellings of their full names."""
    found = (
        Person(row["name"], _many(row["spellings"]), row["country"] or None, row["wikidata"] or None)
        for row in _rows("people.tsv")
    )
    return {fold(name): person for person in found for name in (person.name, *person.spellings)}


@cache
def people_names() -> PhraseTable[Person]:
    """People by their full names; a single word is a family name of many."""
    table: PhraseTable[Person] = PhraseTable()
    for person in dict.fromkeys(people().values()):
        for name in (person.name, *person.spellings):
            if " " in name:
                table.add(name, person)
    return table


@cache
def people_by_first_name() -> dict[str, list[Person]]:
    """People of more than one name by their folded first one."""
    found: dict[str, list[Person]] = {}
    for person in dict.fromkeys(people().values()):
        first, *rest = fold(person.name).split()
        if rest:
            found.setdefault(first, []).append(person)
    return found


# Forms of state that news puts before the short name, also where they are not the official long form.
_FORMS_OF_STATE = ("Republic", "State", "Kingdom", "Sultanate", "Emirate", "Federation", "Principality")


@cache
def country_names() -> PhraseTable[CountryName]:
    """Every way to name a country; short names win over words for people, and states over territories."""
    table: PhraseTable[CountryName] = PhraseTable()
    ranked = sorted(countries(), key=lambda country: country.kind != "state")
    for country in ranked:
        for name in (country.name, *country.other):
            table.add(name, CountryName(country, "name"))
    for country in ranked:
        for name in (*country.formal, *_respelled(country)):
            table.add(name, CountryName(country, "formal"))
        for name in country.people:
            table.add(name, CountryName(country, "people"))
    for country in ranked:
        if country.kind == "state":
            for form in _FORMS_OF_STATE:
                table.add(f"{form} of {country.name}", CountryName(country, "formal"))
                if form != "State":  # "the Secretary of State of the United States of America"
                    table.add(f"{form} of the {country.name}", CountryName(country, "formal"))
    return table


def _respelled(country: Country) -> list[str]:
    """The long forms with the other short names in them: Socialist Republic of Viet Nam."""
    return [
        formal.replace(country.name, other)
        for formal in country.formal
        if country.name in formal
        for other in country.other
        if not other.isupper()
    ]


@cache
def country_by_code() -> dict[str, Country]:
    return {country.code: country for country in countries() if country.code}


@cache
def country_by_name() -> dict[str, Country]:
    """Countries by all their folded names (not by the words for their people)."""
    return {
        fold(name): country
        for country in reversed(countries())
        for name in (*country.other, *country.formal, country.name)
    }


def spellings(body: Body) -> list[str]:
    """The names of a body, with the United Nations and the two unions short and long."""
    found = [body.name, *body.aliases]
    for long, short in (("African Union ", "AU "), ("European Union ", "EU ")):
        found += [name.replace(long, short, 1) for name in found if name.startswith(long)]
        found += [name.replace(short, long, 1) for name in found if name.startswith(short)]
    for name in tuple(found):
        if name.startswith("United Nations "):
            found += [f"UN {name[15:]}", f"U.N. {name[15:]}"]
        if re.match(r"UN ", name):
            found += [f"U.N. {name[3:]}", f"United Nations {name[3:]}"]
    return list(dict.fromkeys(found))


@cache
def body_names() -> PhraseTable[Body]:
    """The names of the bodies without their acronyms."""
    table: PhraseTable[Body] = PhraseTable()
    for body in bodies().values():
        for name in spellings(body):
            table.add(name, body)
    # The organs of the United Nations are named without it.
    for organ in (
        "Security Council",
        "General Assembly",
        "Economic and Social Council",
        "Human Rights Council",
    ):
        table.add(organ, bodies()[f"United Nations {organ}"])
    return table


_OWN_NAME_WORDS = 2


@cache
def organ_names() -> PhraseTable[tuple[Body, ...]]:
    """Organs by what they are called within their organization: General Conference, Permanent Council."""
    meant: dict[str, list[Body]] = {}
    for body in bodies().values():
        if body.parent:
            for name in spellings(body):
                own = re.split(r" of (?:the )?", name)[0] if " of " in name else None
                if own and len(own.split()) >= _OWN_NAME_WORDS and own not in bodies():
                    meant.setdefault(own, []).append(body)
    table: PhraseTable[tuple[Body, ...]] = PhraseTable()
    for own, found in meant.items():
        table.add(own, tuple(dict.fromkeys(found)))
    return table


@cache
def body_by_name() -> dict[str, Body]:
    """Bodies by the folded forms of their names and acronyms; an acronym of several bodies is left out."""
    found = {fold(name): body for body in bodies().values() for name in spellings(body)}
    single = {fold(acronym): meant[0] for acronym, meant in acronyms().items() if len(meant) == 1}
    return single | found


@cache
def acronyms() -> dict[str, tuple[Body, ...]]:
    """The bodies that an acronym may stand for."""
    found: dict[str, tuple[Body, ...]] = {}
    for body in bodies().values():
        for acronym in body.acronyms:
            found[acronym] = (*found.get(acronym, ()), body)
    return found


@cache
def place_names() -> PhraseTable[Place]:
    table: PhraseTable[Place] = PhraseTable()
    for place in places():
        for name in (place.name, *place.aliases):
            table.add(name, place)
    return table


@cache
def place_by_name() -> dict[str, Place]:
    """Places by their folded names."""
    return {fold(name): place for place in places() for name in (place.name, *place.aliases)}
