"""Where and when a report was written: its dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import notes_of, text_of
from newsroom_enrich.components.dates import dateline_day
from newsroom_enrich.components.dates.component import dates_of, published_of
from newsroom_enrich.components.events.dateline import heads
from newsroom_enrich.folding import capitals_lowered

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ONLINE = re.compile(
    r"\b(?:met|meets?|meetings?|held|convened|gathered|conferred|conducted|session)\s+(?:\w+\s+)?(?:online|"
    r"virtually|remotely|by video\w*|via video\w*)"
    r"|\b(?:chaired|held|at|in|on|by) (?:the |a |an )(?:\w+ )?video ?(?:conference|call)\b"
    r"|(?<!by )(?<!via )(?<!through )\b(?:online|virtual|video) (?:summit|meeting|session|conference)\b",
    re.IGNORECASE,
)
# One of them is in whatever the pattern finds, and a plain search is much faster.
_ONLINE_WORDS = ("online", "virtual", "remotely", "video")
# "CHOLPON-ATA, 21 July", "Rarotonga (Reuters) -": the words before the first comma, bracket, dash or number.
_FIRST_PART = re.compile(
    r"(?!(?:By|Dear|Dispatch|From|Press|PRESS|NEWS|News|UNITED NATIONS|United Nations|Photo|Note|FOR|Final|"
    r"Joint|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Monday|"
    r"Tuesday|Wednesday|Thursday|Friday|Saturday|"
    r"Sunday)\b)[A-Z][^\W\d_]+(?:[ '’.-][A-Z]?[^\W\d_]+){0,3}(?=\s*[,(–—-]|\s*$|\s+\d)"
)
_DATELINE_REST = re.compile(r"^[ \t]*(?:,|\(|–|—|--| - |\d)")
_DAY_BEHIND = re.compile(r",? (?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2})\b")
_AFTER_HEAD = 4
CITY_STATES = frozenset(
    {"Singapore", "Monaco", "Luxembourg", "Djibouti", "Kuwait", "Panama", "Guatemala", "San Marino"}
)
DATELINE_DAYS = 4
_TWO_CITIES = re.compile(r"[A-Z]{3,}\s?/\s?[A-Z]{3,}")


@dataclass(frozen=True, slots=True)
class Setting:
    """The place and day of the dateline; `day` falls back to the day of publication."""

    day: date
    place: str | None = None
    head_end: int = 0


def setting_of(doc: Doc) -> Setting:
    """The dateline of a report, or what stands for it."""
    text = text_of(doc)
    tops = heads(text)
    published = published_of(doc)
    day = dateline_day(text, published) or _day(doc, tops, published)
    for start, end in tops:
        if _TWO_CITIES.search(text[start:end]):
            break
        if (place := _place(doc, text, start, end)) is not None:
            return Setting(day, place, end)
    return Setting(day, None, tops[-1][1] if tops else 0)


def _day(doc: Doc, tops: list[tuple[int, int]], published: date) -> date:
    for start, end in tops:
        for found in dates_of(doc):
            if start <= found.start < end and found.is_day:
                day = date.fromisoformat(found.first)
                if abs((day - published).days) <= DATELINE_DAYS:
                    return day
    return published


def _place(doc: Doc, text: str, start: int, end: int) -> str | None:
    """The city of one dateline: an entity, a city that is a state of its own, or else its words."""
    notes = notes_of(doc)
    head = text[start:end]
    first = _FIRST_PART.match(head)
    named = next(iter(notes.mentioned(start, end, "place")), None)
    if named is not None and (first is None or named.mentions[0][0] < start + first.end()):
        return named.name
    country = next(iter(notes.mentioned(start, end, "country")), None)
    if country is not None and head.casefold().startswith(country.name.casefold()):
        return country.name if country.name in CITY_STATES else None
    # Nobody stands before a day: "Sharm el-Sheikh, 22 November" is a place, whatever the model takes it for.
    dated = first is not None and _DAY_BEHIND.match(head, first.end()) is not None
    unknown = first is not None and not any(
        start <= at < start + first.end()
        for entity in notes.entities
        if not (dated and entity.type == "person")
        for at, _ in entity.mentions
    )
    if first is not None and unknown and _DATELINE_REST.search(text[start + first.end() : end + _AFTER_HEAD]):
        return capitals_lowered(first[0].strip())
    return named.name if named is not None else None


def is_online(text: str) -> bool:
    """Whether a sentence says that a meeting was held without a place."""
    lowered = text.casefold()
    return any(word in lowered for word in _ONLINE_WORDS) and _ONLINE.search(text) is not None
