"""Wires the enrich service: the hop from reports to summaries, and the worker process that reads them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from newsroom import keys
from newsroom.contracts import Report, Summary
from newsroom.errors import SettingError
from newsroom.streams import Hop
from newsroom.web import create_api
from newsroom_enrich import model
from newsroom_enrich.handler import Enricher
from newsroom_enrich.reading import ReadingProcess

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi import FastAPI

    from newsroom.settings import Settings

GROUP = "enrich"


def create_app(settings: Settings) -> FastAPI:
    """The service; it connects when it is started. Raises SettingError for settings it cannot start with."""
    if not settings.redis_url:
        raise SettingError("No Redis is set: set NEWSROOM_REDIS_URL, or start everything with newsroom up.")
    model.require((settings.enrich.model, *settings.enrich.pipelines.values()))
    reading = ReadingProcess(settings.enrich)
    hop = Hop(
        settings.hop,
        redis_url=settings.redis_url,
        stream=keys.REPORTS,
        group=GROUP,
        model=Report,
        handler=Enricher(reading.enrich, partitions=settings.partitions).handle,
        partitions=settings.partitions,
        sends={keys.SUMMARIES: Summary},
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # The model first: an event that is taken can be read at once.
        async with reading, hop:
            yield

    return create_api(
        "Newsroom enrich", lifespan=lifespan, checks=(reading.health, hop.health), asyncapi=hop.asyncapi
    )
