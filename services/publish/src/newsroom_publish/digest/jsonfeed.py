"""JSON Feed 1.1, with the whole summary as the extension `_newsroom` of each item."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsroom_publish.digest.xml import rfc3339

if TYPE_CHECKING:
    from newsroom_publish.digest.items import Feed, Item

MEDIA_TYPE = "application/feed+json"


def render(feed: Feed) -> bytes:
    """The feed as a JSON Feed document."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.page_url,
        "feed_url": feed.self_url,
        "items": [_item(item) for item in feed.items],
    }
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "replace")


def _item(item: Item) -> dict[str, Any]:
    author = {"name": item.source_name, "url": item.source_url}
    fields = {
        "id": item.id,
        "url": item.page_url,
        "external_url": item.report_url,
        "title": item.title,
        "summary": item.abstract or None,
        "content_html": item.html,
        "date_published": rfc3339(item.published),
        "date_modified": rfc3339(item.modified),
        "authors": [_given(author)],
        "tags": list(item.tags) or None,
        "language": item.language,
        "_newsroom": {
            "about": f"{item.page_url.partition('/summaries/')[0]}/docs",
            "summary": item.summary.model_dump(mode="json"),
        },
    }
    return _given(fields)


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """JSON Feed leaves out what is not there, rather than writing null."""
    return {name: value for name, value in fields.items() if value is not None}
