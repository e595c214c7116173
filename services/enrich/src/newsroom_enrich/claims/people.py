"""People that the model missed where their title leaves no doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.claims.bodies import INSTITUTION
from newsroom_enrich.claims.titles import titles_in_names
from newsroom_enrich.folding import fold
from newsroom_enrich.phrases import words

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_NAME_WORD = r"[^\W\d_a-z][^\W\d_]*[^\W\d_A-Z][\w’'-]*"
# "Deputy Foreign Minister of Iran Mahdi Safari," - the name between the country and a mark that ends it.
_AFTER_COUNTRY = re.compile(rf" (?P<person>{_NAME_WORD}(?: {_NAME_WORD}){{1,3}})(?=[,;.]| and | also )")
_GLUED = re.compile(rf" (?P<person>{_NAME_WORD}(?: {_NAME_WORD}){{1,3}})")
_TITLE_BEFORE = re.compile(
    r"\b(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Aa]mbassador|[Dd]irector|[Cc]hair\w*|[Rr]epresentative"
    r"|[Pp]remier|[Cc]hancellor|[Ss]peaker|[Gg]overnor|[Ll]eader"
    r"|[Hh]ead)s?\b[^.;:\n]{0,200} of (?:the )?$"
)
_REACH = 240


def glued_person(text: str, name: Name, country_end: int) -> Name | None:
    """The person in a name that begins with the country of a title: "of Nepal Damodar Bhandari"."""
    titled = _TITLE_BEFORE.search(text, max(0, name.start - _REACH), name.start)
    rest = _GLUED.fullmatch(text, country_end, name.end)
    return Name(rest.start("person"), rest.end("person"), "PERSON") if titled and rest else None


_OFFICE = (
    r"(?:[Mm]inister|[Pp]resident|[Aa]mbassador|[Pp]remier|[Cc]hancellor|[Ee]nvoy|[Ss]peaker|[Gg]overnor"
    r"|[Cc]hair(?:man|woman|person)?|[Ss]ecretary|[Ss]ecretary[- ][Gg]eneral|[Dd]irector[- ][Gg]eneral"
    r"|[Cc]ommissioner|[Ss]enator|[Mm]ayor|[Ss]pokes(?:man|woman|person))"
)
_TITLE_JUST_BEFORE = re.compile(
    rf"\b(?:[Cc]ounterpart|[Cc]olleague|{_OFFICE}|[Cc]hief|[Dd]irector|[Ll]eader|[Ff]irst [Ll]ady"
    r"|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Hono[u]?rable|Excellency),? $"
)
# "Chancellor Christian Stocker", "King Abdullah II", where the model sees no name.
_NO_NAME = (
    r"(?!(?:General|Elect|Designate|Pro|Office|Council|Meeting|Summit|Conference|Committee|Commission|Cabinet"
    r"|Palace|House|Party|Cup|Day|University|Foundation|Mr|Mrs|Ms|Dr|Sheikh|Prince|King|Queen|The|On"
    r"|In|At|His|Her|State|Foreign|Minister|President|Deputy|Emeritus|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|March|April|June|July|August|September|October|November|December|Government"
    r"|Administration|Ministry|Institute|Airport|Prize|Award)\b)"
)
_GIVEN = rf"{_NO_NAME}{_NAME_WORD}"
_UNSEEN = re.compile(
    rf"\b{_OFFICE} (?P<person>{_GIVEN}(?: (?:(?:al|el|bin|de|da|van|von|der) )?{_GIVEN}){{1,3}}"
    r"(?: [IVX]+\b)?)"
    rf"|\b(?:King|Queen|Emperor|Pope) (?P<monarch>{_GIVEN}(?: [IVX]+\b|(?= of\b|,| and\b)))"
)
_NOT_A_NAME = re.compile(
    r" (?:Agreement|Declaration|Council|Committee|Summit|Ministry|Office|Party|Award|Prize)\b"
)
# A place that nobody knows, with an office after it: "Ian Borg, Malta's deputy prime minister".
_TITLE_AFTER = re.compile(
    r", (?!whose|where|which|with|and|in )(?:the )?(?:\w+['’]s? )?(?:[\w-]+ ){0,4}"
    rf"{_OFFICE}\b(?! of the (?:city|region))"
)
# The same for what the model takes for an organization, where only a person can have the title.
_TITLE_OF_ONE_AFTER = re.compile(
    r", (?:the |an? |its |whose )?(?:[A-Z][\w-]+(?:['’]s)? )?(?:[a-z-]+ ){0,3}"
    rf"(?:{_OFFICE})\b(?! [^\W\d_a-z])"
)
_SITE = re.compile(r" (?:Region|Province|City|State|Islands?|Strip|Bank|Sea|Gulf|Valley|Square|Park|Palace)$")
_TWO_OR_MORE_WORDS = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,3}}")
_SHORT_REACH = 16
_OFFICE_JUST_BEFORE = re.compile(rf"\b{_OFFICE} $")
_STATE_FORM = re.compile(
    r"\b(?:Republic|Kingdom|Duchy|Region|Province|District|City|State|Federation|Territory|Islands?|Gulf|Sea"
    r"|Coast|Port|Strait|Emirate|Sultanate|Union|Commonwealth|North|South|East|West|Bank)\b"
)


# What follows a given name and a family name in the languages of Central Asia and the Caucasus.
_PATRONYM_AFTER = re.compile(r" (?:uulu|kyzy|uly|qyzy|ogly|oglu|oghlu|o['’]g['’]li|qizi|gizi|kizi)\b")
_FAMILY_OF_AFTER = re.compile(
    rf" (?:do|dos|da|das|del|della|van|von|bin|ibn|bint)(?: (?:Al|al|de|der|den))? {_NAME_WORD}"
    rf"(?: {_NAME_WORD})?"
)
# A given name where something else says who this is: "H.E. Dr. Sultan Al Jaber".
_SULTAN = re.compile(r"(?P<styled>\b(?:Dr|Mr|Eng)\.? )?\b(?P<given>Sultan )$")
_GIVEN_BEFORE = re.compile(rf"\b{_OFFICE} (?P<more>(?:{_GIVEN} ){{1,2}})$")
# "al-Thani" and "de Mistura" are no whole names.
_PARTICLE = re.compile(r"(?:[Aa]l|[Ee]l)[- ]|(?:bin|ben|de|da|dos|van|von) ")
_GIVEN_ALONE = re.compile(
    r"(?:^|[ (])(?P<more>(?!(?:When|While|After|Before|But|And|As|For|With|Then|Later|Yet|So|If|Since|From|By"
    rf"|That|Both|Only|Even|Also|Mrs|Lord|Sir)\b){_GIVEN} )$"
)
_FAMILY_AFTER = re.compile(rf" {_GIVEN}(?=[,.;:)]| [a-z]|$)")
_OF_A_COUNTRY = re.compile(
    rf"(?P<person>{_NAME_WORD}(?: {_NAME_WORD}){{1,2}}) of (?:the )?(?P<home>[^\W\d_a-z].*)"
)
_ACRONYM_AND_PERSON = re.compile(rf"(?P<body>[A-Z]{{3,}}) (?P<person>{_NAME_WORD}(?: {_NAME_WORD}){{1,2}})")
_CAPITAL_WORD = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]*[A-ZÀ-ÖØ-Þ]"
_CAPITALS = re.compile(
    rf"(?m)^(?P<person>{_CAPITAL_WORD}(?: (?:(?:[A-Z]\.|de|da|van|von|bin|al) )?"
    rf"{_CAPITAL_WORD}){{1,4}})(?: \((?P<country>[A-Z][^()\n]+)\)(?! ?[—–-])"
    rf"|, (?:[A-Z][\w-]+,? (?:of |for |and |the )*){{0,6}}?(?:{_OFFICE}|Director|Coordinator|Head|Chief)\b)"
)


def titled_people(reading: Reading, names: NameList) -> None:
    """Names next to a title are people, and so are capitals that the model left out after a title."""
    _known(reading, names)
    titles_in_names(reading, names)
    for name in list(names):
        known = name.country or name.body or name.label == "LAW"
        if known:
            continue
        if _has_title(reading.text, name):
            person = replace(name, label="PERSON")
            names.put(person)
            _whole(reading.text, person, names)
        elif name.label == "PERSON":
            _whole(reading.text, name, names)
        elif name.label == "ORG":
            _of_an_acronym(reading.text, name, names)
        elif name.label == "GPE":
            _of_a_country(reading.text, name, names)
    _in_capitals(reading, names)
    _unseen(reading, names)
    _after_countries(reading, names)


def _has_title(text: str, name: Name) -> bool:
    """Whether a name of two or more words stands right after a title, or is a place with a title."""
    surface = text[name.start : name.end]
    if not _TWO_OR_MORE_WORDS.fullmatch(surface) or INSTITUTION.search(surface):
        return False
    if _TITLE_JUST_BEFORE.search(text, max(0, name.start - _SHORT_REACH), name.start):
        return True
    if name.label == "ORG":
        return _TITLE_OF_ONE_AFTER.match(text, name.end) is not None
    doubted = (
        name.label in {"GPE", "LOC"}
        and fold(surface) not in knowledge.place_by_name()
        and _SITE.search(surface) is None
    )
    return doubted and _TITLE_AFTER.match(text, name.end) is not None


def _in_capitals(reading: Reading, names: NameList) -> None:
    """Speakers as minutes of meetings name them: "MARIA SILVA (Portugal) said", "JAN NOVAK, Director"."""
    for found in _CAPITALS.finditer(reading.text):
        country = found["country"]
        known = country is None or fold(country) in knowledge.country_by_name()
        if known and fold(found["person"]) not in knowledge.place_by_name():
            names.put(Name(*found.span("person"), "PERSON"))


def _known(reading: Reading, names: NameList) -> None:
    """People of the table under their full names, where the model marks nothing or something else."""
    for hit in knowledge.people_names().find(reading.text, reading.words):
        around = names.around(hit.start, hit.end)
        whole = all(hit.start <= name.start and name.end <= hit.end and not name.body for name in around)
        one_person = len(around) == 1 and around[0].label == "PERSON"
        if whole and not one_person:
            names.put(Name(hit.start, hit.end, "PERSON"))


def _whole(text: str, name: Name, names: NameList) -> None:
    """The name with what the model left out: Nurlan Asanov uulu, Health Minister [Budi] Gunadi [Sadikin]."""
    start, end = name.start, name.end
    if patronym := _PATRONYM_AFTER.match(text, end) or _FAMILY_OF_AFTER.match(text, end):
        end = patronym.end()
    elif given := _SULTAN.search(text, max(0, start - _SHORT_REACH), start):
        start = (
            given.start("given")
            if given["styled"] or text.startswith(("Al ", "Al-", "bin "), start)
            else start
        )
    elif before := _GIVEN_BEFORE.search(text, max(0, start - _REACH), start):
        start = before.start("more")
    elif _PARTICLE.match(text, start) and (
        alone := _GIVEN_ALONE.search(text, max(0, start - _SHORT_REACH), start)
    ):
        start = alone.start("more")
    elif _OFFICE_JUST_BEFORE.search(text, max(0, start - _SHORT_REACH), start) and (
        after := _FAMILY_AFTER.match(text, end)
    ):
        end = after.end()
    others = [other for other in names.around(start, end) if other != name]
    inside = all(start <= other.start and other.end <= end for other in others)
    if (start, end) != (name.start, name.end) and inside and not any(map(_is_known, others)):
        names.put(Name(start, end, "PERSON"))


def _is_known(name: Name) -> bool:
    return bool(name.country or name.body)


def _of_an_acronym(text: str, name: Name, names: NameList) -> None:
    """A body and a person that the model took for one: "the Director of TURKPA Ramil Hasan"."""
    found = _ACRONYM_AND_PERSON.fullmatch(text, name.start, name.end)
    if found is None or INSTITUTION.search(found["person"]):
        return
    if _TITLE_BEFORE.search(text, max(0, name.start - _REACH), name.start):
        names.put(Name(*found.span("body"), "ORG"), Name(*found.span("person"), "PERSON"))


def _of_a_country(text: str, name: Name, names: NameList) -> None:
    """A person and a country that the model took for one place: "Roosevelt Skerrit of Dominica"."""
    found = _OF_A_COUNTRY.fullmatch(text, name.start, name.end)
    if found is None or _STATE_FORM.search(found["person"]):
        return
    home = next(knowledge.country_names().find(found["home"], words(found["home"])), None)
    if home is not None and home.end == len(found["home"]):
        country = Name(*found.span("home"), "GPE", country=home.value)
        names.put(Name(*found.span("person"), "PERSON"), country)


def _unseen(reading: Reading, names: NameList) -> None:
    """Two to four capitals right after a title, or the name of a monarch, where nothing is marked."""
    for found in _UNSEEN.finditer(reading.text):
        start, end = found.span("person" if found["person"] else "monarch")
        if not names.around(start, end) and not _NOT_A_NAME.match(reading.text, end):
            names.put(Name(start, end, "PERSON"))


def _after_countries(reading: Reading, names: NameList) -> None:
    """Two to four capitals after "[title] of [country]"."""
    for country in [name for name in names if name.country is not None]:
        found = _AFTER_COUNTRY.match(reading.text, country.end)
        if found is None or not _TITLE_BEFORE.search(
            reading.text, max(0, country.start - _REACH), country.start
        ):
            continue
        start, end = found.span("person")
        known = fold(found["person"]) in knowledge.country_by_name() or INSTITUTION.search(found["person"])
        if not known and all(
            name.label in {"EVENT", "ORG", "GPE"} and not name.body for name in names.around(start, end)
        ):
            names.put(Name(start, end, "PERSON"))
