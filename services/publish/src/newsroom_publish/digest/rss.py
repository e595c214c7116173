"""RSS 2.0, by the specification and the Best Practices Profile."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from newsroom_publish.digest.xml import ATOM, add, serialize

if TYPE_CHECKING:
    from newsroom_publish.digest.items import Feed, Item

MEDIA_TYPE = "application/rss+xml"

_NAMESPACES = {
    "xmlns:atom": ATOM,
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def render(feed: Feed) -> bytes:
    """The feed as an RSS document."""
    root = ET.Element("rss", {"version": "2.0", **_NAMESPACES})
    channel = add(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.page_url)
    add(channel, "description", feed.description)
    add(channel, "atom:link", rel="self", type=MEDIA_TYPE, href=feed.self_url)
    add(channel, "generator", "Newsroom")
    add(channel, "docs", "https://www.rssboard.org/rss-specification")
    if feed.updated:
        add(channel, "lastBuildDate", format_datetime(feed.updated, usegmt=True))
    for item in feed.items:
        _add_item(channel, item)
    return serialize(root)


def _add_item(channel: ET.Element, item: Item) -> None:
    element = add(channel, "item")
    add(element, "title", item.title)
    add(element, "link", item.page_url)
    add(element, "guid", item.id, isPermaLink="false")
    add(element, "pubDate", format_datetime(item.published, usegmt=True))
    add(element, "dc:creator", item.source_name)
    for tag in item.tags:
        add(element, "category", tag)
    # Readers that know no content:encoded take the first text that they find.
    add(element, "description", item.abstract or item.title)
    add(element, "content:encoded", item.html)
