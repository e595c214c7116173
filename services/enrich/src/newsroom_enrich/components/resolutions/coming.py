"""When and where planned acts are to be: at the meeting that is announced, or by a deadline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.dates.resolve import next_season
from newsroom_enrich.components.events.setting import CITY_STATES
from newsroom_enrich.components.resolutions.grammar import carrying_verb
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

_AT_COMING = re.compile(
    r"\bthere\b[,.]?\s*$|\bthere,|\b(?:at|before|to|for) (?:the|that|this|its|their) "
    r"(?:coming |next |upcoming )?"
    r"(?:summit|meeting|session|conference|congress|gathering|assembly|leaders|heads of state)\b|"
    r"\bat (?:its|their) (?:end|close|conclusion)\b|"
    r"^\W*(?:the|this|that) (?:summit|meeting|session|conference|congress|gathering) "
    r"(?:is|was|will|should)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(r"\bon (?:the|its|their) (first|opening|last|final|closing) day\b", re.IGNORECASE)
_PREVIEW_LEAD = 3
_ENDS = frozenset("run expire lapse elapse".split())
# "At its end": the day is that of the sentence before.
_AT_ITS_END = re.compile(r"\bat (?:its|their) (?:end|close|conclusion)\b")
_YEAR_END = re.compile(
    r"\b(?:(?:by|before|towards?|at) (?:the )?end of (?:the|this|the current) (?P<unit>year|month)|"
    r"before the (?P<out>year|month) is (?:out|over)|"
    r"by (?:the )?year['’]?s?[- ]end|later this year|this (?:spring|summer|autumn|fall|winter)|"
    r"in the (?:first|second|latter) half of (?:the|this) year|in the course of (?:the|this) year)\b",
    re.IGNORECASE,
)
# Before a date they tell a term of the document, and no day on which it is to be decided.
_SEASON = re.compile(
    r"\b(?:in|by|before|until|during|over) (?:the |late |early )?"
    r"(?P<season>spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_TERMS = frozenset("for since until till through than from to of".split())
_YEAR_LEADS = frozenset("in by before during within".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MIDDLE = frozenset("end middle beginning start half close".split())


@dataclass(frozen=True, slots=True)
class Coming:
    """Tells the day and the place of planned acts."""

    reading: Reading

    def day(self, act: Act) -> str | None:
        """As in "at the Seoul summit in May", "where it is to be signed", "by the end of June", "in 2030"."""
        if (told := self._day_where(act)) is not None:
            return told
        if (edge := _EDGE.search(self.reading.words_of(act.verb.sent))) is not None:
            meeting = self.meeting(act) or self.reading.next_meeting
            if meeting is not None and meeting.first:
                opens = edge[1].casefold() in {"first", "opening"}
                return meeting.first if opens else meeting.last or meeting.first
        at_end = _AT_ITS_END.search(self.reading.words_of(act.verb.sent)) is not None
        if at_end and (told := self._day_before(act)) is not None:
            return told
        if (meeting := self.meeting(act)) is not None and meeting.first:
            return year_month(meeting.first, meeting.last)
        return self._deadline(act) or self._day_before(act)

    def place(self, act: Act) -> str | None:
        """As in "in Lima, where it is to be signed", "when the leaders meet in Lima"; of the meeting else."""
        if (told := self.place_where(act, {"where", "which", "when"})) is not None:
            return told
        meeting = self.meeting(act)
        if meeting is not None and (place := self._city(meeting) or self.reading.place_in_name(meeting)):
            return place
        hosts = self.reading.hosts_in(act.verb.sent)
        cities = hosts or self.reading.cities_in(act.verb.sent)
        if not cities and _AT_COMING.search(self.reading.words_of(act.verb.sent)):
            before = self.reading.sentence_before(act.verb.sent)
            hosts = cities = self.reading.cities_in(before) if before is not None else []
        return cities[0] if len(cities) == 1 and (hosts or self._sets_scene(act)) else None

    def meeting(self, act: Act) -> Meeting | None:
        """The meeting that a planned act is for: the one its sentence names, or "there", "the leaders"."""
        sentence = act.verb.sent
        if named := self.reading.coming_in(sentence):
            return named
        coming = self.reading.next_meeting
        if coming is None or _AT_COMING.search(self.reading.words_of(sentence)):
            return coming
        return coming if self._is_preview(coming) and act.action != "ratified" else None

    def _is_preview(self, coming: Meeting) -> bool:
        """Whether the report opens with the coming meeting: what it plans is planned for that meeting."""
        lead = self.reading.prose[:_PREVIEW_LEAD]
        return bool(lead) and self.reading.sentences[coming.sentence].start <= lead[-1].start

    def _city(self, meeting: Meeting) -> str | None:
        """The city of a meeting; where only its country is told, the only city that its sentence names, or
        that of the report, if it lies there.
        """
        states = {entity.name for entity in self.reading.notes.entities if entity.type == "country"}
        if meeting.place not in states - CITY_STATES:
            return meeting.place
        sentence = self.reading.sentences[meeting.sentence]
        named = self.reading.cities_in(sentence)
        here = self.reading.setting.place
        known = knowledge.place_by_name().get(fold(here or ""))
        country = knowledge.country_by_code().get((known.country if known else None) or "")
        at_home = country is not None and country.name == meeting.place
        return named[0] if len(named) == 1 else here if at_home else None

    def _where(self, act: Act) -> Token | None:
        """The word that ties the clause of the act to a place or a meeting: "where", "at which"."""
        verb = act.verb
        for word in reversed(verb.doc[verb.sent.start : verb.i]):
            if word.lower_ == "where":
                return word
            if word.tag_ in _FINITE:
                break
        while verb.dep_ in {"xcomp", "ccomp", "acomp"} and verb.head.i != verb.i:
            verb = verb.head
        words = verb.doc[verb.left_edge.i : act.verb.i]
        if verb.dep_ in {"advcl", "relcl"} and words and words[0].lower_ == "when":
            return words[0]  # "in Lima in May, when it is to be signed"
        return (
            next((t for t in words if t.lower_ in {"where", "which"}), None) if verb.dep_ == "relcl" else None
        )

    def _day_where(self, act: Act) -> str | None:
        where = self._where(act)
        if where is None:
            return None
        clause = next(head for head in (act.verb, *act.verb.ancestors) if head.dep_ in {"relcl", "advcl"})
        above = clause.head if clause.head.pos_ == "VERB" else carrying_verb(clause.head)
        found = self.reading.date_of(above) if above is not None else None
        if found is None:
            before = self.reading.dates_in(act.verb.sent.start, where.i)
            ahead = [d for t, d in before if self._is_ahead(d.first) and not self._is_of_an_end(t)]
            found = ahead[-1] if ahead else None
        return year_month(found.first, found.last) if found is not None else None

    def place_where(self, act: Act, words: AbstractSet[str]) -> str | None:
        """The place to which one of the words ties the clause of the act: "in Lima, where it was signed"."""
        where = self._where(act)
        if where is None or where.lower_ not in words:
            return None
        named = list(self.reading.named_in(act.verb.sent.start, where.i, "place"))
        return named[-1][1].name if named else None

    def _sets_scene(self, act: Act) -> bool:
        """As in "In Ankara, the Assembly is to ratify it", "when it meets in Brussels"."""
        sentence = act.verb.sent
        opening = next((token for token in sentence if not token.is_space), None)
        if opening is not None and opening.lower_ == "in":
            return True
        return any(child.dep_ == "advcl" and child.i > act.verb.i for child in act.verb.children)

    def _deadline(self, act: Act) -> str | None:
        """The only day, month or year ahead that the sentence tells: "by 29 September", "in 2030"."""
        sentence = act.verb.sent
        days = [
            year_month(date.first, date.last)
            for token, date in self.reading.dates_in(sentence.start, sentence.end)
            if self._is_ahead(date.first)
            and not self.reading.is_inside_document(token)
            and not self._is_of_an_end(token)
            and not self._is_of_what_was_said(token, date.first)
            and self._is_deadline(token, is_year=date.form in {"year", "years"})
        ]
        if len(set(days)) == 1:
            return days[0]
        told = _YEAR_END.search(self.reading.words_of(sentence)) if not days else None
        if told is None:
            return self._season(sentence) if not days else None
        unit = (told["unit"] or told["out"] or "year").casefold()
        today = self.reading.setting.day.isoformat()
        return today[:7] if unit == "month" else today[:4]

    def _season(self, sentence: Span) -> str | None:
        """The year of "in the autumn": this one until that season begins."""
        told = _SEASON.search(self.reading.words_of(sentence))
        if told is None:
            return None
        season = told["season"].casefold().replace("fall", "autumn")
        return next_season(season, self.reading.setting.day)

    def _is_of_an_end(self, token: Token) -> bool:
        """As in "The present plan runs out in 2024": when what is to be replaced ends."""
        verb = carrying_verb(token)
        return verb is not None and verb.lemma_ in _ENDS

    def _is_of_what_was_said(self, token: Token, first: str) -> bool:
        """As in "will be signed this year, the minister said on Wednesday": today, of a verb of the past."""
        verb = carrying_verb(token) if first == self.reading.setting.day.isoformat() else None
        return verb is not None and verb.tag_ == "VBD"

    def _is_ahead(self, first: str) -> bool:
        today = self.reading.setting.day.isoformat()
        return first >= today[: len(first)]

    def _is_deadline(self, token: Token, *, is_year: bool) -> bool:
        before = self.reading.doc[token.i - 1] if token.i else token
        if before.lower_ == "of" and before.i and before.nbor(-1).lower_ in _MIDDLE:
            return True
        return before.lower_ in _YEAR_LEADS if is_year else before.lower_ not in _TERMS

    def _day_before(self, act: Act) -> str | None:
        """As in "It will have before it": of what a sentence before tells."""
        by_pronoun = bool(act.actors) and act.actors[0].pos_ == "PRON"
        if not by_pronoun and not _AT_COMING.search(self.reading.words_of(act.verb.sent)):
            return None
        today = self.reading.setting.day.isoformat()
        for before in self.reading.sentences_before(act.verb.sent, 2):
            for _, found in self.reading.dates_in(before.start, before.end):
                if found.first > today[: len(found.first)]:
                    return year_month(found.first, found.last)
        return None


def year_month(first: str, last: str | None) -> str:
    """A range of days as the month, where it lies within one; else its first day."""
    return first[:7] if last is not None and first[:7] == last[:7] else first
