"""Which items are the same report, and which changes make a version."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.contracts import Source
from newsroom_ingest.drafts import Draft, content_hash, report_id
from newsroom_ingest.versions import Stored, is_same, next_version, withdrawn

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
EARLIER = NOW - timedelta(days=1)
DRAFT = Draft(
    kind="feed",
    source=Source(id="wire", name="Wire"),
    title="Title",
    text="Text.",
    guid="g1",
    url="https://wire.example/1",
    published_at=EARLIER,
)


def stored(draft: Draft = DRAFT, **changes: object) -> Stored:
    known = Stored(version=3, content_hash=content_hash(draft), status="usable", published_at=EARLIER)
    return replace(known, **changes)  # type: ignore[arg-type]  # any field


def test_id_is_that_of_source_and_guid() -> None:
    """The id outlives every change but that of source and guid. It is fixed for ever, so it is spelt out."""
    changed = replace(DRAFT, title="Other", text="Other.", url="https://wire.example/other")

    assert str(report_id(DRAFT)) == str(report_id(changed)) == "4b14f437-5c97-5aac-b323-cf4af2d70fd0"


@pytest.mark.parametrize(
    "other",
    [
        replace(DRAFT, guid="g2"),
        replace(DRAFT, source=Source(id="other", name="Wire")),
        replace(DRAFT, guid=None),
        replace(DRAFT, guid=None, url=None),
    ],
)
def test_other_items_have_other_ids(other: Draft) -> None:
    """Without a guid the URL stands in, and without that the content."""
    assert report_id(other) != report_id(DRAFT)


def test_content_stands_in_for_an_id() -> None:
    """The same text sent twice without guid and URL is one report; another text is another."""
    bare = replace(DRAFT, guid=None, url=None)

    assert report_id(bare) == report_id(replace(bare, published_at=NOW))
    assert report_id(bare) != report_id(replace(bare, text="Other."))


@pytest.mark.parametrize(
    "change",
    [
        {"title": "New"},
        {"text": "New."},
        {"url": "https://wire.example/2"},
        {"language": "fr"},
        {"authors": ("A",)},
        {"embargoed_until": NOW},
    ],
)
def test_changes_that_make_a_version(change: dict[str, object]) -> None:
    """Whatever a reader would notice."""
    assert not is_same(replace(DRAFT, **change), stored(), revive=True)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize("change", [{"published_at": NOW}, {"updated_at": NOW}, {"guid": "g1"}])
def test_changes_that_do_not(change: dict[str, object]) -> None:
    """Feeds that stamp every item anew at each build make no versions."""
    assert is_same(replace(DRAFT, **change), stored(), revive=True)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize("draft", [DRAFT, replace(DRAFT, text="Corrected.")])
def test_withdrawn_reports(draft: Draft) -> None:
    """A sender brings a withdrawn report back; a feed that goes on listing it does not."""
    canceled = stored(status="canceled")

    assert (is_same(draft, canceled, revive=True), is_same(draft, canceled, revive=False)) == (False, True)


def test_first_version() -> None:
    """It has the date of its source, else the time of its arrival, and a language."""
    first = next_version(DRAFT, None, NOW, lambda _: "en")
    undated = next_version(replace(DRAFT, published_at=None), None, NOW, lambda _: "en")

    assert (first.version, first.published_at, first.updated_at, first.language) == (1, EARLIER, None, "en")
    assert (undated.published_at, undated.received_at) == (NOW, NOW)
    assert (first.dated, undated.dated) == (True, False)


def test_given_language_wins() -> None:
    """Detection is for reports that do not say."""
    assert next_version(replace(DRAFT, language="kk"), None, NOW, lambda _: "en").language == "kk"


def test_next_version_keeps_its_date_of_publication() -> None:
    """It is an update, at the time that the source says or we see."""
    draft = replace(DRAFT, published_at=NOW)
    seen = next_version(draft, stored(), NOW, lambda _: None)
    said = next_version(replace(draft, updated_at=NOW - timedelta(hours=1)), stored(), NOW, lambda _: None)
    nonsense = next_version(replace(draft, updated_at=NOW + timedelta(days=9)), stored(), NOW, lambda _: None)

    assert (seen.version, seen.published_at, seen.updated_at) == (4, EARLIER, NOW)
    assert said.updated_at == NOW - timedelta(hours=1)
    assert nonsense.updated_at == NOW


def test_withdrawing_is_a_version() -> None:
    """The canceled version says when."""
    canceled = withdrawn(next_version(DRAFT, None, EARLIER, lambda _: "en"), NOW)

    assert (canceled.version, canceled.status, canceled.updated_at, canceled.received_at) == (
        2,
        "canceled",
        NOW,
        NOW,
    )
