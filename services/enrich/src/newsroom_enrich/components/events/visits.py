"""Visits: who travels, and where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich import knowledge
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.events.attendance import participants
from newsroom_enrich.components.events.calendar import days_apart, lead_day, meeting_span
from newsroom_enrich.components.events.meant import told_before
from newsroom_enrich.components.resolutions.grammar import carrying_verb, subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_TRAVEL = frozenset("visit travel fly go leave depart head proceed".split())
_RECEIVING = frozenset({"welcome", "receive", "host", "greet"})
_BEFORE_TARGET = frozenset({"to", "for", "in"})
_MEETING = frozenset("summit conference forum session meeting assembly".split())
_NEAR_DAYS = 7


def city_of_visit(reading: Reading, sentence: Span, target: str | None) -> str | None:
    """The city of the sentence in the country of a visit: "will fly to Hanoi for a visit to Vietnam"."""
    code = next((e.country for e in reading.notes.entities if e.type == "country" and e.name == target), None)
    cities = reading.entities_in(sentence.start, sentence.end, "place")
    inside = (e.name for e in cities if code is not None and e.country == code)
    return next(inside, target)


def covered_visit(reading: Reading, visit: Meeting, own: list[Meeting]) -> Event | None:
    """The visit that the report covers: "state visit of A to B"."""
    visitor = visitor_of(reading, visit)
    if visitor is None:
        return None
    start, end = meeting_span(reading, own, lead_day(reading, own))
    target = _target(reading, visit, visitor)
    signed_in = next((r.place for r in reading.notes.resolutions if r.status == "done" and r.place), None)
    return Event(
        name=visit_name(visit, visitor, target),
        start=start,
        end=end,
        place=_city_of(reading, target) or _place_abroad(reading, visitor, target) or signed_in,
        status="past",
        participants=tuple(person.name for person in participants(reading, visitor, start)),
        evidence=sentence_evidence(reading.sentences[visit.sentence]),
    )


def _place_abroad(reading: Reading, visitor: EntityDraft, target: str | None) -> str | None:
    """The city of the dateline; where that lies in the country of the visitor, a city of the country that is
    visited, else that country.
    """
    here = reading.setting.place
    home = _country_here(reading)
    if home is None or target is None or home == target or all(role.of != home for role in visitor.roles):
        return here
    code = next((e.country for e in reading.notes.entities if e.type == "country" and e.name == target), None)
    cities = (e.name for e in reading.notes.entities if e.type == "place" and code and e.country == code)
    return next(cities, target)


def _city_of(reading: Reading, target: str | None) -> str | None:
    """The target of a visit, where it is a city: "a one-day visit to Port Sudan"."""
    named = next((e for e in reading.notes.entities if e.type == "place" and e.name == target), None)
    return named.name if named is not None and named.country is not None else None


def is_mere_visit(visit: Meeting) -> bool:
    """As in "a plan that foresees a visit by the envoy": neither of a kind nor with a day."""
    return visit.noun == "visit" and not (visit.qualifiers or visit.first or visit.holder)


def visit_name(visit: Meeting, visitor: EntityDraft, target: str | None) -> str:
    words = " ".join((*visit.qualifiers, "visit"))
    return f"{words} of {visitor.name}" + (f" to {target}" if target else "")


def visitor_of(reading: Reading, visit: Meeting) -> EntityDraft | None:
    """Who travels: "A's visit", "A paid a visit", else the first person who is no host."""
    token = reading.doc[visit.token]
    sentence = reading.sentences[visit.sentence]
    for words in (_owner(token), _named_behind(reading, token), _traveller(token)):
        found = (
            reading.entities_in(words.left_edge.i, words.right_edge.i + 1, "person")
            if words is not None
            else []
        )
        if found:
            return found[0]
    people = reading.entities_in(sentence.start, sentence.end, "person")
    pronoun = next((child for child in token.lefts if child.lower_ in {"his", "her"}), None)
    if pronoun is not None and not people:
        people = told_before(reading, pronoun)
    people += sorted(
        (e for e in reading.notes.entities if e.type == "person" and e.mentions), key=lambda e: e.mentions[0]
    )
    hosts = host_country(reading)
    guests = [person for person in people if not any(role.of == hosts for role in person.roles)]
    return next(iter(guests or people), None)


def _owner(token: Token) -> Token | None:
    return next((child for child in token.lefts if child.dep_ == "poss" and child.pos_ != "PRON"), None)


def _named_behind(reading: Reading, token: Token) -> Token | None:
    """As in "a visit to Suva by Foreign Minister Penny Wong"."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "of"}:
            inner = next(iter(child.children), None)
            entity = reading.entity_at(inner) if inner is not None else None
            if entity is not None and entity.type == "person":
                return inner
    return None


