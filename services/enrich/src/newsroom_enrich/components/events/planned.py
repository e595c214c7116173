"""Meetings that a report announces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.resolutions.grammar import climb, subject
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_MEET = frozenset({"meet", "gather", "convene", "sit", "assemble", "reconvene"})


def planned_events(
    reading: Reading, meetings: list[Meeting], main_body: str | None, covered: Meeting | None
) -> list[Event]:
    """One event for each announced meeting that has a date or a place."""
    found: list[Event] = []
    names: set[str] = set()
    for meeting in meetings:
        if not meeting.planned or not (meeting.first or meeting.place):
            continue
        event = _event(reading, meeting, main_body, covered)
        if event.name.casefold() not in names:
            names.add(event.name.casefold())
            found.append(event)
    last_noun = covered.noun if covered is not None and covered.noun != "visit" else None
    sentences_done = {meeting.sentence for meeting in meetings if meeting.planned}
    for index, sentence in enumerate(reading.sentences):
        found += _elliptic(reading, sentence, main_body, last_noun)
        if index not in sentences_done:
            found += _meeting_verbs(reading, sentence, main_body)
            found += _visits(reading, sentence)
    return found


def _visits(reading: Reading, sentence: Span) -> list[Event]:
    """ "Prime Minister X will visit Kyiv next week": a visit told by its verb."""
    for token in sentence:
        if token.lemma_ not in {"visit", "travel", "fly"} or token.pos_ != "VERB" or mood(token) != "planned":
            continue
        owner = subject(token)
        people = (
            reading.entities_in(owner.left_edge.i, owner.right_edge.i + 1, "person")
            if owner is not None
            else []
        )
        to = reading.entities_in(token.i, sentence.end, "country", "place")
        date = reading.date_of(token)
        if people and to and date is not None:
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


def _borrowed(meeting: Meeting, covered: Meeting | None) -> Meeting:
    """ "The fifth meeting", after "their fourth consultative meeting": the same kind of meeting."""
    if covered is None or meeting.named or meeting.body or meeting.topic or meeting.noun != covered.noun:
        return meeting
    qualifiers = meeting.qualifiers + tuple(
        q
        for q in covered.qualifiers
        if q not in {"extraordinary", "informal", "emergency", "special", *meeting.qualifiers}
    )
    return replace(meeting, qualifiers=qualifiers, topic=covered.topic, holder=covered.holder)


def _visit_name(reading: Reading, meeting: Meeting, sentence: Span) -> str | None:
    people = reading.entities_in(sentence.start, meeting.token, "person")
    to = reading.entities_in(meeting.token, sentence.end, "country", "place")
    if not people:
        return None
    words = " ".join((*meeting.qualifiers, "visit"))
    return f"{words} of {people[-1].name}" + (f" to {to[0].name}" if to else "")


def _event(reading: Reading, meeting: Meeting, main_body: str | None, covered: Meeting | None) -> Event:
    sentence = reading.sentences[meeting.sentence]
    name = _borrowed(meeting, covered).name(main_body)
    if meeting.noun == "visit":
        name = _visit_name(reading, meeting, sentence) or name
    if meeting.number is None and meeting.named is None and not meeting.qualifiers and not meeting.topic:
        name = f"next {name}"
    people = [e.name for e in reading.entities_in(sentence.start, sentence.end, "person")]
    return Event(
        name=name,
        start=meeting.first,
        end=meeting.last,
        place=meeting.place or _same_city(reading, sentence) or _in_name(reading, meeting),
        status="planned",
        participants=tuple(people if _expects_people(sentence) else []),
        evidence=sentence_evidence(sentence),
    )


def _in_name(reading: Reading, meeting: Meeting) -> str | None:
    return reading.place_in_name(meeting)


def _same_city(reading: Reading, sentence: Span) -> str | None:
    return reading.setting.place if "the same city" in sentence.text else None


def _expects_people(sentence: Span) -> bool:
    text = sentence.text.casefold()
    return any(
        cue in text
        for cue in (
            "are also expected",
            "is also expected",
            "will attend",
            "joins them",
            "join them",
            "will take part",
            "is expected to attend",
            "are expected to attend",
        )
    )


def _elliptic(reading: Reading, sentence: Span, main_body: str | None, noun: str | None) -> list[Event]:
    """ "hosts the next one in 2026", "and Hungary an informal one in the same year"."""
    found = []
    for token in sentence:
        if token.lower_ != "one" or noun is None or token.tag_ not in {"NN", "CD", "NNP"}:
            continue
        words = [c.lower_ for c in token.lefts]
        if not {"next", "informal", "extraordinary"} & set(words):
            continue
        date = next(
            (d for t, d in reversed(reading.dates_in(sentence.start, sentence.end)) if t.i != token.i), None
        )
        countries = [e for e in reading.entities_in(sentence.start, token.i, "country", "place")]
        if date is None or (
            date.first <= reading.setting.day.isoformat()[: len(date.first)] and len(date.first) > 4
        ):
            continue
        qualifier = next(w for w in words if w in {"next", "informal", "extraordinary"})
        name = f"{qualifier} {noun}" + (f" of the {main_body}" if main_body else "")
        found.append(
            Event(
                name=name,
                start=date.first,
                end=date.last,
                place=countries[-1].name if countries else None,
                status="planned",
                evidence=sentence_evidence(sentence),
            )
        )
    return found


def _meeting_verbs(reading: Reading, sentence: Span, main_body: str | None) -> list[Event]:
    """ "negotiators will gather in Bonn in June", "would meet again in Muscat on Sunday"."""
    today = reading.setting.day.isoformat()
    for token in sentence:
        if token.lemma_ not in _MEET or token.pos_ != "VERB":
            continue
        date = reading.date_of(token) or _only_date(reading, sentence, token)
        if date is None or date.first <= today[: len(date.first)]:
            continue
        words = {c.lower_ for c in token.children}
        if not (mood(token) == "planned" or words & {"again", "would"} or token.tag_ in {"VBZ", "VBP"}):
            continue
        people = reading.entities_in(sentence.start, token.i, "person")
        place = reading.place_of(token) or _place_after(reading, token)
        name = _name(reading, token, people, main_body)
        return [
            Event(
                name=name,
                start=date.first,
                end=date.last,
                place=place,
                status="planned",
                participants=tuple(p.name for p in _own(reading, token, people)),
                evidence=sentence_evidence(sentence),
            )
        ]
    return []


def _only_date(reading: Reading, sentence: Span, verb: Token) -> DateSpan | None:
    """ "When the bloc meets again, in Nouakchott, in July, ...": the one date of the sentence, behind the verb."""
    dates = [d for t, d in reading.dates_in(sentence.start, sentence.end) if t.i > verb.i]
    again = any(child.lower_ in {"again", "next"} for child in verb.children)
    return dates[0] if again and len(dates) == 1 else None


def _own(reading: Reading, verb: Token, people: list) -> list:
    """The people in the verb's own subject."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if not subjects:
        return []
    inside = reading.entities_in(subjects[0].left_edge.i, subjects[0].right_edge.i + 1, "person")
    return [p for p in people if p in inside]


def _name(reading: Reading, verb: Token, people: list, main_body: str | None) -> str:
    own = _own(reading, verb, people)
    if own:
        return "meeting of " + " and ".join(p.name for p in own)
    others = [e for e in reading.entities_in(verb.i, verb.right_edge.i + 1, "organization")]
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if (
        subject is None
        or subject.pos_ == "PRON"
        or subject.lower_ in {"leaders", "bloc", "group", "members", "ministers", "council"}
    ):
        base = f"meeting of the {main_body}" if main_body else "meeting"
        return base + (f" and the {others[0].name}" if others else "") if others else f"next {base}"
    return f"meeting of {subject.text}" + (f" in {place}" if (place := reading.place_of(verb)) else "")


def _place_after(reading: Reading, verb: Token) -> str | None:
    for token in verb.subtree:
        entity = reading.entity_at(token)
        if (
            entity is not None
            and entity.type == "place"
            and token.i > verb.i
            and any(h.lower_ in {"in", "at"} for h in climb(token))
        ):
            return entity.name
    return None
