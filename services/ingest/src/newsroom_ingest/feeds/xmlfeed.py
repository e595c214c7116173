"""RSS, Atom and RDF, read by feedparser."""

from __future__ import annotations

import calendar
import codecs
import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import feedparser

from newsroom_ingest.cleaning import clean_line, clean_text, html_to_text
from newsroom_ingest.decoding import media_type_of
from newsroom_ingest.feeds.parse import (
    MAX_ENTRIES,
    MAX_GUID_CHARACTERS,
    Entry,
    NotAFeedError,
    ParsedFeed,
    explain_non_feed,
    longest,
    plausible,
    web_address,
)

if TYPE_CHECKING:
    import time

MARKUP_TYPES = frozenset({"text/html", "application/xhtml+xml"})
CLAIMS_TO_BE_UTF8 = frozenset({"utf-8", "utf8", "us-ascii"})
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']")
# How expat says that a document ends in the middle; its last entry is then half an entry.
_CUT_OFF = re.compile("no element found|unclosed (token|CDATA)|partial character")


def parse_xml_feed(body: bytes, url: str, content_type: str) -> ParsedFeed:
    """Raises NotAFeedError; malformed XML is mended where feedparser can, with a warning."""
    # Addresses are resolved here and not by feedparser, which would take a bare guid for one.
    found = feedparser.parse(
        io.BytesIO(body),
        response_headers=_encoding_header(body, content_type),
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    warning = _warning(found)
    if not found.get("version"):
        raise explain_non_feed(body, url)
    if warning and not found.entries:
        raise NotAFeedError(f"The feed is broken: {warning}")
    entries = found.entries[:-1] if _CUT_OFF.search(warning or "") else found.entries
    language = _string(found.feed.get("language")) or None
    return ParsedFeed(
        format=str(feedparser.api.SUPPORTED_VERSIONS.get(found.version, found.version)),
        title=_line(found.feed.get("title_detail")) or None,
        entries=tuple(_entry(entry, url, language) for entry in entries[:MAX_ENTRIES]),
        warning=warning,
    )


def _entry(entry: Any, url: str, language: str | None) -> Entry:
    bodies = [*_list(entry.get("content")), entry.get("summary_detail")]
    details = [detail for detail in bodies if isinstance(detail, dict)]
    guid = clean_line(_string(entry.get("id")))[:MAX_GUID_CHARACTERS] or None
    languages = (_string(detail.get("language")) for detail in [*details, entry.get("title_detail") or {}])
    return Entry(
        title=_line(entry.get("title_detail")),
        text=longest(_text(detail) for detail in details),
        guid=guid,
        url=_link(entry, guid, url),
        language=next(filter(None, languages), language),
        authors=_authors(entry),
        published_at=_moment(entry.get("published_parsed")),
        updated_at=_moment(entry["updated_parsed"]) if "updated_parsed" in entry else None,
    )


def _link(entry: Any, guid: str | None, url: str) -> str | None:
    """The link of the entry; a guid counts as one only where it is a whole URL, whatever isPermaLink says."""
    for link in _list(entry.get("links")):
        if link.get("rel", "alternate") == "alternate" and (found := web_address(link.get("href"), url)):
            return found
    return guid if guid and entry.get("guidislink") and web_address(guid, "") == guid else None


def _authors(entry: Any) -> tuple[str, ...]:
    authors = _list(entry.get("authors")) or [entry.get("author_detail")]
    names = (clean_line(_string(author.get("name"))) for author in authors if isinstance(author, dict))
    return tuple(dict.fromkeys(filter(None, names)))


def _text(detail: Any) -> str:
    value = _string(detail.get("value"))
    return html_to_text(value) if detail.get("type") in MARKUP_TYPES else clean_text(value)


def _line(detail: Any) -> str:
    return clean_line(_text(detail)) if isinstance(detail, dict) else ""


def _moment(parsed: time.struct_time | None) -> datetime | None:
    """The moment of what feedparser gives, which is UTC."""
    if parsed is None:
        return None
    try:
        return plausible(datetime.fromtimestamp(calendar.timegm(parsed), UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _warning(found: Any) -> str | None:
    """A sentence where the XML is malformed; a wrong encoding is mended without a word."""
    error = found.get("bozo_exception") if found.get("bozo") else None
    if error is None or isinstance(
        error, feedparser.CharacterEncodingOverride | feedparser.NonXMLContentType
    ):
        return None
    message = getattr(error, "getMessage", lambda: type(error).__name__)()
    return f"its XML is malformed ({clean_line(str(message))[:100]})."


def _encoding_header(body: bytes, content_type: str) -> dict[str, str]:
    """The Content-Type that makes feedparser decode rightly.

    What is valid UTF-8 is UTF-8, whatever is declared; what claims to be and is not is Windows-1252.
    """
    _, charset = media_type_of(content_type)
    declared = _XML_ENCODING.match(body)
    if body.startswith(_WIDE_MARKS) or body.isascii():
        return {}
    if _is_utf8(body):
        charset = "utf-8"
    elif (charset or (declared[1].decode().lower() if declared else "utf-8")) in CLAIMS_TO_BE_UTF8:
        charset = "windows-1252"
    return {"content-type": f"application/xml; charset={charset}"} if charset else {}


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
