"""Wires the publish service: the hop, the webhooks and the digest on one HTTP application."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom import keys
from newsroom.contracts import Summary
from newsroom.errors import SettingError
from newsroom.guarded_http import GuardedHttp
from newsroom.streams import Hop, check_server, create_redis, each
from newsroom.web import create_api
from newsroom_publish.digest.http import SecurityHeaders
from newsroom_publish.digest.query import Digest
from newsroom_publish.digest.routes import create_router
from newsroom_publish.entities.identities import create_identities
from newsroom_publish.entities.routes import create_router as create_entities_router
from newsroom_publish.handler import Publisher
from newsroom_publish.webhooks import create_webhooks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from fastapi import FastAPI

    from newsroom.settings import Settings

GROUP = "publish"


def _now() -> datetime:
    return datetime.now(UTC)


def create_app(settings: Settings, *, clock: Callable[[], datetime] = _now) -> FastAPI:
    """The service; it connects when it is started. Raises SettingError for settings it cannot start with."""
    if not settings.redis_url:
        raise SettingError("No Redis is set: set NEWSROOM_REDIS_URL, or start everything with newsroom up.")
    redis_url = settings.redis_url
    redis = create_redis(redis_url)
    http = GuardedHttp(settings.fetch)
    identities = create_identities(redis, partitions=settings.partitions, clock=clock)
    webhooks = create_webhooks(settings, redis, http, clock=clock, identities=identities)
    publisher = Publisher(redis, webhooks, partitions=settings.partitions, clock=clock)
    hop = Hop(
        settings.hop,
        redis_url=redis_url,
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
            await check_server(redis_url)
            await stack.enter_async_context(http)
            await webhooks.start()
            stack.push_async_callback(webhooks.stop)
            await stack.enter_async_context(hop)
            yield

    app = create_api(
        "Newsroom publish",
        lifespan=lifespan,
        checks=(hop.health, webhooks.ready),
        asyncapi=hop.asyncapi,
    )
    app.add_middleware(SecurityHeaders)
    app.include_router(webhooks.router)
    app.include_router(create_entities_router(identities, settings.token))
    digest = Digest(redis, identities, partitions=settings.partitions, clock=clock)
    app.include_router(create_router(digest, settings.publish, clock))
    return app
