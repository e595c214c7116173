"""What happens to events when processes and servers die: none is lost, none is doubled."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from redis.asyncio import Redis

from newsroom.embedded import EmbeddedValkey
from newsroom.keys import key
from newsroom.streams import backlog, create_redis

if TYPE_CHECKING:
    from integration.streams.conftest import Ledger, Workers

Wait = Callable[..., Awaitable[None]]


async def test_workers_killed_mid_batch(
    workers: Workers, ledger: Ledger, balanced: Wait, wait_until: Wait
) -> None:
    """Two of three workers die by kill -9 with batches in hand; the others take these over."""
    await ledger.send(300, seconds=0.02)
    doomed = [workers.start(), workers.start()]
    workers.start()

    for victim in doomed:
        before = await ledger.settled()
        await wait_until(lambda: _more_than(ledger, before + 20))  # noqa: B023 - awaited in the loop
        victim.kill()

    await balanced()
    assert max((await ledger.calls()).values()) <= 2


async def test_crash_loop_beside_innocents(
    workers: Workers, ledger: Ledger, balanced: Wait, wait_until: Wait
) -> None:
    """A parcel that kills every worker is given up after max_crashes; its companions all arrive."""
    await ledger.send(10)
    (deadly,) = await ledger.send(1, action="die")
    await ledger.send(30)
    deaths = 0

    async def keep_running() -> bool:
        """As a supervisor would: start a new worker when one died."""
        nonlocal deaths
        if not workers.running or workers.running[-1].poll() is not None:
            deaths += bool(workers.running)
            workers.start()
        return await ledger.all_settled()

    await wait_until(keep_running, timeout_seconds=40)

    await balanced(dead=1)
    (letter,) = await ledger.dead_letters.list()
    assert (letter.event_id, letter.crashes, letter.failures) == (deadly, 3, 0)
    assert "died 3 times" in letter.reason
    assert deaths == 3
    assert max(calls for parcel, calls in (await ledger.calls()).items() if parcel != deadly) <= 2


@pytest.mark.parametrize("how", ["stop", "kill -9"])
async def test_server_restart(
    how: str,
    server_binary: Path | None,
    tmp_path: Path,
    make_workers: Callable[[str], Workers],
    make_ledger: Callable[[Redis], Ledger],
    wait_until: Wait,
) -> None:
    """The server goes away in the middle of the work and comes back with its append-only file."""
    with EmbeddedValkey(tmp_path / "data", binary=server_binary) as server:
        async with create_redis(server.url) as redis:
            ledger = make_ledger(redis)
            await ledger.send(200, seconds=0.05)
            workers = make_workers(server.url)
            workers.start()
            workers.start()
            await wait_until(lambda: _more_than(ledger, 30))

            await asyncio.to_thread(_take_down, server, how)
            await asyncio.to_thread(server.start)

            await wait_until(ledger.all_settled, timeout_seconds=40)
            await ledger.assert_balanced()


async def test_terminated_worker_finishes_its_batch(
    workers: Workers, ledger: Ledger, wait_until: Wait, redis: Redis
) -> None:
    """SIGTERM: the batch in hand is committed, nothing is left pending, exit code 0."""
    await ledger.send(100, seconds=0.2)
    worker = workers.start()
    await wait_until(ledger.calls)

    worker.send_signal(signal.SIGTERM)

    assert await asyncio.to_thread(worker.wait, 10) == 0
    arrived, calls = await ledger.arrived(), await ledger.calls()
    assert set(arrived) == set(calls)
    left = await backlog(redis, "parcels", "workers", partitions=1)
    assert left.unread + len(arrived) + left.pending == 100
    assert left.pending == await redis.zcard(key(0, "parcels", "workers", "waiting"))


async def test_terminated_worker_releases_what_it_cannot_finish(
    workers: Workers, ledger: Ledger, balanced: Wait, wait_until: Wait, redis: Redis
) -> None:
    """Work beyond the stop timeout goes to another worker at once: no lease ends, no crash counts."""
    await ledger.send(8, seconds=2)
    worker = workers.start(stop_timeout_seconds=0.3, lease_seconds=60)
    await wait_until(ledger.calls)
    worker.send_signal(signal.SIGTERM)
    assert await asyncio.to_thread(worker.wait, 10) == 0
    assert await ledger.settled() == 0
    assert not await redis.exists(key(0, "parcels", "workers", "counts"))

    workers.start(lease_seconds=60)

    await balanced(timeout_seconds=15)
    assert set((await ledger.calls()).values()) == {2}


async def test_stalled_worker_comes_back_too_late(
    workers: Workers, ledger: Ledger, balanced: Wait, wait_until: Wait, redis: Redis
) -> None:
    """Stopped for longer than its lease, then woken: another worker has settled its events, once."""
    await ledger.send(3, seconds=1)
    stalled = workers.start()
    await wait_until(ledger.calls)
    stalled.send_signal(signal.SIGSTOP)
    workers.start()
    await balanced(timeout_seconds=20)
    # Trimmed too: nothing but the pending entry itself could tell that the work is done.
    await wait_until(lambda: _is_gone(redis, key(0, "parcels", "workers", "done")))

    stalled.send_signal(signal.SIGCONT)
    stalled.terminate()

    assert await asyncio.to_thread(stalled.wait, 15) == 0
    await ledger.assert_balanced()


async def test_handler_longer_than_the_lease(
    workers: Workers, ledger: Ledger, balanced: Wait, wait_until: Wait, redis: Redis
) -> None:
    """A live worker keeps its entries, however long it takes: each parcel is handled once."""
    workers.start(lease_seconds=0.8)
    workers.start(lease_seconds=0.8)  # idle, so it would take over whatever seems abandoned
    await wait_until(lambda: _has_workers(redis, 2))

    await ledger.send(3, seconds=2.5)

    await balanced()
    assert set((await ledger.calls()).values()) == {1}


async def test_group_deleted_under_load(
    workers: Workers, ledger: Ledger, balanced: Wait, wait_until: Wait, redis: Redis
) -> None:
    """The group is made again from the start of the stream: nothing skipped, nothing settled twice."""
    await ledger.send(150, seconds=0.02)
    workers.start(trim_interval_seconds=60)  # so that settled entries are still there to be read again
    workers.start(trim_interval_seconds=60)
    await wait_until(lambda: _more_than(ledger, 60))

    await redis.xgroup_destroy(key(0, "parcels"), "workers")
    await ledger.send(50)

    await balanced()


async def test_group_deleted_while_no_worker_runs(
    workers: Workers, ledger: Ledger, balanced: Wait, redis: Redis
) -> None:
    await ledger.send(20)
    first = workers.start(trim_interval_seconds=60)
    await balanced()
    first.terminate()
    await asyncio.to_thread(first.wait, 10)
    await redis.xgroup_destroy(key(0, "parcels"), "workers")
    await ledger.send(20)

    workers.start()

    await balanced()


def _take_down(server: EmbeddedValkey, how: str) -> None:
    if how == "stop":
        server.stop()
    else:
        assert server._process is not None
        server._process.kill()
        server._process.wait()


async def _has_workers(redis: Redis, count: int) -> bool:
    return (await backlog(redis, "parcels", "workers", partitions=1)).workers == count


async def _is_gone(redis: Redis, name: str) -> bool:
    return not await redis.exists(name)


async def _more_than(ledger: Ledger, count: int) -> bool:
    return await ledger.settled() > count
