"""The meetings that a report covers: one for the body that it is about, and one for each other body that
decided.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.events.acting import sitting_before_body, sitting_in_lead
from newsroom_enrich.components.events.arrivals import arrival, is_bilateral, told_arrival
from newsroom_enrich.components.events.attendance import participants
from newsroom_enrich.components.events.beside import meetings_beside
from newsroom_enrich.components.events.calendar import days_apart, lead_day, meeting_span
from newsroom_enrich.components.events.chairs import chair_of
from newsroom_enrich.components.events.covered_names import covered_name
from newsroom_enrich.components.events.gatherings import gathering
from newsroom_enrich.components.events.setting import is_online
from newsroom_enrich.components.events.sittings import held_by_another, other_sittings, sitting_noun
from newsroom_enrich.components.events.venues import VENUE, city_state_in_lead
from newsroom_enrich.components.events.visits import covered_visit, is_mere_visit

if TYPE_CHECKING:
    from newsroom.contracts import Evidence, Resolution
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_OF_DELEGATES = re.compile(
    r"\b(?:ministers|leaders|heads|presidents|chiefs|part(?:y|ies)|delegat\w+|envoys|negotiators|officials|"
    r"speakers|members|states|countries|nations|governors|ambassadors|prosecutors|experts)\b"
)
# Nobody meets for these.
_BY_LETTER = re.compile(r"\bby (?:written|silence) procedure\b")
_LEAD_SENTENCES = 12
_PAIR = 2
_GATHERING_SENTENCES = 3
_SAME_MEETING_DAYS = 2


def covered_events(reading: Reading, own: list[Meeting], main_body: str | None) -> list[Event]:
    """The covered meetings, the main one first."""
    decided = [r for r in reading.notes.resolutions if r.status != "planned"]
    main = _main_event(reading, own, main_body, decided)
    rest = other_sittings(reading, own, main_body, decided)
    told = {event.name for event in rest}
    rest += [e for e in meetings_beside(reading, own, main_body, main) if e.name not in told]
    found = ([_without_guests_of(reading, main, rest)] if main is not None else []) + rest
    if (
        is_bilateral(decided)
        and _is_of_two(reading, main)
        and not any(" visit" in f" {event.name}" for event in found)
    ):
        visit = arrival(reading, decided, main.start if main is not None else None)
        found += [visit] if visit is not None else []
    return found


def _without_guests_of(reading: Reading, main: Event, rest: list[Event]) -> Event:
    """The main event without those who are named only where another one is told."""
    only: set[str] = set()
    for event in rest:
        within = [e for e in reading.notes.entities if e.type == "person" and e.name in event.participants]
        start, end = event.evidence.start, event.evidence.end
        only |= {e.name for e in within if all(start <= at < end for at, _ in e.mentions)}
    if main.evidence in {event.evidence for event in rest} or not only:
        return main
    kept = tuple(name for name in main.participants if name not in only or name == main.chair)
    return main.model_copy(update={"participants": kept})


def _is_of_two(reading: Reading, main: Event | None) -> bool:
    """Whether the people at a meeting hold office in no more than two countries."""
    if main is None:
        return True
    states = {entity.name for entity in reading.notes.entities if entity.type == "country"}
    there = (e for e in reading.notes.entities if e.type == "person" and e.name in main.participants)
    return len({role.of for person in there for role in person.roles} & states) <= _PAIR


def best_meeting(own: list[Meeting], main_body: str | None) -> Meeting | None:
    """The mention that tells most: a name, a number, the body; the earlier of two."""
    first_summit = min((m.token for m in own if m.noun == "summit"), default=10**9)

    def telling(meeting: Meeting) -> tuple[int, int]:
        is_main = meeting.body is not None and meeting.body == main_body
        score = 4 * (meeting.named is not None) + bool(meeting.qualifiers or meeting.label)
        score += 3 * (meeting.number is not None and meeting.noun != "visit")
        score += 3 * is_main + (meeting.body is not None) + 2 * (meeting.noun == "summit")
        score += 2 * (meeting.noun == "visit" and main_body is None and meeting.token < first_summit)
        return -score, meeting.token

    fitting = [m for m in own if m.body is None or m.body == main_body or main_body is None]
    return min(fitting or own, key=telling, default=None)


def _main_event(
    reading: Reading, own: list[Meeting], main_body: str | None, decided: list[Resolution]
) -> Event | None:
    by_main = [r for r in decided if r.body == main_body]
    day = _day_of(main_body, decided)
    own = [m for m in own if m.body == main_body or day is None or _is_about(m, day)]
    if by_main:
        own = [m for m in own if not held_by_another(reading, m, main_body)]
        own = [m for m in own if main_body is None or not is_mere_visit(m)]
    if any(m.noun != "visit" for m in own):
        own = [m for m in own if not is_mere_visit(m) or m.sentence <= _GATHERING_SENTENCES]
    best = best_meeting(own, main_body)
    if best is None:
        if _BY_LETTER.search(reading.text):
            return None
        if main_body is not None and any(r.body and r.date for r in decided):
            return _event(reading, own, None, main_body, decided)
        told = told_arrival(reading, day) or gathering(reading) or arrival(reading, decided, day)
        return told or _sitting(reading, own)
    if not decided and not _is_told_of(reading, best, main_body):
        return arrival(reading, decided, day) or gathering(reading) or _sitting(reading, own)
    if best.noun == "visit":
        return covered_visit(reading, best, own)
    return _event(reading, own, best, main_body, decided)


def _day_of(body: str | None, decided: list[Resolution]) -> str | None:
    """The day of the first of the decisions, of those of a body where there are any."""
    by_body = [r for r in decided if r.body == body]
    return next((r.date for r in by_body or decided if r.date and len(r.date) == 10), None)


def _sitting(reading: Reading, own: list[Meeting]) -> Event | None:
    """The sitting at which a body voted or debated, where the report has no word for it."""
    told = sitting_in_lead(reading) or sitting_before_body(reading)
    if told is None:
        return None
    day = told.date.first if told.date is not None and told.date.is_day else lead_day(reading, own)
    start, end = meeting_span(reading, own, day)
    chair = chair_of(reading, told.body)
    return Event(
        name=f"{sitting_noun(told.body)} of {told.words}",
        start=start,
        end=end,
        place=_place(reading, own) or reading.place_of(told.verb),
        status="past",
        chair=chair.name if chair else None,
        participants=tuple(person.name for person in participants(reading, chair, start, told.body)),
        evidence=sentence_evidence(told.verb.sent),
    )


def _is_about(meeting: Meeting, day: str) -> bool:
    """Whether a mention can be of the meeting that decided on a day."""
    if meeting.first is None or len(meeting.first) < 10:
        return True
    return (
        meeting.first <= day <= (meeting.last or meeting.first)
        or days_apart(meeting.first, day) <= _SAME_MEETING_DAYS
    )


def _event(
    reading: Reading,
    own: list[Meeting],
    best: Meeting | None,
    main_body: str | None,
    decided: list[Resolution],
) -> Event:
    day = _day_of(main_body, decided)
    start, end = meeting_span(reading, own, day or lead_day(reading, own))
    chair = chair_of(reading, main_body)
    place = _place(reading, own)
    return Event(
        name=covered_name(reading, best, main_body, decided, place),
        start=start,
        end=end,
        place=place,
        status="past",
        chair=chair.name if chair else None,
        participants=tuple(person.name for person in participants(reading, chair, start, main_body)),
        evidence=_evidence(reading, best),
    )


def _evidence(reading: Reading, best: Meeting | None) -> Evidence:
    if best is not None:
        return sentence_evidence(reading.sentences[best.sentence])
    return next(r.evidence for r in reading.notes.resolutions if r.status != "planned")


def _is_told_of(reading: Reading, meeting: Meeting, main_body: str | None) -> bool:
    """Whether a meeting is more than a word in passing: it has a name, a number or a body, or somebody
    holds it.
    """
    if meeting.noun == "visit":
        sentence = reading.sentences[meeting.sentence]
        return bool(reading.entities_in(sentence.start, sentence.end, "person"))
    told = bool(meeting.named or meeting.body or meeting.number or meeting.qualifiers)
    told = told or _OF_DELEGATES.search(meeting.topic) is not None
    if main_body is not None and meeting.first and meeting.sentence <= _GATHERING_SENTENCES:
        return True
    held = bool(meeting.holder) and meeting.sentence <= 2 * _GATHERING_SENTENCES
    return held or (told and meeting.sentence <= _LEAD_SENTENCES)


def _is_abroad(reading: Reading, country: str | None) -> bool:
    """Whether a meeting was in another country than that of the dateline."""
    named = next((e for e in reading.notes.entities if e.type == "country" and e.name == country), None)
    here = next((e for e in reading.notes.entities if e.name == reading.setting.place), None)
    return named is not None and here is not None and bool(here.country) and here.country != named.country


def _place(reading: Reading, own: list[Meeting]) -> str | None:
    if any(is_online(reading.words_of(sentence)) for sentence in reading.sentences[:_LEAD_SENTENCES]):
        return None
    here = reading.setting.place
    named = (e for e in reading.notes.entities if e.type == "place")
    # A venue, or a place of no known country, yields to the city of the dateline.
    places = {e.name for e in named if here is None or (e.country and not VENUE.search(e.name))}
    lead = (m.place for m in own if m.sentence <= _GATHERING_SENTENCES and m.noun != "visit")
    told = next((place for place in lead if place), None)
    numbered = next(
        (m.place for m in own if m.number and m.place and m.sentence <= _GATHERING_SENTENCES), None
    )
    if told in places or (told == numbered and _is_abroad(reading, told)):
        return told
    cities = reading.cities_in_lead
    only = cities[0] if len(cities) == 1 else None
    told = reading.setting.place or next((m.place for m in own if m.place in places), None) or only
    return told or city_state_in_lead(reading)
