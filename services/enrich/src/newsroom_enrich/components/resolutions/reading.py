"""One report as the resolution finder reads it: its documents, dates, names and setting, by token."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, cast

from spacy.tokens import Doc

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import notes_of, text_of
from newsroom_enrich.components.dates.component import dates_of
from newsroom_enrich.components.documents import DocumentPhrase, find_phrases
from newsroom_enrich.components.events.calendar import meeting_span
from newsroom_enrich.components.events.meetings import Meeting, find_meetings
from newsroom_enrich.components.events.setting import Setting, is_online, setting_of
from newsroom_enrich.components.resolutions.grammar import carrying_verb, climb, governor, subject
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import Annotations, EntityDraft
    from newsroom_enrich.components.dates import DateSpan

# Before a date these make it a term of the document, not the day of the decision.
_TERMS = frozenset("until till by for from since through to before after of between than".split())
_BUILDING = re.compile(r"\b(?:House|Palace|Hotel|Hall|Cent(?:re|er)|Headquarters|Airport|Building|Court)\b")
_MEETS = frozenset("meet gather convene hold sit assemble take".split())
_CITY_WORDS = frozenset("the capital city resort port town of".split())
_AHEAD = frozenset("ahead before until pending".split())
_LEAD_CHARACTERS = 1_500
_LEAD_SENTENCES = 4
_RECENT_DAYS = 6  # "on Sunday" in a bulletin of the Friday after
_MEETING_DAYS = 7
_DAY = len("2025-01-31")
# The headings of bulletins that look like datelines.
_HEADINGS = frozenset(
    "dispatch background note notes bulletin newsletter briefing summary update analysis news brief digest "
    "communique statement editorial report feature".split()
)
_PLACE_BEFORE = frozenset({"in", "at", "near"})


@dataclass(frozen=True)
class Reading:
    """A Doc with what earlier components found in it, indexed for questions about tokens."""

    doc: Doc
    notes: Annotations = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "notes", notes_of(self.doc))

    @cached_property
    def text(self) -> str:
        """The text of the report; Doc.text builds it anew each time."""
        return text_of(self.doc)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the report, made once: spaCy makes new ones whenever a Doc or a Span is asked."""
        return list(self.doc)

    def tokens_of(self, sentence: Span) -> list[Token]:
        return self.tokens[sentence.start : sentence.end]

    def words_of(self, sentence: Span) -> str:
        """The text of a sentence, cut from that of the report: spaCy puts it together from the tokens."""
        return self.text[sentence.start_char : sentence.end_char]

    @cached_property
    def _lemmas(self) -> list[str]:
        return [token.lemma_ for token in self.tokens]

    def with_lemma(self, lemmas: AbstractSet[str], sentence: Span) -> list[Token]:
        """The tokens of a sentence with one of these lemmas, in order."""
        told = self._lemmas[sentence.start : sentence.end]
        return [self.tokens[at] for at, lemma in enumerate(told, sentence.start) if lemma in lemmas]

    @cached_property
    def dates(self) -> list[DateSpan]:
        return dates_of(self.doc)

    @cached_property
    def is_held_online(self) -> bool:
        """Whether the first paragraphs say that people met without a place."""
        return is_online(self.text[:_LEAD_CHARACTERS])

    def cities_in(self, sentence: Span) -> list[str]:
        """The cities in which a sentence says that something takes place: "meeting in Paris, "."""
        found: list[str] = []
        for token, entity in self.named_in(sentence.start, sentence.end, "place"):
            if token.i == 0 or self._is_inside_document(token):
                continue
            known = knowledge.place_by_name().get(fold(entity.name))
            of_city = entity.country is not None if known is None else known.kind == "city"
            if self._is_in(token) and of_city and not self._is_in_aside(token) and entity.name not in found:
                found.append(entity.name)
        return found

    @cached_property
    def cities_in_lead(self) -> list[str]:
        """The cities in which the first sentences say that something takes place."""
        found = [city for sentence in self._prose[:_LEAD_SENTENCES] for city in self.cities_in(sentence)]
        return list(dict.fromkeys(found))

    def _is_in_aside(self, token: Token) -> bool:
        """As in "the agreement, signed in Bishkek": said of a thing, and not of what took place."""
        verb = carrying_verb(token)
        if verb is None or verb.tag_ not in {"VBN", "VBD"}:
            return False
        behind_comma = verb.i > verb.sent.start and self.doc[verb.i - 1].text == ","
        return verb.dep_ in {"acl", "relcl"} or (behind_comma and subject(verb) is None)

    def _is_in(self, token: Token) -> bool:
        """Whether "in" stands before a name, also with "the capital" or "the city of" between."""
        at = token.i - 1
        while at > token.sent.start and self.doc[at].lower_ in _CITY_WORDS:
            at -= 1
        return self.doc[at].lower_ == "in"

    @cached_property
    def meeting_place(self) -> str | None:
        """Where the meeting took place: the place of the dateline, unless people met online."""
        if self.is_held_online:
            return None
        states = {e.name for e in self.notes.entities if e.type == "country"}
        own = (
            m.place
            for m in self.meetings
            if m.place and m.place not in states and not (m.planned or m.recalled)
        )
        told = self.setting.place
        is_heading = told is not None and told.split()[0].casefold() in _HEADINGS
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
    def setting(self) -> Setting:
        return setting_of(self.doc)

    @cached_property
    def sentences(self) -> list[Span]:
        return list(self.doc.sents)

    @cached_property
    def _prose(self) -> list[Span]:
        """The sentences that are more than white space."""
        return [sentence for sentence in self.sentences if self.words_of(sentence).strip()]

    @cached_property
    def _prose_starts(self) -> list[int]:
        return [sentence.start for sentence in self._prose]

    def sentence_after(self, sentence: Span) -> Span | None:
        """The next sentence."""
        at = bisect_left(self._prose_starts, sentence.end)
        return self._prose[at] if at < len(self._prose) else None

    def sentence_before(self, sentence: Span) -> Span | None:
        """The sentence before."""
        return next(iter(self.sentences_before(sentence, 1)), None)

    def sentences_before(self, sentence: Span, number: int) -> list[Span]:
        """So many sentences before one, the nearest first."""
        at = bisect_left(self._prose_starts, sentence.start)
        return self._prose[max(0, at - number) : at][::-1]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def index_of(self, sentence: Span) -> int:
        """The place of a sentence among all."""
        return bisect_left(self._starts, sentence.start)

    def earlier_in_paragraph(self, sentence: Span) -> list[Span]:
        """The sentences of its paragraph before one, in order."""
        start = self.text.rfind("\n", 0, sentence.start_char) + 1
        at = first = self.index_of(sentence)
        while first > 0 and self.sentences[first - 1].start_char >= start:
            first -= 1
        return self.sentences[first:at]

    @cached_property
    def phrases(self) -> list[DocumentPhrase]:
        found = find_phrases(self.doc, self._is_place)
        return [p for p in found if p.title is None or not self.is_organization(self.doc[p.head])]

    @cached_property
    def _phrase_by_token(self) -> dict[int, DocumentPhrase]:
        return {token: phrase for phrase in reversed(self.phrases) for token in phrase.outer}

    @cached_property
    def _entity_by_token(self) -> dict[int, EntityDraft]:
        found: dict[int, EntityDraft] = {}
        for entity in self.notes.entities:
            for start, end in entity.mentions:
                span = self.doc.char_span(start, end, alignment_mode="expand")
                for at in range(span.start, span.end) if span is not None else ():
                    found.setdefault(at, entity)
        return found

    @cached_property
    def _named_tokens(self) -> list[int]:
        return sorted(self._entity_by_token)

    def named_in(self, start: int, end: int, *types: str) -> Iterator[tuple[Token, EntityDraft]]:
        """The tokens of doc[start:end] that are part of a name, with the entity named, in order."""
        named = self._named_tokens
        for at in named[bisect_left(named, start) : bisect_left(named, end)]:
            entity = self._entity_by_token[at]
            if not types or entity.type in types:
                yield self.tokens[at], entity

    def _is_place(self, token: Token) -> bool:
        entity = self._entity_by_token.get(token.i)
        return entity is not None and entity.type in {"place", "country", "organization"}

    def phrase_at(self, token: Token) -> DocumentPhrase | None:
        """The document phrase for which a token stands in the syntax."""
        return self._phrase_by_token.get(token.i)

    def voters_in(self, span: Span) -> list[tuple[int, int]]:
        """The countries and organizations named in a span, as offsets in the span's text."""
        start, end = span.start_char, span.end_char
        return sorted(
            (at - start, to - start)
            for entity in self.notes.entities
            if entity.type in {"country", "organization"}
            for at, to in entity.mentions
            if start <= at and to <= end
        )

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
        """The day that the first sentences tell: "yesterday", "on Monday"; else that of the dateline."""
        today = self.setting.day
        for sentence in self._prose[:_LEAD_SENTENCES]:
            for _, found in self.dates_in(sentence.start, sentence.end):
                recent = found.is_day and 0 <= (today - date.fromisoformat(found.first)).days <= _RECENT_DAYS
                if recent and found.form in {"weekday", "day word", "part of day"}:
                    return found.first
        return self._day_of_meeting or self._day_they_met or today.isoformat()

    @property
    def _day_they_met(self) -> str | None:
        """As in "The ministers met in Mashhad on 10 February"."""
        if self.occasion is not None:
            return None
        for sentence in self._prose:
            for token, found in self.dates_in(sentence.start, sentence.end):
                verb = carrying_verb(token) if self.doc[token.i - 1].lower_ == "on" else None
                met = verb is not None and verb.lemma_ in _MEETS and verb.tag_ in {"VBD", "VBN"}
                if met and found.is_day and self._is_recent(found.first):
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

    def parent_of(self, body: str | None) -> str | None:
        """The organization of which a body is an organ, where the report names it too."""
        known = knowledge.bodies().get(body or "")
        named = {e.name: e for e in self.notes.entities if e.type == "organization"}
        parent = (known.parent if known else None) or (named[body].parent if body in named else None)
        return parent if parent in named else None

    def place_in_name(self, meeting: Meeting) -> str | None:
        """As in "Astana" in "Astana Summit"."""
        if meeting.named is None:
            return None
        places = {e.name for e in self.notes.entities if e.type == "place"}
        return next((place for place in places if place in meeting.named.name), None)

    def phrase_is_named(self, token: Token) -> bool:
        phrase = self.phrase_at(token)
        return phrase is not None and phrase.is_named

    def entity_at(self, token: Token) -> EntityDraft | None:
        return self._entity_by_token.get(token.i)

    def is_organization(self, token: Token) -> bool:
        entity = self.entity_at(token)
        return entity is not None and entity.type == "organization"

    def entities_in(self, start: int, end: int, *types: str) -> list[EntityDraft]:
        """The entities named in doc[start:end], in order, each once."""
        found: list[EntityDraft] = []
        for _, entity in self.named_in(start, end, *types):
            if entity not in found:
                found.append(entity)
        return found

    def phrases_in(self, start: int, end: int) -> list[DocumentPhrase]:
        """The document phrases whose heads are in doc[start:end], in order."""
        return self._by_head[bisect_left(self._heads, start) : bisect_left(self._heads, end)]

    @cached_property
    def _by_head(self) -> list[DocumentPhrase]:
        return sorted(self.phrases, key=lambda phrase: phrase.head)

    @cached_property
    def _heads(self) -> list[int]:
        return [phrase.head for phrase in self._by_head]

    def dates_in(self, start: int, end: int) -> list[tuple[Token, DateSpan]]:
        """The date expressions of doc[start:end] with their first tokens."""
        first, last = self.tokens[start].idx, self.tokens[end - 1].idx + len(self.tokens[end - 1])
        from_, to = bisect_left(self._date_starts, first), bisect_left(self._date_starts, last)
        return [(self._token(date.start), date) for date in self.dates[from_:to] if date.end <= last]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.start for date in self.dates]

    def _token(self, offset: int) -> Token:
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span is not None else self.doc[0]

    def date_of(self, verb: Token) -> DateSpan | None:
        """The date that the clause of the verb gives for it, the most exact one."""
        sentence = verb.sent
        own = [
            date
            for token, date in self.dates_in(sentence.start, sentence.end)
            if self._dates_verb(
                token, verb, is_range=date.last is not None, is_year=date.form in {"year", "years"}
            )
            and not self._is_inside_document(token)
        ]
        return max(own, key=lambda date: len(date.first), default=None)

    def _dates_verb(self, token: Token, verb: Token, *, is_range: bool, is_year: bool) -> bool:
        before = self.doc[token.i - 1].lower_ if token.i else ""
        if is_year and before not in {"in", "during"}:
            return False  # "the 2007 treaty", "Central Asia – 2040"
        if before in _TERMS and not (before == "from" and is_range):
            return False
        if any(head.lower_ in _AHEAD for head in climb(token) if verb.i < head.i < token.i):
            return False  # "ahead of the summit on July 3"
        return verb.i in {governor(token), self._met_at(token)}

    def _met_at(self, token: Token) -> int:
        """As in "at its meeting held on 10 June, the Council adopted": the verb beside the meeting, or -1."""
        held = carrying_verb(token)
        if held is None or held.dep_ != "acl" or held.lemma_ not in _MEETS or held.tag_ not in {"VBN", "VBD"}:
            return -1
        return governor(held.head) if held.head.dep_ == "pobj" and held.head.head.lower_ == "at" else -1

    def _is_inside_document(self, token: Token) -> bool:
        return token.i in self._tokens_of_documents

    @cached_property
    def _tokens_of_documents(self) -> frozenset[int]:
        return frozenset(at for phrase in self.phrases for at in range(phrase.start, phrase.end))

    def place_of(self, verb: Token) -> str | None:
        """The city in the clause of the verb: "signed in Rarotonga"."""
        sentence = verb.sent
        for token, entity in self.named_in(sentence.start, sentence.end, "place"):
            if token.i == 0 or _BUILDING.search(entity.name):
                continue
            before = self.tokens[token.i - 1]
            if (
                before.lower_ in _PLACE_BEFORE
                and governor(token) == verb.i
                and not self._is_inside_document(token)
            ):
                return entity.name
        return None


if not Doc.has_extension("newsroom_reading"):
    Doc.set_extension("newsroom_reading", default=None)


def reading_of(doc: Doc) -> Reading:
    """The reading of a Doc, made once, since resolutions and events ask the same things."""
    if doc._.newsroom_reading is None:
        doc._.newsroom_reading = Reading(doc)
    return cast("Reading", doc._.newsroom_reading)
