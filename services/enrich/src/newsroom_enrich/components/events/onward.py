"""Visits that a report announces: "he leaves for Tokyo on Sunday", "she is due in Nairobi next week"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.events.meant import company, people_meant
from newsroom_enrich.components.events.visits import city_of_visit
from newsroom_enrich.components.resolutions.grammar import auxiliaries, subject
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.reading import Reading

TRAVEL = frozenset("visit travel fly go leave depart head proceed tour".split())
_LEAVING = frozenset("leave fly depart head travel proceed".split())
_AWAITED = frozenset("expect await be schedule".split())
_DUE = frozenset({"due", "expected", "awaited", "scheduled"})
_BEFORE_TARGET = frozenset({"to", "for", "in", "on"})
_MEETING = frozenset("summit conference forum session meeting assembly".split())
_NEXT_STOP = re.compile(
    r"\b(?:(?:is|will be|comes) next\b|(?:next|last|final) (?:stop|leg)\b.*\b(?:is|will be)\b)"
)


def planned_visits(reading: Reading, sentence: Span, visitor: str | None) -> list[Event]:
    """The first coming visit that a sentence tells by its verb: "Prime Minister X will visit Kyiv"."""
    for verb in reading.with_lemma(TRAVEL | _AWAITED | {"accept"}, sentence):
        found = _visit(reading, verb, visitor) if verb.pos_ in {"VERB", "AUX"} else None
        if found is not None:
            return [found]
    return _next_stop(reading, sentence, visitor)


def _visit(reading: Reading, verb: Token, visitor: str | None) -> Event | None:
    to = _coming_target(reading, verb) if not is_under_way(reading, verb) else None
    who = subject(verb) if to is not None else None
    people = people_meant(reading, who, visitor) if who is not None else []
    people = people or (_named_before(reading, verb) if to is not None else [])
    if to is None or not people or any(role.of == to.name for role in people[0].roles):
        return None
    travellers = company(reading, who) if who is not None else []
    names = [person.name for person in travellers or people[:1]]
    return _event(reading, names, to.name, _coming_date(reading, verb), verb.sent)


def is_under_way(reading: Reading, verb: Token) -> bool:
    """As in "is visiting Somalia this week": a visit that has begun."""
    is_now = verb.lemma_ == "visit" and verb.tag_ == "VBG" and auxiliaries(verb) & {"is", "are"}
    date = reading.date_of(verb) if is_now else None
    today = reading.setting.day.isoformat()
    return bool(is_now) and (date is None or date.first <= today[: len(date.first)])


def _named_before(reading: Reading, verb: Token) -> list[EntityDraft]:
    """As in "At the invitation of X, his colleague Y will visit": the name right before the verb, where the
    parser found no subject.
    """
    at = verb.i - 1
    while at > verb.sent.start and reading.doc[at].dep_ in {"aux", "auxpass", "advmod"}:
        at -= 1
    before = reading.entity_at(reading.doc[at]) if at >= verb.sent.start else None
    return [before] if before is not None and before.type == "person" else []


def _event(
    reading: Reading, visitors: list[str], target: str, date: DateSpan | None, sentence: Span
) -> Event:
    who = " and ".join(part for part in (", ".join(visitors[:-1]), visitors[-1]) if part)
    return Event(
        name=f"visit of {who} to {target}",
        start=date.first if date is not None else None,
        end=date.last if date is not None else None,
        place=city_of_visit(reading, sentence, target),
        status="planned",
        participants=tuple(visitors),
        evidence=sentence_evidence(sentence),
    )


def _coming_target(reading: Reading, verb: Token) -> EntityDraft | None:
    """Where somebody will be, by a verb of travel that lies ahead, by "due in", by an invitation taken."""
    lemma = verb.lemma_
    if lemma == "accept":
        told = (c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in {"invitation", "invite"})
        words = next(told, None)
        return _first_place(reading, words.i, verb.right_edge.i + 1) if words is not None else None
    if lemma in _AWAITED:
        due = lemma in {"expect", "await", "schedule"} or any(c.lower_ in _DUE for c in verb.children)
        waiting = verb.tag_ in {"VBN", "VBZ", "VBP"} and due and mood(verb) != "earlier"
        return _target(reading, verb, frozenset({"in"})) if waiting else None
    if mood(verb) == "planned":
        return (
            _target(reading, verb, _BEFORE_TARGET) if lemma != "go" or _coming_date(reading, verb) else None
        )
    leaving = lemma in _LEAVING and verb.tag_ in {"VBZ", "VBP"}
    return _target(reading, verb, _BEFORE_TARGET) if leaving or _coming_date(reading, verb) else None


def _target(reading: Reading, verb: Token, prepositions: frozenset[str]) -> EntityDraft | None:
    """Where to: the object of "visit", else the place behind a preposition that is no meeting's."""
    if verb.lemma_ in {"visit", "tour"}:
        return _first_place(reading, verb.i, verb.sent.end)
    heads = [verb, *(c for c in verb.children if c.lower_ in _DUE)]
    for prep in (child for head in heads for child in head.children):
        inner = next(iter(prep.children), None)
        if prep.dep_ == "prep" and prep.lower_ in prepositions and inner is not None:
            if inner.lemma_.casefold() in _MEETING:
                return None
            if (found := _first_place(reading, inner.left_edge.i, inner.i + 1)) is not None:
                return found
    return None


def _first_place(reading: Reading, start: int, end: int) -> EntityDraft | None:
    return next(iter(reading.entities_in(start, end, "country", "place")), None)


def _coming_date(reading: Reading, verb: Token) -> DateSpan | None:
    """When somebody will be there: "flies to X on Friday", "left for X, where he will meet Y on Friday"."""
    today = reading.setting.day.isoformat()
    date = reading.date_of(verb)
    if mood(verb) == "planned":
        return date
    if mood(verb) == "earlier":
        return None
    below = [c for c in verb.subtree if c.i > verb.i and c.pos_ == "VERB" and mood(c) == "planned"]
    dates = [date, *(reading.date_of(c) for c in below)]
    if verb.lemma_ in {"accept", "expect", "await", "be", "schedule"}:
        dates += [d for t, d in reading.dates_in(verb.sent.start, verb.sent.end) if t.i > verb.i]
    coming = (d for d in dates if d is not None and d.form != "year")
    return next((d for d in coming if d.first >= today[: len(d.first)] and d.first != today), None)


def _next_stop(reading: Reading, sentence: Span, visitor: str | None) -> list[Event]:
    """As in "Pakistan is next", "The next stop of the tour will be Oman"."""
    told = _NEXT_STOP.search(reading.words_of(sentence)) if visitor is not None else None
    places = reading.entities_in(sentence.start, sentence.end, "country", "place") if told else []
    if visitor is None or told is None or not places:
        return []
    target = places[-1].name
    return [_event(reading, [visitor], target, None, sentence)]
