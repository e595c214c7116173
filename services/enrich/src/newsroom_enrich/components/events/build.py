"""The events of a report: the meetings that it covers, and those that it announces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.background import without_background
from newsroom_enrich.components.events.covered import best_meeting, covered_events
from newsroom_enrich.components.events.planned import planned_events
from newsroom_enrich.components.resolutions.bodies import Bodies

if TYPE_CHECKING:
    from newsroom.contracts import Event
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_VISIT = re.compile(r"\bvisit of ")
_ACRONYM = re.compile(r"[A-Z][A-Za-z-]{0,6}[A-Z]\+?$")


def events_of(reading: Reading) -> list[Event]:
    """The covered meetings first, then the announced ones in the order of the text."""
    told = [m for m in reading.meetings if not m.planned and not m.recalled]
    own = without_background(reading, told)
    main_body = _main_body(reading, own)
    covered = covered_events(reading, own, main_body)
    visits = (event for event in covered if _VISIT.search(event.name) and event.participants)
    visitor = next((event.participants[0] for event in visits), None)
    found = covered + planned_events(reading, main_body, best_meeting(own, main_body), visitor)
    return [_with_acronym(reading, event) for event in found]


def _with_acronym(reading: Reading, event: Event) -> Event:
    """The event with the short name of the body beside the long one: "summit of the ... Nations (ASEAN)"."""
    for body in reading.notes.entities:
        if body.type != "organization" or not _stands_whole(body.name, event.name):
            continue
        called = {reading.text[start:end] for start, end in body.mentions}
        short = next((c for c in sorted(called) if _ACRONYM.match(c) and c not in event.name), None)
        if short is not None:
            return event.model_copy(
                update={"name": event.name.replace(body.name, f"{body.name} ({short})", 1)}
            )
    return event


def _main_body(reading: Reading, own: list[Meeting]) -> str | None:
    """The body whose meeting the report covers: that of its decisions, else that of its first meeting."""
    deciding = [r.body for r in reading.notes.resolutions if r.body and r.status != "planned"]
    if deciding:
        return max(dict.fromkeys(deciding), key=deciding.count)
    return next((m.body for m in own if m.body), None) or _acting(reading, Bodies(reading).main)


def _acting(reading: Reading, body: str | None) -> str | None:
    """The body, unless it is named only to tell whose president or envoy somebody is."""
    named = next((e for e in reading.notes.entities if e.type == "organization" and e.name == body), None)
    people = [e for e in reading.notes.entities if e.type == "person"]
    offices = sum(any(role.of == body for role in person.roles) for person in people)
    return None if named is not None and offices >= len(named.mentions) else body


def _stands_whole(body: str, name: str) -> bool:
    """Whether the name of an event has that of a body, and not only as part of the name of an organ."""
    before, found, behind = name.partition(body)
    return bool(found) and before[-1:] in {"", " "} and not behind[:2].strip()[:1].isupper()
