"""Sittings for which decisions stand: of which bodies, and which mentions of meetings are those of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.components.events.attendance import people_there
from newsroom_enrich.components.events.chairs import chair_in, presiding
from newsroom_enrich.components.events.clauses import verb_of
from newsroom_enrich.components.resolutions.actors import belongs, can_decide, is_legislature
from newsroom_enrich.components.resolutions.grammar import subject

if TYPE_CHECKING:
    from newsroom.contracts import Resolution
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_MEET = frozenset("meet gather convene sit assemble".split())

_CHAMBER = re.compile(r"\b(?:Chamber|Deputies|Sabha|Commons|Lords)\b")
_DAY = len("2025-01-31")
# Papers are signed, agreed or proposed anywhere.
_WITHOUT_SITTING = frozenset({"signed", "agreed", "proposed"})


def sitting_noun(body: str | None) -> str:
    """What a body holds."""
    chamber = body is not None and _CHAMBER.search(body) is not None
    return "sitting" if chamber or is_legislature(body) else "meeting"


def other_sittings(
    reading: Reading, own: list[Meeting], main_body: str | None, decided: list[Resolution]
) -> list[Event]:
    """Sittings of other bodies that decided, such as the other chamber; no committees of the main body."""
    found: dict[str, Event] = {}
    main = _organization(reading, main_body)
    for resolution in decided:
        body = _organization(reading, resolution.body)
        if body is None or main is None or body is main or body.name in found:
            continue
        if resolution.action in _WITHOUT_SITTING:
            continue
        if belongs(main, body) or not _sat(reading, own, body, resolution):
            continue
        if belongs(body, main) and not _is_of_another_day(resolution, main.name, decided):
            continue
        noun = next((m.noun for m in own if m.body == body.name), sitting_noun(body.name))
        is_meeting = body.name.endswith(("Summit", "Meeting"))
        name = body.name if is_meeting else f"{noun} of the {body.name}"
        found[body.name] = _sitting(reading, name, resolution)
    return list(found.values())


def _is_of_another_day(resolution: Resolution, main_body: str, decided: list[Resolution]) -> bool:
    """As "adopted on Monday by the Council of Ministers" in a report on the summit of Tuesday."""
    days = {r.date for r in decided if r.body == main_body}
    own = resolution.date
    return (
        own is not None and len(own) == _DAY and own not in days and any(d and len(d) == _DAY for d in days)
    )


def _sitting(reading: Reading, name: str, resolution: Resolution) -> Event:
    """The sitting with whoever the sentence on what it decided says was there."""
    start = resolution.evidence.start
    sentence = next(s for s in reading.sentences if s.start_char <= start < s.end_char)
    chair = chair_in(reading, sentence) or presiding(reading, resolution.body)
    people = people_there(reading, sentence, resolution.date)
    if chair is not None and chair not in people:
        people.insert(0, chair)
    return Event(
        name=name,
        start=resolution.date,
        place=resolution.place,
        status="past",
        chair=chair.name if chair is not None else None,
        participants=tuple(person.name for person in people),
        evidence=resolution.evidence,
    )


def held_by_another(reading: Reading, meeting: Meeting, main_body: str | None) -> bool:
    """As in "X condemned the text at a meeting in London": a meeting of X, where another body decided."""
    main = _organization(reading, main_body)
    token = reading.doc[meeting.token]
    verb = verb_of(token)
    who = subject(verb) if verb is not None else None
    other = reading.entity_at(who) if who is not None else None
    if main is None or other is None or other is main or other.type != "organization":
        return False
    apart = meeting.body is None and meeting.named is None and meeting.number is None
    is_new = any(child.lower_ in {"a", "an"} for child in token.lefts)
    return apart and is_new and not belongs(other, main) and not belongs(main, other)


def _organization(reading: Reading, name: str | None) -> EntityDraft | None:
    organizations = (e for e in reading.notes.entities if e.type == "organization")
    return next((e for e in organizations if e.name == name), None)


def _sat(reading: Reading, own: list[Meeting], body: EntityDraft, resolution: Resolution) -> bool:
    """Whether a body sat to decide: a statement is also issued without a meeting, so one has to be told."""
    if not can_decide(body):
        return False
    return resolution.kind != "statement" or any(m.body == body.name for m in own) or _met(reading, body)


def _met(reading: Reading, body: EntityDraft) -> bool:
    """As in "the bloc, which met in Rome"."""
    for verb in reading.with_lemma(_MEET, reading.doc[:]):
        if verb.pos_ == "VERB":
            who = subject(verb)
            if who is not None and reading.entity_at(who) is body:
                return True
    return False
