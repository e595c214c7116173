"""Idempotency-Key: a request that is sent again gets the answer of the first one."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING
from uuid import UUID

from newsroom.keys import key
from newsroom_ingest.reports.submission import BadReportError
from newsroom_ingest.versions import Saved

if TYPE_CHECKING:
    from redis.asyncio import Redis

MAX_KEY_CHARACTERS = 255


def fingerprint(content_type: str, query: str, body: bytes) -> str:
    """The same for the same request only."""
    digest = hashlib.sha256()
    for part in (content_type.encode(), query.encode(), body):
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


class Idempotency:
    """What was answered to which key. Kept in partition 0, since the key comes before the report is known."""

    def __init__(self, redis: Redis, *, ttl_seconds: int) -> None:
        self._redis = redis
        self._ttl_seconds = ttl_seconds

    async def answered(self, name: str, request: str) -> Saved | None:
        """The answer that this request (its fingerprint) got before, None when it is still to be made.

        Raises BadReportError where the key was used for another request. A request that broke off in between
        is made again: saving the same report twice has no second effect.
        """
        if len(name) > MAX_KEY_CHARACTERS:
            raise BadReportError(
                f"The Idempotency-Key is longer than {MAX_KEY_CHARACTERS} characters; send a UUID.", 400
            )
        stored = self._key(name)
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.hsetnx(stored, "request", request)
            pipe.expire(stored, self._ttl_seconds, nx=True)
            pipe.hmget(stored, ["request", "answer"])
            _, _, (first, answer) = await pipe.execute()
        if first != request.encode():
            raise BadReportError(
                "This Idempotency-Key was used for another request; take a new key for a new report."
            )
        return _load(answer) if answer else None

    async def remember(self, name: str, saved: Saved) -> None:
        """Keep the first answer; a later one does not replace it."""
        await self._redis.hsetnx(self._key(name), "answer", _dump(saved))

    def _key(self, name: str) -> str:
        return key(0, "idempotency", hashlib.sha256(name.encode()).hexdigest())


def _dump(saved: Saved) -> str:
    return json.dumps([str(saved.id), saved.version, saved.status])


def _load(answer: bytes) -> Saved:
    identifier, version, status = json.loads(answer)
    return Saved(UUID(identifier), version, status)
