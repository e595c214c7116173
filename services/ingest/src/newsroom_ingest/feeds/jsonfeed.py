"""JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import codecs
from datetime import datetime
from typing import Any

from pydantic_core import from_json

from newsroom_ingest.cleaning import clean_line, clean_text, html_to_text
from newsroom_ingest.feeds.parse import (
    MAX_ENTRIES,
    MAX_GUID_CHARACTERS,
    Entry,
    NotAFeedError,
    ParsedFeed,
    longest,
    plausible,
    web_address,
)

VERSIONS = "https://jsonfeed.org/version/1"


def looks_like_json(body: bytes) -> bool:
    return body.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"{"


def parse_json_feed(body: bytes, url: str) -> ParsedFeed:
    """Raises NotAFeedError; items that are no objects are passed over, as is what has the wrong type."""
    try:
        document = from_json(body.removeprefix(codecs.BOM_UTF8))
    except ValueError as error:
        raise NotAFeedError(f"This is no valid JSON: {error}.") from error
    version = _string(document.get("version")) if isinstance(document, dict) else ""
    if not version.startswith(VERSIONS):
        raise NotAFeedError('This is JSON, but no JSON Feed: it has no "version" of jsonfeed.org.')
    items = [item for item in _list(document.get("items")) if isinstance(item, dict)]
    language = _string(document.get("language")) or None
    return ParsedFeed(
        format="JSON Feed",
        title=clean_line(_string(document.get("title"))) or None,
        entries=tuple(
            _entry(item, url, language, _list(document.get("authors"))) for item in items[:MAX_ENTRIES]
        ),
    )


def _entry(item: dict[str, Any], url: str, language: str | None, authors: list[Any]) -> Entry:
    own = _list(item.get("authors")) or [item.get("author")]
    return Entry(
        title=clean_line(_string(item.get("title"))),
        text=longest(
            (
                html_to_text(_string(item.get("content_html"))),
                clean_text(_string(item.get("content_text"))),
                clean_text(_string(item.get("summary"))),
            )
        ),
        guid=clean_line(_string(item.get("id")))[:MAX_GUID_CHARACTERS] or None,
        url=web_address(item.get("url"), url) or web_address(item.get("external_url"), url),
        language=_string(item.get("language")) or language,
        authors=_names(own) or _names(authors),
        published_at=_moment(item.get("date_published")),
        updated_at=_moment(item.get("date_modified")),
    )


def _names(authors: list[Any]) -> tuple[str, ...]:
    names = (clean_line(_string(author.get("name"))) for author in authors if isinstance(author, dict))
    return tuple(filter(None, names))


def _moment(value: object) -> datetime | None:
    try:
        return plausible(datetime.fromisoformat(_string(value)))
    except ValueError:
        return None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _string(value: object) -> str:
    """Strings as they are, and numbers, which some feeds give as ids."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
