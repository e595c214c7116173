"""Entries of a feed to drafts of reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom_ingest.drafts import Draft, report_id
from newsroom_ingest.feeds.definitions import Feed
from newsroom_ingest.feeds.entries import to_drafts
from newsroom_ingest.feeds.parse import Entry, ParsedFeed

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
FEED = Feed(id="wire", url="https://wire.example/feed", name=None, origin="config", interval_seconds=900)
ENTRY = Entry(title="Title", text="Text.", guid="1", url="https://wire.example/1", language="en-GB")


def drafts_of(
    *entries: Entry, feed: Feed = FEED, title: str | None = "Wire", unreliable_guids: bool = False
) -> list[Draft]:
    parsed = ParsedFeed(format="RSS 2.0", title=title, entries=entries)
    return to_drafts(feed, parsed, NOW, unreliable_guids=unreliable_guids)


def test_oldest_first() -> None:
    """Feeds list the newest first; reports go on in the order of events."""
    drafts = drafts_of(ENTRY, replace(ENTRY, title="Older", guid="0"))

    assert [draft.title for draft in drafts] == ["Older", "Title"]


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [("Named", "Wire", "Named"), (None, "Wire", "Wire"), (None, None, "wire.example")],
)
def test_the_source(name: str | None, title: str | None, expected: str) -> None:
    """Its name is the given one, else the feed's own, else its host."""
    (draft,) = drafts_of(ENTRY, feed=replace(FEED, name=name), title=title)

    assert (draft.kind, draft.source.id, draft.source.name, draft.source.url) == (
        "feed",
        "wire",
        expected,
        "https://wire.example/feed",
    )


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("T", "", ("T", "T")),
        ("", "Headline\n\nText.", ("Headline", "Text.")),
        ("", "One sentence.", ("One sentence.", "One sentence.")),
    ],
)
def test_title_and_text_stand_in_for_each_other(title: str, text: str, expected: tuple[str, str]) -> None:
    """A report has both."""
    (draft,) = drafts_of(replace(ENTRY, title=title, text=text))

    assert (draft.title, draft.text) == expected


def test_entries_without_a_word_are_left_out() -> None:
    """There is nothing to report."""
    assert drafts_of(replace(ENTRY, title="", text="")) == []


@pytest.mark.parametrize(
    ("published", "updated", "expected"),
    [
        (NOW - timedelta(days=1), None, NOW - timedelta(days=1)),
        (None, NOW - timedelta(days=2), NOW - timedelta(days=2)),
        (NOW + timedelta(days=400), None, NOW),
        (None, None, None),
    ],
)
def test_dates(published: datetime | None, updated: datetime | None, expected: datetime | None) -> None:
    """Nothing is published in the future; without a date the time of arrival counts later."""
    (draft,) = drafts_of(replace(ENTRY, published_at=published, updated_at=updated))

    assert draft.published_at == expected


def test_an_id_that_comes_twice_counts_once() -> None:
    """Else the two entries would replace each other at every poll, for ever."""
    drafts = drafts_of(ENTRY, replace(ENTRY, text="Another text."))

    assert [draft.text for draft in drafts] == ["Text."]


def test_unreliable_guids() -> None:
    """Where guids are reused the links tell entries apart; an entry without a link keeps its guid."""
    other = replace(ENTRY, url="https://wire.example/2")
    unlinked = replace(ENTRY, guid="9", url=None)

    drafts = drafts_of(ENTRY, other, unlinked, unreliable_guids=True)

    assert len({report_id(draft) for draft in drafts}) == 3
    assert [draft.guid for draft in drafts] == ["9", None, None]


def test_old_entries_are_passed_over() -> None:
    """By the last date that they have; what has none is not old."""
    old, older = NOW - timedelta(hours=2), NOW - timedelta(days=9)
    entries = [
        replace(ENTRY, guid="old", published_at=old),
        replace(ENTRY, guid="changed", published_at=older, updated_at=NOW),
        replace(ENTRY, guid="undated"),
    ]

    drafts = drafts_of(*entries, feed=replace(FEED, max_age_seconds=3_600))

    assert [draft.guid for draft in drafts] == ["undated", "changed"]
