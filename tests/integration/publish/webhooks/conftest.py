from __future__ import annotations

import asyncio
import json
import socket
import time
from collections import Counter
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import aiohttp
import pytest
import uvicorn
from aiohttp import web
from fastapi import FastAPI
from standardwebhooks.webhooks import Webhook

from newsroom import keys
from newsroom.contracts import Entity, Source, Summary
from newsroom.guarded_http import GuardedHttp
from newsroom.settings import Settings
from newsroom.web import create_api
from newsroom_publish import index
from newsroom_publish.webhooks import Webhooks, create_webhooks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from redis.asyncio import Redis

    MakeSummary = Callable[..., Summary]
    StartInstallation = Callable[..., AbstractAsyncContextManager["Installation"]]
    Behaviour = Callable[[web.Request], Awaitable[web.StreamResponse]]

TOKEN = "test-token"
FAST = {"timeout_seconds": 1.0, "retry_seconds": (0.05, 0.1), "retry_jitter": 0.0}


@dataclass
class Arrival:
    """One request as the receiver saw it."""

    path: str
    headers: dict[str, str]
    body: bytes
    at: float = field(default_factory=time.monotonic)

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    def verify(self, secret: str) -> None:
        """As an integrator would."""
        Webhook(secret).verify(self.body, self.headers)


class Receiver:
    """A webhook receiver on loopback. Each path behaves as `behave` was told, else it answers 204."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self.url = ""
        self._behaviours: dict[str, Behaviour] = {}

    def behave(self, path: str, behaviour: Behaviour) -> str:
        self._behaviours[path] = behaviour
        return self.url + path

    def answer(self, path: str, *statuses: int, **headers: str) -> str:
        """These statuses one after the other, the last for ever."""
        left = list(statuses)

        async def behaviour(_: web.Request) -> web.Response:
            status = left.pop(0) if len(left) > 1 else left[0]
            return web.Response(status=status, headers={k.replace("_", "-"): v for k, v in headers.items()})

        return self.behave(path, behaviour)

    def at(self, path: str) -> list[Arrival]:
        return [arrival for arrival in self.arrivals if arrival.path == path]

    def ids(self, path: str) -> Counter[str]:
        return Counter(arrival.id for arrival in self.at(path))

    async def handle(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.arrivals.append(Arrival(request.path, headers, body))
        behaviour = self._behaviours.get(request.path)
        return await behaviour(request) if behaviour else web.Response(status=204)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", made.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = "http://127.0.0.1:" + str(runner.addresses[0][1])
    yield made
    await runner.cleanup()


@pytest.fixture
def make_summary() -> MakeSummary:
    """A new summary about Kazakhstan; arguments change its fields."""

    def make(**fields: Any) -> Summary:
        now = datetime.now(UTC)
        values: dict[str, Any] = {
            "id": uuid4(),
            "version": 1,
            "headline": "Foreign ministers meet in Astana",
            "source": Source(id="un-news", name="UN News"),
            "published_at": now,
            "received_at": now,
            "enriched_at": now,
            "entities": (Entity(id="Q232", type="country", name="Kazakhstan", country="KZ"),),
        }
        return Summary(**(values | fields))

    return make


class Installation:
    """The webhooks as the publish service runs them: routes, dispatcher, and what the hop commits."""

    def __init__(
        self, redis: Redis, settings: Settings, webhooks: Webhooks, api: aiohttp.ClientSession
    ) -> None:
        self.redis = redis
        self.settings = settings
        self.webhooks = webhooks
        self.api = api

    async def publish(self, summary: Summary, *, due_at: datetime | None = None) -> None:
        """What the hop does with a summary: the index and the deliveries in one transaction."""
        partition = keys.partition_of(summary.id, self.settings.partitions)
        stored = index.read(await self.redis.hgetall(index.summary_key(partition, summary.id)))
        now = datetime.now(UTC)
        due = due_at or max(now, summary.embargoed_until or now)
        planned = await self.webhooks.plan(stored.summary if stored else None, summary, due_at=due)
        entry = index.indexed(summary, visible_at=now, modified_at=due)
        async with self.redis.pipeline(transaction=True) as pipe:
            for effect in (*index.effects(partition, stored, entry, now), *planned):
                pipe.execute_command(effect.command, effect.key, *effect.arguments)
            await pipe.execute()

    async def add(self, url: str, **fields: Any) -> dict[str, Any]:
        """Create an endpoint; its JSON with the secret."""
        created: dict[str, Any] = await self.post("/endpoints", {"url": url, **fields})
        return created

    async def request(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """The status and the JSON of any answer."""
        async with self.api.request(method, path, json=body) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if text else None

    async def get(self, path: str) -> Any:
        status, data = await self.request("GET", path)
        assert status == 200, data
        return data

    async def post(self, path: str, body: Any = None) -> Any:
        status, data = await self.request("POST", path, body)
        assert status < 300, data
        return data

    async def deliveries(self, endpoint_id: str, query: str = "") -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = (await self.get(f"/endpoints/{endpoint_id}/deliveries?{query}"))[
            "items"
        ]
        return items

    async def states(self, endpoint_id: str) -> list[str]:
        """The states of its deliveries, oldest first."""
        return [delivery["state"] for delivery in reversed(await self.deliveries(endpoint_id))]


@pytest.fixture
def installation(redis: Redis) -> StartInstallation:
    """`async with installation(webhooks={...}, endpoints=[...]) as newsroom:` on the test's server."""

    @asynccontextmanager
    async def start(
        *, started: bool = True, environ: dict[str, str] | None = None, **values: Any
    ) -> AsyncIterator[Installation]:
        webhooks = FAST | values.pop("webhooks", {})
        fetch = {"allow_private_addresses": True} | values.pop("fetch", {})
        settings = Settings(token=TOKEN, webhooks=webhooks, fetch=fetch, **values)
        async with AsyncExitStack() as stack:
            http = await stack.enter_async_context(GuardedHttp(settings.fetch))
            made = create_webhooks(settings, redis, http, environ=environ or {})
            address = await stack.enter_async_context(_serving(made))
            api = await stack.enter_async_context(
                aiohttp.ClientSession(address, headers={"Authorization": f"Bearer {TOKEN}"})
            )
            if started:
                await made.start()
                stack.push_async_callback(made.stop)
            yield Installation(redis, settings, made, api)

    return start


@asynccontextmanager
async def _serving(webhooks: Webhooks) -> AsyncIterator[str]:
    """The routes on a real server; its address."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield

    app = create_api("test", lifespan=lifespan, checks=(webhooks.ready,))
    app.include_router(webhooks.router)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        yield "http://127.0.0.1:" + str(listening.getsockname()[1])
        server.should_exit = True
        await serving


@pytest.fixture
async def newsroom(installation: StartInstallation) -> AsyncIterator[Installation]:
    """An installation with one partition and fast retries."""
    async with installation() as running:
        yield running


async def hang(_: web.Request) -> web.Response:
    await asyncio.sleep(60)
    return web.Response()


async def drip(request: web.Request) -> web.StreamResponse:
    """Answers 200 at once, and then a byte now and then."""
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(1_000):
        await response.write(b".")
        await asyncio.sleep(0.02)
    return response


@pytest.fixture
def behaviours() -> dict[str, Behaviour]:
    return {"hang": hang, "drip": drip}
