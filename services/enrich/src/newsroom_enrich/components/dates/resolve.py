"""From date expressions to calendar dates, relative to the day of publication.

Contract: offsets are code points of the text that was given; `first` and `last` are ISO 8601 dates as
exact as the words (YYYY, YYYY-MM or YYYY-MM-DD); `last` is None for a single day, month or year.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from newsroom_enrich.components.dates.patterns import FORMS, MONTHS, NUMBER, ORDINALS, WEEKDAYS, Form
from newsroom_enrich.components.documents.numbers import parse_number

Tense = Literal["past", "future"]
TenseAt = Callable[[int], Tense | None]

# A dateline is trusted over the moment of publication when the two lie this close together.
DATELINE_DAYS = 4
_DATELINE_REACH = 250
_MAX_HEAD_CHARACTERS = 60
_WORD = re.compile(r"\w+")
_OPENINGS = frozenset[str]().union(*(form.openings for form in FORMS))
_DASHED = re.compile(r"\s*[)/]?\s*(?:\([^)]*\))?\s*[-\u2010-\u2015:/.|]+\s")
_PROSE_WORD = re.compile(r"\b[a-z]{2,}\b")
_LINE_WORDS = re.compile(r"\b(?:on|by|of|de|la|published|posted|updated|date|our|staff|from)\b")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date expression: text[start:end] and what it means."""

    start: int
    end: int
    first: str
    last: str | None = None
    form: str = ""

    @property
    def is_day(self) -> bool:
        return len(self.first) == 10


def find_dates(text: str, published: date, tense_at: TenseAt = lambda _: None) -> list[DateSpan]:
    """Every date expression of the text, in order and without overlaps.

    `tense_at(offset)` tells the tense of the clause around an offset, which decides what "on Thursday" and
    "May 21" mean; where it does not know, weekdays lie in the past and days lie as near as possible.
    """
    base = dateline_day(text, published) or published
    spans: list[DateSpan] = []
    anchor = base
    for form, match in _matches(text):
        resolved = _within_calendar(form, match, base, anchor, tense_at)
        if resolved is None:
            continue
        first, last = resolved
        span = DateSpan(match.start(), match.end(), first, last, form)
        spans.append(span)
        if span.is_day and form != "from anchor":
            anchor = date.fromisoformat(first)
    return spans


def _within_calendar(
    form: str, match: re.Match[str], base: date, anchor: date, tense_at: TenseAt
) -> tuple[str, str | None] | None:
    """What the match means; None before the year 1 and after 9999, which some feeds publish in."""
    try:
        return _resolve(form, match, base, anchor, tense_at)
    except (OverflowError, ValueError):
        return None


def _matches(text: str) -> list[tuple[str, re.Match[str]]]:
    """The leftmost match at each place; of several at one place that of the first form."""
    opened = _opened(text)
    found = [
        (match.start(), rank, form.name, match)
        for rank, form in enumerate(FORMS)
        if not form.openings.isdisjoint(opened)
        for match in _matches_of(form, text, opened)
    ]
    kept: list[tuple[str, re.Match[str]]] = []
    taken: list[tuple[int, int]] = []
    for _, _, form, match in sorted(found, key=lambda item: (item[1], item[0])):
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            taken.append(match.span())
            kept.append((form, match))
    return sorted(kept, key=lambda item: item[1].start())


def _opened(text: str) -> dict[str, list[int]]:
    """Where the words stand with which forms open: the forms need not be tried anywhere else."""
    opened: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        opening = NUMBER if word[0].isdecimal() else word.casefold()
        if opening in _OPENINGS:
            opened.setdefault(opening, []).append(match.start())
    return opened


def _matches_of(form: Form, text: str, opened: dict[str, list[int]]) -> Iterator[re.Match[str]]:
    """What form.pattern.finditer finds."""
    end = 0
    for start in sorted(at for word, places in opened.items() if word in form.openings for at in places):
        if start >= end and (match := form.pattern.match(text, start)) is not None:
            yield match
            end = match.end()


def dateline_day(text: str, published: date) -> date | None:
    """The day of a dateline ("VIENNA, June 12 -", "28 August 2024" on a line of its own).

    With its year it counts however long ago it lies, so that an old report is read as of its own day; without
    one only close to the day of publication.
    """
    for form, match in _matches(text[:_DATELINE_REACH]):
        if form not in {"day month", "month day", "iso"} or not _in_dateline(text, match):
            continue
        day = _day(match, "d1", "m1", published, None)
        if day is None:
            continue
        old = bool(match.groupdict().get("year")) and _is_bare(text, match) and day < published
        if old or abs((day - published).days) <= DATELINE_DAYS:
            return day
    return None


