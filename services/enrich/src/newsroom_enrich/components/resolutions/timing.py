"""When and where an act took place, and whether it is news of the report or only recalled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.around import date_around
from newsroom_enrich.components.resolutions.background import is_recalled
from newsroom_enrich.components.resolutions.coming import Coming, year_month
from newsroom_enrich.components.resolutions.grammar import climb
from newsroom_enrich.components.resolutions.placing import place_of, stands_alone
from newsroom_enrich.components.resolutions.reading.dates import MEETS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom.contracts import ResolutionStatus
    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

__all__ = ["MAIN_ACT_DAYS", "RECENT_DAYS", "Timing", "When", "days_between", "stands_alone"]

# An act is news when its day lies at most so far from the report's, or from that of the report's main act.
RECENT_DAYS = 2
MAIN_ACT_DAYS = 7
_CHAINED = frozenset("conj xcomp advcl ccomp acomp dep pcomp".split())
_OPENING_TOKENS = 3
_SAME = re.compile(r"\bthe same (?:sitting|session|meeting|vote|ceremony|debate)\b")
_EDGE = re.compile(
    r"\b[Oo]n (?:the|its|their) (first|opening|second|third|fourth|fifth|last|final|closing)"
    r"(?: and (?:last|final|closing))? (?:day|morning|afternoon|evening|night)\b"
)
_LATER_DAYS = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}
# The day that was said last, whatever other dates stand between.
_SAME_DAY = re.compile(r"(?:that|the same) (?:day|morning|afternoon|evening|night)", re.IGNORECASE)
# "During the two days": the days of the meeting or visit as a whole.
_THROUGHOUT = re.compile(
    r"\b(?:during|over|in) the (?:two|three|four|five) days\b|"
    r"\b(?:during|over|in the course of) the (?:two|three|four|five)-day (?:visit|meeting|summit|talks)\b"
)
_BEGINS = frozenset({"open", "begin", "start"})  # the first day of a meeting is seldom that of its decisions


@dataclass(frozen=True, slots=True)
class When:
    """The day of an act; `said` where its own clause tells it."""

    day: str | None
    said: bool


@dataclass
class Timing:
    """Tells the day and the place of acts. Keeps the day that was said last, for the acts that say none."""

    reading: Reading
    last_day: str | None = None
    last_said: str | None = None

    def __post_init__(self) -> None:
        self.ahead = Coming(self.reading)

    def when(self, act: Act, status: ResolutionStatus, *, known: bool = False) -> When | None:
        """The day of an act, or None for one that lies outside the news of the report.

        `known` tells that the document is one of which the report states another act: what happened to it
        some days ago is news as well.
        """
        if status != "planned" and (told := self._day_of_meeting(act)) is not None:
            return told
        own = self._own_date(act, planned=status == "planned")
        if own is not None and status != "planned" and self._is_of_what_will_be(own, act):
            own = None
        if own is not None:
            day = self._same_day(own) or year_month(own.first, own.last)
            counts = status == "planned" or self._is_news(own.first, own.form, known=known)
            return When(day, said=True) if counts else None
        if self.last_said is not None and _SAME.search(self.reading.words_of(act.verb.sent)):
            return When(self.last_said, said=True)
        if is_recalled(self.reading, act) or self._is_long_ago(act):
            return None
        if status == "planned":
            return When(self.ahead.day(act), said=False)
        if (only := self._only_day(act)) is not None:
            return When(only, said=False)
        scene = self._scene(act)
        if scene is not None and self._is_news(scene, "day", known=known):
            return When(scene, said=False)
        if stands_alone(act):
            return When(None, said=False)
        return When(self.last_day or self._default_day(), said=False)

    def is_dated(self, act: Act) -> bool:
        """Whether the words give the act a day of its own."""
        return self._own_date(act) is not None

    def remember(self, when: When, status: ResolutionStatus) -> None:
        """Keep a day that was said, for the acts behind it."""
        if status == "planned" or not when.said or when.day is None:
            return
        self.last_said = when.day
        if (
            self.last_day is None
            or when.day >= self.last_day
            or days_between(when.day, self.last_day) <= RECENT_DAYS
        ):
            self.last_day = when.day

    def _is_of_what_will_be(self, own: DateSpan, act: Act) -> bool:
        """As in "approved the start of the union on January 1", "adopted a law, to apply from 2 May": the
        date behind the object is that of what will be. A day without a year may be one to come.
        """
        if own.form == "years":  # "approved a roadmap for rail in 2026-2030"
            return (own.last or own.first) >= str(self.reading.setting.day.year)
        behind = [act.thing.i] if act.thing is not None else [phrase.head for phrase in act.phrases[:1]]
        if not own.is_day or not behind or own.start < self.reading.tokens[behind[0]].idx:
            return False
        today = self.reading.setting.day
        guessed = act.thing is not None and own.form in {"month day", "day month"}
        long_ago = (today - date.fromisoformat(own.first)).days > MAIN_ACT_DAYS
        return own.first > (today + timedelta(1)).isoformat() or (guessed and long_ago)

    def _day_of_meeting(self, act: Act) -> When | None:
        """As in "on the final day", "during the two days"."""
        if (edge := self._edge_day(act)) is not None:
            return When(edge, said=True)
        throughout = _THROUGHOUT.search(self.reading.words_of(act.verb.sent)) is not None
        return When(self.reading.lead_day[:7], said=False) if throughout else None

    def _same_day(self, own: DateSpan) -> str | None:
        """The day said last, for "the same day" where the last date in the text is a range of days."""
        again = own.form == "from anchor" and _SAME_DAY.fullmatch(self.reading.text[own.start : own.end])
        before = [d for d in self.reading.dates if d.start < own.start and d.is_day]
        return self.last_said if again and before and before[-1].last is not None else None

    def _edge_day(self, act: Act) -> str | None:
        """As in "on the final day", "on the second day": a day of the meeting, counted."""
        told = _EDGE.search(self.reading.words_of(act.verb.sent))
        if told is None:
            return None
        span = self.reading.occasion
        if told[1] in _LATER_DAYS:
            return self._later_day(span[0] if span else self._opening_day(act), _LATER_DAYS[told[1]])
        if span is None:
            return None
        return span[0] if told[1] in {"first", "opening"} else span[1]

    def _opening_day(self, act: Act) -> str | None:
        """The day on which the sentence says that the meeting began: "which opened on Monday"."""
        sentence = act.verb.sent
        told = self.reading.dates_in(sentence.start, sentence.end)
        return next((d.first for t, d in told if any(h.lemma_ in _BEGINS for h in climb(t))), None)

    def _later_day(self, first: str | None, steps: int) -> str | None:
        """The day so many days after the first, where it has come."""
        if first is None or len(first) < len("2025-01-31"):
            return None
        day = date.fromisoformat(first) + timedelta(steps)
        return day.isoformat() if day <= self.reading.setting.day else None

    def _own_date(self, act: Act, *, planned: bool = False) -> DateSpan | None:
        """The date that the clause of the act gives, or the clause that it is chained to; of what is planned
        not the day on which somebody said so.
        """
        found = self.reading.date_of(act.verb)
        if found is None and act.trigger.i != act.verb.i:
            found = self.reading.date_of(act.trigger)
        found = found or date_around(self.reading, act)
        current = act.verb
        while found is None and current.dep_ in _CHAINED and current.head.i != current.i:
            current = current.head
            found = self.reading.date_of(current)
            if planned and found is not None and current.tag_ in {"VBD", "VBN"}:
                ahead = found.first > self.reading.setting.day.isoformat()[: len(found.first)]
                found = found if ahead else None
        return found

    def _only_day(self, act: Act) -> str | None:
        """The only day of the sentence, wherever the syntax hangs it: "On Monday, as we know, ministers,
        having met, signed it".
        """
        sentence = act.verb.sent
        days = {
            found.first: found
            for token, found in self.reading.dates_in(sentence.start, sentence.end)
            if not any(head.lemma_ in _BEGINS for head in climb(token))
        }
        only = next(iter(days.values())) if len(days) == 1 else None
        is_recent = only is not None and only.is_day and self._is_news(only.first, only.form, known=False)
        return only.first if only is not None and is_recent else None

    def _is_news(self, first: str, form: str, *, known: bool) -> bool:
        today = self.reading.setting.day
        if len(first) < 10:
            return form == "period" and first == today.isoformat()[:7]
        day = date.fromisoformat(first)
        if day > today + timedelta(1):
            return False
        if self.last_day is None or len(self.last_day) < 10 or known:
            return (today - day).days <= MAIN_ACT_DAYS
        main = date.fromisoformat(self.last_day)
        span = self.reading.occasion
        inside = span is not None and span[0] <= first <= span[1]
        return inside or abs((day - main).days) <= RECENT_DAYS or 0 <= (today - day).days <= RECENT_DAYS

    def _is_long_ago(self, act: Act) -> bool:
        """As in "When the Assembly first dealt with it in 1992, 59 states backed it": said beside the
        verb.
        """
        sentence = act.verb.sent
        today = self.reading.setting.day.isoformat()
        for child in act.verb.children:
            found = self.reading.date_of(child) if child.dep_ == "advcl" else None
            if found is not None and len(found.first) < 10:
                return found.first < today[: len(found.first)]
        opening = [
            d for t, d in self.reading.dates_in(sentence.start, act.verb.i) if _opens(sentence.start, t)
        ]
        return any(len(found.first) < 10 and found.first[:4] < today[:4] for found in opening)

    def _scene(self, act: Act) -> str | None:
        """The day that an earlier sentence of the paragraph opens with: "A day earlier"; or that the sentence
        before tells of a meeting or of what came earlier: "The others had had their hour on Thursday".
        """
        found = None
        earlier = self.reading.earlier_in_paragraph(act.verb.sent)
        for before in earlier:
            days = [
                d.first
                for t, d in self.reading.dates_in(before.start, before.end)
                if d.is_day and _opens(before.start, t)
            ]
            found = days[0] if days else found
        return (self._day_of_scene(earlier[-1]) if earlier else None) or found

    def _day_of_scene(self, sentence: Span) -> str | None:
        """The only day of a sentence on a meeting, or in the past perfect."""
        days = [d.first for _, d in self.reading.dates_in(sentence.start, sentence.end) if d.is_day]
        root = sentence.root
        had = root.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "had" for c in root.children)
        met = root.tag_ == "VBD" and root.lemma_ in MEETS
        return days[0] if (had or met) and len(days) == 1 else None

    def _default_day(self) -> str | None:
        """The day of the lead, or of the meeting; None where the report tells neither."""
        span = self.reading.occasion
        today = self.reading.lead_day
        ahead = span is not None and span[1] >= today  # the meeting goes on, or is still to come
        if span is None or self.reading.is_visit or ahead or span[0][:7] != span[1][:7]:
            return today if self.reading.tells_day(today) else None
        return year_month(*span)

    def place(self, act: Act, status: ResolutionStatus) -> str | None:
        """The city of the act."""
        return place_of(self.reading, self.ahead, act, status)


def _opens(start: int, token: Token) -> bool:
    return token.i - start <= _OPENING_TOKENS


def days_between(first: str, later: str) -> int:
    """The days between two full dates; many where one is less exact."""
    if len(first) != 10 or len(later) != 10:
        return 366
    return abs((date.fromisoformat(later) - date.fromisoformat(first)).days)
