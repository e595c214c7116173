"""A sentence as a line of plain tokens in which numbers and names are one token each.

The wordings of votes vary in their numbers and names only; with those reduced to `#0` and `@0`, a pattern
over the line states the wording and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom_enrich.components.documents.numbers import find_numbers

Spans = Sequence[tuple[int, int]]

_DASHED = re.compile(r"(?<![\w/.-])(\d{1,3})((?:\s?[-\u2010-\u2015]\s?(?:to-)?\d{1,3}){1,2})(?![\w/-])")
_WORD = re.compile(r"[\w'\u2019]+|[^\w\s]")
# "124 'yes' votes": the marks say no more than the words.
_QUOTED = re.compile(
    r"[\"'\u2018\u201c](yes|no|yea|nay|aye|for|against|in favou?r)[\"'\u2019\u201d](?!\w)", re.IGNORECASE
)
_NO_ONE = re.compile(r"\b(?:no|not)[ -]$", re.IGNORECASE)
# Words that begin a sentence in a capital without being a name.
_NO_NAMES = frozenset(
    "a abstaining against all also among and another as at both but by each even every for from in it its "
    "just meanwhile members no nobody none not of on one only other others several some that the then these "
    "they this those voting when while with without draft resolution lawmakers deputies countries states "
    "delegations "
    "council assembly parliament ayes noes yeas nays mps meps".split()
)
# Capitalised words, joined where a name goes on; used where no names are known.
_CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w'\u2019.-]*\w(?:\s+(?:of\s+)?[A-Z][\w'\u2019.-]*\w)*")


@dataclass(frozen=True, slots=True)
class Line:
    """The reduced sentence and what its places stand for."""

    text: str
    numbers: tuple[int, ...]
    dashed: tuple[tuple[int, ...], ...]


def reduce(sentence: str, names: Spans | None = None) -> Line:
    """Numbers become `#<i>`, tallies such as "13-0-2" become `%<i>`, names of voters become `@`.

    `names` are the spans of countries and organizations in the sentence; without them every capitalised run
    after the first word counts as a name.
    """
    dashed = list(_DASHED.finditer(sentence))
    taken = [match.span() for match in dashed]
    numbers = [
        n
        for n in find_numbers(sentence)
        if not (_inside(n.start, taken) or (n.value == 1 and _NO_ONE.search(sentence[: n.start])))
    ]
    taken += [(n.start, n.end) for n in numbers]
    named = [
        span for span in (_capitalised(sentence) if names is None else names) if not _inside(span[0], taken)
    ]
    marks = (
        [(m.start(), m.end(), f"%{i}") for i, m in enumerate(dashed)]
        + [(n.start, n.end, f"#{i}") for i, n in enumerate(numbers)]
        + [(start, end, "@") for start, end in named]
    )
    return Line(
        _tokens(sentence, sorted(marks)),
        tuple(n.value for n in numbers),
        tuple(tuple(int(d) for d in re.findall(r"\d+", m[0])) for m in dashed),
    )


def _tokens(sentence: str, marks: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, mark in marks:
        if start < at:
            continue
        parts += _words(sentence[at:start])
        parts.append(mark)
        at = end
    parts += _words(sentence[at:])
    return " " + " ".join(parts) + " "


def _words(text: str) -> list[str]:
    return _WORD.findall(_QUOTED.sub(r"\1", text).casefold())


def _inside(offset: int, spans: Spans) -> bool:
    return any(start <= offset < end for start, end in spans)


def _capitalised(sentence: str) -> list[tuple[int, int]]:
    spans = []
    for match in _CAPITALISED.finditer(sentence):
        first = match[0].split()[0]
        start = match.start() + (len(first) + 1 if first.casefold() in _NO_NAMES else 0)
        if start < match.end():
            spans.append((start, match.end()))
    return spans
