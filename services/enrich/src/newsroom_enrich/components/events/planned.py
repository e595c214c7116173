"""Meetings that a report announces."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich import knowledge
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.documents.numbers import ordinal
from newsroom_enrich.components.events.calendar import last_of_days
from newsroom_enrich.components.events.clauses import verb_of
from newsroom_enrich.components.events.elliptic import elliptic_events, hosted_events
from newsroom_enrich.components.events.expected import expected_at
from newsroom_enrich.components.events.meetings import is_name_of_meeting
from newsroom_enrich.components.events.onward import planned_visits
from newsroom_enrich.components.events.reconvening import meeting_by_verb
from newsroom_enrich.components.events.scheduled import planned_sitting
from newsroom_enrich.components.events.venues import capital_meant
from newsroom_enrich.components.events.visits import city_of_visit, target_of, visit_name, visitor_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span

    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_ORGAN_WITHOUT_SUMMITS = re.compile(r"\b(?:Ministers|Ministerial|Committee|Commission|Secretariat)\b")
_ORGAN_OF = re.compile(r".*\b(?:Ministers|Committee|Commission|Secretariat) of the (.+)$")
_NUMBERED = re.compile(r"^(?:the )?(?:\d+(?:st|nd|rd|th)|[A-Z][\w-]*(?:st|nd|rd|th|First|Second|Third)) ")
# What an extraordinary meeting is says nothing of the next one.
_OF_ONE_MEETING = frozenset({"extraordinary", "informal", "emergency", "special", "first"})


def planned_events(
    reading: Reading, main_body: str | None, covered: Meeting | None, visitor: str | None = None
) -> list[Event]:
    """One event for each announced meeting that has a date or a place, in the order of the text.

    `visitor` is whose visit the report covers.
    """
    announced = [m for m in reading.meetings if m.planned and (m.first or m.place)]
    announced = [m for m in announced if covered or main_body or _is_named(m)]
    found = [_event(reading, m, main_body, _like(reading, m, covered)) for m in announced]
    told = {meeting.sentence for meeting in reading.meetings if meeting.planned}
    noun = covered.noun if covered is not None and covered.noun != "visit" else None
    for index, sentence in enumerate(reading.sentences):
        found += elliptic_events(reading, sentence, main_body, noun)
        if index not in told:
            by_verb = meeting_by_verb(reading, sentence, main_body)
            found += by_verb or planned_sitting(reading, sentence, main_body)
            found += hosted_events(reading, sentence, main_body, noun)
            found += planned_visits(reading, sentence, visitor)
    unique = {event.name.casefold(): event for event in reversed(found) if not _is_explained(event, found)}
    return sorted(unique.values(), key=lambda event: event.evidence.start)


def _is_explained(event: Event, others: Sequence[Event]) -> bool:
    """Whether it only says what a named one is: "at CLIM9, the climate conference in Lima"."""
    return event.name.startswith("next ") and any(
        (event.start, event.end, event.place, event.evidence) == (o.start, o.end, o.place, o.evidence)
        and not o.name.startswith("next ")
        for o in others
    )


def _like(reading: Reading, meeting: Meeting, covered: Meeting | None) -> Meeting | None:
    """The covered meeting, or another mention of a past one that is of the same kind as a coming one."""
    same = (m for m in reading.meetings if not m.planned and m.noun == meeting.noun and m.topic)
    return covered if covered is None or covered.noun == meeting.noun else next(same, covered)


def _is_named(meeting: Meeting) -> bool:
    """Whether anything tells whose or which meeting it is."""
    if meeting.noun in {"visit", "conclave"}:
        return True
    return bool(
        meeting.named or meeting.body or meeting.number or meeting.topic or meeting.label or meeting.place
    )


def _event(reading: Reading, meeting: Meeting, main_body: str | None, covered: Meeting | None) -> Event:
    sentence = reading.sentences[meeting.sentence]
    place = capital_meant(reading, sentence) or meeting.place or reading.place_in_name(meeting)
    place = place or _place_meant(reading, meeting, sentence)
    chair, people = expected_at(reading, meeting)
    return Event(
        name=_name(reading, meeting, main_body, covered),
        start=meeting.first,
        end=meeting.last or last_of_days(reading.doc[meeting.token], meeting.first),
        place=_place_of_visit(reading, meeting, sentence) if meeting.noun == "visit" else place,
        status="planned",
        chair=chair.name if chair is not None else None,
        participants=tuple(person.name for person in people),
        evidence=sentence_evidence(sentence),
    )


def _place_meant(reading: Reading, meeting: Meeting, sentence: Span) -> str | None:
    """As in "to be held in the same city", "... of Singapore. The next summit will be held there"."""
    if "the same city" in reading.words_of(sentence):
        return reading.setting.place
    verb = verb_of(reading.doc[meeting.token])
    if verb is None or not any(child.lower_ == "there" for child in verb.children):
        return None
    before = reading.sentences_before(sentence, 1)
    start = before[0].start if before else sentence.start
    named = reading.entities_in(start, meeting.token, "country", "place")
    return named[-1].name if named else None


def _named_before(reading: Reading, meeting: Meeting) -> str | None:
    """As in "support for COP28. The conference is to be held in Dubai": the name told right before."""
    token = reading.doc[meeting.token]
    is_told = any(child.lower_ in {"the", "that"} for child in token.lefts) and meeting.named is None
    if not is_told or meeting.qualifiers or meeting.number or meeting.body or meeting.label or meeting.topic:
        return None
    before = reading.sentence_before(token.sent)
    events = reading.entities_in(before.start, before.end, "event") if before is not None else []
    return next((e.name for e in reversed(events) if is_name_of_meeting(e.name)), None)


def _place_of_visit(reading: Reading, visit: Meeting, sentence: Span) -> str | None:
    return city_of_visit(reading, sentence, visit.place or target_of(reading, visit))


def _name(reading: Reading, meeting: Meeting, main_body: str | None, covered: Meeting | None) -> str:
    if meeting.noun == "visit" and (visitor := visitor_of(reading, meeting)) is not None:
        return visit_name(meeting, visitor, target_of(reading, meeting))
    if (named := _named_before(reading, meeting)) is not None:
        return named
    series = _series(meeting, covered)
    if series is not None:
        return f"{ordinal(meeting.number or 0)} {series}"
    name = _borrowed(meeting, covered).name(_owner(reading, meeting, main_body))
    plain = meeting.number is None and meeting.named is None and not meeting.qualifiers and not meeting.topic
    return f"next {name}" if plain and not meeting.label else name


def _series(meeting: Meeting, covered: Meeting | None) -> str | None:
    """As "Africa Climate Summit" for "a second summit of the kind", where the report covers the first."""
    own = meeting.body or meeting.topic or meeting.label or meeting.named
    if covered is None or covered.named is None or meeting.number is None or own:
        return None
    name = _NUMBERED.sub("", covered.named.name)
    return name if meeting.noun == covered.noun and not name[-1].isdigit() else None


def _owner(reading: Reading, meeting: Meeting, main_body: str | None) -> str | None:
    """Whose a meeting is that names nobody: a summit is one of the organization, not of its ministers."""
    if main_body is None or meeting.noun != "summit" or not _ORGAN_WITHOUT_SUMMITS.search(main_body):
        return main_body
    organizations = (e for e in reading.notes.entities if e.type == "organization")
    organ = next((e for e in organizations if e.name == main_body), None)
    known = knowledge.bodies().get(main_body)
    parent = known.parent if known is not None else None
    behind = _ORGAN_OF.match(main_body)
    return parent or (organ.parent if organ is not None else None) or (behind[1] if behind else main_body)


def _borrowed(meeting: Meeting, covered: Meeting | None) -> Meeting:
    """As "The fifth meeting" after "their fourth consultative meeting": the same kind of meeting."""
    if covered is None or meeting.named or meeting.body or meeting.topic or meeting.noun != covered.noun:
        return meeting
    kept = [q for q in covered.qualifiers if q not in _OF_ONE_MEETING and q not in meeting.qualifiers]
    qualifiers = (*meeting.qualifiers, *kept)
    label = meeting.label or covered.label
    return replace(meeting, qualifiers=qualifiers, topic=covered.topic, holder=covered.holder, label=label)
