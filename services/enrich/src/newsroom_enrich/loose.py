"""Reports as a person or a script writes them: an object of which only the text is needed, or plain text."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import ValidationError

from newsroom.contracts import Report
from newsroom.errors import NewsroomError

if TYPE_CHECKING:
    from newsroom.contracts import Summary

SOURCE = {"id": "command-line", "name": "Command line"}


@dataclass(frozen=True, slots=True)
class LooseReport:
    """A report with the id that it came with, which need not be a UUID."""

    report: Report
    given_id: str

    def restore_id(self, summary: Summary) -> dict[str, Any]:
        """The summary as JSON values, under the id that the report came with."""
        return {**summary.model_dump(mode="json"), "id": self.given_id}


def read_object(line: str, place: str) -> LooseReport:
    """A report from a JSON object with at least `text`; the contract's defaults for all else.

    Raises NewsroomError with a sentence that names the place.
    """
    try:
        values = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise NewsroomError(f"{place}: this is not a JSON object ({error}).") from error
    if not isinstance(values, dict) or not isinstance(values.get("text"), str):
        raise NewsroomError(f'{place}: a report is a JSON object with at least "text", a string.')
    return _report(values, place)


def read_text(text: str, place: str, published_at: datetime | None = None) -> LooseReport:
    """A report from plain text: the first line is the headline where a blank line follows it."""
    text = text.replace("\r\n", "\n").strip()
    headline, gap, body = text.partition("\n\n")
    if not gap or "\n" in headline:
        headline, body = "", text
    values = {"title": headline.lstrip("# "), "text": body.strip(), "published_at": published_at}
    return _report(values, place)


def _report(values: dict[str, Any], place: str) -> LooseReport:
    text = values["text"]
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    now = datetime.now(UTC)
    given_id = str(values.get("id") or uuid5(NAMESPACE_URL, digest))
    defaults = {
        "version": 1,
        "kind": "raw",
        "source": SOURCE,
        "title": "",
        "published_at": now,
        "dated": values.get("published_at") is not None,
        "received_at": now,
        "content_hash": digest,
    }
    given = {name: value for name, value in values.items() if value is not None}
    try:
        report = Report.model_validate({**defaults, **given, "id": _uuid(given_id)})
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise NewsroomError(f"{place}: {field}: {first['msg']}.") from error
    return LooseReport(report, given_id)


def _uuid(given_id: str) -> UUID:
    try:
        return UUID(given_id)
    except ValueError:
        return uuid5(NAMESPACE_URL, given_id)
