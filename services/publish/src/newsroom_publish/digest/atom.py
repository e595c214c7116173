"""Atom (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from newsroom_publish.digest.xml import ATOM, add, rfc3339, serialize

if TYPE_CHECKING:
    from newsroom_publish.digest.items import Feed, Item

MEDIA_TYPE = "application/atom+xml"

# A feed must say when it was updated, also one that has no entry yet.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def render(feed: Feed) -> bytes:
    """The feed as an Atom document."""
    root = ET.Element("feed", {"xmlns": ATOM})
    add(root, "id", feed.id)
    add(root, "title", feed.title)
    add(root, "subtitle", feed.description)
    add(root, "updated", rfc3339(feed.updated or _NEVER))
    add(root, "link", rel="self", type=MEDIA_TYPE, href=feed.self_url)
    add(root, "link", rel="alternate", type="text/html", href=feed.page_url)
    add(root, "generator", "Newsroom")
    add(add(root, "author"), "name", "Newsroom")
    for item in feed.items:
        _add_entry(root, item)
    return serialize(root)


def _add_entry(root: ET.Element, item: Item) -> None:
    entry = add(root, "entry")
    add(entry, "id", item.id)
    add(entry, "title", item.title)
    add(entry, "published", rfc3339(item.published))
    add(entry, "updated", rfc3339(item.modified))
    author = add(entry, "author")
    add(author, "name", item.source_name)
    if item.source_url:
        add(author, "uri", item.source_url)
    add(entry, "link", rel="alternate", type="text/html", href=item.page_url)
    if item.report_url:
        add(entry, "link", rel="via", href=item.report_url)
    for tag in item.tags:
        add(entry, "category", term=tag)
    if item.abstract:
        add(entry, "summary", item.abstract)
    add(entry, "content", item.html, type="html")
