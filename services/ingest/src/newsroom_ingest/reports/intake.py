"""From a request to a saved report."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from newsroom.logs import get_logger
from newsroom.web import Problem
from newsroom_ingest.metrics import REPORTS
from newsroom_ingest.reports.body import READERS, read_report
from newsroom_ingest.reports.guards import read_body
from newsroom_ingest.reports.idempotency import fingerprint
from newsroom_ingest.reports.submission import BadReportError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from fastapi import Request

    from newsroom_ingest.drafts import Draft
    from newsroom_ingest.reports.guards import Backpressure
    from newsroom_ingest.reports.idempotency import Idempotency
    from newsroom_ingest.store import ReportStore
    from newsroom_ingest.versions import Saved


class Intake:
    """Takes in one posted report: guards, reads, saves, and records what became of it."""

    def __init__(
        self,
        store: ReportStore,
        idempotency: Idempotency,
        backpressure: Backpressure,
        *,
        max_report_bytes: int,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._idempotency = idempotency
        self._backpressure = backpressure
        self._max_report_bytes = max_report_bytes
        self._now = now

    async def take(self, request: Request, idempotency_key: str | None) -> Saved:
        """Raises Problem for whatever is wrong with the request, before anything is written."""
        await self._backpressure.admit()
        body = await read_body(request, self._max_report_bytes)
        content_type = request.headers.get("content-type", "")
        try:
            draft = await asyncio.to_thread(read_report, content_type, body, _metadata(request), self._now())
            if idempotency_key is None:
                return await self._save(draft)
            mark = fingerprint(content_type, request.url.query, body)
            return await self._save_once(idempotency_key, mark, draft)
        except BadReportError as error:
            accepts = {"Accept": ", ".join(READERS)} if error.status == 415 else None
            raise Problem(error.status, str(error), accepts) from error

    async def _save_once(self, key: str, mark: str, draft: Draft) -> Saved:
        if before := await self._idempotency.answered(key, mark):
            return before
        saved = await self._save(draft)
        await self._idempotency.remember(key, saved)
        return saved

    async def _save(self, draft: Draft) -> Saved:
        """Save, and leave one line under the name of what became of the report."""
        saved = await self._store.save(draft)
        REPORTS.labels(kind=draft.kind, status=saved.status).inc()
        get_logger().info(
            f"report.{saved.status}",
            report_id=str(saved.id),
            version=saved.version,
            kind=draft.kind,
            source_id=draft.source.id,
        )
        return saved


def _metadata(request: Request) -> dict[str, Any]:
    """The query: authors may be repeated; unknown names stay, for the check to name them."""
    query = request.query_params
    given: dict[str, Any] = dict(query)
    if "authors" in query:
        given["authors"] = query.getlist("authors")
    return given
