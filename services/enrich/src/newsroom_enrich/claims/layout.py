"""Datelines: the city that a report comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.folding import fold
from newsroom_enrich.generic import HEADING

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_CAPITALS = r"(?:(?:ST|MT|FT)\.|[^\W\d_a-z](?:['’-]?[^\W\d_a-z])*)"
# Capitals that open a line, then perhaps a country or an agency, then a dash.
_DATELINE = re.compile(
    rf"(?m)^[ \t]*(?P<city>{_CAPITALS}(?: {_CAPITALS}){{0,3}})"
    r"(?=(?:, [^\n—–(]{2,40})? ?(?:[—–]|--| - |\((?P<agency>[A-Za-z][\w. ]{1,20})\) ?[—–-]))"
)
_MIN_LETTERS = 3
# Reports from its seat open with the organization itself.
_BODIES = frozenset({"united nations"})


def datelines(reading: Reading, names: NameList) -> None:
    """The capitals that open a line before a dash name a city, the bracket after them an agency."""
    for match in _DATELINE.finditer(reading.text):
        city = match["city"]
        letters = sum(character.isalpha() for character in city)
        if letters < _MIN_LETTERS or not city.isupper() or HEADING.search(city) or fold(city) in _BODIES:
            continue
        if match["agency"]:
            _agency(names, match)
        start, end = match.span("city")
        if all(start <= name.start and name.end <= end for name in names.around(start, end)):
            names.put(Name(start, end, "GPE"))


def _agency(names: NameList, dateline: re.Match[str]) -> None:
    """What stands in brackets after the city, unless it is the country: ZAGREB (Hina)."""
    start, end = dateline.span("agency")
    folded = fold(dateline["agency"])
    known = folded in knowledge.country_by_name() or folded in knowledge.place_by_name()
    if not known and (dateline["agency"].isupper() or names.around(start, end)):
        names.put(Name(start, end, "ORG"))