def _in_dateline(text: str, match: re.Match[str]) -> bool:
    """Whether a date ends its line, or stands before the dash of a dateline."""
    if len(_head(text, match)) >= _MAX_HEAD_CHARACTERS:
        return False
    rest = text[match.end() : match.end() + 40].split("\n", maxsplit=1)[0]
    return not rest.strip(" ./-\u2013\u2014)") or _DASHED.match(rest + " ") is not None


def _is_bare(text: str, match: re.Match[str]) -> bool:
    """Whether there is no prose before the date, as there is in "In force since 1 May 2004"."""
    return not _PROSE_WORD.search(_LINE_WORDS.sub("", _head(text, match)))


def _head(text: str, match: re.Match[str]) -> str:
    return text[text.rfind("\n", 0, match.start()) + 1 : match.start()]


def _resolve(
    form: str, match: re.Match[str], base: date, anchor: date, tense_at: TenseAt
) -> tuple[str, str | None] | None:
    tense = tense_at(match.start())
    if form in {"years", "year", "season year"}:
        return _years(match)
    if form.startswith(("month year", "months year", "relative month")) or form == "month":
        return _months(form, match, base, tense)
    if "month" in form or form in {"iso", "dotted"}:
        return _days(match, base, tense)
    if form.startswith("weekday"):
        return _weekdays(match, base, tense)
    if form == "weekend":
        return _weekend(match["which"].casefold(), base, tense)
    return _relative(form, match, base, anchor)


def _days(match: re.Match[str], base: date, tense: Tense | None) -> tuple[str, str | None] | None:
    groups = match.groupdict()
    last_month = "m2" if groups.get("m2") else "m1"
    if not groups.get("d2"):
        day = _day(match, "d1", "m1", base, tense)
        return None if day is None else (day.isoformat(), None)
    begun = _day(match, "d1", "m1", base, tense) if tense == "past" else None
    last = (
        _day(match, "d2", last_month, begun, "future")
        if begun
        else _day(match, "d2", last_month, base, tense)
    )
    if last is None:
        return None
    year = int(groups["year1"]) if groups.get("year1") else last.year
    first = _safe(year, _month(groups["m1"]), _number(groups["d1"]))
    if first is not None and first > last:
        first = _safe(year - 1, first.month, first.day)
    return None if first is None else (first.isoformat(), last.isoformat())


def _day(match: re.Match[str], day: str, month: str, base: date, tense: Tense | None) -> date | None:
    groups = match.groupdict()
    number, named = _number(groups[day]), _month(groups[month])
    if groups.get("year"):
        return _safe(int(groups["year"]), named, number)
    years = (base.year - 1, base.year, base.year + 1)
    days = [found for year in years if (found := _safe(year, named, number))]
    return _choose(days, base, tense)


def _choose(days: list[date], base: date, tense: Tense | None) -> date | None:
    """The day that is meant where the year is not said."""
    if tense == "past":
        return max((day for day in days if day <= base), default=None)
    if tense == "future":
        return min((day for day in days if day >= base), default=None)
    return min(days, key=lambda day: abs((day - base).days), default=None)


def _months(
    form: str, match: re.Match[str], base: date, tense: Tense | None
) -> tuple[str, str | None] | None:
    groups = match.groupdict()
    named = next(_month(value) for key, value in groups.items() if key.startswith("m1") and value)
    which = (groups.get("which") or "").casefold()
    if groups.get("year"):
        year = int(groups["year"])
    elif which.startswith(("this", "earlier")) and "past" not in which:
        year = base.year
    else:
        way = {"last": "past", "next": "future"}.get(which, tense)
        months = [date(year, named, 1) for year in (base.year - 1, base.year, base.year + 1)]
        this_month = base.replace(day=1)
        strict = which in {"last", "next"}
        candidates = [m for m in months if not (strict and m == this_month)]
        chosen = _choose(
            candidates, this_month, "past" if way == "past" else "future" if way == "future" else None
        )
        if chosen is None:
            return None
        year = chosen.year
    first = f"{year:04}-{named:02}"
    if form == "months year":
        return first, f"{year:04}-{_month(groups['m2']):02}"
    return first, None


def _years(match: re.Match[str]) -> tuple[str, str | None] | None:
    groups = match.groupdict()
    last = groups.get("year2")
    if last is None:
        return groups["year"], None
    full = groups["year"][:2] + last if len(last) == 2 else last
    return (groups["year"], full) if groups["year"] < full else None


