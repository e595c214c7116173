"""What is owed survives kill -9 and an outage of the server."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web
from redis.asyncio import Redis

from newsroom.embedded import EmbeddedValkey
from newsroom.guarded_http import GuardedHttp
from newsroom.settings import Settings
from newsroom_publish.webhooks import create_webhooks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from integration.conftest import WaitUntil
    from integration.publish.webhooks.conftest import MakeSummary, Receiver, StartInstallation

PROCESS = Path(__file__).with_name("dispatcher_process.py")
ENDPOINTS = 3
SUMMARIES = 40
CAP_PER_ENDPOINT = 4


@asynccontextmanager
async def dispatcher(redis_url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process that delivers; killed without mercy at the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(PROCESS), redis_url, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    while b"delivering" not in (line := await process.stdout.readline()):
        assert line, "the process ended before it delivered"
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        await process.wait()


async def slow(_: web.Request) -> web.Response:
    """Slow enough that a kill finds requests under way."""
    await asyncio.sleep(0.05)
    return web.Response(status=204)


async def test_kill_9_loses_nothing_and_repeats_no_more_than_was_under_way(
    installation: StartInstallation,
    redis_url: str,
    receiver: Receiver,
    make_summary: MakeSummary,
    wait_until: WaitUntil,
) -> None:
    """Two processes die in the middle, the third finishes the work."""
    async with installation(started=False) as newsroom:
        for number in range(ENDPOINTS):
            await newsroom.add(receiver.behave(f"/hook/{number}", slow))
        for _ in range(SUMMARIES):
            await newsroom.publish(make_summary())
    for enough in (20, 60):
        async with dispatcher(redis_url):
            await wait_until(lambda enough=enough: len(receiver.arrivals) >= enough)
    assert len(receiver.arrivals) < SUMMARIES * ENDPOINTS
    async with dispatcher(redis_url):
        await wait_until(lambda: all_have_all(receiver), timeout_seconds=30)

    repeated = len(receiver.arrivals) - SUMMARIES * ENDPOINTS
    assert 0 <= repeated <= 2 * ENDPOINTS * CAP_PER_ENDPOINT


def all_have_all(receiver: Receiver) -> bool:
    return all(len(receiver.ids(f"/hook/{number}")) == SUMMARIES for number in range(ENDPOINTS))


async def test_a_stop_lets_what_is_under_way_end(
    installation: StartInstallation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """Nothing is sent twice after a stop and a start."""
    async with installation() as newsroom:
        await newsroom.add(receiver.behave("/hook", slow))
        for _ in range(20):
            await newsroom.publish(make_summary())
        await wait_until(lambda: len(receiver.arrivals) >= 5)
    stopped_at = len(receiver.arrivals)
    assert stopped_at < 20
    async with installation():
        await wait_until(lambda: len(receiver.ids("/hook")) == 20)

    assert len(receiver.arrivals) == 20


async def test_an_outage_of_the_server_is_waited_out(
    tmp_path: Path, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """The server goes away while a request is under way, and comes back: and the result is recorded."""
    from integration.publish.webhooks.conftest import Installation

    server = EmbeddedValkey(tmp_path)
    server.start()
    arrived, restarted = asyncio.Event(), asyncio.Event()

    async def held(_: web.Request) -> web.Response:
        arrived.set()
        await restarted.wait()
        return web.Response(status=204)

    settings = Settings(
        fetch={"allow_private_addresses": True},
        webhooks={"timeout_seconds": 10},
        endpoints=[{"id": "hook", "url": receiver.behave("/hook", held)}],
    )
    try:
        async with Redis.from_url(server.url) as redis, GuardedHttp(settings.fetch) as http:
            webhooks = create_webhooks(settings, redis, http)
            await webhooks.start()
            newsroom = Installation(redis, settings, webhooks, None)  # type: ignore[arg-type]  # needs no routes
            await newsroom.publish(make_summary())
            await arrived.wait()
            await asyncio.to_thread(server.stop)
            restarted.set()
            await asyncio.to_thread(server.start)

            async def is_delivered() -> bool:
                (key,) = await redis.keys("newsroom:{0}:delivery:msg_*[0-9a-f]")
                return await redis.hget(key, "state") == b"delivered"

            await wait_until(is_delivered)
            assert await webhooks.ready() is None
            await webhooks.stop()
            assert "does not run" in str(await webhooks.ready())
    finally:
        server.stop()

    assert len(receiver.arrivals) == 1
