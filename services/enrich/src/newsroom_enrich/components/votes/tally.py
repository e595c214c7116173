"""Vote tallies in every usual wording.

A sentence may give the whole tally ("by 188 votes to six, with no abstentions") or a part of it ("Eleven
countries abstained"); parts of neighbouring sentences are joined by `join`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.contracts import Vote
from newsroom_enrich.components.votes import roles, wordings
from newsroom_enrich.components.votes.words import Line, Spans, reduce

if TYPE_CHECKING:
    from collections.abc import Iterable

# Each number of a role is one of the line, or a word for none ("no", "nobody", "nil", "zero").
_MARKS_OF_NUMBERS = ("#", " no", " nil", " zero")


@dataclass(frozen=True, slots=True)
class Tally:
    """What one sentence says about a vote; None where it does not say it."""

    in_favour: int | None = None
    against: int | None = None
    abstentions: int | None = None
    unanimous: bool = False
    seats: int | None = None
    by_names: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.unanimous and self.in_favour is self.against is self.abstentions is None

    @property
    def is_complete(self) -> bool:
        return self.unanimous or (self.in_favour is not None and self.against is not None)

    def as_vote(self, seats: int | None = None) -> Vote | None:
        """The vote as a contract value, or None where the tally says too little.

        `seats` is the number of members of the body; where the votes that are told already make up that
        number, nobody was left to vote otherwise.
        """
        if self.unanimous:
            return Vote.model_validate(
                {"for": self.in_favour, "against": 0, "abstentions": 0, "unanimous": True}
            )
        if self.in_favour is None and (self.against is None or self.by_names):
            return None
        filled = self._filled(self.seats or seats)
        return Vote.model_validate(
            {"for": filled.in_favour, "against": filled.against, "abstentions": filled.abstentions}
        )

    def with_veto(self, seats: int) -> Tally:
        """The whole tally where a veto is told by its effect: "14 were in favour, but Russia vetoed it"."""
        if self.unanimous or self.in_favour is None or self.against is not None:
            return self
        rest = seats - self.in_favour - (self.abstentions or 0)
        if rest < 1 or (self.abstentions is None and rest > 1):
            return self
        return replace(self, against=rest, abstentions=self.abstentions or 0)

    def _filled(self, seats: int | None) -> Tally:
        told = [v for v in (self.in_favour, self.against, self.abstentions) if v is not None]
        if seats is None or len(told) < 2 or sum(told) != seats:
            return self
        return replace(
            self,
            in_favour=self.in_favour or 0,
            against=self.against or 0,
            abstentions=self.abstentions or 0,
        )


def read_tally(sentence: str, names: Spans | None = None) -> Tally:
    """The tally in one sentence; empty where there is none, and for votes that are only looked back at."""
    line = reduce(sentence, names)
    text, whole = _without_whole(wordings.NEEDED.sub(" ", line.text))
    if wordings.ELECTED.search(text):
        return Tally()
    if (wordings.EARLIER.search(text) or wordings.HAD_BEEN.search(text)) and not re.search(
        r"\bby (?:#|%)", text
    ):
        return Tally()
    if unanimous := _unanimous(text, line):
        return unanimous
    seats = whole or wordings.SEATS_IN_ALL.search(text)
    text = wordings.OF_THE_SEATS.sub(r"\1", text)
    tally = _with_others(text, line, _from_dash(text, line) or _from_pair(text, line) or Tally())
    tally = _from_roles(text, line, tally)
    tally = _from_names(text, tally)
    if seats and not tally.is_empty:
        tally = replace(tally, seats=_value(seats["n"], line))
    return tally


def join(first: Tally, second: Tally) -> Tally | None:
    """Two parts of one tally as a whole, or None where they tell different numbers of the same side.

    A number against goes before the count of those who are named.
    """
    if first.unanimous and second.unanimous and first.in_favour is None:
        return second  # "adopted unanimously. All 15 members raised their hands"
    if first.unanimous or second.unanimous or second.is_empty:
        return None
    if first.by_names and second.against is not None and not second.by_names:
        first = replace(first, against=None, by_names=False)
    parts = [
        (first.in_favour, second.in_favour),
        (first.against, second.against),
        (first.abstentions, second.abstentions),
    ]
    if any(a is not None and b is not None and a != b for a, b in parts):
        return None
    in_favour, against, abstentions = (b if a is None else a for a, b in parts)
    by_names = first.by_names or second.by_names
    return Tally(in_favour, against, abstentions, seats=first.seats or second.seats, by_names=by_names)


def _without_whole(text: str) -> tuple[str, re.Match[str] | None]:
    """Reads "fourteen of its 15 members" as "fourteen members", and keeps what was left out."""
    whole = wordings.PART_OF_WHOLE.search(text)
    return wordings.PART_OF_WHOLE.sub(r"\1", text), whole


def _unanimous(text: str, line: Line) -> Tally | None:
    if every := wordings.ALL.search(text) or wordings.ALL_BY.search(text):
        return Tally(_value(every["n"], line), 0, 0, unanimous=True)
    if not wordings.UNANIMOUS.search(text) or wordings.NOT_UNANIMOUS.search(text):
        return None
    whole = wordings.WHOLE.search(text) or wordings.ALL_MEMBERS.search(text)
    dash = wordings.DASH.search(text)
    in_favour = _value(whole["n"], line) if whole else None
    if dash:
        in_favour = line.dashed[int(dash["i"])][0]
    elif in_favour is None:
        in_favour = _first(roles.FOR, text, line)
    return Tally(in_favour, 0, 0, unanimous=True)


def _from_dash(text: str, line: Line) -> Tally | None:
    """As in "13-0", "14-1 vote", "120-15-40"."""
    match = next(
        (m for m in wordings.DASH.finditer(text) if not wordings.NO_TALLY.search(text[: m.start()])), None
    )
    if match is None or not wordings.DECIDED.search(text):
        return None
    figures = line.dashed[int(match["i"])]
    return Tally(figures[0], figures[1], figures[2] if len(figures) > 2 else None)


def _from_pair(text: str, line: Line) -> Tally | None:
    """As in "by 188 votes to six", "10 votes in favour to 3 against"."""
    pairs = (match for match in wordings.PAIR.finditer(text) if wordings.is_tally(text, match))
    match = next(pairs, None)
    return Tally(_value(match["for"], line), _value(match["against"], line)) if match else None


def _with_others(text: str, line: Line, tally: Tally) -> Tally:
    """Adds up "Peru, Chad and five others abstained"."""
    wanted = (wordings.OTHERS_FOR, wordings.OTHERS_AGAINST, wordings.OTHERS_ABSTAINED)
    matches = (pattern.search(text) for pattern in wanted)
    told = [match and match["list"].count("@") + _value(match["n"], line) for match in matches]
    return replace(
        tally,
        in_favour=told[0] if tally.in_favour is None else tally.in_favour,
        against=told[1] if tally.against is None else tally.against,
        abstentions=told[2] if tally.abstentions is None else tally.abstentions,
    )


def _from_roles(text: str, line: Line, tally: Tally) -> Tally:
    if not any(mark in text for mark in _MARKS_OF_NUMBERS):
        return tally
    return Tally(
        tally.in_favour if tally.in_favour is not None else _first(roles.FOR, text, line),
        tally.against if tally.against is not None else _first(roles.AGAINST, text, line),
        tally.abstentions if tally.abstentions is not None else _first(roles.ABSTAINED, text, line),
    )


def _from_names(text: str, tally: Tally) -> Tally:
    """Counts the countries that are said to have voted against or abstained; and those in favour where the
    others are told as well ("Peru and Chad backed it, nine were against").
    """
    if "@" not in text:
        return tally
    against, abstentions = tally.against, tally.abstentions
    if abstentions is None and (match := wordings.NAMED_ABSTAINED.search(text)):
        abstentions = _named(match)
    all_told = abstentions is not None
    if against is None and (match := wordings.NAMED_AGAINST.search(text)):
        against = _named(match)
        all_told |= wordings.ALONE.search(text[: match.end()]) is not None
    named = against is not None and tally.against is None
    in_favour = tally.in_favour
    if in_favour is None and against is not None and (match := wordings.NAMED_FOR.search(text)):
        in_favour = _named(match)
    return Tally(in_favour, against, abstentions, by_names=named and not all_told)


def _named(match: re.Match[str]) -> int:
    listed = next(group for group in match.groups() if group)
    return listed.count("@")


def _first(patterns: Iterable[re.Pattern[str]], text: str, line: Line) -> int | None:
    for pattern in patterns:
        if match := pattern.search(text):
            return _value(match["n"], line)
    return None


def _value(mark: str, line: Line) -> int:
    """A number of the line; an article stands for one, any other word for none."""
    return line.numbers[int(mark[1:])] if mark.startswith("#") else int(mark in roles.ONES)
