"""When the meeting of a report took place: its first and last day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from newsroom_enrich.components.documents.numbers import parse_number, parse_ordinal

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_LENGTH = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|\d)[- ]day\b"
    r"|\b(?:end|ended|after|for|over|during|closed?|wrap\w* up|wound up|lasted) (?:the |his |her |their )?"
    r"(?P<m>two|three|four|five) days\b",
    re.IGNORECASE,
)
# What both _LENGTH and _LAST_OF need, and few sentences have.
_COUNTED_DAYS = re.compile(r"[- ]day", re.IGNORECASE)
_NTH_DAY = re.compile(
    r"\b(?:the (?P<a>second|third|fourth|fifth) day of (?!a new\b)|"
    r"on (?:his|her|their) (?P<b>second|third|fourth|fifth) day\b)",
    re.IGNORECASE,
)
_LAST_OF = re.compile(r"\b(second|third|fourth|fifth) and (?:last|final|closing) day\b", re.IGNORECASE)
_STARTING = re.compile(
    r"\b(?:arriv\w+|open(?:s|ed|ing)?|beg[aiu]n\w*|start\w*|kick\w* off|embark\w*|on the first day)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:wrap\w* up|w(?:i|ou)nd\w* up|clos\w+|end(?:ed|s|ing)?|"
    r"(?:came|comes|drew|draws) to (?:an end|a close)|"
    r"conclud\w+|finish\w*|culminat\w+)\b",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\b(?:opened|began|begun|started|has been meeting since|kicked off|"
    r"(?:at|since|from) (?:the|its) opening|opening the \w+)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:will (?:conclude|end|close|run until)|(?:is|are) (?:to|due to) (?:be closed|close|end|conclude)|"
    r"ended|closed|concluded|came to an end|ends|concludes|closes|(?:winds|wraps) up|(?:runs |"
    r"lasts |goes on |continues )?(?:until|till|through))\b",
    re.IGNORECASE,
)
# "runs until Thursday" tells of the next one, whatever day the words give by themselves.
_GOES_ON = re.compile(
    r"\b(?:(?:runs|lasts|goes on|continues|is being held) (?:until|till|through|to)|"
    r"(?:ends|concludes|closes|wraps up) on|(?:will|is to|is due to) (?:end|close|conclude|"
    r"run until) ?(?:on)?) $"
)
_ON_MEETING = re.compile(
    r"\b(?:session|summit|meeting|conference|assembly|debate|visit|leaders|gathering|conclave|"
    r"talks|forum|congress|trip|consultations|event|retreat|opening|in the chair)\b",
    re.IGNORECASE,
)
_MEET = frozenset("meet gather convene sit assemble".split())
_BEFORE_DATE_CHARACTERS = 45
_BESIDE_CHARACTERS = 3
_WEEK = 7
_MAX_OPEN_DAYS = 60
_MAX_LEFT_DAYS = 30
_MAX_SENTENCES = 60
_NEAR_DAYS = 7
_LEAD_SENTENCES = 12
_SAID_DAYS = frozenset({"weekday", "day word", "part of day"})
_FULL_DATE_CHARACTERS = 10


@dataclass(frozen=True, slots=True)
class _Length:
    """As in "a two-day summit": how many days, and what the sentence says of which day."""

    days: int
    way: Literal["starting", "closing", "running"]
    day: str | None


def meeting_span(reading: Reading, meetings: list[Meeting], day: str) -> tuple[str, str | None]:
    """The first and the last day of the meeting, the last one None for a single day.

    `day` is the day of its main act, which stands where the report says no more.
    """
    ranges = [m for m in meetings if m.first and m.last and len(m.last) == _FULL_DATE_CHARACTERS]
    if ranges:
        return ranges[0].first or day, ranges[0].last
    if (met := _days_of_dateline(reading) or _days_they_met(reading, day)) is not None:
        return met
    days = [m.first for m in meetings if m.first and len(m.first) == _FULL_DATE_CHARACTERS]
    start = min([day, *days[:1]])
    opened, closed = _told(reading, day)
    length = _length(reading)
    if opened is None and (told := _nth_day(reading)):
        opened = _moved(told[1] or day, 1 - told[0])
    if closed and not opened and length is not None:
        opened = _moved(closed, 1 - length.days)
    if opened or closed:
        first = opened or start
        if closed is None and length is not None:
            closed = _moved(first, length.days - 1)
        last = closed or day
        return first, last if last > first else None
    if length is None:
        return start, None
    if length.way == "running" and length.day is None and _opens(reading, meetings, start):
        length = replace(length, way="starting", day=start)
    return _by_length(start, day, length)


def _opens(reading: Reading, meetings: list[Meeting], day: str) -> bool:
    """Whether the sentence that gives the meeting its day says that it began then."""
    told = next((m.sentence for m in meetings if m.first == day), None)
    if told is None:
        return False
    text = reading.words_of(reading.sentences[told])
    return _STARTING.search(text) is not None and not _CLOSING.search(text)


def _days_of_dateline(reading: Reading) -> tuple[str, str] | None:
    """As in "Astana, 11-12 November 2024" above a statement."""
    head = (d for d in reading.dates if d.end <= reading.setting.head_end + _BESIDE_CHARACTERS)
    return next(((d.first, d.last) for d in head if d.is_day and d.last is not None), None)


def _days_they_met(reading: Reading, day: str) -> tuple[str, str] | None:
    """As in "The committee, meeting in London from 3 to 7 July": days around that of the main act."""
    for verb in reading.with_lemma(_MEET, reading.doc[:]):
        date = reading.date_of(verb) if verb.pos_ == "VERB" else None
        if date is not None and date.last is not None and date.first <= day <= date.last:
            return date.first, date.last
    return None


def _nth_day(reading: Reading) -> tuple[int, str | None] | None:
    """As in "on Tuesday, the second day of his visit": which day, and its date where the words give it."""
    for sentence in reading.sentences[: 2 * _LEAD_SENTENCES]:
        text = reading.words_of(sentence)
        told = _NTH_DAY.search(text) if " day" in text else None
        if told is not None and (told["b"] or _ON_MEETING.search(text)):
            near = sentence.start_char + told.start()
            dates = reading.dates_in(sentence.start, sentence.end)
            beside = (d.first for _, d in dates if d.is_day and 0 <= near - d.end <= _BESIDE_CHARACTERS)
            return parse_ordinal(told["a"] or told["b"]) or 1, next(beside, None)
    return None


def _by_length(start: str, day: str, length: _Length) -> tuple[str, str]:
    anchor = length.day or day
    if length.way == "starting":
        return anchor, _moved(anchor, length.days - 1)
    if length.way == "running":
        if start < day:
            return start, _moved(start, length.days - 1)
        anchor = day
    return _moved(anchor, 1 - length.days), anchor


def _told(reading: Reading, day: str) -> tuple[str | None, str | None]:
    """As in "opened on 12 November", "will conclude on Wednesday", in a sentence on the meeting."""
    opened = closed = None
    for sentence in reading.sentences:
        dates = reading.dates_in(sentence.start, sentence.end)
        text = reading.words_of(sentence)
        if not dates or not _ON_MEETING.search(text):
            continue
        for token, found in dates:
            at = token.idx - sentence.start_char
            before = text[max(0, at - _BEFORE_DATE_CHARACTERS) : at]
            apart = days_apart(found.first, day)
            begins, ends = _last_at(_OPENED, before), _last_at(_ENDS, before)
            if begins > ends and found.first <= day and apart <= _MAX_OPEN_DAYS:
                opened = found.first
            elif ends > begins and found.first >= day and apart <= _MAX_LEFT_DAYS:
                closed = found.first
            elif ends > begins and found.form == "weekday" and apart <= _WEEK and _GOES_ON.search(before):
                closed = _moved(found.first, _WEEK)
    return opened, closed


def _last_at(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match starts; -1 without one."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _length(reading: Reading) -> _Length | None:
    for sentence in reading.sentences[:_MAX_SENTENCES]:
        text = reading.words_of(sentence)
        if not _COUNTED_DAYS.search(text):
            continue
        if told := _LAST_OF.search(text):
            return _Length(parse_ordinal(told[1]) or 1, "closing", _day_in(reading, sentence))
        match = _LENGTH.search(text)
        if match is not None and _ON_MEETING.search(text):
            days = parse_number(match["n"] or match["m"]) or 1
            way: Literal["starting", "closing", "running"] = "running"
            if _CLOSING.search(text):
                way = "closing"
            elif _STARTING.search(text):
                way = "starting"
            return _Length(days, way, _day_in(reading, sentence, _CLOSING if way == "closing" else None))
    return None


def _day_in(reading: Reading, sentence: Span, said: re.Pattern[str] | None = None) -> str | None:
    """The first full date of a sentence, or the first behind words: "came to an end on Tuesday"."""
    today = reading.setting.day.isoformat()
    dates = [d for _, d in reading.dates_in(sentence.start, sentence.end) if d.is_day]
    days = [d for d in dates if days_apart(d.first, today) <= _NEAR_DAYS]
    ends = [match.end() for match in said.finditer(reading.words_of(sentence))] if said is not None else []
    behind = [d for d in days if ends and d.start - sentence.start_char >= ends[-1]]
    return next((d.first for d in (*behind, *days)), None)


def lead_day(reading: Reading, own: list[Meeting]) -> str:
    """The day that the mentions of the meeting or the lead give, else that of the dateline."""
    today = reading.setting.day.isoformat()
    days = (m.first for m in own if m.first and len(m.first) == _FULL_DATE_CHARACTERS)
    told = next((day for day in days if day <= today), None)
    if told is not None:
        return told
    for sentence in reading.sentences[:_LEAD_SENTENCES]:
        for _, found in reading.dates_in(sentence.start, sentence.end):
            said = found.form in _SAID_DAYS or days_apart(found.first, today) <= _NEAR_DAYS
            if found.is_day and said and found.first <= today:
                return found.first
    return today


def last_of_days(meeting: Token, start: str | None) -> str | None:
    """The last day of "a four-day visit", by the words before its noun and the day of its start."""
    words = meeting.doc[meeting.left_edge.i : meeting.i].text
    told = _LENGTH.search(words) if _COUNTED_DAYS.search(words) else None
    if told is None or told["n"] is None or start is None or len(start) != _FULL_DATE_CHARACTERS:
        return None
    return _moved(start, (parse_number(told["n"]) or 1) - 1)


def days_apart(first: str, second: str) -> int:
    """The days between two full dates; a great many where one is less exact."""
    if len(first) != _FULL_DATE_CHARACTERS or len(second) != _FULL_DATE_CHARACTERS:
        return 10_000
    return abs((date.fromisoformat(second) - date.fromisoformat(first)).days)


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()
