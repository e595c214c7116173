"""Well-known regions and cities, and conferences that are named by a number."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.claims.reading import within_longer
from newsroom_enrich.claims.treaties import ORDINAL_BEFORE

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.knowledge import Place
    from newsroom_enrich.namelist import NameList
    from newsroom_enrich.phrases import Hit

# Cities that are names of people as well.
_ALSO_PEOPLE = frozenset(
    {"Victoria", "Florence", "Sydney", "Austin", "Kingston", "Santiago", "Lima", "Valencia", "Georgetown"}
    | {"Houston", "Wales", "England", "Sofia", "Paris", "Virginia", "Carolina"}
)
# Regions whose name is an adjective too, and the words after which it is none.
_ALSO_ADJECTIVES = frozenset(
    {"Caribbean", "Asia-Pacific", "Indo-Pacific", "Pacific", "Atlantic", "Baltic", "Balkan", "Caspian"}
    | {"Arctic", "Antarctic", "Mediterranean", "Amazon", "Aegean", "Adriatic"}
)
_NEXT_WORD = re.compile(r" (?P<word>[a-z]+)")
_NO_NOUNS = frozenset(
    "and or nor but in on at for to of with from by as is was are were be been has have had will would can"
    " could may might must should shall do does did after before while when where who which that than then"
    " over under since during until into through across between among against about around toward towards"
    " remains remain became becomes said says also not off out up down near because if so yet itself".split()
)
_PREPOSITION = re.compile(r"\b(?:in|at|from|to|near|outside|of|between|and|via|around) $")
_REACH = 12
_CONFERENCE = re.compile(
    r"\b(?:C[Oo]P|CMA|MC|MEPC|WHA|UNGA|UNEA|MOP|WRC|INC|SB)[ -]?\d{1,3}\b(?![./(]\w)|\bExpo 20\d\d\b"
)
# "SCO Plus Meeting", "ASEAN Post-Ministerial Conferences", right behind the acronym.
_OF_SESSIONS = re.compile(r"\b(?:Health|Environment) Assembly$|\bLabour Conference$|\bCongress$")
_OF_BODY = re.compile(
    r"(?:-[A-Z]{2,})? (?:(?:Plus|Economic|Foreign|Finance|Trade|Energy|Leaders['’]?|Ministers['’]?"
    r"|Ministerial|Informal|Virtual|Special|Joint|Business|Extraordinary|Post-Ministerial"
    r"|Women['’]s|Youth) )*"
    r"(?:Meetings?|Summit|Retreat|Conferences)\b(?! of)"
)


def places(reading: Reading, names: NameList) -> None:
    """Places of the table, where the model marks nothing, less, or another kind."""
    _settle_regions(reading.text, names)
    for hit in knowledge.place_names().find(reading.text, reading.words):
        around = names.around(hit.start, hit.end)
        if _is_adjective(reading.text, hit):
            if all((name.start, name.end) == (hit.start, hit.end) for name in around):
                names.drop(hit.start, hit.end)
            continue
        label = "GPE" if hit.value.kind == "city" else "LOC"
        if not around:
            if _is_sure(reading.text, hit):
                names.put(Name(hit.start, hit.end, label))
            continue
        same = around[0] if (around[0].start, around[0].end) == (hit.start, hit.end) else None
        if same is not None:
            person = same.label == "PERSON" and reading.text[hit.start : hit.end] in _ALSO_PEOPLE
            if not person and same.country is None and same.body is None:
                names.put(replace(same, label=label))
        elif all(hit.start <= name.start and name.end <= hit.end for name in around):
            names.put(Name(hit.start, hit.end, label))


def _settle_regions(text: str, names: NameList) -> None:
    """The Amazon is a region, whatever else has the name; "this Adriatic resort" names none."""
    for name in list(names):
        if name.label not in {"GPE", "LOC", "ORG"} or text[name.start : name.end] not in _ALSO_ADJECTIVES:
            continue
        if _is_adjective(text, name):
            names.drop(name.start, name.end)
        elif text.startswith("the ", max(0, name.start - 4)):
            names.put(replace(name, label="LOC"))


def _is_adjective(text: str, hit: Hit[Place] | Name) -> bool:
    """Whether the name of a region qualifies a noun, as in "Caribbean leaders"; that is no name."""
    if text[hit.start : hit.end] not in _ALSO_ADJECTIVES:
        return False
    after = _NEXT_WORD.match(text, hit.end)
    return after is not None and not (after["word"] in _NO_NOUNS or after["word"].endswith("ed"))


def _is_sure(text: str, hit: Hit[Place]) -> bool:
    """A region, a site, a name of several words, or a city after a preposition of place."""
    if hit.value.kind != "city" or " " in text[hit.start : hit.end]:
        return True
    return bool(_PREPOSITION.search(text, max(0, hit.start - _REACH), hit.start))


def conferences(reading: Reading, names: NameList) -> None:
    """Conferences by acronym and number (COP29), and meetings named after a body (SCO Plus Meeting)."""
    for match in _CONFERENCE.finditer(reading.text):
        start, end = match.span()
        if not within_longer(names, start, end):
            names.put(Name(start, end, "EVENT"))
    for name in list(names):
        if name.body is not None and _OF_SESSIONS.search(reading.text, name.start, name.end):
            ordinal = ORDINAL_BEFORE.search(reading.text, max(0, name.start - _REACH * 2), name.start)
            if ordinal is not None and ordinal["ordinal"][0].isupper():
                names.put(Name(ordinal.start(), name.end, "EVENT"))
                continue
        acronym = name.body is not None and reading.text[name.start : name.end].isupper()
        meeting = _OF_BODY.match(reading.text, name.end) if acronym else None
        if meeting is not None and all(other.body is None for other in names.around(name.end, meeting.end())):
            names.put(Name(name.start, meeting.end(), "EVENT"))
