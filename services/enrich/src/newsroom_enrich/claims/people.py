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
    rf"\b(?:[Cc]ounterpart|{_OFFICE}|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Hono[u]?rable|Excellency),? $"
)
# "Chancellor Christian Stocker", "King Abdullah II", where the model sees no name.
_NO_NAME = (
    r"(?!(?:General|Elect|Designate|Office|Council|Meeting|Summit|Conference|Committee|Commission|Cabinet"
    r"|Palace|House|Party|Cup|Day|University|Foundation|Mr|Mrs|Ms|Dr|Sheikh|Prince|King|Queen|The|On"
    r"|In|At|His|Her|State|Foreign|Minister|President|Deputy|Emeritus)\b)"
)
_GIVEN = rf"{_NO_NAME}{_NAME_WORD}"
_UNSEEN = re.compile(
    rf"\b{_OFFICE} (?P<person>{_GIVEN}(?: (?:(?:al|el|bin|de|da|van|von|der) )?{_GIVEN}){{1,3}}"
    r"(?: [IVX]+\b)?)"
    rf"|\b(?:King|Queen|Emperor|Pope) (?P<monarch>{_GIVEN}(?: [IVX]+\b|(?= of\b|,)))"
)
_NOT_A_NAME = re.compile(
    r" (?:Agreement|Declaration|Council|Committee|Summit|Ministry|Office|Party|Award|Prize)\b"
)
# A place that nobody knows, with an office after it: "Ian Borg, Malta's deputy prime minister".
_TITLE_AFTER = re.compile(
    r", (?!whose|where|which|with|and|in )(?:the )?(?:\w+['’]s? )?(?:[\w-]+ ){0,4}"
    rf"{_OFFICE}\b(?! of the (?:city|region))"
)
_SITE = re.compile(r" (?:Region|Province|City|State|Islands?|Strip|Bank|Sea|Gulf|Valley|Square|Park|Palace)$")
_TWO_OR_MORE_WORDS = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,3}}")
_SHORT_REACH = 16


def titled_people(reading: Reading, names: NameList) -> None:
    """Names next to a title are people, and so are capitals that the model left out after a title."""
    for name in list(names):
        known = name.country or name.body or name.label == "LAW"
        if not known and _has_title(reading.text, name):
            names.put(replace(name, label="PERSON"))
    _unseen(reading, names)
    _after_countries(reading, names)


def _has_title(text: str, name: Name) -> bool:
    """Whether a name of two or more words stands right after a title, or is a place with a title."""
    surface = text[name.start : name.end]
    if not _TWO_OR_MORE_WORDS.fullmatch(surface) or INSTITUTION.search(surface):
        return False
    if _TITLE_JUST_BEFORE.search(text, max(0, name.start - _SHORT_REACH), name.start):
        return True
    doubted = (
        name.label in {"GPE", "LOC"}
        and fold(surface) not in knowledge.place_by_name()
        and _SITE.search(surface) is None
    )
    return doubted and _TITLE_AFTER.match(text, name.end) is not None


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
