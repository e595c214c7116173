"""The ingest service on a real server and a real socket, and feeds served on loopback."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from redis.asyncio import Redis

from newsroom.keys import REPORTS, key
from newsroom.settings import Settings
from newsroom_ingest.app import create_app
from support.serving import serving

TOKEN = "test-token"
AUTHORIZED = {"Authorization": f"Bearer {TOKEN}"}


@dataclass(frozen=True)
class Answer:
    """What a request was answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        return json.loads(self.body)

    @property
    def problem(self) -> tuple[int, str]:
        """Status and sentence of a problem document."""
        assert self.headers["Content-Type"] == "application/problem+json"
        assert self.data["status"] == self.status
        return self.status, self.data["detail"]


@dataclass
class Service:
    """A running ingest service, a client of it, and a look at what it appended."""

    url: str
    redis: Redis
    http: aiohttp.ClientSession
    partitions: int

    async def send(self, method: str, path: str, *, token: str | None = TOKEN, **request: Any) -> Answer:
        headers = dict(request.pop("headers", {}))
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        async with self.http.request(method, self.url + path, headers=headers, **request) as response:
            return Answer(response.status, response.headers, await response.read())

    async def post(self, body: Any, **headers: str) -> Answer:
        """Post a report as JSON."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.send("POST", "/reports", json=body, headers=named)

    async def feed(self, feed_id: str) -> Any:
        return (await self.send("GET", f"/feeds/{feed_id}")).data

    async def health(self, feed_id: str) -> Any:
        return (await self.feed(feed_id))["health"]

    async def appended(self, partition: int = 0) -> list[dict[str, Any]]:
        """The reports in the stream, in order."""
        entries: Any = await self.redis.xrange(key(partition, REPORTS))
        return [json.loads(fields[b"__data__"]) for _, fields in entries]


@pytest.fixture
def server_kind() -> str:
    """One kind of server is enough where no script of ours is at work."""
    return "valkey"


Start = Callable[..., Awaitable[Service]]


@pytest.fixture
async def start(redis: Redis, redis_url: str) -> AsyncIterator[Start]:
    """Start a service with some settings; it ends with the test."""
    async with AsyncExitStack() as stack:

        async def run(
            *,
            ingest: Mapping[str, Any] | None = None,
            fetch: Mapping[str, Any] | None = None,
            **settings: Any,
        ) -> Service:
            chosen = Settings(
                **{
                    "redis_url": redis_url,
                    "token": TOKEN,
                    "ingest": {"min_poll_interval_seconds": 0.05, **(ingest or {})},
                    "fetch": {"allow_private_addresses": True, **(fetch or {})},
                    **settings,
                }
            )
            url = await stack.enter_async_context(serving(create_app(chosen)))
            session = await stack.enter_async_context(aiohttp.ClientSession())
            return Service(url, redis, session, chosen.partitions)

        yield run


@pytest.fixture
async def service(start: Start) -> Service:
    return await start()


@dataclass
class Page:
    """What the feed server answers at a path; `gate` holds the answer back until it is set."""

    body: str | bytes = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    gate: asyncio.Event | None = None


@dataclass
class FeedServer:
    """Serves pages by path and keeps the requests; an unchanged ETag is answered with 304."""

    url: str
    pages: dict[str, Page] = field(default_factory=dict)
    requests: list[web.Request] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def put(self, path: str, body: str | bytes = "", status: int = 200, **headers: str) -> str:
        """Answer at this path from now on; the URL of the path."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Page(body, status, named)
        return self.url + path

    def hold(self, path: str) -> asyncio.Event:
        """Hold the answers at this path back until the event is set."""
        gate = self.pages[path].gate = asyncio.Event()
        return gate

    def requested(self, path: str) -> list[web.Request]:
        return [request for request in self.requests if request.path == path]

    async def answer(self, request: web.Request) -> web.Response:
        self.requests.append(request)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            page = self.pages.get(request.path, Page(status=404))
            if page.gate:
                await page.gate.wait()
            else:
                await asyncio.sleep(0.02)  # so that polls at the same time would overlap
        finally:
            self.at_once -= 1
        etag = page.headers.get("ETag")
        if etag and request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        body = page.body.encode() if isinstance(page.body, str) else page.body
        return web.Response(status=page.status, body=body, headers=page.headers)


@pytest.fixture
async def feeds() -> AsyncIterator[FeedServer]:
    """A feed server on loopback."""
    server = FeedServer("")
    app = web.Application()
    app.router.add_get("/{path:.*}", server.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield server
    await runner.cleanup()


@pytest.fixture
def rss() -> Callable[..., str]:
    """An RSS document of items, each (guid, title, text), newest first."""

    def build(*items: tuple[str, str, str], title: str = "Wire") -> str:
        written = "".join(
            f'<item><guid isPermaLink="false">{guid}</guid><title>{title}</title>'
            f"<link>https://wire.example/{guid}</link><description>{text}</description>"
            "<pubDate>Wed, 22 May 2024 09:00:00 GMT</pubDate></item>"
            for guid, title, text in items
        )
        return f'<rss version="2.0"><channel><title>{title}</title>{written}</channel></rss>'

    return build
