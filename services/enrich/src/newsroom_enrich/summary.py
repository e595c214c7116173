"""From what the components found to the Summary contract."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal

from newsroom.contracts import Entity, Mention, Summary
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.contracts import Report
    from newsroom_enrich.annotations import Annotations, EntityDraft

Enrichment = Literal["full", "partial", "none"]


def bare(report: Report, enriched_at: datetime, enrichment: Enrichment = "none") -> Summary:
    """The summary of a report that was not read: a withdrawn one."""
    return Summary(
        id=report.id,
        version=report.version,
        status=report.status,
        headline=report.title,
        language=report.language,
        url=report.url,
        source=report.source,
        published_at=report.published_at,
        updated_at=report.updated_at,
        received_at=report.received_at,
        enriched_at=enriched_at,
        embargoed_until=report.embargoed_until,
        enrichment=enrichment,
    )


def summarize(report: Report, found: Annotations, enriched_at: datetime, *, full: bool) -> Summary:
    """The summary of a report from its annotations; partial unless `full` and no component failed."""
    return bare(report, enriched_at, "full" if full and not found.problems else "partial").model_copy(
        update={
            "language": report.language or found.language,
            "abstract": found.abstract,
            "problems": tuple(found.problems),
            "entities": tuple(_entity(report.text, draft) for draft in found.entities),
            "resolutions": tuple(found.resolutions),
            "events": tuple(found.events),
            "quotations": tuple(found.quotations),
            "topics": tuple(found.topics),
        }
    )


def _entity(text: str, draft: EntityDraft) -> Entity:
    return Entity(
        id=draft.wikidata or local_id(draft.type, draft.name, draft.country),
        type=draft.type,
        name=draft.name,
        wikidata=draft.wikidata,
        country=draft.country,
        relevance=round(min(1.0, max(0.0, draft.relevance)), 3),
        mentions=tuple(Mention(text=text[start:end], start=start, end=end) for start, end in draft.mentions),
        roles=tuple(draft.roles),
    )


def local_id(kind: str, name: str, country: str | None) -> str:
    """An id for an entity without a Wikidata id: the same type, name and country give the same id.

    People are told apart by the country of their first role, so that two people of one name in two
    governments stay two; the price is that a report that states no role makes a third.
    """
    identity = "\n".join((kind, fold(name), country or ""))
    return f"{kind}-{hashlib.sha256(identity.encode()).hexdigest()[:16]}"
