"""Throughput of the hop, as a ratio to a bare redis-py loop that does the same with the same script.

    python bench/hop.py [--events N] [--runs N]

Each contender takes reports of about 4 kB from one stream and appends them to another, in one process, on the
embedded server with its append-only file. The disk is synced once a second, else its waiting would hide what
the hop costs. Absolute figures are those of this machine; trust the ratios. The exit code is 1 when the hop
is below 0.6 of the bare loop.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import logging
import statistics
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import structlog
from faststream import AckPolicy
from faststream.redis import RedisBroker, StreamSub

from newsroom.contracts import Report, Source
from newsroom.embedded import EmbeddedValkey
from newsroom.keys import key
from newsroom.settings import HopSettings
from newsroom.streams import DATA_FIELD, Hop, Outcome, Result, append_effect, create_redis
from newsroom.streams.entries import Entry, decode
from newsroom.streams.lane import Lane
from newsroom.streams.tasks import end_tasks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    from redis.asyncio import Redis

GOAL = 0.6
SOURCE, TARGET = key(0, "reports"), key(0, "copies")
SETTINGS = HopSettings()
TEXT = "The council adopted the resolution by thirteen votes to none, with two abstentions.\n\n" * 42


def report() -> Report:
    now = datetime.now(UTC)
    source = Source(id="bench", name="Bench", url="https://news.example/rss")
    return Report(
        id=uuid4(),
        version=1,
        kind="feed",
        source=source,
        guid="g",
        url="https://news.example/1",
        title="Council adopts resolution",
        text=TEXT,
        language="en",
        published_at=now,
        received_at=now,
        content_hash="0" * 64,
    )


def copy(event: Report) -> Outcome:
    return Outcome((append_effect("copies", event, 1),))


@asynccontextmanager
async def bare(redis_url: str) -> AsyncIterator[None]:
    """What is left when the hop's care is taken away: read, decode, encode, the same script."""

    async def loop(redis: Redis) -> None:
        lane = Lane(redis, SETTINGS, stream="reports", group="bench", partition=0, consumer="bare")
        await lane.ensure_group()
        while True:
            found: Any = await redis.xreadgroup(
                "bench", "bare", {SOURCE: ">"}, SETTINGS.max_batch, SETTINGS.block_ms
            )
            for _, entries in found:
                taken = [decode(Entry(entry_id.decode(), fields), Report) for entry_id, fields in entries]
                await lane.commit([(one.id, copy(one.event)) for one in taken])

    async with create_redis(redis_url) as redis, _running(loop(redis)):
        yield


def hop(redis_url: str) -> AbstractAsyncContextManager[object]:
    async def handle(events: Sequence[Report]) -> Sequence[Result]:
        return [copy(event) for event in events]

    return Hop(SETTINGS, redis_url=redis_url, stream="reports", group="bench", model=Report, handler=handle)


@asynccontextmanager
async def one_message(redis_url: str) -> AsyncIterator[None]:
    """FastStream as its tutorial shows it: no lease, no reclaim, no cap, and a crash doubles or strands."""
    broker = RedisBroker(redis_url, logger=None, socket_timeout=10)  # type: ignore[arg-type]  # None: no logger at all
    source = StreamSub(SOURCE, group="bench", consumer="one")
    subscriber = broker.subscriber(stream=source, ack_policy=AckPolicy.NACK_ON_ERROR)

    @broker.publisher(stream=TARGET)
    async def handle(event: Report) -> Report:
        return event

    subscriber(handle)
    async with create_redis(redis_url) as redis:
        await redis.xgroup_create(SOURCE, "bench", id="0", mkstream=True)
    async with broker:
        await broker.start()
        yield


CONTENDERS: dict[str, Callable[[str], AbstractAsyncContextManager[object]]] = {
    "bare redis-py loop": bare,
    "hop": hop,
    "FastStream, one message at a time": one_message,
}


@asynccontextmanager
async def _running(work: Any) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        await end_tasks([task])


async def measure(
    redis_url: str, contender: Callable[[str], AbstractAsyncContextManager[object]], events: int
) -> float:
    """Events a second, from the start of the contender until the last copy is there."""
    async with create_redis(redis_url) as redis:
        await redis.config_set("appendfsync", "everysec")
        await redis.flushall()
        async with redis.pipeline(transaction=False) as pipeline:
            for _ in range(events):
                pipeline.xadd(SOURCE, {DATA_FIELD: report().model_dump_json()})
            await pipeline.execute()
        started = time.perf_counter()
        async with contender(redis_url):
            while await redis.xlen(TARGET) < events:  # noqa: ASYNC110 - the server raises no event
                await asyncio.sleep(0.01)
            return events / (time.perf_counter() - started)


async def compare(redis_url: str, events: int, runs: int) -> dict[str, float]:
    """The median of each, run in turns, so that a busy moment of the machine meets all of them."""
    rates: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    for _ in range(runs):
        for name, contender in CONTENDERS.items():
            rates[name].append(await measure(redis_url, contender, events))
    return {name: statistics.median(found) for name, found in rates.items()}


def log_to_memory() -> None:
    """The hop writes its line for each event, as in production, but not between the lines of the table."""
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=io.StringIO()),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, default=3_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    log_to_memory()
    with tempfile.TemporaryDirectory() as directory, EmbeddedValkey(Path(directory)) as server:
        medians = asyncio.run(compare(server.url, arguments.events, arguments.runs))
    limit = medians["bare redis-py loop"]
    print(f"{'':36}{'events/s':>10}{'ratio':>8}")
    for name, rate in medians.items():
        print(f"{name:36}{rate:>10,.0f}{rate / limit:>8.2f}")
    reached = medians["hop"] / limit >= GOAL
    print(f"goal for the hop: {GOAL} of the bare loop: {'reached' if reached else 'MISSED'}")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
