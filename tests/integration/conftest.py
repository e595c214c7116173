"""Real servers for the tests: started once a session, emptied before each test.

`redis_server` runs each test on the embedded Valkey and on Redis 7 (skipped where redis-server is not
installed); `redis_url` and `redis` are its address and a client.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from newsroom.embedded import EmbeddedValkey

WaitUntil = Callable[..., Awaitable[None]]


def _binary(kind: str) -> Path | None:
    """None stands for the packaged Valkey; skips the test where Redis is asked for and absent."""
    if kind == "valkey":
        return None
    found = shutil.which("redis-server")
    if found is None:
        pytest.skip("redis-server is not installed: apt install redis-server tests Redis 7 as well")
    return Path(found)


@pytest.fixture(scope="session")
def _servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], EmbeddedValkey]]:
    """Servers by kind, started when first asked for. A cache, since the tests run in random order."""
    running: dict[str, EmbeddedValkey] = {}

    def get(kind: str) -> EmbeddedValkey:
        if kind not in running:
            server = EmbeddedValkey(tmp_path_factory.mktemp(kind), binary=_binary(kind))
            server.start()
            running[kind] = server
        return running[kind]

    yield get
    for server in running.values():
        server.stop()


@pytest.fixture(params=["valkey", "redis7"])
def server_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server_binary(server_kind: str) -> Path | None:
    """What a test that starts its own EmbeddedValkey passes as `binary`."""
    return _binary(server_kind)


@pytest.fixture
def redis_server(server_kind: str, _servers: Callable[[str], EmbeddedValkey]) -> EmbeddedValkey:
    """The running server of this kind. Shared by the session: a test that stops one makes its own."""
    return _servers(server_kind)


@pytest.fixture
async def redis(redis_server: EmbeddedValkey) -> AsyncIterator[Redis]:
    """A client of the emptied server; answers are bytes."""
    async with Redis.from_url(redis_server.url, socket_timeout=10) as client:
        await client.flushall()
        yield client


@pytest.fixture
def redis_url(redis: Redis, redis_server: EmbeddedValkey) -> str:
    """The URL of the emptied server."""
    return redis_server.url


@pytest.fixture
def wait_until() -> WaitUntil:
    """Poll a plain or async predicate until it is true; fail after the timeout."""

    async def wait(
        predicate: Callable[[], object | Awaitable[object]], *, timeout_seconds: float = 10, what: str = ""
    ) -> None:
        deadline = time.monotonic() + timeout_seconds
        while True:
            result = predicate()
            if isinstance(result, Awaitable):
                result = await result
            if result:
                return
            if time.monotonic() > deadline:
                pytest.fail(f"not within {timeout_seconds:g} s: {what or predicate}")
            await asyncio.sleep(0.02)

    return wait
