"""Processes of ingest that end badly, and orderly."""

from __future__ import annotations

import asyncio
import json
import signal
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from newsroom.keys import REPORTS, key
from support.http import AUTHORIZED, TOKEN, free_port, http
from support.processes import Launch, launching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from redis.asyncio import Redis

    from integration.conftest import WaitUntil
    from integration.ingest.conftest import FeedServer

ITEMS = 400


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    with launching(tmp_path) as start:
        yield start


def environment(redis_url: str, *feeds: dict[str, Any], port: int) -> dict[str, str]:
    return {
        "NEWSROOM_REDIS_URL": redis_url,
        "NEWSROOM_TOKEN": TOKEN,
        "NEWSROOM_FETCH__ALLOW_PRIVATE_ADDRESSES": "true",
        "NEWSROOM_INGEST__PORT": str(port),
        "NEWSROOM_FEEDS": json.dumps(feeds),
    }


@pytest.mark.slow
async def test_killed_while_it_saves_a_feed(
    redis: Redis,
    redis_url: str,
    feeds: FeedServer,
    rss: Callable[..., str],
    launch: Launch,
    wait_until: WaitUntil,
) -> None:
    """The next process polls again, in full, and in the end every entry is there once."""
    items = [(str(n), f"Title {n}", f"Text {n}.") for n in range(ITEMS)]
    url = feeds.put("/rss", rss(*items), ETag='"1"')
    settings = environment(redis_url, {"url": url, "id": "wire"}, port=free_port())

    async def count() -> int:
        return int(await redis.xlen(key(0, REPORTS)))

    async def begun() -> bool:
        return await count() > 20

    async def done() -> bool:
        return await count() >= ITEMS

    first = launch("newsroom_ingest", **settings)
    await wait_until(begun, timeout_seconds=60)
    first.stop(signal.SIGKILL)
    killed_at = await count()
    launch("newsroom_ingest", **settings)
    await wait_until(done, timeout_seconds=60)

    entries: Any = await redis.xrange(key(0, REPORTS))
    reports = [json.loads(fields[b"__data__"]) for _, fields in entries]
    assert killed_at < ITEMS
    assert Counter((report["guid"], report["version"]) for report in reports) == Counter(
        (str(n), 1) for n in range(ITEMS)
    )
    assert "If-None-Match" not in feeds.requests[-1].headers


async def test_stopped_while_it_polls(
    redis: Redis,
    redis_url: str,
    feeds: FeedServer,
    rss: Callable[..., str],
    launch: Launch,
    wait_until: WaitUntil,
) -> None:
    """SIGTERM breaks the poll off, gives the lease back, and ends with exit code 0."""
    url = feeds.put("/rss", rss(("1", "Title", "Text.")))
    gate = feeds.hold("/rss")
    port = free_port()
    process = launch("newsroom_ingest", **environment(redis_url, {"url": url, "id": "wire"}, port=port))
    await wait_until(lambda: feeds.requests, timeout_seconds=60)
    posted = await asyncio.to_thread(
        http, "POST", f"http://127.0.0.1:{port}/reports", {"text": "Text."}, AUTHORIZED
    )

    code = await asyncio.to_thread(process.stop)

    gate.set()
    assert (posted.status, code) == (202, 0), process.output
    assert not await redis.exists(key(0, "feed-lease", "wire"))
    assert '"event": "report.accepted"' in process.output
    assert TOKEN not in process.output


async def test_a_wrong_start(launch: Launch) -> None:
    """Without a server to store in, the process says what to set."""
    process = launch("newsroom_ingest")

    assert await asyncio.to_thread(process.process.wait, 60) == 2
    assert process.output == (
        "newsroom ingest: No Redis is set: set NEWSROOM_REDIS_URL, or start everything with newsroom up.\n"
    )
