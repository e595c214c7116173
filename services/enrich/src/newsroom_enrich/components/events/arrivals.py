"""Visits that a report tells without the noun: "Sheikh X, who landed in Kathmandu on Tuesday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich import knowledge
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.events.attendance import participants
from newsroom_enrich.components.events.calendar import days_apart, lead_day, meeting_span
from newsroom_enrich.components.events.meant import people_meant
from newsroom_enrich.components.events.onward import is_under_way
from newsroom_enrich.components.events.visits import country_of, host_country
from newsroom_enrich.components.resolutions.grammar import subject
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom.contracts import Resolution
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

_ARRIVE = frozenset({"arrive", "land", "touch", "fly", "come", "disembark", "visit"})
_LEAD_SENTENCES = 3
_HOMEWARD = frozenset({"home", "back"})
_LEAVE = frozenset({"leave", "depart", "return", "fly", "go"})
_INTO = frozenset("in at on to into down here from off".split())
_LEADER = re.compile(
    r"^(?:(?:Vice|Deputy|Acting|Interim|Federal)[- ])?(?:President|Prime Minister|Premier|Chancellor|King|"
    r"Queen|Em[ie]r|Amir|Sultan|Crown Prince|Taoiseach|Foreign Minister|Foreign Secretary|Secretary of "
    r"State|Minister (?:of|for) (?:Foreign|External) Affairs)\b",
    re.IGNORECASE,
)
_NEAR_DAYS = 7
_PAIR = 2


def is_bilateral(decided: list[Resolution]) -> bool:
    """Whether what was decided are papers of two states alone."""
    of_two = [len(r.parties) == _PAIR for r in decided]
    return any(of_two) and all(r.body is None or two for r, two in zip(decided, of_two, strict=True))


def arrival(reading: Reading, decided: list[Resolution], day: str | None) -> Event | None:
    """The visit of the first leader who came to another country, else of the guest who signed; `day` is that
    of what was decided.
    """
    return told_arrival(reading, day) or _guest_who_signed(reading, decided, day)


def told_arrival(reading: Reading, day: str | None) -> Event | None:
    """The visit of the first leader who is said to have come to another country."""
    for verb in reading.with_lemma(_ARRIVE, reading.doc[:]):
        told = mood(verb) in {"done", "earlier"} or is_under_way(reading, verb)
        if verb.pos_ != "VERB" or not told or not _is_into(verb):
            continue
        if verb.lemma_ == "visit" and not _is_news(reading, verb):
            continue
        visitor = _traveller(reading, verb)
        city, country = _target(reading, verb)
        if visitor is not None and country is not None and not _is_of(reading, visitor, country):
            days = _days(reading, verb, day or lead_day(reading, []))
            return _visit(reading, visitor, (reading.setting.place or city, country), days, verb.sent)
    return None


def _guest_who_signed(reading: Reading, decided: list[Resolution], day: str | None) -> Event | None:
    """As in "ATHENS - ... in a declaration signed by Prime Minister X and President Y": Y is the guest."""
    host = host_country(reading)
    signed = next(
        (r for r in decided if r.body is None and host in r.parties and len(r.parties) == _PAIR), None
    )
    if signed is None or host is None:
        return None
    guest = next((e for e in _people(reading) if _leads(e, set(signed.parties) - {host})), None)
    if guest is None:
        return None
    sentence = next(s for s in reading.sentences if s.start_char <= signed.evidence.start < s.end_char)
    days = _days_of(decided)
    if days is None or days[1] is None:
        days = meeting_span(reading, [], day or lead_day(reading, []))
    return _visit(reading, guest, (reading.setting.place, host), days, sentence)


def _days_of(decided: list[Resolution]) -> tuple[str, str | None] | None:
    """The first and the last day on which the papers were signed, where they lie close together."""
    days = sorted({r.date for r in decided if r.date is not None and len(r.date) == len("2025-01-31")})
    if not days or days_apart(days[0], days[-1]) > _NEAR_DAYS:
        return None
    return days[0], days[-1] if days[-1] > days[0] else None


def day_of_departure(reading: Reading, visitor: EntityDraft, start: str) -> str | None:
    """The day on which a visitor leaves: "Macron leaves on Wednesday", "he flies home on Friday"."""
    for verb in reading.with_lemma(_LEAVE, reading.doc[:]):
        home = any(child.lower_ in _HOMEWARD for child in verb.children)
        date = reading.date_of(verb) if home or verb.lemma_ in {"leave", "depart"} else None
        if date is None or not date.is_day or not start < date.first or mood(verb) == "earlier":
            continue
        who = subject(verb)
        is_visitor = who is not None and visitor in people_meant(reading, who, visitor.name)
        if is_visitor and days_apart(start, date.first) <= _NEAR_DAYS:
            return date.first
    return None


def _people(reading: Reading) -> list[EntityDraft]:
    people = (e for e in reading.notes.entities if e.type == "person" and e.mentions)
    return sorted(people, key=lambda person: person.mentions[0])


def _leads(person: EntityDraft, countries: set[str]) -> bool:
    return any(role.of in countries and _LEADER.match(role.title) for role in person.roles)


def _visit(
    reading: Reading,
    visitor: EntityDraft,
    target: tuple[str | None, str],
    days: tuple[str, str | None],
    sentence: Span,
) -> Event:
    return Event(
        name=f"visit of {visitor.name} to {target[1]}",
        start=days[0],
        end=day_of_departure(reading, visitor, days[0]) or days[1],
        place=target[0],
        status="past",
        participants=tuple(person.name for person in participants(reading, visitor, days[0])),
        evidence=sentence_evidence(sentence),
    )


def _is_news(reading: Reading, verb: Token) -> bool:
    """As in "X visited Quito on Tuesday" in the lead: the object is a place, and the day one of these."""
    told = next((child for child in verb.children if child.dep_ == "dobj"), None)
    where = reading.entity_at(told) if told is not None else None
    if where is None or where.type not in {"place", "country"}:
        return False
    if is_under_way(reading, verb):
        return verb.sent in reading.prose[:_LEAD_SENTENCES]
    if mood(verb) != "done":
        return False
    date = reading.date_of(verb)
    near = date is not None and days_apart(date.first, reading.setting.day.isoformat()) <= _NEAR_DAYS
    return near and verb.sent in reading.prose[:_LEAD_SENTENCES]


def _is_into(verb: Token) -> bool:
    """Whether the verb has words of a place or a direction: "landed in", "flew in"; not "flew home"."""
    if verb.lemma_ == "visit":
        return True
    words = {child.lower_ for child in verb.rights}
    return bool(words & _INTO) and not words & _HOMEWARD


def _traveller(reading: Reading, verb: Token) -> EntityDraft | None:
    """The person who arrived: one with an office, or the first whom the report names."""
    who = subject(verb)
    entity = reading.entity_at(who) if who is not None else None
    if entity is None or entity.type != "person":
        return None
    head = reading.setting.head_end
    named = [e for e in _people(reading) if e.mentions[0][0] >= head]
    return entity if entity.roles or entity.country or entity in named[:1] else None


def _is_of(reading: Reading, visitor: EntityDraft, country: str) -> bool:
    """Whether somebody only came home."""
    named = (e.country for e in reading.notes.entities if e.type == "country" and e.name == country)
    known = knowledge.country_by_name().get(fold(country))
    code = next(named, None) or (known.code if known is not None else None)
    return (code is not None and visitor.country == code) or any(role.of == country for role in visitor.roles)


def _target(reading: Reading, verb: Token) -> tuple[str | None, str | None]:
    """The city and the country of arrival: those behind the verb, else those of the dateline."""
    for entity in reading.entities_in(verb.i, verb.right_edge.i + 1, "place", "country"):
        country = entity.name if entity.type == "country" else _country_of(reading, entity)
        if country is not None:
            return (entity.name if entity.type == "place" else None), country
    return reading.setting.place, host_country(reading)


def _country_of(reading: Reading, place: EntityDraft) -> str | None:
    """The country of a place, also where the report does not name it."""
    known = knowledge.country_by_code().get(place.country or "")
    return country_of(reading, place) or (known.name if known is not None else None)


def _days(reading: Reading, verb: Token, day: str) -> tuple[str, str | None]:
    """From the day of arrival to that of what was done there."""
    date = reading.date_of(verb)
    if date is None or not date.is_day or days_apart(date.first, day) > _NEAR_DAYS or date.first > day:
        return day, None
    return date.first, day if day > date.first else None
