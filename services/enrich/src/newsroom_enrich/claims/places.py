"""Well-known regions and cities, and conferences that are named by a number."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.claims.reading import within_longer

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.knowledge import Place
    from newsroom_enrich.namelist import NameList
    from newsroom_enrich.phrases import Hit

# Cities that are names of people as well.
_ALSO_PEOPLE = frozenset(
    {"Victoria", "Florence", "Sydney", "Austin", "Kingston", "Santiago", "Lima", "Valencia", "Georgetown"}
    | {"Houston", "Wales", "England", "Sofia", "Paris"}
)
_PREPOSITION = re.compile(r"\b(?:in|at|from|to|near|outside|of|between|and|via|around) $")
_REACH = 12
_CONFERENCE = re.compile(r"\bCOP ?-?\d{1,2}\b")


def places(reading: Reading, names: NameList) -> None:
    """Places of the table, where the model marks nothing, less, or another kind."""
    for hit in knowledge.place_names().find(reading.text, reading.words):
        around = names.around(hit.start, hit.end)
        label = "LOC" if hit.value.kind == "region" else "GPE"
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


def _is_sure(text: str, hit: Hit[Place]) -> bool:
    """A region, a name of several words, or a city after a preposition of place."""
    if hit.value.kind == "region" or " " in text[hit.start : hit.end]:
        return True
    return bool(_PREPOSITION.search(text, max(0, hit.start - _REACH), hit.start))


def conferences(reading: Reading, names: NameList) -> None:
    """Numbered conferences of parties: COP29, where no longer name contains it."""
    for match in _CONFERENCE.finditer(reading.text):
        start, end = match.span()
        if not within_longer(names, start, end):
            names.put(Name(start, end, "EVENT"))
