"""Reports in Redis: the newest version of each, and the stream of all versions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, cast

from newsroom.contracts import Report, ReportStatus
from newsroom.keys import REPORTS, key, partition_of
from newsroom.streams import Effect, Expect, Outcome, append_effect, apply
from newsroom_ingest.drafts import Draft, report_id
from newsroom_ingest.versions import Saved, Stored, is_same, next_version, withdrawn

if TYPE_CHECKING:
    from uuid import UUID

    from redis.asyncio import Redis

Complete = Callable[[Draft], Awaitable[Draft]]

_FIELDS = ["version", "content_hash", "status", "published_at"]


class ReportStore:
    """Versions are decided on what was read and written only if it still holds: a version exists once.

    `now` and `detect_language` are handed in, so that the store depends on neither clock nor model.
    """

    def __init__(
        self,
        redis: Redis,
        partitions: int,
        *,
        now: Callable[[], datetime],
        detect_language: Callable[[str], str | None],
    ) -> None:
        self._redis = redis
        self._partitions = partitions
        self._now = now
        self._detect_language = detect_language

    async def save(self, draft: Draft, *, revive: bool = True, complete: Complete | None = None) -> Saved:
        """Store the draft as the next version of its report and append it to the stream, if it is one.

        `revive`: whether a withdrawn report becomes usable again by this. `complete` is asked for the full
        draft only when there is a version to make.
        """
        identifier = report_id(draft)
        while True:  # a race is lost to a writer who won it, so someone always gets on
            stored = await self._stored(identifier)
            if stored and is_same(draft, stored, revive=revive):
                return Saved(identifier, stored.version, "unchanged")
            if complete:
                draft, complete = await complete(draft), None
            report = next_version(draft, stored, self._now(), self._detect_language)
            if await self._write(report, seen=stored.version if stored else None):
                return Saved(identifier, report.version, "updated" if stored else "accepted")

    async def get(self, identifier: UUID) -> Report | None:
        """The newest version, which may be a withdrawn one."""
        found = await self._redis.hget(self._hash(identifier), "report")
        return Report.model_validate_json(found) if found else None

    async def withdraw(self, identifier: UUID) -> Report | None:
        """Append a canceled version; the newest one is returned as it is when it is canceled already."""
        while True:
            report = await self.get(identifier)
            if report is None or report.status == "canceled":
                return report
            canceled = withdrawn(report, self._now())
            if await self._write(canceled, seen=report.version):
                return canceled

    async def _stored(self, identifier: UUID) -> Stored | None:
        values = await self._redis.hmget(self._hash(identifier), _FIELDS)
        if values[0] is None:
            return None
        version, content_hash, status, published_at = (_text(value) for value in values)
        return Stored(
            version=int(version),
            content_hash=content_hash,
            status=cast("ReportStatus", status),
            published_at=datetime.fromisoformat(published_at),
        )

    async def _write(self, report: Report, *, seen: int | None) -> bool:
        """Store and append in one step; False when the newest version is no longer the one that was seen."""
        name = self._hash(report.id)
        fields: dict[str, str | int] = {
            "version": report.version,
            "content_hash": report.content_hash,
            "status": report.status,
            "published_at": report.published_at.isoformat(),
            "report": report.model_dump_json(),
        }
        outcome = Outcome(
            effects=(
                Effect("HSET", name, tuple(part for pair in fields.items() for part in pair)),
                append_effect(REPORTS, report, self._partitions),
            ),
            expects=(Expect(name, "version", None if seen is None else str(seen)),),
        )
        return await apply(self._redis, outcome, partition=self._partition(report.id))

    def _partition(self, identifier: UUID) -> int:
        return partition_of(identifier, self._partitions)

    def _hash(self, identifier: UUID) -> str:
        return key(self._partition(identifier), "report", identifier)


def _text(value: bytes | str | None) -> str:
    return value.decode() if isinstance(value, bytes) else value or ""
