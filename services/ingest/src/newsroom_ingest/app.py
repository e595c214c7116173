"""Wires the ingest service: feeds are polled in the background, raw reports come in over HTTP."""

from __future__ import annotations

import asyncio
import random
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from redis.exceptions import RedisError

from newsroom.contracts import Report
from newsroom.errors import SettingError
from newsroom.guarded_http import GuardedHttp
from newsroom.keys import REPORTS
from newsroom.streams import asyncapi, backlog, create_redis
from newsroom.web import create_api, require_token
from newsroom_ingest.cleaning import detect_language
from newsroom_ingest.feeds import api as feeds_api
from newsroom_ingest.feeds.definitions import configured_feeds
from newsroom_ingest.feeds.poller import Poller
from newsroom_ingest.feeds.registry import FeedRegistry
from newsroom_ingest.feeds.scheduler import Scheduler
from newsroom_ingest.reports import api as reports_api
from newsroom_ingest.reports.guards import Backpressure
from newsroom_ingest.reports.idempotency import Idempotency
from newsroom_ingest.reports.intake import Intake
from newsroom_ingest.store import ReportStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi import FastAPI
    from redis.asyncio import Redis

    from newsroom.settings import Settings

# The group whose backlog is ours to respect.
READERS_OF_REPORTS = "enrich"
WARM_UP_TEXT = "The model is loaded before the first report needs it."


def create_app(settings: Settings) -> FastAPI:
    """The service; it connects when it is started. Raises SettingError for settings it cannot start with."""
    if not settings.redis_url:
        raise SettingError("No Redis is set: set NEWSROOM_REDIS_URL, or start everything with newsroom up.")
    limits = settings.ingest
    redis = create_redis(settings.redis_url)
    http = GuardedHttp(settings.fetch)
    registry = FeedRegistry(redis, configured_feeds(settings.feeds, limits), limits)
    store = ReportStore(redis, settings.partitions, now=_utc_now, detect_language=detect_language)
    backpressure = Backpressure(lambda: _unread(redis, settings.partitions), max_unread=limits.max_backlog)
    scheduler = Scheduler(
        registry,
        Poller(http, registry, store, now=_utc_now, chance=random.random),
        backpressure,
        max_concurrent=limits.max_concurrent_polls,
        now=_utc_now,
    )
    intake = Intake(
        store,
        Idempotency(redis, ttl_seconds=limits.idempotency_ttl_seconds),
        backpressure,
        max_report_bytes=limits.max_report_bytes,
        now=_utc_now,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await asyncio.to_thread(detect_language, WARM_UP_TEXT)
        async with redis, http, scheduler:
            yield

    async def reachable() -> str | None:
        return await _reachable(redis)

    app = create_api(
        "Newsroom ingest",
        lifespan=lifespan,
        checks=(reachable, scheduler.health),
        asyncapi=lambda: asyncapi.document(
            "Newsroom ingest", receives={}, sends={REPORTS: Report}, partitions=settings.partitions
        ),
    )
    authorize = require_token(settings.token)
    app.include_router(reports_api.build_router(intake, store, authorize=authorize, now=_utc_now))
    app.include_router(
        feeds_api.build_router(registry, scheduler, authorize=authorize, check_url=http.check_url)
    )
    return app


def _utc_now() -> datetime:
    return datetime.now(UTC)


async def _unread(redis: Redis, partitions: int) -> int:
    return (await backlog(redis, REPORTS, READERS_OF_REPORTS, partitions=partitions)).unread


async def _reachable(redis: Redis) -> str | None:
    try:
        await redis.ping()
    except RedisError as error:
        return f"Redis does not answer ({error}); start it, or correct NEWSROOM_REDIS_URL."
    return None
