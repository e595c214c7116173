"""The publish service on a real server and a real socket, with a clock that can be moved."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from redis.asyncio import Redis
from yarl import URL

from newsroom import keys
from newsroom.contracts import Summary
from newsroom.settings import Settings
from newsroom.streams import append
from newsroom_publish import index
from newsroom_publish.app import create_app
from support.serving import serving

SAMPLE = Path(__file__).parents[3] / "contract/samples/summary.v1.json"
# Quick to notice and to stop; the hop answers new entries at once whatever these are.
HOP = {"block_ms": 100, "stop_timeout_seconds": 5, "retry_delay_seconds": 0.05}


class MovableClock:
    """The real time, plus what a test moves it by."""

    def __init__(self) -> None:
        self.ahead = timedelta()
        self.frozen_at: datetime | None = None

    def __call__(self) -> datetime:
        return (self.frozen_at or datetime.now(UTC)) + self.ahead


@dataclass(frozen=True)
class Answer:
    """What a request was answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media_type(self) -> str:
        return self.headers["Content-Type"].partition(";")[0]


@dataclass
class Service:
    """A running publish service and a client of it that follows no redirect."""

    url: str
    redis: Redis
    http: aiohttp.ClientSession
    partitions: int
    sent: list[Summary] = field(default_factory=list)

    async def send(self, summary: Summary) -> Summary:
        """Append the summary as enrich does."""
        await append(self.redis, keys.SUMMARIES, summary, partitions=self.partitions)
        self.sent.append(summary)
        return summary

    async def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        url = URL(self.url + path, encoded=True)
        async with self.http.request(method, url, headers=named, allow_redirects=False) as response:
            return Answer(response.status, response.headers, await response.read())

    async def get_json(self, path: str) -> Any:
        return json.loads((await self.get(path)).body)

    async def version_of(self, summary: Summary) -> int:
        """The stored version, seen or not; 0 when there is none."""
        key = index.summary_key(keys.partition_of(summary.id, self.partitions), summary.id)
        return int(await self.redis.hget(key, index.VERSION) or 0)

    async def pending(self) -> int:
        """Entries that the hop has not settled."""
        counted = 0
        for partition in range(self.partitions):
            for group in await self.redis.xinfo_groups(keys.key(partition, keys.SUMMARIES)):
                counted += int(group["pending"]) + int(group["lag"] or 0)
        return counted


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def create_summary() -> Callable[..., Summary]:
    """The golden summary under a new id, with some fields replaced."""
    golden = json.loads(SAMPLE.read_text("utf-8"))
    return lambda **changes: Summary.model_validate(golden | {"id": str(uuid4())} | changes)


@pytest.fixture
async def start(
    redis: Redis, redis_url: str, clock: MovableClock
) -> AsyncIterator[Callable[..., Awaitable[Service]]]:
    """Start the service with some settings; it ends with the test."""
    async with AsyncExitStack() as stack:

        async def run(**settings: Any) -> Service:
            chosen = Settings(**({"redis_url": redis_url, "hop": HOP} | settings))
            url = await stack.enter_async_context(serving(create_app(chosen, clock=clock)))
            session = await stack.enter_async_context(aiohttp.ClientSession())
            return Service(url, redis, session, chosen.partitions)

        yield run


@pytest.fixture
async def service(start: Callable[..., Awaitable[Service]]) -> Service:
    return await start()


@pytest.fixture
def settled(wait_until: Callable[..., Awaitable[None]]) -> Callable[[Service], Awaitable[None]]:
    """Wait until the hop has settled all that was sent."""

    async def wait(service: Service) -> None:
        async def nothing_pending() -> bool:
            return await service.pending() == 0

        await wait_until(nothing_pending, what="the hop has settled all summaries")

    return wait
