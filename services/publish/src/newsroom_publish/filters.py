"""One meaning of a filter, for endpoints and for every view of the digest.

A summary is described by terms such as ("country", "kz"); a filter asks for terms. The index keeps one sorted
set a term, so what it finds and what `matches` accepts cannot drift apart.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from newsroom.contracts import Entity, Resolution, Summary
    from newsroom.settings import Filter

FACETS = ("entity", "country", "body", "kind", "action", "topic", "source", "language")
"""The fields of a filter that are answered by terms; `q` searches words."""

# A shorter word must match whole: "UN" is not meant to find "under".
_MIN_PREFIX_CHARACTERS = 4
_WORD = re.compile(r"\w+")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Term(NamedTuple):
    """Something that a summary can be found by; `value` is folded."""

    facet: str
    value: str


def fold(text: str) -> str:
    """The text without the distinctions that a person does not type: case, accents, width, runs of space."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
        text = decomposed.translate(_combining_marks())
    return " ".join(text.casefold().split())


@cache
def _combining_marks() -> dict[int, None]:
    """For str.translate: a search folds the texts of many summaries, and a loop over letters is slow."""
    return dict.fromkeys(code for code in range(sys.maxunicode + 1) if unicodedata.combining(chr(code)))


def matches(wanted: Filter, summary: Summary) -> bool:
    """Whether the summary passes: AND across the fields, OR within one; an empty field admits all."""
    return Searchable(summary).passes(wanted)


class Searchable:
    """What filters look at in a summary, worked out once for many of them.

    `aliases` are terms that it is found by beside its own: its entities are known by other ids and names too.
    """

    def __init__(self, summary: Summary, aliases: frozenset[Term] = frozenset()) -> None:
        self._summary = summary
        self._aliases = aliases

    @cached_property
    def terms(self) -> frozenset[Term]:
        """Every term that the summary is found by."""
        return self._aliases | frozenset(
            Term(facet, folded) for facet, value in _values(self._summary) if (folded := fold(value))
        )

    @cached_property
    def text(self) -> str:
        """The folded text that `q` searches."""
        return fold(" ".join(_searched(self._summary)))

    def passes(self, wanted: Filter) -> bool:
        """See `matches`."""
        return has_terms(wanted, self.terms) and (not wanted.q or has_words(wanted, self.text))


def has_terms(wanted: Filter, terms: Container[Term]) -> bool:
    """The part of `matches` that a summary's terms decide."""
    return all(
        any(Term(facet, fold(value)) in terms for value in values)
        for facet in FACETS
        if (values := getattr(wanted, facet))
    )


def has_words(wanted: Filter, text: str) -> bool:
    """The part of `matches` that a summary's folded text decides.

    The words of one `q` must all occur; one `q` that holds is enough.
    """
    return not wanted.q or any(
        all(_occurs(word, text) for word in _WORD.findall(fold(query))) for query in wanted.q
    )


def _occurs(word: str, text: str) -> bool:
    # The plain search is far quicker, and decides most cases.
    return word in text and _occurrence(word).search(text) is not None


@lru_cache(maxsize=1_000)
def _occurrence(word: str) -> re.Pattern[str]:
    """The word by itself; a long one also begins others, one of a script without spaces stands anywhere."""
    if UNSPACED.search(word):
        return re.compile(re.escape(word))
    end = "" if len(word) >= _MIN_PREFIX_CHARACTERS else r"(?!\w)"
    return re.compile(rf"(?<!\w){re.escape(word)}{end}")


def _searched(summary: Summary) -> Iterator[str]:
    yield summary.headline
    yield summary.abstract
    for entity in summary.entities:
        yield from _names(entity)
    for resolution in summary.resolutions:
        yield from (text for text in (resolution.title, resolution.symbol, resolution.body) if text)


def _values(summary: Summary) -> Iterator[tuple[str, str]]:
    yield "source", summary.source.id
    yield "source", summary.source.name
    if summary.language:
        yield "language", summary.language
        yield "language", summary.language.partition("-")[0]
    for topic in summary.topics:
        yield from (("topic", topic.code), ("topic", topic.code.partition(":")[2]), ("topic", topic.name))
    for entity in summary.entities:
        yield from (("entity", name) for name in _identities(entity))
        yield from (("country", name) for name in _countries(entity))
    for resolution in summary.resolutions:
        yield "kind", resolution.kind
        yield "action", resolution.action
        yield from (("body", name) for name in _body(resolution, summary))


def _names(entity: Entity) -> Iterator[str]:
    yield entity.name
    yield from (mention.text for mention in entity.mentions)


def _identities(entity: Entity) -> Iterator[str]:
    """An entity is asked for by its id, its name, or the way the report names it (SCO)."""
    yield entity.id
    if entity.wikidata:
        yield entity.wikidata
    yield from _names(entity)


def _countries(entity: Entity) -> Iterator[str]:
    if entity.country:
        yield entity.country
    if entity.type == "country":
        yield entity.name


def _body(resolution: Resolution, summary: Summary) -> Iterator[str]:
    """A body is asked for like an entity where the summary has one of that name, else by its name."""
    if not resolution.body:
        return
    yield resolution.body
    name = fold(resolution.body)
    for entity in summary.entities:
        if fold(entity.name) == name:
            yield from _identities(entity)
