"""Names that have a title in them: "King Abdullah II" is a king, "Chinese State Councilor" only a country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.phrases import words

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_WORD = r"[^\W\d_a-z][^\W\d_]*[^\W\d_A-Z][\w’'-]*"
# A place may bear the name of a king, but hardly with his number, and is not "of" a country.
_MONARCH = re.compile(
    rf"(?:King|Queen|Emperor|Empress|Pope|Sultan|Emir|Amir) (?P<person>{_WORD}(?: [IVX]+)?)"
)
_NUMBER = re.compile(r" [IVX]+$")
_OF_THE_COUNTRY = re.compile(r" of (?:the )?(?=[^\W\d_a-z])")
_OFFICE = re.compile(
    rf"(?: {_WORD}){{0,3}} (?:Minister|President|Premier|Chancellor|Ambassador|Envoy|Representative"
    r"|Councill?or|Counsell?or|Secretary|Advis[eo]r|Spokes(?:man|woman|person)|Commissioner|Governor|Negotiator)"
)


def titles_in_names(reading: Reading, names: NameList) -> None:
    """Leave the person without the title, and the country without its office."""
    for name in list(names):
        if name.label in {"GPE", "LOC", "ORG"} and not (name.body or name.country):
            _monarch(reading.text, name, names)
            _office(reading.text, name, names)


def _monarch(text: str, name: Name, names: NameList) -> None:
    found = _MONARCH.fullmatch(text, name.start, name.end)
    if found and (_NUMBER.search(found["person"]) or _OF_THE_COUNTRY.match(text, name.end)):
        names.put(Name(*found.span("person"), "PERSON"))


def _office(text: str, name: Name, names: NameList) -> None:
    surface = text[name.start : name.end]
    country = next(knowledge.country_names().find(surface, words(surface)), None)
    if country is not None and country.start == 0 and _OFFICE.fullmatch(surface, country.end):
        names.put(Name(name.start, name.start + country.end, "GPE", country=country.value))
