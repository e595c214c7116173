"""Wires the publish service: the hop, the webhooks and the digest on one HTTP application."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom import keys
from newsroom.contracts import Summary
from newsroom.errors import SettingError
from newsroom.guarded_http import GuardedHttp
from newsroom.streams.client import create_redis
from newsroom.streams.handlers import each
from newsroom.streams.hop import Hop
from newsroom.web import create_api
from newsroom_publish.digest.http import SecurityHeaders
from newsroom_publish.digest.query import Digest
from newsroom_publish.digest.routes import create_router
from newsroom_publish.handler import Publisher
from newsroom_publish.webhooks import create_webhooks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi import FastAPI

    from newsroom.settings import Settings

GROUP = "publish"


def create_app(settings: Settings) -> FastAPI:
    """The service; it connects when it is started. Raises SettingError for settings it cannot start with."""
    if not settings.redis_url:
        raise SettingError("No Redis is set: set NEWSROOM_REDIS_URL, or start everything with newsroom up.")
    redis = create_redis(settings.redis_url)
    http = GuardedHttp(settings.fetch)
    webhooks = create_webhooks(settings, redis, http)
    publisher = Publisher(redis, webhooks, partitions=settings.partitions, clock=_now)
    hop = Hop(
        settings.hop,
        redis_url=settings.redis_url,
        stream=keys.SUMMARIES,
        group=GROUP,
        model=Summary,
        handler=each(publisher.publish),
        partitions=settings.partitions,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # Ends in the reverse order: first nothing more comes in, then what is owed is let go.
        async with AsyncExitStack() as stack:
            stack.push_async_callback(redis.aclose)
            await stack.enter_async_context(http)
            await webhooks.start()
            stack.push_async_callback(webhooks.stop)
            await stack.enter_async_context(hop)
            yield

    app = create_api("Newsroom publish", lifespan=lifespan, checks=(hop.health,), asyncapi=hop.asyncapi)
    app.add_middleware(SecurityHeaders)
    app.include_router(webhooks.router)
    digest = Digest(redis, partitions=settings.partitions, clock=_now)
    app.include_router(create_router(digest, settings.publish, _now))
    return app


def _now() -> datetime:
    return datetime.now(UTC)
