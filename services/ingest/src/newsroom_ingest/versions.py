"""Decides what an incoming item is: new, a change, or the same again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newsroom.contracts import Report, ReportStatus
from newsroom_ingest.drafts import Draft, content_hash, report_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

SaveStatus = Literal["accepted", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of the newest version of a report."""

    version: int
    content_hash: str
    status: ReportStatus
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an item that came in."""

    id: UUID
    version: int
    status: SaveStatus


def is_same(draft: Draft, stored: Stored, *, revive: bool) -> bool:
    """Whether there is nothing to do.

    A withdrawn report that comes in again is usable again, but only where `revive`: a feed goes on listing
    what was withdrawn here, and that must not bring it back.
    """
    if stored.status == "canceled":
        return not revive
    return stored.content_hash == content_hash(draft)


def next_version(
    draft: Draft, stored: Stored | None, now: datetime, detect_language: Callable[[str], str | None]
) -> Report:
    """The draft as version 1, or as the version after the stored one, which keeps its date of publication."""
    published_at = stored.published_at if stored else draft.published_at or now
    return Report(
        id=report_id(draft),
        version=stored.version + 1 if stored else 1,
        kind=draft.kind,
        source=draft.source,
        guid=draft.guid,
        url=draft.url,
        title=draft.title,
        text=draft.text,
        language=draft.language or detect_language(f"{draft.title}\n{draft.text}"),
        authors=draft.authors,
        published_at=published_at,
        dated=draft.published_at is not None,
        updated_at=_updated_at(draft, published_at, now, changed=stored is not None),
        received_at=now,
        embargoed_until=draft.embargoed_until,
        content_hash=content_hash(draft),
    )


def withdrawn(report: Report, now: datetime) -> Report:
    """The version that takes the report back."""
    return report.model_copy(
        update={"version": report.version + 1, "status": "canceled", "updated_at": now, "received_at": now}
    )


def _updated_at(draft: Draft, published_at: datetime, now: datetime, *, changed: bool) -> datetime | None:
    """When the source says it changed, if that can be true; else now for a change that we saw."""
    said = draft.updated_at
    if said is not None and published_at < said <= now:
        return said
    return now if changed else None
