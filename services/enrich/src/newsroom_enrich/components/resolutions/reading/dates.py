"""The dates of a report, and which of them a verb has."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import dates_of
from newsroom_enrich.components.resolutions.grammar import carrying_verb, climb, governor
from newsroom_enrich.components.resolutions.reading.names import NamesReading

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.dates import DateSpan

# Before a date these make it a term of the document, not the day of the decision.
_TERMS = frozenset("until till by for from since through to before after of between than".split())
# Behind these words another thing is dated: "ahead of the summit on July 3", "among them the row on May 2".
_OTHERS = frozenset("ahead before until pending among including about concerning regarding like".split())
_PARTS_OF_DAY = frozenset("hours morning afternoon evening night".split())
MEETS = frozenset("meet gather convene hold sit assemble take".split())


class DatesReading(NamesReading):
    """A report whose dates are indexed for questions about verbs."""

    @cached_property
    def dates(self) -> list[DateSpan]:
        return dates_of(self.doc)

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
            and not self.is_inside_document(token)
        ]
        return max(own, key=lambda date: len(date.first), default=None)

    def _dates_verb(self, token: Token, verb: Token, *, is_range: bool, is_year: bool) -> bool:
        before = self.doc[token.i - 1].lower_ if token.i else ""
        if is_year and before not in {"in", "during"}:
            return False  # "the 2007 treaty", "Central Asia – 2040"
        if is_year and is_range and self.doc[token.i - 1].head.i != verb.i:
            return False  # "approved a plan for cooperation in 2022-2024"
        if before in _TERMS and not (before == "from" and is_range) and not self._is_part_of_day(token.i - 2):
            return False
        if any(head.lower_ in _OTHERS for head in climb(token) if verb.i < head.i < token.i):
            return False
        if any(head.lower_ == "ahead" for head in climb(token) if head.i < min(verb.i, token.i)):
            return False  # "Ahead of the summit on July 3, X visited Rome"
        return verb.i in {governor(token), self._met_at(token)}

    def _is_part_of_day(self, at: int) -> bool:
        """As in "in the small hours of Friday", "on the evening of 5 May"."""
        return at >= 0 and self.doc[at].lower_ in _PARTS_OF_DAY and self.doc[at + 1].lower_ == "of"

    def _met_at(self, token: Token) -> int:
        """As in "at its meeting held on 10 June, the Council adopted": the verb beside the meeting, or -1."""
        held = carrying_verb(token)
        if held is None or held.dep_ != "acl" or held.lemma_ not in MEETS or held.tag_ not in {"VBN", "VBD"}:
            return -1
        return governor(held.head) if held.head.dep_ == "pobj" and held.head.head.lower_ == "at" else -1
