"""A draft: an incoming item, cleaned and checked, before it is a version of a report."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.contracts import ReportKind, Source

# Fixed for ever: report ids are made under it.
NAMESPACE = UUID("5f1b1a1e-3a53-4a0e-9a3c-6d6f0e6c7a11")


@dataclass(frozen=True, slots=True)
class Draft:
    """Title and text are clean, moments are in UTC; None is what the source does not say.

    `told_by`: the content hash of what the source itself sent, where the text was completed from elsewhere.
    """

    kind: ReportKind
    source: Source
    title: str
    text: str
    guid: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    embargoed_until: datetime | None = None
    told_by: str | None = None


def report_id(draft: Draft) -> UUID:
    """The same for every version of the same item of the same source.

    The source's own id tells items apart; without one the URL does, and without that the content.
    """
    item = draft.guid or draft.url or content_hash(draft)
    return uuid5(NAMESPACE, _canonical([draft.source.id, item]))


def content_hash(draft: Draft) -> str:
    """What makes a version: 64 hexadecimal digits, different when a reader would notice the change.

    Dates are left out, since many feeds stamp every item anew each time they are built; so is a language
    that we detected, since a better detector is no correction of the report.
    """
    if draft.told_by:
        return draft.told_by
    embargo = draft.embargoed_until.isoformat() if draft.embargoed_until else None
    content = [draft.title, draft.text, draft.url, draft.language, list(draft.authors), embargo]
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def _canonical(values: list[Any]) -> str:
    return json.dumps(values, ensure_ascii=True, separators=(",", ":"))
