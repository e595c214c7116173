"""People that the model missed where their title leaves no doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.claims.bodies import INSTITUTION
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_NAME_WORD = r"[^\W\d_a-z][^\W\d_]*[^\W\d_A-Z][\w’'-]*"
# "Deputy Foreign Minister of Iran Mahdi Safari," - the name between the country and a mark that ends it.
_AFTER_COUNTRY = re.compile(rf" (?P<person>{_NAME_WORD}(?: {_NAME_WORD}){{1,3}})(?=[,;.]| and | also )")
_GLUED = re.compile(rf" (?P<person>{_NAME_WORD}(?: {_NAME_WORD}){{1,3}})")
_TITLE_BEFORE = re.compile(
    r"\b(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Aa]mbassador|[Dd]irector|[Cc]hair\w*|[Rr]epresentative"
    r"|[Pp]remier"
    r"|[Hh]ead)\b[^.;:\n]{0,60} of (?:the )?$"
)
_REACH = 100


def glued_person(text: str, name: Name, country_end: int) -> Name | None:
    """The person in a name that begins with the country of a title: "of Nepal Damodar Bhandari"."""
    titled = _TITLE_BEFORE.search(text, max(0, name.start - _REACH), name.start)
    rest = _GLUED.fullmatch(text, country_end, name.end)
    return Name(rest.start("person"), rest.end("person"), "PERSON") if titled and rest else None


_TITLE_JUST_BEFORE = re.compile(
    r"\b(?:[Cc]ounterpart|[Mm]inister|[Pp]resident|[Aa]mbassador|[Ee]nvoy|[Pp]remier|Mr\.?|Ms\.?|Mrs\.?"
    r"|Dr\.?),? $"
)
_TWO_OR_MORE_WORDS = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,3}}")
_SHORT_REACH = 16


def titled_people(reading: Reading, names: NameList) -> None:
    """Names right after a title are people, and so are two to four capitals after "[title] of [country]"."""
    for name in list(names):
        surface = reading.text[name.start : name.end]
        known = name.country or name.body or name.label == "LAW"
        reach = max(0, name.start - _SHORT_REACH)
        titled = _TITLE_JUST_BEFORE.search(reading.text, reach, name.start)
        if titled and not known and _TWO_OR_MORE_WORDS.fullmatch(surface) and not INSTITUTION.search(surface):
            names.put(replace(name, label="PERSON"))
    for country in [name for name in names if name.country is not None]:
        found = _AFTER_COUNTRY.match(reading.text, country.end)
        if found is None or not _TITLE_BEFORE.search(
            reading.text, max(0, country.start - _REACH), country.start
        ):
            continue
        start, end = found.span("person")
        known = fold(found["person"]) in knowledge.country_by_name()
        if not known and all(
            name.label in {"EVENT", "ORG", "GPE"} and not name.body for name in names.around(start, end)
        ):
            names.put(Name(start, end, "PERSON"))
