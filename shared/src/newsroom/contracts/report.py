"""A report: one incoming item, versioned."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import Field

from newsroom.contracts.base import Contract, Text, UtcDatetime

ReportKind = Literal["feed", "raw"]
ReportStatus = Literal["usable", "canceled"]


class Source(Contract):
    """Who a report comes from: a feed, or the sender of raw reports."""

    id: str
    name: str
    url: str | None = None


class Report(Contract):
    """One incoming item. A changed one is version n+1 of the same id; a withdrawn one has status canceled.

    `text` is clean: no markup, paragraphs separated by a blank line. All offsets of the summary count the
    Unicode code points of this text.

    `dated` tells whether the sender gave `published_at`. Where it did not, that is the moment of receipt, and
    nothing may be concluded from it about the days of which the text speaks.
    """

    id: UUID
    version: int = Field(ge=1)
    kind: ReportKind
    source: Source
    guid: str | None = None
    url: str | None = None
    title: Text
    text: Text
    language: str | None = None
    authors: tuple[str, ...] = ()
    published_at: UtcDatetime
    dated: bool = True
    updated_at: UtcDatetime | None = None
    received_at: UtcDatetime
    embargoed_until: UtcDatetime | None = None
    status: ReportStatus = "usable"
    content_hash: str
