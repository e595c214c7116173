"""Regions and works that take their name from a city or a river: Sumy region, Kempir-Abad reservoir."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import cities
from newsroom_enrich.annotations import Name
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
_SITE_NOUNS = (
    "Convention Center",
    "Convention Centre",
    "Conference Center",
    "Conference Centre",
    "Exhibition Center",
    "Exhibition Centre",
    "Congress Center",
    "Congress Centre",
    "Presidential Palace",
    "International Airport",
    "Air Base",
    "Air Force Base",
    "Nuclear Power Plant",
    "National Park",
    "reservoir",
)
_CAPITALS = re.compile(
    r"(?:^|[ “\"(\n])(?P<name>[^\W\d_a-z][\w-]+(?: (?:and |& )?[^\W\d_a-z][\w-]+){0,4}(?: (?:and|&))?) $"
)
_REACH = 60


def regions(reading: Reading, names: NameList) -> None:
    """Put the common noun to the name where it makes it another place."""
    text = reading.text
    _unmarked_sites(text, names)
    for name in list(names):
        if name.label not in {"GPE", "LOC"} or name.country is not None:
            continue
        noun = _WORK.match(text, name.end)
        if noun is None and (region := _REGION.match(text, name.end)) is not None:
            of_city = cities.country_of_city(fold(text[name.start : name.end])) is not None
            noun = region if of_city else None
        if noun is not None:
            names.put(replace(name, end=noun.end(), label="LOC"))


def _unmarked_sites(text: str, names: NameList) -> None:
    """Sites that the model leaves out: capitals, or a word with a hyphen, before a noun for a site."""
    for noun in _SITE_NOUNS:
        at = text.find(noun)
        while at >= 0:
            site = _CAPITALS.search(text, max(0, at - _REACH), at)
            end = at + len(noun)
            if site is not None and not text[end : end + 1].isalpha():
                around = names.around(site.start(), end)
                if all(name.body is None and name.start >= site.start("name") for name in around):
                    names.put(Name(site.start("name"), end, "LOC"))
            at = text.find(noun, end)
