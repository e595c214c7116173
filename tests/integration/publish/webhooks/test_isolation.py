"""A slow, dead or lying endpoint is its own problem."""

from __future__ import annotations

import asyncio
import statistics
import time
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

if TYPE_CHECKING:
    from integration.conftest import WaitUntil
    from integration.publish.webhooks.conftest import (
        Behaviour,
        Installation,
        MakeSummary,
        Receiver,
        StartInstallation,
    )

HEALTHY = 10
SUMMARIES = 20


@pytest.fixture
def server_kind() -> str:
    """The server plays no part here: one kind will do."""
    return "valkey"


async def latencies(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> list[float]:
    """Seconds from the commit of a summary to its arrival at each healthy endpoint."""
    taken = []
    for _ in range(SUMMARIES):
        summary = make_summary()
        begun = time.monotonic()
        await newsroom.publish(summary)

        def arrived(summary_hex: str = summary.id.hex) -> list[float]:
            return [a.at for a in receiver.arrivals if "/good" in a.path and summary_hex in a.id]

        await wait_until(lambda arrived=arrived: len(arrived()) == HEALTHY)
        taken += [at - begun for at in arrived()]
    return taken


async def test_hung_dripping_and_redirecting_endpoints_do_not_slow_the_others(
    installation: StartInstallation,
    receiver: Receiver,
    make_summary: MakeSummary,
    wait_until: WaitUntil,
    behaviours: dict[str, Behaviour],
) -> None:
    """Ten of each kind beside ten healthy ones, with fewer slots than bad endpoints."""
    async with installation(webhooks={"timeout_seconds": 3.0, "max_concurrent_deliveries": 24}) as newsroom:
        for number in range(HEALTHY):
            await newsroom.add(f"{receiver.url}/good/{number}")
        await latencies(newsroom, receiver, make_summary, wait_until)  # opens the connections
        alone = await latencies(newsroom, receiver, make_summary, wait_until)
        for number in range(10):
            await newsroom.add(receiver.behave(f"/hung/{number}", behaviours["hang"]))
            await newsroom.add(receiver.behave(f"/drip/{number}", behaviours["drip"]))
            await newsroom.add(receiver.answer(f"/moved/{number}", 302, Location="/elsewhere"))
        beside = await latencies(newsroom, receiver, make_summary, wait_until)

    assert len(receiver.arrivals) > len([a for a in receiver.arrivals if "/good" in a.path])
    # Generous, since machines are shared: without isolation a delivery waits for a timeout of three seconds.
    assert statistics.quantiles(beside, n=20)[-1] < statistics.quantiles(alone, n=20)[-1] + 0.5


async def test_a_body_that_drips_does_not_turn_a_success_into_a_failure(
    installation: StartInstallation,
    receiver: Receiver,
    make_summary: MakeSummary,
    wait_until: WaitUntil,
    behaviours: dict[str, Behaviour],
) -> None:
    """It has answered 200, so it has the message: it is not sent again."""
    async with installation(webhooks={"timeout_seconds": 0.5}) as newsroom:
        endpoint = await newsroom.add(receiver.behave("/drip", behaviours["drip"]))
        await newsroom.publish(make_summary())

        async def is_delivered() -> bool:
            return await newsroom.states(endpoint["id"]) == ["delivered"]

        await wait_until(is_delivered)

    assert len(receiver.at("/drip")) == 1


async def test_an_endpoint_that_is_always_slow_never_gets_more_than_one_slot(
    installation: StartInstallation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """It answers 204 each time, though late: successes alone must not let slow endpoints fill the slots."""
    under_way = most = 0

    async def late(_: web.Request) -> web.Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.2)
        under_way -= 1
        return web.Response(status=204)

    async with installation(webhooks={"timeout_seconds": 0.6}) as newsroom:
        await newsroom.add(receiver.behave("/late", late))
        for _ in range(6):
            await newsroom.publish(make_summary())
        await wait_until(lambda: len(receiver.at("/late")) == 6)

    assert most == 1
