"""Bodies and meetings of several sides, named with dashes: EU–Moldova Association Committee."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.phrases import words

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_HEAD = (
    r"(?:Summit|Meeting|Council|Committee|Commission|Forum|Dialogue|Conference|Assembly|Group|Mechanism"
    r"|Task Force)"
)
_SHARED = re.compile(rf"\b{_HEAD}(?: of (?:Ministers|Heads of (?:State|Government)))?$")
_CAPITALISED = r"[^\W\d_a-z][\w.'’]*"
_SIDE = rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,3}}"
# "the Ukraine – South East Europe Summit": with spaces around it, a dash joins only after an article.
_SIDES = re.compile(rf"(?:\bthe (?P<spaced>{_SIDE}) [–—-] |(?P<close>{_SIDE})[–—‑-])$")
_WITH_ARTICLE = re.compile(
    r"(?:Philippines|Netherlands|Bahamas|Gambia|Maldives|Comoros|Seychelles|Sudan|Congo|United|U[SK]|U\.|UAE"
    r"|Republic|Kingdom|State|DR|Central|Czech|Dominican|Marshall|Solomon|Vatican|Holy)"
)
_REACH = 60
_DASHES = frozenset("–—‑-")
_REST = re.compile(rf" (?:[^\W\d_a-z][\w-]*(?:,? (?:and )?)){{0,5}}{_HEAD}\b")


def joints(reading: Reading, names: NameList) -> None:
    """A name goes back over the dashes before it as far as countries and bodies stand there."""
    for name in list(names):
        if name.label not in {"ORG", "EVENT"} or not _SHARED.search(reading.text, name.start, name.end):
            continue
        start = name.start
        while (earlier := _side_before(reading.text, names, start)) is not None:
            start = earlier
        if start < name.start:
            names.put(replace(name, start=start, body=None))
    _pairs(reading.text, names)
    for first, second in pairwise(list(names)):
        if reading.text[first.end : second.start] in _DASHES and _is_side(first) and _is_side(second):
            rest = _REST.match(reading.text, second.end)
            if rest and not names.around(second.end, rest.end()):
                names.put(Name(first.start, rest.end(), "ORG"))


def _pairs(text: str, names: NameList) -> None:
    """The Chad and Niger Border Panel: an article before the first country is that of the whole name."""
    for first, second in pairwise(list(names)):
        if (
            first.country is not None
            and first.country.form == "name"
            and second.label == "ORG"
            and second.body is None
            and text[first.end : second.start] == " and "
            and text[max(0, first.start - 4) : first.start].casefold() == "the "
            and _begins_with_country(text[second.start : second.end])
            and not _WITH_ARTICLE.match(text, first.start)
        ):
            names.put(replace(second, start=first.start))


def _begins_with_country(surface: str) -> bool:
    hit = next(knowledge.country_names().find(surface, words(surface)), None)
    return hit is not None and hit.start == 0 and hit.end < len(surface)


def _side_before(text: str, names: NameList, start: int) -> int | None:
    """Where the side begins that a dash joins to text[start:]; None where there is none."""
    sides = _SIDES.search(text, max(0, start - _REACH), start)
    if sides is None:
        return None
    begin, end = sides.span("spaced" if sides["spaced"] else "close")
    side = next(iter(names.around(end - 1, end)), None)
    if side is None or side.end != end or not _is_side(side):
        return None
    return side.start if not sides["spaced"] or side.start == begin else None


def _is_side(name: Name) -> bool:
    return name.country is not None or name.body is not None or name.label in {"GPE", "LOC"}