def _traveller(token: Token) -> Token | None:
    """The subject of the clause, or whom a host received: "welcomed X on his visit"."""
    verb = carrying_verb(token)
    if verb is not None and verb.lemma_ in _RECEIVING:
        told = next((child for child in verb.children if child.dep_ == "dobj"), None)
        return told if told is not None else subject(verb)
    return subject(verb) if verb is not None else None


def host_country(reading: Reading) -> str | None:
    """The country of the city in the dateline."""
    place = next(
        (e for e in reading.notes.entities if e.type == "place" and e.name == reading.setting.place), None
    )
    return country_of(reading, place) if place is not None else None


def _country_here(reading: Reading) -> str | None:
    """The country of the city in the dateline, also where the report does not name it."""
    place = next((e for e in reading.notes.entities if e.name == reading.setting.place), None)
    known = knowledge.country_by_code().get(place.country or "") if place is not None else None
    return known.name if known is not None else None


def country_of(reading: Reading, place: EntityDraft) -> str | None:
    """The country of a place, where the report names it."""
    if place.country is None:
        return None
    return next(
        (e.name for e in reading.notes.entities if e.type == "country" and e.country == place.country), None
    )


def _target(reading: Reading, visit: Meeting, visitor: EntityDraft) -> str | None:
    """The country that is visited: "visit to X", that of the dateline, else the one named most."""
    told = told_target(reading, visit)
    if told is not None:
        return told
    own = {role.of for role in visitor.roles}
    host = host_country(reading) or _country_here(reading)
    if host is not None and host not in own:
        return host
    countries = [e for e in reading.notes.entities if e.type == "country" and e.name not in own]
    return max(countries, key=lambda entity: len(entity.mentions)).name if countries else None


def told_target(reading: Reading, visit: Meeting) -> str | None:
    for child in reading.doc[visit.token].rights:
        if child.dep_ == "prep" and child.lower_ in {"to", "in"}:
            found = reading.entities_in(child.i, child.right_edge.i + 1, "country", "place")
            if found:
                return found[0].name
    return None


def target_of(reading: Reading, visit: Meeting) -> str | None:
    """What is told with the noun, else where the traveller leaves for."""
    told = told_target(reading, visit)
    if told is not None:
        return told
    verb = carrying_verb(reading.doc[visit.token])
    found = _targets(reading, verb) if verb is not None and verb.lemma_ in _TRAVEL else []
    return found[0].name if found else None


def _targets(reading: Reading, verb: Token) -> list[EntityDraft]:
    """Where to: the object of "visit", else the place behind "to" or "for" that is no meeting's."""
    if verb.lemma_ == "visit":
        return reading.entities_in(verb.i, verb.sent.end, "country", "place")
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in _BEFORE_TARGET:
            inner = next(iter(prep.children), None)
            if inner is not None and inner.lemma_.casefold() not in _MEETING:
                return reading.entities_in(inner.left_edge.i, inner.i + 1, "country", "place")
    return []


def _city(reading: Reading, visit: Meeting) -> str | None:
    """The only city of the sentence."""
    sentence = reading.sentences[visit.sentence]
    cities = reading.entities_in(sentence.start, sentence.end, "place")
    return cities[0].name if len(cities) == 1 else None


def visits_beside(reading: Reading, own: list[Meeting], main: Event | None) -> list[Event]:
    """Visits in a report on something else: "he arrived in X on Sunday for a one-day visit to Y"."""
    found: list[Event] = []
    for visit in own:
        target = told_target(reading, visit)
        is_near = (
            visit.first is not None and days_apart(visit.first, reading.setting.day.isoformat()) <= _NEAR_DAYS
        )
        if visit.noun != "visit" or target is None or not is_near:
            continue
        visitor = visitor_of(reading, visit)
        if visitor is None:
            continue
        name = visit_name(visit, visitor, target)
        if (main is None or name != main.name) and all(name != event.name for event in found):
            found.append(
                Event(
                    name=name,
                    start=visit.first,
                    end=visit.last,
                    place=_city(reading, visit) or visit.place or target,
                    status="past",
                    participants=(visitor.name,),
                    evidence=sentence_evidence(reading.sentences[visit.sentence]),
                )
            )
    return found
