"""The publish service of the digest's tests, with an operator, and a receiver of its webhooks."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from integration.publish.digest.conftest import (  # noqa: F401 - fixtures, which pytest finds by their names
    Service,
    clock,
    create_summary,
    settled,
    start,
)
from newsroom.contracts import Entity, Summary

TOKEN = "operator-token"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

Answer = tuple[int, Any]


class Operator:
    """Someone with the token, at one of the services."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def post(self, path: str, body: Any = None, token: str | None = TOKEN) -> Answer:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with self._service.http.post(self._service.url + path, json=body, headers=headers) as answer:
            return answer.status, json.loads(await answer.read())

    async def merge(self, keep: str, gone: str) -> Answer:
        return await self.post(f"/entities/{keep}/merge", {"with": gone})

    async def split(self, entity_id: str) -> Answer:
        return await self.post(f"/entities/{entity_id}/split")


@pytest.fixture
def operator() -> Callable[[Service], Operator]:
    return Operator


@pytest.fixture
async def service(start: Callable[..., Awaitable[Service]]) -> Service:  # noqa: F811 - the fixture
    """Three partitions, so that nothing relies on keys that happen to lie together."""
    return await start(token=TOKEN, partitions=3)


@pytest.fixture
def person() -> Callable[..., dict[str, Any]]:
    """An entity as enrich writes it; a Wikidata id is told by its form."""

    def make(entity_id: str, name: str, country: str | None = None, **fields: Any) -> dict[str, Any]:
        wikidata = entity_id if entity_id.startswith("Q") else None
        values = {"id": entity_id, "type": "person", "name": name, "country": country, "wikidata": wikidata}
        return Entity.model_validate(values | fields).model_dump(mode="json")

    return make


@pytest.fixture
def publish(
    service: Service,
    create_summary: Callable[..., Summary],  # noqa: F811 - the fixture
    settled: Callable[[Service], Awaitable[None]],  # noqa: F811 - the fixture
) -> Callable[..., Awaitable[Summary]]:
    """Publish a summary that names these entities and no others, and wait until it is in the digest."""

    async def run(*entities: dict[str, Any], **fields: Any) -> Summary:
        plain = {"entities": entities, "resolutions": [], "events": []}
        sent = await service.send(create_summary(**plain | fields))
        await settled(service)
        return sent

    return run


class Receiver:
    """Takes every webhook; answers 503 while it is down."""

    def __init__(self) -> None:
        self.url = ""
        self.down = False
        self.taken: list[tuple[str, dict[str, Any]]] = []

    async def take(self, request: web.Request) -> web.Response:
        document = await request.json()
        if self.down:
            return web.Response(status=503)
        self.taken.append((request.path.strip("/"), document["data"]))
        return web.Response(status=204)

    def of(self, path: str, summary: Summary) -> list[dict[str, Any]]:
        """What came at a path for a summary."""
        return [data for at, data in self.taken if at == path and data["id"] == str(summary.id)]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    app = web.Application()
    app.router.add_post("/{path}", made.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield made
    await runner.cleanup()
