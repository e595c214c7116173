"""Institutions that are "of" a country by their names: the Civil Aviation Administration of China."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.claims.bodies import INSTITUTION
from newsroom_enrich.folding import fold
from newsroom_enrich.portfolios import PORTFOLIO

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_OF = re.compile(r" of (?:the )?")
_OF_A_STATE = re.compile(
    r"(?i)\b(?:ministry|department|administration|directorate|secretariat|presidency|cabinet|inspectorate"
    r"|tribunal|archives?|observatory)\b"
)
# A company "of South Korea" only comes from there; a cabinet acts for its country, which is named with it.
_APART = re.compile(
    r"(?i)\b(?:group|company|corporation|(?:cabinet|council) of ministers)$"
    r"|^(?:embassy|government|cabinet|office|national team|army|[^ ]+)$"
)
_PORTFOLIO = re.compile(rf"(?i:{PORTFOLIO})|Labou?r|(?:Social )?Welfare|Works|Enterprises|Micro")
_MINISTER_OF = re.compile(
    r"\b[Mm]inisters? (?:of|for) (?:the )?[^\W\d_a-z][^.;:()\n]*?(?:,|,? and|,? &) (?:the )?$"
)
_REACH = 120
_OFFICER = (
    r"(?:Prime Minister|(?:Vice[ -])?President|Deputy Prime Minister|Ombudsman|Chief Minister"
    r"|(?:Prosecutor|Attorney|Auditor)[ -]General)"
)
_OFFICE = re.compile(
    rf"\b(?:{_OFFICER}['’]s Office|Office of the {_OFFICER}) of (?:the )?"
    r"(?P<country>[^\W\d_a-z][\w'’-]+(?: (?:and )?[^\W\d_a-z][\w'’-]+){0,3})"
)
# "the New Zealand First party": what bears a country in its name, not the party of a country.
_PARTY_AFTER = re.compile(r"(?P<rest>(?: [^\W\d_a-z][\w'’-]+){1,3})(?= (?:party|movement|bloc|coalition)\b)")


def national_institutions(reading: Reading, names: NameList) -> None:
    """Put the country to the name of an institution that goes on with "of" it."""
    _fields_of_ministers(reading.text, names)
    _offices(reading.text, names)
    _parties(reading.text, names)
    for institution, country in pairwise(list(names)):
        if _of_country(reading.text, institution.end, country) and _is_national(reading.text, institution):
            names.put(replace(institution, end=country.end, body=None))


def _fields_of_ministers(text: str, names: NameList) -> None:
    """Drop what is only one of the fields of a minister: "Minister of Public Service, Labour and Trade"."""
    for name in list(names):
        if name.body is not None or name.label not in {"ORG", "LAW", "LOC", "GPE"}:
            continue
        field = _PORTFOLIO.fullmatch(text, name.start, name.end)
        if field and _MINISTER_OF.search(text, max(0, name.start - _REACH), name.start):
            names.drop(name.start, name.end)


def _offices(text: str, names: NameList) -> None:
    """The office of somebody in office, which a model hardly ever marks as a whole."""
    for office in _OFFICE.finditer(text):
        words, start = office["country"].split(" "), office.start("country")
        ends = (start + len(" ".join(words[:count])) for count in range(len(words), 0, -1))
        if end := next((end for end in ends if fold(text[start:end]) in knowledge.country_by_name()), None):
            names.put(Name(office.start(), end, "ORG"))


def _parties(text: str, names: NameList) -> None:
    """A party that begins with the name of a country, of which a model marks only that."""
    for country in [name for name in names if name.country is not None and name.country.form == "name"]:
        party = _PARTY_AFTER.match(text, country.end)
        if party is not None and not names.around(country.end, party.end()):
            names.put(Name(country.start, party.end(), "ORG"))


def _of_country(text: str, end: int, country: Name) -> bool:
    """Whether a name that ends at an offset goes on with "of" this country, in the short form."""
    by_name = country.country is not None and country.country.form == "name"
    return by_name and _OF.fullmatch(text, end, country.start) is not None


def _is_national(text: str, name: Name) -> bool:
    """Whether a name is that of an institution, and not of a body that the table has without a country."""
    surface = text[name.start : name.end]
    if name.label != "ORG" or _APART.search(surface):
        return False
    if name.body is not None and (surface in knowledge.spellings(name.body) or surface.isupper()):
        return False
    return (_OF_A_STATE.search(surface) or INSTITUTION.search(surface)) is not None
