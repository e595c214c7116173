"""POST, GET and DELETE /reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request
from pydantic import BaseModel

from newsroom.contracts import Report
from newsroom.logs import get_logger
from newsroom.web import Problem
from newsroom_ingest.reports.body import READERS
from newsroom_ingest.reports.submission import PARAMETERS, Submission
from newsroom_ingest.versions import SaveStatus

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from newsroom_ingest.reports.intake import Intake
    from newsroom_ingest.store import ReportStore


class SavedReport(BaseModel):
    """Which version a report is now, and whether this request made it."""

    id: UUID
    version: int
    status: SaveStatus


class WithdrawnReport(BaseModel):
    """The version that takes the report back."""

    id: UUID
    version: int
    status: Literal["canceled"] = "canceled"


def build_router(
    intake: Intake,
    store: ReportStore,
    *,
    authorize: Callable[..., Awaitable[None]],
    now: Callable[[], datetime],
) -> APIRouter:
    """The routes of raw reports; `authorize` guards those that write, and reports under embargo."""
    router = APIRouter(prefix="/reports", tags=["reports"])
    writing = [Depends(authorize)]

    @router.post("", status_code=202, dependencies=writing, openapi_extra=_REQUEST_BODY)
    async def post_report(
        request: Request, idempotency_key: Annotated[str | None, Header()] = None
    ) -> SavedReport:
        """Take in a raw report; sent again it is unchanged, or the next version if it changed.

        Of a text, Markdown or HTML body the other fields are query parameters.
        """
        saved = await intake.take(request, idempotency_key)
        return SavedReport(id=saved.id, version=saved.version, status=saved.status)

    @router.get("/{report_id}")
    async def get_report(report_id: UUID, authorization: Annotated[str | None, Header()] = None) -> Report:
        """The newest version of a report. One under embargo is shown with the token only."""
        report = await store.get(report_id)
        if report is None:
            raise _unknown(report_id)
        if report.embargoed_until and report.embargoed_until > now():
            await authorize(authorization)
        return report

    @router.delete("/{report_id}", status_code=202, dependencies=writing)
    async def withdraw_report(report_id: UUID) -> WithdrawnReport:
        """Withdraw a report: a canceled version goes to everyone who had its summary."""
        report = await store.withdraw(report_id)
        if report is None:
            raise _unknown(report_id)
        get_logger().info("report.withdrawn", report_id=str(report.id), version=report.version)
        return WithdrawnReport(id=report.id, version=report.version)

    return router


def _unknown(report_id: UUID) -> Problem:
    return Problem(404, f"There is no report {report_id}; POST /reports answers with the id of each report.")


_TEXT: dict[str, Any] = {"schema": {"type": "string"}}
_REQUEST_BODY: dict[str, Any] = {
    "parameters": [
        {"name": name, "in": "query", "required": False, "schema": {"type": "string"}} for name in PARAMETERS
    ],
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": Submission.model_json_schema()},
            **{media_type: _TEXT for media_type in READERS if media_type.startswith("text/")},
        },
    },
}
