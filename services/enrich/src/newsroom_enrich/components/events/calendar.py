"""When the meeting of a report took place: its first and last day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.numbers import parse_number

if TYPE_CHECKING:
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_DAYS = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|\d)[- ]day\b|\b(?:end|ended|after|closed?|wrap\w* up|lasted) (?P<m>two|three|four|five) days\b",
    re.IGNORECASE,
)
_STARTING = re.compile(
    r"\b(?:arriv\w+|open(?:s|ed|ing)?|beg[aiu]n\w*|start\w*|kick\w* off|embark\w*|on the first day)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:wrap\w* up|clos\w+|end(?:ed|s|ing)?|conclud\w+|finish\w*|drew to a close|culminat\w+)\b",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\b(?:opened|began|begun|started|has been meeting since|kicked off)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:will (?:conclude|end|close|run until)|ends|concludes|closes|runs until|lasts until|until)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\bopening (?:the|its|his)\b[^.;]{0,40}", re.IGNORECASE)


def meeting_span(reading: Reading, meetings: list[Meeting], day: str) -> tuple[str, str | None]:
    """The first and the last day of the meeting, the last one None for a single day.

    `day` is the day of its main act, which stands where the report says no more.
    """
    start, end = day, None
    for meeting in meetings:
        if meeting.last and len(meeting.last) == 10:
            return meeting.first or day, meeting.last
        if meeting.first and len(meeting.first) == 10 and not meeting.planned and start == day:
            start = min(start, meeting.first)
    told = _told(reading, day)
    if told != (None, None):
        opened, closed = told
        if opened or closed:
            first = opened or start
            if closed is None and (length := _length(reading)) is not None:
                return first, _moved(first, length[0] - 1)
            return first, closed or (day if day > first else None)
    length = _length(reading)
    if length is not None:
        days, way, sentence_day = length
        anchor = sentence_day or day
        if way == "starting":
            return anchor, _moved(anchor, days - 1)
        if way == "closing":
            return _moved(anchor, 1 - days), anchor
        if start < day:
            return start, _moved(start, days - 1)
        return _moved(day, 1 - days), day
    return start, end if end != start else None


def _told(reading: Reading, day: str) -> tuple[str | None, str | None]:
    """ "opened on 12 November", "will conclude on Wednesday", in a sentence on the session or the meeting."""
    opened = closed = None
    for sentence in reading.sentences:
        text = sentence.text
        if not re.search(r"\b(?:session|summit|meeting|conference|assembly)\b", text, re.IGNORECASE):
            continue
        for token, found in reading.dates_in(sentence.start, sentence.end):
            if len(found.first) != 10:
                continue
            before = text[max(0, token.idx - sentence.start_char - 45) : token.idx - sentence.start_char]
            if _OPENED.search(before) and found.first <= day and _apart(found.first, day) <= 60:
                opened = found.first
            elif _ENDS.search(before) and found.first >= day and _apart(day, found.first) <= 30:
                closed = found.first
    return opened, closed


def _length(reading: Reading) -> tuple[int, str, str | None] | None:
    """ "a two-day summit": how many days, whether the sentence says that it closes, and on which day."""
    for sentence in reading.sentences[:40]:
        match = _DAYS.search(sentence.text)
        if match is None or not re.search(
            r"\b(?:summit|session|meeting|conference|debate|visit|leaders|gathering)\b",
            sentence.text,
            re.IGNORECASE,
        ):
            continue
        days = parse_number(match["n"] or match["m"]) or 1
        way = (
            "closing"
            if _CLOSING.search(sentence.text)
            else "starting"
            if _STARTING.search(sentence.text)
            else ""
        )
        dates = [d.first for _, d in reading.dates_in(sentence.start, sentence.end) if len(d.first) == 10]
        return days, way, dates[0] if dates else None
    return None


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _apart(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days
