"""Topics: IPTC Media Topics that the words of a report support.

The codes and names are those of IPTC Media Topics (CC BY 4.0, IPTC, https://iptc.org); which words stand
for a topic is our own reviewed list, data/topics.tsv: words in its column `once` are enough where they
occur, those in `twice` where they occur at least twice.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from newsroom.contracts import Evidence, Topic
from newsroom_enrich.annotations import notes_of, text_of
from newsroom_enrich.components import component

if TYPE_CHECKING:
    from spacy.tokens import Doc

MAX_TOPICS = 6
_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class TopicWords:
    """A topic and the patterns of its words; either may be absent. `openings` are the first parts of words
    of several.
    """

    code: str
    name: str
    words: tuple[str, ...]
    openings: frozenset[str]
    once: re.Pattern[str] | None
    twice: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Found:
    topic: TopicWords
    count: int
    start: int
    end: int


@cache
def topic_words() -> tuple[TopicWords, ...]:
    """The reviewed list."""
    table = resources.files("newsroom_enrich") / "data" / "topics.tsv"
    rows = csv.DictReader(table.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(_read(row) for row in rows)


def _read(row: dict[str, str]) -> TopicWords:
    cells = [cell for cell in (row["once"], row["twice"]) if cell]
    words = tuple(word.casefold() for cell in cells for word in cell.split("|"))
    openings = frozenset(_PART.findall(word)[0] for word in words)
    return TopicWords(
        row["code"], row["name"], words, openings, _pattern(row["once"]), _pattern(row["twice"])
    )


@component("topics")
def topics(doc: Doc) -> None:
    """Add the topics of a report, those with most words first, each with its first words as evidence."""
    text = text_of(doc)
    notes_of(doc).topics += [
        Topic(
            code=found.topic.code,
            name=found.topic.name,
            evidence=Evidence(quote=text[found.start : found.end], start=found.start, end=found.end),
        )
        for found in find_topics(text)
    ]


def find_topics(text: str) -> list[_Found]:
    """The topics of a text, at most MAX_TOPICS."""
    lowered = text.casefold()
    parts = set(_PART.findall(lowered))
    # A plain search first: most topics are not in a text at all, and the patterns are slow to say so.
    candidates = (
        topic
        for topic in topic_words()
        if not topic.openings.isdisjoint(parts) and any(word in lowered for word in topic.words)
    )
    found = [match for topic in candidates if (match := _match(topic, text)) is not None]
    return sorted(found, key=lambda item: (-item.count, item.start))[:MAX_TOPICS]


def _match(topic: TopicWords, text: str) -> _Found | None:
    strong = [m.span() for m in topic.once.finditer(text)] if topic.once else []
    weak = [m.span() for m in topic.twice.finditer(text)] if topic.twice else []
    if not strong and len(weak) < 2:
        return None
    start, end = min(strong or weak)
    return _Found(topic, 2 * len(strong) + len(weak), start, end)


def _pattern(cell: str | None) -> re.Pattern[str] | None:
    """Whole words; those with a capital are names and keep their case."""
    if not cell:
        return None
    words = cell.split("|")
    alternatives = "|".join(
        re.escape(word) if word[0].isupper() else f"(?i:{re.escape(word)})"
        for word in sorted(words, key=len, reverse=True)
    )
    # The first letters spare it to try all the words at every place.
    letters = "".join(sorted({re.escape(word[0].lower()) for word in words}))
    return re.compile(rf"(?<!\w)(?=(?i:[{letters}]))(?:{alternatives})(?!\w)")
