"""Where and when a report was written: its dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import notes_of
from newsroom_enrich.components.dates.component import dates_of
from newsroom_enrich.components.events.dateline import heads

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ONLINE = re.compile(
    r"\b(?:met|meets?|meetings?|held|convened|gathered|session)\s+(?:\w+\s+)?(?:online|virtually|remotely|by video\w*|via video\w*)"
    r"|\b(?:online|virtual|video) (?:summit|meeting|session|conference)\b",
    re.IGNORECASE,
)
_TWO_CITIES = re.compile(r"[A-Z]{3,}\s?/\s?[A-Z]{3,}")


@dataclass(frozen=True, slots=True)
class Setting:
    """The place and day of the dateline; `day` falls back to the day of publication."""

    day: date
    place: str | None = None
    head_end: int = 0


def setting_of(doc: Doc) -> Setting:
    """The dateline of a report, or what stands for it."""
    notes = notes_of(doc)
    day = notes.published_at.date()
    tops = heads(doc.text)
    for start, end in tops:
        for found in dates_of(doc):
            if start <= found.start < end and found.is_day and abs((date.fromisoformat(found.first) - day).days) <= 4:
                day = date.fromisoformat(found.first)
                break
    for start, end in tops:
        if _TWO_CITIES.search(doc.text[start:end]):
            break
        for kind in ("place", "country"):
            for entity in notes.mentioned(start, end, kind):  # type: ignore[arg-type]  # two of the entity types
                if kind == "place" or doc.text[start:end].startswith(entity.name.upper()):
                    return Setting(day, entity.name, end)
    return Setting(day, None, tops[-1][1] if tops else 0)


def is_online(text: str) -> bool:
    """Whether a sentence says that a meeting was held without a place."""
    return _ONLINE.search(text) is not None
