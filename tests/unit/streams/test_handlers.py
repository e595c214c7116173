"""Batch handlers made of functions of one event."""

from __future__ import annotations

import asyncio

from newsroom.streams import NOTHING, Outcome, each


async def test_results_keep_the_order_of_the_events() -> None:
    """Whatever finishes first; and an exception stands in its event's place."""

    async def handle(delay: int) -> Outcome:
        for _ in range(delay):
            await asyncio.sleep(0)
        if delay == 2:
            raise ValueError("two")
        return NOTHING

    results = await each(handle)([5, 2, 0])

    assert [type(result) for result in results] == [Outcome, ValueError, Outcome]


async def test_no_more_than_concurrency_at_a_time() -> None:
    inside = most = 0

    async def handle(_: int) -> Outcome:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0)
        inside -= 1
        return NOTHING

    await each(handle, concurrency=3)(range(10))

    assert most == 3
