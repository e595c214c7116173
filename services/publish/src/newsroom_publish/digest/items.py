"""What every feed format and page shows of an entry, decided once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsroom_publish.filters import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from newsroom.contracts import Entity, Summary
    from newsroom_publish.index import Entry

# What XML 1.0 excludes, and the C1 controls that it discourages.
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed: texts that can stand in XML, absolute http(s) URLs, no date in the future."""

    id: str
    page_url: str
    report_url: str | None
    title: str
    abstract: str
    html: str
    source_name: str
    source_url: str | None
    language: str | None
    tags: tuple[str, ...]
    published: datetime
    modified: datetime
    summary: Summary


@dataclass(frozen=True, slots=True)
class Feed:
    """A digest, or a filter of it, as a feed; `updated` is None when it is empty."""

    id: str
    title: str
    description: str
    page_url: str
    self_url: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> datetime | None:
        return max((item.modified for item in self.items), default=None)


def clean(text: str) -> str:
    """The text without the characters that cannot stand in an XML document."""
    return _INVALID.sub("", text)


def line(text: str) -> str:
    """The text on one line, as a title or a name has to be."""
    return " ".join(clean(text).split())


def web_url(url: str | None) -> str | None:
    """The URL when it is safe as a link, else None: a report may carry javascript: or nonsense."""
    if not url or clean(url) != url or any(letter.isspace() or letter in '<>"' for letter in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def build(entry: Entry, base_url: str, render_html: Callable[[Summary], str] | None = None) -> Item:
    """The item of an entry, for a feed with its content; `base_url` has no slash at its end."""
    summary = entry.summary
    return Item(
        id=summary.id.urn,
        page_url=f"{base_url}/summaries/{summary.id}",
        report_url=web_url(summary.url),
        title=line(summary.headline) or "Untitled",
        abstract=clean(summary.abstract).strip(),
        html=clean(render_html(summary)) if render_html else "",
        source_name=line(summary.source.name) or "Unknown source",
        source_url=web_url(summary.source.url),
        language=summary.language if _LANGUAGE.fullmatch(summary.language or "") else None,
        tags=_tags(summary),
        # A report may claim any date; a feed must not have one in the future.
        published=min(summary.published_at, entry.visible_at),
        modified=entry.modified_at,
        summary=summary,
    )


def by_date(items: Iterable[Item]) -> tuple[Item, ...]:
    """The order for readers: the newest report first. Which items there are is decided by their arrival."""
    return tuple(sorted(items, key=lambda item: (item.published, item.id), reverse=True))


def _tags(summary: Summary) -> tuple[str, ...]:
    """Topics, countries, bodies and kinds of document, each once."""
    names = [
        *(topic.name for topic in summary.topics),
        *(country.name for country in countries(summary)),
        *(resolution.body for resolution in summary.resolutions if resolution.body),
        *(resolution.kind for resolution in summary.resolutions),
    ]
    return tuple({fold(name): tag for name in names if (tag := line(name))}.values())


def countries(summary: Summary) -> tuple[Entity, ...]:
    """The countries that the report names, the most relevant first."""
    return _of_type(summary, "country")


def people(summary: Summary) -> tuple[Entity, ...]:
    """The persons, those with a role first, then the most relevant first."""
    return tuple(sorted(_of_type(summary, "person"), key=lambda person: not person.roles))


def others(summary: Summary) -> tuple[Entity, ...]:
    """Organizations, places and events, the most relevant first."""
    return _of_type(summary, "organization", "place", "event")


def _of_type(summary: Summary, *types: str) -> tuple[Entity, ...]:
    found = (entity for entity in summary.entities if entity.type in types)
    return tuple(sorted(found, key=lambda entity: -entity.relevance))
