"""Visits: who travels, and where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.events.attendance import participants
from newsroom_enrich.components.events.calendar import lead_day, meeting_span
from newsroom_enrich.components.resolutions.grammar import carrying_verb, subject
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_TRAVEL = frozenset({"visit", "travel", "fly", "go"})


def covered_visit(reading: Reading, visit: Meeting, own: list[Meeting]) -> Event | None:
    """The visit that the report covers: "state visit of A to B"."""
    visitor = visitor_of(reading, visit)
    if visitor is None:
        return None
    start, end = meeting_span(reading, own, lead_day(reading, own))
    return Event(
        name=visit_name(visit, visitor, _target(reading, visit, visitor)),
        start=start,
        end=end,
        place=reading.setting.place,
        status="past",
        participants=tuple(person.name for person in participants(reading, visitor)),
        evidence=sentence_evidence(reading.sentences[visit.sentence]),
    )


def visit_name(visit: Meeting, visitor: EntityDraft, target: str | None) -> str:
    words = " ".join((*visit.qualifiers, "visit"))
    return f"{words} of {visitor.name}" + (f" to {target}" if target else "")


def visitor_of(reading: Reading, visit: Meeting) -> EntityDraft | None:
    """Who travels: "A's visit", "A paid a visit", else the first person who is no host."""
    token = reading.doc[visit.token]
    sentence = reading.sentences[visit.sentence]
    for words in (_owner(token), _traveller(token)):
        found = (
            reading.entities_in(words.left_edge.i, words.right_edge.i + 1, "person")
            if words is not None
            else []
        )
        if found:
            return found[0]
    people = reading.entities_in(sentence.start, sentence.end, "person")
    people += sorted(
        (e for e in reading.notes.entities if e.type == "person" and e.mentions), key=lambda e: e.mentions[0]
    )
    hosts = host_country(reading)
    guests = [person for person in people if not any(role.of == hosts for role in person.roles)]
    return next(iter(guests or people), None)


def _owner(token: Token) -> Token | None:
    return next((child for child in token.lefts if child.dep_ == "poss" and child.pos_ != "PRON"), None)


def _traveller(token: Token) -> Token | None:
    verb = carrying_verb(token)
    return subject(verb) if verb is not None else None


def host_country(reading: Reading) -> str | None:
    """The country of the city in the dateline."""
    place = next(
        (e for e in reading.notes.entities if e.type == "place" and e.name == reading.setting.place), None
    )
    if place is None or place.country is None:
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
    host = host_country(reading)
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


def planned_visits(reading: Reading, sentence: Span) -> list[Event]:
    """As in "Prime Minister X will visit Kyiv next week": a visit told by its verb."""
    for verb in sentence:
        if verb.lemma_ not in _TRAVEL or verb.pos_ != "VERB" or mood(verb) != "planned":
            continue
        who = subject(verb)
        people = (
            reading.entities_in(who.left_edge.i, who.right_edge.i + 1, "person") if who is not None else []
        )
        to = reading.entities_in(verb.i, sentence.end, "country", "place")
        date = reading.date_of(verb)
        if people and to and date is not None and verb.lemma_ != "go":
            return [
                Event(
                    name=f"visit of {people[0].name} to {to[0].name}",
                    start=date.first,
                    end=date.last,
                    place=to[0].name,
                    status="planned",
                    participants=(people[0].name,),
                    evidence=sentence_evidence(sentence),
                )
            ]
    return []
