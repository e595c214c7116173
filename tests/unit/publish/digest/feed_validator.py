"""Judges feeds by their specifications: each function returns what is wrong, in sentences.

RSS 2.0 and its Best Practices Profile, RFC 4287, JSON Feed 1.1; what schemas cannot say is said here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import feedparser
import jsonschema
from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCHEMAS = Path(__file__).parent / "schemas"
_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"

_RFC822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d:\d\d (GMT|[+-]\d{4})"
)
_CHANNEL = {
    "title": (1, 1),
    "link": (1, 1),
    "description": (1, 1),
    "language": (0, 1),
    "pubDate": (0, 1),
    "lastBuildDate": (0, 1),
    "generator": (0, 1),
    "docs": (0, 1),
    "ttl": (0, 1),
    f"{_ATOM}link": (1, 9),
    "item": (0, 10_000),
}
_ITEM = {
    "title": (1, 1),
    "link": (1, 1),
    "description": (1, 1),
    "guid": (1, 1),
    "pubDate": (1, 1),
    "category": (0, 10_000),
    _CREATOR: (0, 9),
    _CONTENT: (0, 1),
}


def rss(document: bytes, *, self_url: str, now: datetime) -> list[str]:
    root = _parse_xml(document)
    found = [*_feedparser(document, "rss20")]
    if root.tag != "rss" or root.get("version") != "2.0" or len(root) != 1 or root[0].tag != "channel":
        return [*found, "the root is not <rss version='2.0'> with one channel"]
    channel = root[0]
    found += _cardinality(channel, _CHANNEL)
    found += _self_links(channel.findall(f"{_ATOM}link"), self_url, "application/rss+xml")
    found += _no_url("channel link", channel.findtext("link"))
    items = channel.findall("item")
    found += _repeated("guid", (item.findtext("guid") for item in items))
    for item in items:
        found += _rss_item(item, now)
    dates = (channel.findtext(name) for name in ("pubDate", "lastBuildDate"))
    return found + [problem for date in dates if date for problem in _rfc822(date, now)]


def _rss_item(item: Any, now: datetime) -> Iterator[str]:
    yield from _cardinality(item, _ITEM)
    yield from _no_url("item link", item.findtext("link"))
    yield from _rfc822(item.findtext("pubDate") or "", now)
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") != "false":
        yield from _no_url("guid that claims to be a permanent link", guid.text)
    tags = [child.tag for child in item]
    if _CONTENT in tags and tags.index(_CONTENT) < tags.index("description"):
        yield "content:encoded stands before description"
    yield from _fragment(item.findtext(_CONTENT) or "")


def atom(document: bytes, *, self_url: str, now: datetime) -> list[str]:
    root = _parse_xml(document)
    schema = etree.RelaxNG(etree.parse(_SCHEMAS / "atom.rng"))
    found = [*_feedparser(document, "atom10")]
    if not schema.validate(root):
        found += [f"line {error.line}: {error.message}" for error in schema.error_log]
    entries = root.findall(f"{_ATOM}entry")
    found += _self_links(root.findall(f"{_ATOM}link"), self_url, "application/atom+xml")
    found += _repeated(
        "id", [root.findtext(f"{_ATOM}id"), *(entry.findtext(f"{_ATOM}id") for entry in entries)]
    )
    for entry in entries:
        found += _atom_entry(entry)
    dates = [element.text for element in root.iter(f"{_ATOM}updated", f"{_ATOM}published")]
    return found + [problem for date in dates for problem in _rfc3339(date or "", now)]


def _atom_entry(entry: Any) -> Iterator[str]:
    alternates = [
        (link.get("type"), link.get("hreflang"))
        for link in entry.findall(f"{_ATOM}link")
        if link.get("rel", "alternate") == "alternate"
    ]
    if not alternates and entry.find(f"{_ATOM}content") is None:
        yield "an entry has neither content nor an alternate link"
    yield from _repeated("alternate link of one type and language", alternates)
    published, updated = (entry.findtext(f"{_ATOM}{name}") for name in ("published", "updated"))
    if published and updated and published > updated:
        yield f"an entry was updated {updated} before it was published {published}"
    yield from _fragment(entry.findtext(f"{_ATOM}content") or "")


def json_feed(document: bytes, *, self_url: str, now: datetime) -> list[str]:
    feed = json.loads(document.decode("utf-8"))
    schema = json.loads((_SCHEMAS / "jsonfeed.json").read_text("utf-8"))
    errors = jsonschema.Draft202012Validator(schema).iter_errors(feed)
    found = [f"{error.json_path}: {error.message[:200]}" for error in errors]
    if feed["feed_url"] != self_url:
        found.append(f"feed_url is {feed['feed_url']}, not {self_url}")
    found += _repeated("id", (item["id"] for item in feed["items"]))
    for item in feed["items"]:
        found += _fragment(item.get("content_html", ""))
        for name in ("date_published", "date_modified"):
            found += _rfc3339(item[name], now)
    return found


def _parse_xml(document: bytes) -> Any:
    return etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))


def _feedparser(document: bytes, version: str) -> Iterator[str]:
    parsed = feedparser.parse(document, sanitize_html=False)
    if parsed.bozo:
        yield f"feedparser: {parsed.bozo_exception}"
    if parsed.version != version:
        yield f"feedparser takes it for {parsed.version!r}"


def _cardinality(parent: Any, allowed: dict[str, tuple[int, int]]) -> Iterator[str]:
    counted = Counter(child.tag for child in parent)
    for tag in counted.keys() - allowed.keys():
        yield f"<{tag}> does not belong into <{parent.tag}>"
    for tag, (least, most) in allowed.items():
        if not least <= counted[tag] <= most:
            yield f"<{parent.tag}> has {counted[tag]} <{tag}>"
    for child in parent:
        if child.tag in {"title", "description", "guid", "link"} and not (child.text or "").strip():
            yield f"<{child.tag}> is empty"


def _self_links(links: Iterable[Any], self_url: str, media_type: str) -> Iterator[str]:
    found = [(link.get("href"), link.get("type")) for link in links if link.get("rel") == "self"]
    if found != [(self_url, media_type)]:
        yield f"the self links are {found}, not {self_url}"


def _no_url(what: str, value: str | None) -> Iterator[str]:
    parts = urlsplit(value or "")
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        yield f"{what} is no absolute URL: {value!r}"


def _repeated(what: str, values: Iterable[Any]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"the {what} {value} stands {count} times"


def _rfc822(text: str, now: datetime) -> Iterator[str]:
    if not _RFC822.fullmatch(text):
        yield f"no RFC 822 date with a year of four digits: {text!r}"
    elif (moment := parsedate_to_datetime(text)) > now:
        yield f"a date in the future: {text}"
    elif f"{moment:%a}" != text[:3]:
        yield f"the wrong day of the week: {text}"


def _rfc3339(text: str, now: datetime) -> Iterator[str]:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or moment > now.astimezone(UTC):
        yield f"a date in the future, or without a zone: {text}"


def _fragment(markup: str) -> Iterator[str]:
    """Content that readers will show: no script, no handler, no relative or other than web link."""
    for element in html.fragments_fromstring(f"<div>{markup}</div>")[0].iter():
        if element.tag in {"script", "style", "iframe", "object", "embed", "form", "img", "link", "base"}:
            yield f"the content holds <{element.tag}>"
        for name, value in element.attrib.items():
            if name != "href":
                yield f"the content holds the attribute {name}={value!r}"
            else:
                yield from _no_url("a link of the content", value)
