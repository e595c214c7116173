"""The name of the meeting that a report covers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.gatherings import gathering, of_sides
from newsroom_enrich.components.events.sittings import sitting_noun

if TYPE_CHECKING:
    from newsroom.contracts import Resolution
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_MINISTERS = re.compile(
    r"\b((?:foreign|finance|defen[cs]e|interior|energy|trade|health|environment|justice|agriculture|"
    r"economy|transport|home affairs|labou?r|education|culture|fisheries|climate|european affairs|budget|"
    r"telecoms?|competitiveness|development|migration|farm)"
    r" ministers|ministers (?:of|for) (?:the )?[a-z]+(?: affairs)?)\b",
    re.IGNORECASE,
)
_MAX_TOPIC_CHARACTERS = 60


def covered_name(
    reading: Reading,
    best: Meeting | None,
    main_body: str | None,
    decided: list[Resolution],
    place: str | None,
) -> str:
    """Its name in the words of its best mention, else that of the body that met."""
    if best is None:
        added = _ministers(reading, main_body) + _about(reading, main_body)
        return f"{sitting_noun(main_body)} of the {main_body}{added}"
    name = best.name(main_body)
    if best.named is not None:
        return name
    if not (best.body or main_body or best.topic or best.holder or best.label or best.number):
        met = gathering(reading)
        if met is not None:
            return met.name
        name += of_sides(reading, decided)
    if not best.body and not main_body and place and place not in name:
        return f"{name} in {place}"
    return name + (_ministers(reading, main_body) if best.body == main_body else "")


def _ministers(reading: Reading, body: str | None) -> str:
    """Which ministers the Council of the European Union met as."""
    told = _MINISTERS.search(reading.text) if body == "Council of the European Union" else None
    return f" ({told[1].casefold()})" if told else ""


def _about(reading: Reading, body: str | None) -> str:
    """As in "on Haiti": what a vote was about, where its description says it."""
    for resolution in reading.notes.resolutions:
        title = resolution.title or ""
        if title.startswith("on ") and resolution.body == body:
            return f" {title}" if len(title) <= _MAX_TOPIC_CHARACTERS else ""
    return ""
