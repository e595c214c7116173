"""The events of a report: the meeting that it covers, and those that it announces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.events.attendance import chair_of, participants
from newsroom_enrich.components.events.calendar import meeting_span
from newsroom_enrich.components.events.meetings import find_meetings
from newsroom_enrich.components.events.planned import planned_events
from newsroom_enrich.components.events.setting import is_online
from newsroom_enrich.components.resolutions.bodies import Bodies
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_LEGISLATURE = re.compile(
    r"Parliament|National Assembly|Congress|Senate|Duma|Rada|Knesset|Diet|Bundes|House of|Majlis|Chamber"
)
_MINISTERS = re.compile(
    r"\b((?:foreign|finance|defen[cs]e|interior|energy|trade|health|environment|justice|agriculture|economy|transport) ministers)\b",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"\b(?:state|official|working|three-day|two-day|first|bilateral)?\s*visit\b", re.IGNORECASE
)
_LEAD_SENTENCES = 12
_GATHERING_SENTENCES = 3
_MEET = frozenset({"meet", "gather", "convene", "assemble"})


def events_of(reading: Reading) -> list[Event]:
    """The meeting that the report covers first, then the announced ones in the order of the text."""
    meetings = find_meetings(reading)
    main_body = _main_body(reading, meetings)
    covered = _covered(reading, meetings, main_body)
    own = _best([m for m in meetings if not m.planned and not m.recalled], main_body)
    coming = planned_events(reading, meetings, main_body, own)
    return ([covered] if covered is not None else []) + coming


def _main_body(reading: Reading, meetings: list[Meeting]) -> str | None:
    """The body whose meeting the report covers: that of its decisions, else that of its first meeting."""
    deciding = [r.body for r in reading.notes.resolutions if r.body and r.status != "planned"]
    if deciding:
        return max(dict.fromkeys(deciding), key=deciding.count)
    for meeting in meetings:
        if meeting.body and not meeting.planned and not meeting.recalled:
            return meeting.body
    return Bodies(reading).main


def _covered(reading: Reading, meetings: list[Meeting], main_body: str | None) -> Event | None:
    own = [m for m in meetings if not m.planned and not m.recalled]
    decided = [r for r in reading.notes.resolutions if r.status != "planned"]
    by_body = any(r.body for r in decided)
    best = _best(own, main_body)
    if best is None and not (by_body and main_body):
        return _gathering(reading)
    if best is not None and not decided and not _is_told_of(reading, best):
        return None
    if best is not None and best.noun == "visit":
        return _visit(reading, best, own)
    day = next((r.date for r in decided if r.date and len(r.date) == 10), None) or _day(reading, own)
    start, end = meeting_span(reading, own, day)
    chair = chair_of(reading, main_body)
    sentence = reading.sentences[best.sentence] if best is not None else None
    evidence = sentence_evidence(sentence) if sentence is not None else decided[0].evidence
    return Event(
        name=_name(reading, best, main_body),
        start=start,
        end=end,
        place=_place(reading, own),
        status="past",
        chair=chair.name if chair else None,
        participants=tuple(p.name for p in participants(reading, chair)),
        evidence=evidence,
    )


def _gathering(reading: Reading) -> Event | None:
    """A meeting that the lead tells by its verb alone: "Ministers of X gathered in Y on Wednesday"."""
    for sentence in [s for s in reading.sentences[:_LEAD_SENTENCES] if s.text.strip()][:_GATHERING_SENTENCES]:
        for verb in sentence:
            if verb.lemma_ not in _MEET or verb.pos_ != "VERB" or mood(verb) != "done":
                continue
            owner = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)
            if owner is None:
                continue
            words = re.split(r"[,;:(]", reading.doc[owner.left_edge.i : owner.right_edge.i + 1].text)[
                0
            ].strip()
            date = reading.date_of(verb)
            day = date.first if date is not None and date.is_day else _day(reading, [])
            chair = chair_of(reading, None)
            return Event(
                name=f"meeting of {words}"[:120],
                start=day,
                end=date.last if date is not None else None,
                place=reading.place_of(verb) or reading.setting.place,
                status="past",
                chair=chair.name if chair else None,
                participants=tuple(p.name for p in participants(reading, chair)),
                evidence=sentence_evidence(sentence),
            )
    return None


def _is_told_of(reading: Reading, meeting: Meeting) -> bool:
    """Whether a meeting is more than a word in passing: it has a name, a number or a body, or it opens the report."""
    if meeting.noun == "visit":
        sentence = reading.sentences[meeting.sentence]
        return bool(reading.entities_in(sentence.start, sentence.end, "person"))
    told = (
        bool(meeting.named or meeting.body or meeting.number or meeting.qualifiers)
        and meeting.sentence <= _LEAD_SENTENCES
    )
    held = meeting.sentence <= _GATHERING_SENTENCES * 2 and bool(meeting.holder)
    return told or held


def _best(own: list[Meeting], main_body: str | None) -> Meeting | None:
    """The mention that tells most: a name, a number, the body; the earlier of two."""
    if not own:
        return None

    def telling(meeting: Meeting) -> tuple[int, int]:
        score = (
            4 * (meeting.named is not None) + 3 * (meeting.number is not None) + len(meeting.qualifiers[:1])
        )
        score += 3 * (meeting.body is not None and meeting.body == main_body) + (meeting.body is not None)
        score += 2 * (meeting.noun == "summit") + (meeting.noun == "visit" and main_body is None) * 2
        return -score, meeting.token

    return min(own, key=telling)


def _name(reading: Reading, best: Meeting | None, main_body: str | None) -> str:
    if best is not None and best.named is not None:
        return best.named.name
    if best is None and main_body is not None:
        noun = "sitting" if _LEGISLATURE.search(main_body) else "meeting"
        ministers = _MINISTERS.search(reading.text)
        of = (
            f" ({ministers[1].casefold()})"
            if ministers and "Council" in main_body and "Security" not in main_body
            else ""
        )
        return f"{noun} of the {main_body}{of}{_about(reading)}"
    assert best is not None
    name = best.name(main_body)
    if (
        main_body == best.body
        and main_body
        and "Council of the European Union" in main_body
        and (ministers := _MINISTERS.search(reading.text))
    ):
        name += f" ({ministers[1].casefold()})"
    if not best.body and not main_body and reading.setting.place and reading.setting.place not in name:
        name += f" in {reading.setting.place}"
    return name


def _about(reading: Reading) -> str:
    """ "on Haiti": what a vote was about, where its description says it."""
    for resolution in reading.notes.resolutions:
        if resolution.title and resolution.title.startswith("on ") and resolution.status != "planned":
            return f" {resolution.title[:60]}"
    return ""


def _day(reading: Reading, own: list[Meeting]) -> str:
    told = next((m.first for m in own if m.first and len(m.first) == 10), None)
    if told:
        return told
    for sentence in reading.sentences[:_LEAD_SENTENCES]:
        for _, found in reading.dates_in(sentence.start, sentence.end):
            if (
                found.is_day
                and found.form in {"weekday", "day word", "part of day"}
                and found.first <= reading.setting.day.isoformat()
            ):
                return found.first
    return reading.setting.day.isoformat()


def _place(reading: Reading, own: list[Meeting]) -> str | None:
    if any(is_online(s.text) for s in reading.sentences[:_LEAD_SENTENCES]):
        return None
    dateline = reading.setting.place
    if dateline is not None:
        return dateline
    return next((m.place for m in own if m.place), None)


def _visit(reading: Reading, visit: Meeting, own: list[Meeting]) -> Event | None:
    """ "state visit of A to B": who travels, and where to."""
    sentence = reading.sentences[visit.sentence]
    people = reading.entities_in(sentence.start, sentence.end, "person")
    everybody = [e for e in reading.notes.entities if e.type == "person" and e.mentions]
    visitor = people[0] if people else min(everybody, key=lambda e: e.mentions[0], default=None)
    if visitor is None:
        return None
    target = _target(reading, visit, visitor.name)
    start, end = meeting_span(reading, own, _day(reading, own))
    name = f"{' '.join((*visit.qualifiers, 'visit'))} of {visitor.name}" + (f" to {target}" if target else "")
    return Event(
        name=name,
        start=start,
        end=end,
        place=reading.setting.place,
        status="past",
        participants=tuple(p.name for p in participants(reading, visitor)),
        evidence=sentence_evidence(sentence),
    )


def _target(reading: Reading, visit: Meeting, visitor: str) -> str | None:
    """The country that is visited: "visit to X", else the country named most that is not the visitor's."""
    token = reading.doc[visit.token]
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"to", "in"}:
            found = reading.entities_in(child.i, child.right_edge.i + 1, "country", "place")
            if found:
                return found[0].name
    own = {role.of for e in reading.notes.entities if e.name == visitor for role in e.roles}
    countries = [e for e in reading.notes.entities if e.type == "country" and e.name not in own]
    return max(countries, key=lambda e: len(e.mentions)).name if countries else None
