"""Parcels to send, worker processes to send them through, and the ledger that must balance."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from redis.asyncio import Redis

from newsroom.keys import key, partition_of
from newsroom.settings import HopSettings
from newsroom.streams import DeadLetters, backlog

WORKER = Path(__file__).with_name("worker.py")

# Short, so that a dead worker is noticed soon; long enough for a busy machine.
QUICK: dict[str, Any] = {
    "max_batch": 16,
    "block_ms": 200,
    "lease_seconds": 1.5,
    "retry_delay_seconds": 0.1,
    "max_crashes": 3,
    "trim_interval_seconds": 0.3,
    "stop_timeout_seconds": 5,
}


class Workers:
    """Worker processes on one server; whatever still runs at the end of the test is killed."""

    def __init__(self, redis_url: str, logs: Path) -> None:
        self.redis_url = redis_url
        self.running: list[subprocess.Popen[bytes]] = []
        self._logs = logs

    def start(self, *, partitions: int = 1, **settings: Any) -> subprocess.Popen[bytes]:
        with (self._logs / f"worker-{uuid4().hex[:6]}.log").open("wb") as log:
            worker = subprocess.Popen(
                [sys.executable, WORKER, self.redis_url, str(partitions), json.dumps(QUICK | settings)],
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.running.append(worker)
        return worker

    def output(self) -> str:
        return "\n".join(path.read_text() for path in sorted(self._logs.glob("worker-*.log")))

    def end(self) -> None:
        for worker in self.running:
            worker.kill()
            worker.wait()


class Ledger:
    """What was sent, what came out, what died: each parcel must stand in exactly one place, once."""

    def __init__(self, redis: Redis, partitions: int = 1) -> None:
        self.redis = redis
        self.partitions = partitions
        self.sent: list[str] = []
        self.dead_letters = DeadLetters(redis, partitions)

    async def send(self, count: int, **fields: Any) -> list[str]:
        """Put parcels into their streams, as any producer could."""
        ids = [str(uuid4()) for _ in range(count)]
        async with self.redis.pipeline(transaction=False) as pipeline:
            for parcel_id in ids:
                stream = key(partition_of(parcel_id, self.partitions), "parcels")
                pipeline.xadd(stream, {"__data__": json.dumps({"id": parcel_id, **fields})})
            await pipeline.execute()
        self.sent += ids
        return ids

    async def arrived(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for partition in range(self.partitions):
            for _, fields in await self.redis.xrange(key(partition, "out")) or []:
                assert fields is not None
                found[json.loads(fields[b"__data__"])["id"]] += 1
        return found

    async def calls(self) -> dict[str, int]:
        found: dict[Any, Any] = await self.redis.hgetall("calls")
        return {name.decode(): int(n) for name, n in found.items()}

    async def settled(self) -> int:
        return (await self.arrived()).total() + await self.dead_letters.count()

    async def all_settled(self) -> bool:
        """Everything that was sent came out or died, and the group has nothing left to do."""
        if await self.settled() < len(self.sent):
            return False
        left = await backlog(self.redis, "parcels", "workers", partitions=self.partitions)
        return left.total == 0

    async def assert_balanced(self, *, dead: int = 0) -> None:
        """None lost, none doubled."""
        arrived = await self.arrived()
        letters = [letter.event_id for letter in await self.dead_letters.list()]
        doubled = [parcel_id for parcel_id, times in arrived.items() if times > 1]
        lost = [parcel_id for parcel_id in self.sent if parcel_id not in arrived and parcel_id not in letters]

        assert (lost, doubled, len(letters)) == ([], [], dead)
        assert len(arrived) + dead == len(self.sent)


@pytest.fixture
def quick() -> HopSettings:
    return HopSettings(**QUICK)


@pytest.fixture
def ledger(redis: Redis) -> Ledger:
    return Ledger(redis)


@pytest.fixture
def make_ledger() -> Callable[[Redis], Ledger]:
    return Ledger


@pytest.fixture
def make_workers(tmp_path: Path) -> Iterator[Callable[[str], Workers]]:
    made: list[Workers] = []

    def make(redis_url: str) -> Workers:
        made.append(Workers(redis_url, tmp_path))
        return made[-1]

    yield make
    for workers in made:
        workers.end()


@pytest.fixture
def workers(make_workers: Callable[[str], Workers], redis_url: str) -> Workers:
    return make_workers(redis_url)


@pytest.fixture
def balanced(ledger: Ledger, wait_until: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """Wait until everything is settled, then hold the ledger against what was sent."""

    async def check(*, dead: int = 0, timeout_seconds: float = 30) -> None:
        await wait_until(ledger.all_settled, timeout_seconds=timeout_seconds, what="all parcels settled")
        await ledger.assert_balanced(dead=dead)

    return check
