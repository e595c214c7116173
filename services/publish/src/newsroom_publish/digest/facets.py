"""The ways to narrow a page: what its summaries have in common, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_publish.digest.items import countries
from newsroom_publish.filters import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.contracts import Summary
    from newsroom.settings import Filter

_MAX_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter's field, its label, and how many summaries of the page have it."""

    field: str
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one field, the most frequent first."""

    title: str
    choices: tuple[Choice, ...]


_TITLES = {
    "country": "Countries",
    "body": "Bodies",
    "kind": "Documents",
    "topic": "Topics",
    "source": "Sources",
}


def facets(summaries: Sequence[Summary], wanted: Filter) -> tuple[Facet, ...]:
    """The facets that offer a choice; what the filter asks for already is none."""
    found = [_facet(field, title, summaries, wanted) for field, title in _TITLES.items()]
    return tuple(facet for facet in found if facet.choices)


def _facet(field: str, title: str, summaries: Sequence[Summary], wanted: Filter) -> Facet:
    chosen = {fold(value) for value in getattr(wanted, field)}
    labels: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for summary in summaries:
        values = dict(_values(field, summary))
        labels = values | labels
        counts.update(values.keys())
    choices = (
        Choice(field, value, labels[value], count)
        for value, count in counts.most_common(_MAX_CHOICES)
        if fold(value) not in chosen
    )
    return Facet(title, tuple(choices))


def _values(field: str, summary: Summary) -> Iterable[tuple[str, str]]:
    """The values of the field in one summary, with their labels."""
    match field:
        case "country":
            return ((country.country or country.name, country.name) for country in countries(summary))
        case "body":
            return ((body, body) for body in _bodies(summary))
        case "kind":
            return ((resolution.kind, resolution.kind) for resolution in summary.resolutions)
        case "topic":
            return ((topic.code, topic.name) for topic in summary.topics)
        case _:
            return ((summary.source.id, summary.source.name),)


def _bodies(summary: Summary) -> Iterator[str]:
    return (resolution.body for resolution in summary.resolutions if resolution.body)
