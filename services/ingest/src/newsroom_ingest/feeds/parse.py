"""The bytes of a feed to entries: RSS, Atom and RDF, or JSON Feed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import lxml.html
from lxml import etree

from newsroom.errors import NewsroomError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Of a longer feed the first ones count, which are the newest by custom.
MAX_ENTRIES = 500
MAX_URL_CHARACTERS = 4_000
MAX_GUID_CHARACTERS = 2_000
FIRST_YEAR = 1970

FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})

_HTML = re.compile(rb"<(!doctype\s+html|html)\b", re.IGNORECASE)
_LOOKS_LIKE_HTML_WITHIN_BYTES = 2_048


class NotAFeedError(NewsroomError):
    """What came is no feed; the sentence says what it is instead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed, its title and text clean; "" and None are what the feed does not say."""

    title: str
    text: str
    guid: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed and its entries in document order. `warning` is a sentence about what was mended."""

    format: str
    title: str | None
    entries: tuple[Entry, ...]
    warning: str | None = None

    @property
    def has_reused_guids(self) -> bool:
        """Whether one guid stands for entries with different links: then the links tell entries apart."""
        links: dict[str, str] = {}
        return any(
            links.setdefault(entry.guid, entry.url) != entry.url
            for entry in self.entries
            if entry.guid and entry.url
        )


def explain_non_feed(body: bytes, url: str) -> NotAFeedError:
    """Why this is no feed, with the addresses of feeds where it names some."""
    if not body.strip():
        return NotAFeedError("The answer is empty.")
    if not _HTML.search(body[:_LOOKS_LIKE_HTML_WITHIN_BYTES]):
        return NotAFeedError("This is neither RSS, Atom nor JSON Feed; check the address.")
    found = list(advertised_feeds(body, url))[:3]
    if found:
        return NotAFeedError(f"This is a web page; its feed may be at {' or '.join(found)}.")
    return NotAFeedError(
        "This is a web page, and it names no feed; look for a link called RSS or Feed on it."
    )


def advertised_feeds(page: bytes, url: str) -> Iterator[str]:
    """The feeds that a web page names in its head (autodiscovery)."""
    try:
        root = lxml.html.document_fromstring(page)
        links = root.xpath("//link[@href and @type]")
    except (etree.LxmlError, ValueError):
        return
    for link in links:
        is_feed = link.get("type").strip().lower() in FEED_TYPES
        address = web_address(link.get("href"), url)
        if is_feed and address and "alternate" in (link.get("rel") or "").lower().split():
            yield address


def web_address(reference: object, base: str) -> str | None:
    """The absolute http(s) URL of a reference in a document at `base`; None for anything else."""
    if not isinstance(reference, str) or not reference.strip():
        return None
    try:
        absolute = urljoin(base, "".join(reference.split()))
        parts = urlsplit(absolute)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(absolute) > MAX_URL_CHARACTERS:
        return None
    return absolute if absolute.isprintable() else None


def plausible(moment: datetime | None) -> datetime | None:
    """The moment in UTC; None for one of before the web, which is a default value and no date."""
    if moment is None or moment.year <= FIRST_YEAR or moment.year >= 9999:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def longest(texts: Iterable[str]) -> str:
    """The fullest of several versions of a text."""
    return max(texts, key=len, default="")
