"""Regions and works that take their name from a city or a river: Sumy region, Kempir-Abad reservoir."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import cities
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_WORK = re.compile(
    r" (?:dam|reservoir|massif|gorge|canyon|glacier|nature reserve|biosphere reserve|national park|air ?base"
    r"|naval base|military base|archipelago|border crossing|checkpoint|refugee camp|cosmodrome"
    r"|(?:nuclear|thermal|hydroelectric) (?:power )?(?:plant|station))\b"
)
_REGION = re.compile(r" (?:region|oblast|province|governorate|district|prefecture|voivodeship|county)\b")


def regions(reading: Reading, names: NameList) -> None:
    """Put the common noun to the name where it makes it another place."""
    text = reading.text
    for name in list(names):
        if name.label not in {"GPE", "LOC"} or name.country is not None:
            continue
        noun = _WORK.match(text, name.end)
        if noun is None and (region := _REGION.match(text, name.end)) is not None:
            of_city = cities.country_of_city(fold(text[name.start : name.end])) is not None
            noun = region if of_city else None
        if noun is not None:
            names.put(replace(name, end=noun.end(), label="LOC"))
