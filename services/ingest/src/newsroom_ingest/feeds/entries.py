"""From the entries of a feed to drafts of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.contracts import Source
from newsroom_ingest.cleaning import primary_language, split_title
from newsroom_ingest.drafts import Draft, report_id
from newsroom_ingest.feeds.jsonfeed import looks_like_json, parse_json_feed
from newsroom_ingest.feeds.xmlfeed import parse_xml_feed

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom_ingest.feeds.definitions import Feed
    from newsroom_ingest.feeds.parse import Entry, ParsedFeed


def parse_feed(body: bytes, url: str, content_type: str) -> ParsedFeed:
    """Any feed; the body tells the format, since Content-Type is often wrong. Raises NotAFeedError."""
    if looks_like_json(body):
        return parse_json_feed(body, url)
    return parse_xml_feed(body, url, content_type)


def to_drafts(feed: Feed, parsed: ParsedFeed, now: datetime, *, unreliable_guids: bool) -> list[Draft]:
    """The drafts, oldest first as feeds list them, each report once; entries without a word or older than
    the feed's max_age_seconds are left out.

    Where an id comes twice the first entry counts, which is the newest by custom: taking both would make
    two new versions at every poll. With `unreliable_guids` the links tell entries apart.
    """
    source = Source(id=feed.id, name=feed.name or parsed.title or feed.host, url=feed.url)
    drafts = (
        _to_draft(entry, source, now, unreliable_guids=unreliable_guids)
        for entry in parsed.entries
        if (entry.title or entry.text) and not _is_old(entry, feed, now)
    )
    unique: dict[object, Draft] = {}
    for draft in drafts:
        unique.setdefault(report_id(draft), draft)
    return list(reversed(unique.values()))


def _is_old(entry: Entry, feed: Feed, now: datetime) -> bool:
    """By the last date that it has; an entry without a date is not old."""
    dates = [date for date in (entry.published_at, entry.updated_at) if date]
    if feed.max_age_seconds is None or not dates:
        return False
    return (now - max(dates)).total_seconds() > feed.max_age_seconds


def _to_draft(entry: Entry, source: Source, now: datetime, *, unreliable_guids: bool) -> Draft:
    title, text = entry.title, entry.text
    if not title:
        title, text = split_title(text)
    published_at = entry.published_at or entry.updated_at
    return Draft(
        kind="feed",
        source=source,
        title=title,
        text=text or title,
        guid=None if unreliable_guids and entry.url else entry.guid,
        url=entry.url,
        language=primary_language(entry.language),
        authors=entry.authors,
        published_at=min(published_at, now) if published_at else None,
        updated_at=entry.updated_at,
    )