def _weekdays(match: re.Match[str], base: date, tense: Tense | None) -> tuple[str, str | None]:
    groups = match.groupdict()
    which = (groups.get("which") or "").casefold()
    ahead = tense == "future" or which.startswith(("next", "this coming", "the coming"))
    first = _weekday(groups["w1"], base, ahead=ahead, strict=which in {"last", "next"})
    if groups.get("week"):
        monday = base - timedelta(base.weekday() + 7)
        first = monday + timedelta(WEEKDAYS[groups["w1"].casefold()])
    if not groups.get("w2"):
        return first.isoformat(), None
    last = first + timedelta((WEEKDAYS[groups["w2"].casefold()] - first.weekday()) % 7)
    if not ahead and last > base:
        first, last = first - timedelta(7), last - timedelta(7)
    return first.isoformat(), last.isoformat()


def _weekend(which: str, base: date, tense: Tense | None) -> tuple[str, str]:
    """The Saturday and Sunday of "this weekend"; told in the past, on a weekday, it is the one before."""
    saturday = base + timedelta(WEEKDAYS["saturday"] - base.weekday())
    is_weekend = base >= saturday
    ahead = which.startswith(("before", "by"))
    steps = {"last": -1, "next": 1}.get(which, -1 if tense == "past" and not (is_weekend or ahead) else 0)
    first = saturday + timedelta(7 * steps)
    return first.isoformat(), (first + timedelta(1)).isoformat()


def _weekday(name: str, base: date, *, ahead: bool, strict: bool) -> date:
    wanted = WEEKDAYS[name.casefold()]
    if ahead:
        ahead_days = (wanted - base.weekday()) % 7  # "opens on Friday", written on a Friday, is today
        return base + timedelta(ahead_days or (7 if strict else 0))
    back = (base.weekday() - wanted) % 7
    return base - timedelta(back or (7 if strict else 0))


def _relative(form: str, match: re.Match[str], base: date, anchor: date) -> tuple[str, str | None] | None:
    groups = match.groupdict()
    if form == "day word":
        steps = {"yesterday": -1, "tomorrow": 1}
        return (base + timedelta(steps.get(groups["word"].casefold(), 0))).isoformat(), None
    if form == "part of day":
        return (base - timedelta(1 if groups["night"] else 0)).isoformat(), None
    if form == "period" and groups["season"]:
        return next_season(groups["part"].casefold(), base), None
    if form == "period":
        return _period(groups["which"].casefold(), groups["unit"].casefold(), base), None
    if form == "from anchor":
        return _from_anchor(groups, anchor), None
    number = _counted(groups["number"])
    if number is None:
        return None
    return _moved(base, number * (-1 if form == "ago" else 1), groups["unit"].casefold()), None


def _period(which: str, unit: str, base: date) -> str:
    step = (
        -1
        if which.endswith(("last", "previous"))
        else 1
        if which.endswith(("next", "coming", "following"))
        else 0
    )
    if unit == "week":
        return (base + timedelta(7 * step)).isoformat()[:7]
    return _moved(base, step, unit)


def next_season(season: str, base: date) -> str:
    """The year of "next summer": this one until that season begins."""
    begins = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[season]
    return f"{base.year + (base.month >= begins):04}"


def _from_anchor(groups: dict[str, str], anchor: date) -> str:
    if word := groups.get("word"):
        if re.search(r"\b(?:that|same)\b", word, re.IGNORECASE):
            return anchor.isoformat()
        back = "before" in word.casefold() or "previous" in word.casefold()
        return (anchor + timedelta(-1 if back else 1)).isoformat()
    number = _counted(groups["number"]) or 1
    days = number * (7 if groups["unit"].casefold() == "week" else 1)
    sign = 1 if groups["way"].casefold() == "later" else -1
    return (anchor + timedelta(sign * days)).isoformat()


def _moved(base: date, step: int, unit: str) -> str:
    """The day, month or year that lies so many units away, as exact as its unit."""
    if unit == "day":
        return (base + timedelta(step)).isoformat()
    if unit == "week":
        return (base + timedelta(7 * step)).isoformat()[:7]
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{base.year + step:04}"


def _counted(word: str) -> int | None:
    return 1 if word.casefold() in {"a", "an"} else parse_number(word)


def _number(day: str) -> int:
    return ORDINALS.get(day.casefold()) or int(re.sub(r"\D", "", day))


def _month(name: str) -> int:
    return int(name) if name.isdigit() else MONTHS[name.rstrip(".").casefold()]


def _safe(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)
