"""The meetings, days and places of a report: what the whole of it says about when and where."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.events.calendar import meeting_span
from newsroom_enrich.components.events.meetings import Meeting, find_meetings
from newsroom_enrich.components.events.setting import CITY_STATES, Setting, is_online, setting_of
from newsroom_enrich.components.resolutions.grammar import auxiliaries, carrying_verb, governor
from newsroom_enrich.components.resolutions.reading.dates import MEETS
from newsroom_enrich.components.resolutions.reading.scenes import LEAD_SENTENCES, ScenesReading
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ITSELF = re.compile(
    r"\b(?:This|The present) (?:(?:Final|Joint) )?(?:communiqu|declaration|statement)", re.IGNORECASE
)
_NUMBERED = re.compile(r"^\d{1,2}\.\s", re.MULTILINE)
_MANY_PARAGRAPHS = 3
_BUILDING = re.compile(r"\b(?:House|Palace|Hotel|Hall|Cent(?:re|er)|Headquarters|Airport|Building|Court)\b")
_LEAD_CHARACTERS = 1_500
_RECENT_DAYS = 6  # "on Sunday" in a bulletin of the Friday after
_MEETING_DAYS = 7
_DAY = len("2025-01-31")
# The headings of bulletins that look like datelines.
_HEADINGS = frozenset(
    "dispatch background note notes bulletin newsletter briefing summary update analysis news brief digest "
    "communique statement editorial report feature".split()
)
_PLACE_BEFORE = frozenset({"in", "at", "near"})


class Reading(ScenesReading):
    """A report as the finders of resolutions and events read it."""

    @cached_property
    def is_held_online(self) -> bool:
        """Whether the first paragraphs say that people met without a place."""
        return is_online(self.text[:_LEAD_CHARACTERS])

    @cached_property
    def meeting_place(self) -> str | None:
        """Where the meeting took place: the place of the dateline, unless people met online."""
        if self.is_held_online:
            return None
        states = {e.name for e in self.notes.entities if e.type == "country"}
        own = (
            m.place
            for m in self.meetings
            if m.place and m.place not in states - CITY_STATES and not (m.planned or m.recalled)
        )
        told = self.setting.place
        is_heading = told is not None and not _HEADINGS.isdisjoint(told.casefold().split())
        return next(own, None) if told is None or is_heading else told

    @cached_property
    def coming_places(self) -> frozenset[str]:
        """Where the meetings that are announced will be, unless the report comes from there."""
        planned = {m.place for m in self.meetings if m.planned and m.place}
        here = {m.place for m in self.meetings if not m.planned} | {self.setting.place}
        return frozenset(planned - here)

    def coming_in(self, sentence: Span) -> Meeting | None:
        """The coming meeting that a sentence names, with the day on which the report says that it is."""
        here = [m for m in self.meetings if m.planned and m.sentence == self.index_of(sentence)]
        events = self.entities_in(sentence.start, sentence.end, "event")
        again = [m for m in self.meetings if m.planned and m.named is not None and m.named in events]
        return next((m for m in (*here, *again) if m.first), None)

    @cached_property
    def is_communique(self) -> bool:
        """Whether the report is the text of a communiqué: it says so of itself, or numbers its paragraphs."""
        return _ITSELF.search(self.text) is not None or len(_NUMBERED.findall(self.text)) >= _MANY_PARAGRAPHS

    @cached_property
    def setting(self) -> Setting:
        return setting_of(self.doc)

    @cached_property
    def meetings(self) -> list[Meeting]:
        return find_meetings(self)

    @cached_property
    def occasion(self) -> tuple[str, str] | None:
        """The first and last day of the meeting that the report covers, where it tells both."""
        day = self.setting.day.isoformat()
        own = [m for m in self.meetings if not m.planned and not m.recalled]
        first, last = meeting_span(self, own, day)
        return (first, last) if last is not None and last >= first else None

    @cached_property
    def lead_day(self) -> str:
        """The latest day that the first sentences tell: "yesterday", "on Monday"; else that of the dateline.

        What opened on Monday comes before what was adopted on Tuesday; when somebody spoke of it counts not.
        """
        today = self.setting.day
        told: list[str] = []
        for sentence in self.prose[:LEAD_SENTENCES]:
            for token, found in self.dates_in(sentence.start, sentence.end):
                recent = found.is_day and 0 <= (today - date.fromisoformat(found.first)).days <= _RECENT_DAYS
                if recent and found.form in {"weekday", "day word", "part of day"}:
                    verb = carrying_verb(token)
                    said = verb is not None and verb.lemma_ in {"say", "tell"}
                    told += [] if said and told else [found.first]
        if told:
            return max(told)
        return self._day_of_meeting or self._day_they_met or today.isoformat()

    def tells_day(self, day: str) -> bool:
        """Whether a date of the report, or of its dateline, is or takes in a day: the day of publication
        alone dates nothing.
        """
        return any(d.first <= day <= (d.last or d.first) for d in self.dates)

    @property
    def _day_they_met(self) -> str | None:
        """As in "The ministers met in Mashhad on 10 February"."""
        if self.occasion is not None:
            return None
        for sentence in self.prose:
            for token, found in self.dates_in(sentence.start, sentence.end):
                verb = carrying_verb(token) if self.doc[token.i - 1].lower_ == "on" else None
                met = verb is not None and verb.lemma_ in MEETS and verb.tag_ in {"VBD", "VBN"}
                earlier = verb is not None and "had" in auxiliaries(verb)
                if met and not earlier and found.is_day and self._is_recent(found.first):
                    return found.first
        return None

    @property
    def _day_of_meeting(self) -> str | None:
        """The one day of the meeting that the report covers, where the text tells it."""
        days = {m.first for m in self.meetings if m.first and not (m.planned or m.recalled or m.last)}
        recent = [d for d in days if len(d) == _DAY and self._is_recent(d)]
        return recent[0] if len(days) == len(recent) == 1 else None

    def _is_recent(self, day: str) -> bool:
        return 0 <= (self.setting.day - date.fromisoformat(day)).days <= _MEETING_DAYS

    @cached_property
    def is_visit(self) -> bool:
        """Whether the meetings that the report covers are a visit."""
        own = [m for m in self.meetings if not m.planned and not m.recalled]
        return bool(own) and own[0].noun == "visit"

    @cached_property
    def next_meeting(self) -> Meeting | None:
        """The coming meeting that the report announces: a named one, else the only one."""
        planned = [m for m in self.meetings if m.planned and m.first]
        named = [m for m in planned if m.named is not None]
        return named[0] if named else planned[0] if len(planned) == 1 else None

    def place_in_name(self, meeting: Meeting) -> str | None:
        """As in "Astana" in "Astana Summit"."""
        if meeting.named is None:
            return None
        places = {e.name for e in self.notes.entities if e.type == "place"}
        return next((place for place in places if place in meeting.named.name), None)

    def place_of(self, verb: Token) -> str | None:
        """The city in the clause of the verb: "signed in Rarotonga"."""
        sentence = verb.sent
        for token, entity in self.named_in(sentence.start, sentence.end, "place"):
            known = knowledge.place_by_name().get(fold(entity.name))
            wide = known is not None and known.kind == "region"  # "peace in Central Asia"
            if token.i == 0 or wide or _BUILDING.search(entity.name):
                continue
            direct = self.tokens[token.i - 1]
            before = direct if direct.lower_ == "the" else self._lead_of(token)  # "at the Seaside Pavilion"
            if (
                before.lower_ in _PLACE_BEFORE
                and governor(token) == verb.i
                and not self._is_of_topic(before)
                and not self.is_inside_document(token)
            ):
                return entity.name
        return None

    def _is_of_topic(self, preposition: Token) -> bool:
        """As in "signed an agreement on a hospital in Cusco": where the hospital is."""
        noun = preposition.head
        indefinite = any(child.lower_ in {"a", "an"} for child in noun.lefts)
        return indefinite and noun.head.lower_ in {"on", "about", "concerning", "covering"}
