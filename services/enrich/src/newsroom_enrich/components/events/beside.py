"""Meetings that took place beside the one that a report is about: another summit, a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.documents.numbers import ordinal
from newsroom_enrich.components.events.background import is_held
from newsroom_enrich.components.events.calendar import days_apart
from newsroom_enrich.components.events.chairs import chair_in
from newsroom_enrich.components.events.visits import visits_beside
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_NEAR_DAYS = 4
_NOUNS = frozenset("summit session meeting conference forum".split())


def meetings_beside(
    reading: Reading, own: list[Meeting], main_body: str | None, main: Event | None
) -> list[Event]:
    """The other meetings with a day of their own in these days, in the order of the text."""
    if main is None:
        return []
    taken = set(fold(main.name).split()) | _words_for(reading, main_body)
    found: dict[str, Event] = {}
    for meeting in own:
        name = meeting.name(None)
        if _is_apart(reading, meeting, taken) and not _is_main(reading, meeting, main, main_body):
            found.setdefault(fold(name), _event(reading, meeting, name, main))
    visits = visits_beside(reading, own, main) if " visit" not in f" {main.name}" else []
    return list(found.values()) + visits


def _words_for(reading: Reading, body: str | None) -> set[str]:
    """The words of all names by which a report calls a body, such as its acronym."""
    named = next((e for e in reading.notes.entities if e.name == body), None)
    if named is not None and named.type == "event":
        return set()  # a summit that stands for its body: its words are those of its own name
    called = [reading.text[start:end] for start, end in (named.mentions if named is not None else ())]
    return {word for name in (body or "", *called) for word in fold(name).split()}


def _is_apart(reading: Reading, meeting: Meeting, taken: set[str]) -> bool:
    """Whether a mention has a name or a number of its own, and a day near that of the report."""
    if meeting.noun not in _NOUNS:
        return False
    own = set(fold(meeting.named.name if meeting.named else meeting.label).split())
    if meeting.first is None:  # "SCO Plus Meeting", "Business Summit"
        return bool(own & taken) and bool(own - taken - {meeting.noun}) and is_held(reading, meeting)
    if days_apart(meeting.first, reading.setting.day.isoformat()) > _NEAR_DAYS:
        return False
    if meeting.number is not None and (meeting.body is not None or _is_beside_one(reading, meeting)):
        return ordinal(meeting.number) not in taken and any(word[0].isdigit() for word in taken)
    own -= {meeting.noun}
    return bool(own) and not own & taken


def _is_beside_one(reading: Reading, meeting: Meeting) -> bool:
    """As the second of "the 46th ASEAN Summit and the 2nd ASEAN-GCC Summit": both have a number."""
    token = reading.doc[meeting.token]
    return (
        meeting.number is not None
        and token.dep_ == "conj"
        and any(m.token == token.head.i and m.number is not None for m in reading.meetings)
    )


def _is_main(reading: Reading, meeting: Meeting, main: Event, main_body: str | None) -> bool:
    """Whether a mention is of the covered meeting, by its sentence or by the body whose meeting it is."""
    sentence = reading.sentences[meeting.sentence]
    same = main.evidence.start <= sentence.start_char < main.evidence.end
    bodies = reading.entities_in(meeting.token - len(meeting.label.split()), meeting.token, "organization")
    if same and _is_beside_one(reading, meeting):
        return False
    return same or any(body.name == main_body for body in bodies)


def _event(reading: Reading, meeting: Meeting, name: str, main: Event) -> Event:
    sentence = reading.sentences[meeting.sentence]
    people = reading.entities_in(sentence.start, sentence.end, "person")
    chair = chair_in(reading, sentence)
    return Event(
        name=name,
        start=meeting.first or main.start,
        end=meeting.last,
        place=meeting.place or reading.setting.place,
        status="past",
        chair=chair.name if chair is not None else None,
        participants=tuple(person.name for person in people),
        evidence=sentence_evidence(sentence),
    )
