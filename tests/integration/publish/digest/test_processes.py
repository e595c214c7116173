"""Two publish processes on one stream, and a receiver that counts."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from redis.asyncio import Redis

from newsroom import keys
from newsroom.contracts import Summary
from newsroom.streams import append

WaitUntil = Callable[..., Awaitable[None]]
SUMMARIES = 60


@pytest.fixture
async def receiver() -> AsyncIterator[tuple[str, list[dict[str, Any]]]]:
    """The URL of an endpoint, and the deliveries that it got: id, type, summary and version."""
    received: list[dict[str, Any]] = []

    async def take(request: web.Request) -> web.Response:
        body = await request.json()
        data = {name: body["data"][name] for name in ("id", "version")}
        received.append({"webhook-id": request.headers["webhook-id"], "type": body["type"], **data})
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook", received
    await runner.cleanup()


class Process:
    """A publish service as operators run it."""

    def __init__(self, redis_url: str, hook: str, directory: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.log = directory / f"publish-{port}.log"
        config = directory / "newsroom.toml"
        secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        config.write_text(
            "[fetch]\nallow_private_addresses = true\n"
            "[webhooks]\ntimeout_seconds = 2\nretry_seconds = [1, 1, 1, 1, 1]\n"
            "[hop]\nmax_batch = 4\nblock_ms = 100\nlease_seconds = 2\nstop_timeout_seconds = 5\n"
            f'[[endpoints]]\nid = "hook"\nurl = "{hook}"\nsecret = "{secret}"\n'
        )
        environment = os.environ | {
            "NEWSROOM_REDIS_URL": redis_url,
            "NEWSROOM_CONFIG": str(config),
            "NEWSROOM_PUBLISH__PORT": str(port),
        }
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "newsroom_publish"],
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    async def ready(self) -> bool:
        assert self.process.poll() is None, self.log.read_text()
        try:
            async with aiohttp.ClientSession() as session, session.get(f"{self.url}/readyz") as response:
                return response.status == 200
        except aiohttp.ClientError:
            return False

    def events(self, name: str) -> list[dict[str, Any]]:
        lines = (json.loads(line) for line in self.log.read_text().splitlines() if line.startswith("{"))
        return [line for line in lines if line.get("event") == name]


@pytest.fixture
def start_process(redis_url: str, tmp_path: Path) -> Iterator[Callable[[str], Process]]:
    """Start publish processes; what still runs at the end of the test is killed."""
    started: list[Process] = []

    def start(hook: str) -> Process:
        started.append(Process(redis_url, hook, tmp_path))
        return started[-1]

    yield start
    for process in started:
        process.process.kill()
        process.process.wait()


async def _listed(process: Process) -> list[dict[str, Any]]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{process.url}/summaries?limit=200") as response,
    ):
        items: list[dict[str, Any]] = (await response.json())["items"]
        return items


@pytest.mark.slow
async def test_two_processes_are_one_digest(
    redis: Redis,
    receiver: tuple[str, list[dict[str, Any]]],
    start_process: Callable[[str], Process],
    create_summary: Callable[..., Summary],
    wait_until: WaitUntil,
) -> None:
    """Each summary has one entry, of its last version, although one process is killed at work.

    The last version reaches the endpoint; a delivery whose process died in flight may come again, under the
    same id, and an older version may be passed over for a newer one.
    """
    hook, received = receiver
    first, second = start_process(hook), start_process(hook)
    for process in (first, second):
        await wait_until(process.ready, timeout_seconds=30, what="both processes are ready")

    originals = [create_summary() for _ in range(SUMMARIES)]
    for summary in originals:
        await append(redis, keys.SUMMARIES, summary, partitions=1)
    await wait_until(lambda: first.events("hop.committed"), what="the first process works")
    first.process.kill()
    for summary in originals[::2]:
        update = summary.model_copy(update={"version": 2, "headline": "Second"})
        await append(redis, keys.SUMMARIES, update, partitions=1)
    last = {str(summary.id): 2 if summary in originals[::2] else 1 for summary in originals}

    def all_delivered() -> bool:
        return last.items() <= {(item["id"], item["version"]) for item in received}

    await wait_until(all_delivered, timeout_seconds=30, what="the last version of each is delivered")

    listed = await _listed(second)
    assert len(listed) == SUMMARIES
    assert {item["id"]: item["version"] for item in listed} == last
    ids = {(item["id"], item["version"]): item["webhook-id"] for item in received}
    assert {item["webhook-id"] for item in received} == set(ids.values())


@pytest.mark.slow
async def test_two_living_processes_deliver_once(
    redis: Redis,
    receiver: tuple[str, list[dict[str, Any]]],
    start_process: Callable[[str], Process],
    create_summary: Callable[..., Summary],
    wait_until: WaitUntil,
) -> None:
    """Without a crash, no delivery comes twice, and both processes end orderly when asked to."""
    hook, received = receiver
    processes = [start_process(hook), start_process(hook)]
    for process in processes:
        await wait_until(process.ready, timeout_seconds=30, what="both processes are ready")
    originals = [create_summary() for _ in range(SUMMARIES)]
    for summary in originals:
        await append(redis, keys.SUMMARIES, summary, partitions=1)
    await wait_until(lambda: len(received) >= SUMMARIES, timeout_seconds=30, what="all are delivered")

    for process in processes:
        process.process.terminate()
    for process in processes:
        await wait_until(lambda: process.process.poll() is not None, what="the process has ended")  # noqa: B023 - awaited in this turn
        assert process.events("hop.stopped")

    assert Counter(item["id"] for item in received) == Counter(str(summary.id) for summary in originals)
    assert {item["type"] for item in received} == {"summary.published"}
