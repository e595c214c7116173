"""When and where an act took place, and whether it is news of the report or only recalled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.setting import is_online
from newsroom_enrich.components.resolutions.background import is_recalled
from newsroom_enrich.components.resolutions.coming import Coming, year_month

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom.contracts import ResolutionStatus
    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

# An act is news when its day lies at most so far from the report's, or from that of the report's main act.
RECENT_DAYS = 2
MAIN_ACT_DAYS = 7
_CHAINED = frozenset("conj xcomp advcl ccomp acomp dep pcomp".split())
_OPENING_TOKENS = 3
_SAME = re.compile(r"\bthe same (?:sitting|session|meeting|vote|ceremony|debate)\b")
_EDGE = re.compile(r"\b[Oo]n (?:the|its|their) (first|opening|last|final|closing) day\b")


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
        if (edge := self._edge_day(act)) is not None and status != "planned":
            return When(edge, said=True)
        own = self._own_date(act)
        if own is not None:
            day = year_month(own.first, own.last)
            if status == "planned" or self._is_news(own.first, own.form, known=known):
                return When(day, said=True)
            return None
        if self.last_said is not None and _SAME.search(self.reading.words_of(act.verb.sent)):
            return When(self.last_said, said=True)
        if is_recalled(self.reading, act) or self._is_long_ago(act):
            return None
        if status == "planned":
            return When(self.ahead.day(act), said=False)
        scene = self._scene(act)
        if scene is not None and self._is_news(scene, "day", known=known):
            return When(scene, said=False)
        if stands_alone(act):
            return When(None, said=False)
        return When(self.last_day or self._default_day(), said=False)

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

    def _edge_day(self, act: Act) -> str | None:
        """As in "on the final day": the first or the last day of the meeting."""
        told = _EDGE.search(self.reading.words_of(act.verb.sent))
        span = self.reading.occasion if told is not None else None
        if told is None or span is None:
            return None
        return span[0] if told[1].casefold() in {"first", "opening"} else span[1]

    def _own_date(self, act: Act) -> DateSpan | None:
        """The date that the clause of the act gives, or the clause that it is chained to."""
        found = self.reading.date_of(act.verb)
        if found is None and act.trigger.i != act.verb.i:
            found = self.reading.date_of(act.trigger)
        current = act.verb
        while found is None and current.dep_ in _CHAINED and current.head.i != current.i:
            current = current.head
            found = self.reading.date_of(current)
        return found

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
        """The day that an earlier sentence of the paragraph opens with: "A day earlier"."""
        found = None
        for before in self.reading.earlier_in_paragraph(act.verb.sent):
            days = [
                d.first
                for t, d in self.reading.dates_in(before.start, before.end)
                if d.is_day and _opens(before.start, t)
            ]
            found = days[0] if days else found
        return found

    def _default_day(self) -> str | None:
        """The day of the lead, or of the meeting; None where the report tells neither."""
        span = self.reading.occasion
        today = self.reading.lead_day
        if span is None or self.reading.is_visit or span[0] <= today <= span[1] or span[0][:7] != span[1][:7]:
            return today if self.reading.tells_day(today) else None
        return year_month(*span)

    def place(self, act: Act, status: ResolutionStatus) -> str | None:
        """The city of the act: of its clause, of the scene that the sentence sets, or of the meeting."""
        own = self.reading.place_of(act.verb)
        if own is None and act.trigger.i != act.verb.i:
            own = self.reading.place_of(act.trigger)
        if own is not None or status == "planned":
            return own or self.ahead.place(act)
        sentence = act.verb.sent
        if is_online(self.reading.words_of(sentence)) or stands_alone(act) or self._is_of_offices(act):
            return None
        opening = self.reading.doc[sentence.start : min(act.verb.i, sentence.start + _OPENING_TOKENS + 1)]
        scene = (self._city_at(token) for token in opening)
        return next((city for city in scene if city), None) or self._around(act)

    def _around(self, act: Act) -> str | None:
        """The city of the meeting; without one, the only city in which the sentences around set the scene."""
        if self.reading.meeting_place is not None or self.reading.is_held_online:
            return self.reading.meeting_place
        sentence = act.verb.sent
        before, after = self.reading.sentence_before(sentence), self.reading.sentence_after(sentence)
        near = [
            self.reading.cities_in(told, coming=False)
            for told in (sentence, after, before)
            if told is not None
        ]
        ahead = self.reading.coming_places
        told_in = [[c for c in told if c not in ahead] for told in [*near, self.reading.cities_in_lead]]
        cities = next((told for told in told_in if told), [])
        return cities[0] if len(cities) == 1 else None

    def _city_at(self, token: Token) -> str | None:
        """The city in "In Riyadh, ..."."""
        entity = self.reading.entity_at(token)
        if entity is None or entity.type != "place" or token.i == 0:
            return None
        return entity.name if self.reading.doc[token.i - 1].lower_ == "in" else None

    def _is_of_offices(self, act: Act) -> bool:
        """Whether offices made a joint statement, from wherever they are."""
        return act.reason == "joint" and all(self.reading.is_organization(word) for word in act.actors)


def _opens(start: int, token: Token) -> bool:
    return token.i - start <= _OPENING_TOKENS


def stands_alone(act: Act) -> bool:
    """As in "Memorandums have been signed as well": done, but not said to be done at the meeting."""
    verb = act.verb
    while verb.dep_ == "conj" and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        verb = verb.head
    perfect = any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in verb.children)
    return perfect and act.passive and not act.actors


def days_between(first: str, later: str) -> int:
    """The days between two full dates; many where one is less exact."""
    if len(first) != 10 or len(later) != 10:
        return 366
    return abs((date.fromisoformat(later) - date.fromisoformat(first)).days)
