"""The endpoints, kept in Redis: one hash each, changed as a whole or not at all."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from redis.exceptions import WatchError

from newsroom.settings import Filter
from newsroom_publish.webhooks import names
from newsroom_publish.webhooks.model import Endpoint, ManagedBy, Secret
from newsroom_publish.webhooks.records import text
from newsroom_publish.webhooks.scripts import script

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from redis.asyncio import Redis
    from redis.asyncio.client import Pipeline

# Old secrets beyond this are forgotten, so that the signature header stays small.
MAX_SECRETS = 5


def id_for(url: str) -> str:
    """The id of an endpoint that was given none: the same for the same URL, and readable."""
    host = re.sub(r"[^a-z0-9]+", "-", (urlsplit(url).hostname or "").lower()).strip("-")
    return f"{host[:40].rstrip('-') or 'endpoint'}-{blake2b(url.encode(), digest_size=4).hexdigest()}"


def rotated(endpoint: Endpoint, secret: str, now_ms: int, overlap_seconds: float) -> Endpoint:
    """The endpoint with a new current secret; those before it sign on until the overlap ends."""
    end_ms = now_ms + round(overlap_seconds * 1_000)
    old = (
        replace(kept, expires_ms=min(kept.expires_ms or end_ms, end_ms))
        for kept in endpoint.secrets
        if kept.text != secret and (kept.expires_ms is None or kept.expires_ms > now_ms)
    )
    return replace(endpoint, secrets=(Secret(secret), *old)[:MAX_SECRETS])


def enabled(endpoint: Endpoint) -> Endpoint:
    """The endpoint with a clean slate."""
    return replace(endpoint, disabled_ms=None, disabled_reason=None, failing_since_ms=None)


def disabled(endpoint: Endpoint, now_ms: int, reason: str) -> Endpoint:
    """The endpoint that gets nothing more; its first reason stays."""
    return endpoint if not endpoint.enabled else replace(endpoint, disabled_ms=now_ms, disabled_reason=reason)


class EndpointStore:
    """Reads and writes endpoints."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._note = script(redis, "health")
        self._copy: tuple[bytes | str | None, tuple[Endpoint, ...]] | None = None

    async def get(self, endpoint_id: str) -> Endpoint | None:
        return _read(endpoint_id, await self._redis.hgetall(names.endpoint(endpoint_id)))

    async def all(self) -> tuple[Endpoint, ...]:
        """Every endpoint, by id. One cheap question to the server while none has changed."""
        revision = await self._redis.get(names.endpoints_revision())
        if self._copy is None or self._copy[0] != revision:
            self._copy = (revision, await self._load())
        return self._copy[1]

    async def create(self, endpoint: Endpoint) -> bool:
        """Whether it was created; False when the id is taken."""

        def write(_: Endpoint | None) -> Endpoint | None:
            return endpoint if _ is None else None

        return await self._write(endpoint.id, write) is not None

    async def update(self, endpoint_id: str, change: Callable[[Endpoint], Endpoint]) -> Endpoint | None:
        """The changed endpoint; None when there is none. `change` runs again when another was faster."""
        return await self._write(endpoint_id, lambda found: change(found) if found else None)

    async def delete(self, endpoint_id: str) -> None:
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.srem(names.endpoints(), endpoint_id)
            pipe.delete(names.endpoint(endpoint_id))
            pipe.incr(names.endpoints_revision())
            await pipe.execute()

    async def note_result(self, endpoint_id: str, *, succeeded: bool, now_ms: int) -> int | None:
        """Note an attempt; answer since when the endpoint fails without a success between (Unix ms)."""
        since = await self._note(
            [names.endpoint(endpoint_id), names.endpoints_revision()], [now_ms, "1" if succeeded else "0"]
        )
        return int(since) if since else None

    async def _load(self) -> tuple[Endpoint, ...]:
        ids = sorted(text(member) for member in await self._redis.smembers(names.endpoints()))
        async with self._redis.pipeline(transaction=False) as pipe:
            for endpoint_id in ids:
                pipe.hgetall(names.endpoint(endpoint_id))
            found = await pipe.execute()
        read = (_read(endpoint_id, fields) for endpoint_id, fields in zip(ids, found, strict=True))
        return tuple(endpoint for endpoint in read if endpoint)

    async def _write(
        self, endpoint_id: str, decide: Callable[[Endpoint | None], Endpoint | None]
    ) -> Endpoint | None:
        """Write what `decide` makes of what is there, once nothing came between; None writes nothing."""
        key = names.endpoint(endpoint_id)
        while True:
            async with self._redis.pipeline(transaction=True) as pipe:
                await pipe.watch(key)
                found = _read(endpoint_id, await cast("Redis", pipe).hgetall(key))
                endpoint = decide(found)
                if endpoint is None or endpoint == found:
                    return endpoint
                pipe.multi()  # type: ignore[no-untyped-call]  # redis-py
                self._replace(pipe, endpoint)
                try:
                    await pipe.execute()
                except WatchError:
                    continue
                return endpoint

    def _replace(self, pipe: Pipeline, endpoint: Endpoint) -> None:
        key = names.endpoint(endpoint.id)
        pipe.delete(key)
        pipe.hset(key, items=[part for field in _fields(endpoint).items() for part in field])
        pipe.sadd(names.endpoints(), endpoint.id)
        pipe.incr(names.endpoints_revision())


def _fields(endpoint: Endpoint) -> dict[str, str]:
    fields = {
        "url": endpoint.url,
        "secrets": json.dumps([[secret.text, secret.expires_ms] for secret in endpoint.secrets]),
        "created_ms": endpoint.created_ms,
        "filter": endpoint.filter.model_dump_json(),
        "format": endpoint.format,
        "description": endpoint.description,
        "managed_by": endpoint.managed_by,
        "disabled_ms": endpoint.disabled_ms,
        "disabled_reason": endpoint.disabled_reason,
        "failing_since_ms": endpoint.failing_since_ms,
        "retired": "1" if endpoint.retired else None,
        "secret_configured": "1" if endpoint.secret_configured else None,
    }
    return {name: str(value) for name, value in fields.items() if value is not None}


def _read(endpoint_id: str, raw: Mapping[bytes | str, bytes | str]) -> Endpoint | None:
    if not raw:
        return None
    fields = {text(name): text(value) for name, value in raw.items()}
    return Endpoint(
        id=endpoint_id,
        url=fields["url"],
        secrets=tuple(Secret(secret, expires_ms) for secret, expires_ms in json.loads(fields["secrets"])),
        created_ms=int(fields["created_ms"]),
        filter=Filter.model_validate_json(fields["filter"]),
        format="newsroom",
        description=fields["description"],
        managed_by=cast("ManagedBy", fields["managed_by"]),
        disabled_ms=_number(fields.get("disabled_ms")),
        disabled_reason=fields.get("disabled_reason"),
        failing_since_ms=_number(fields.get("failing_since_ms")),
        retired="retired" in fields,
        secret_configured="secret_configured" in fields,
    )


def _number(value: str | None) -> int | None:
    return None if value is None else int(value)
