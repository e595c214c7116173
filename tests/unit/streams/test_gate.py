"""Batches side by side, a suspect alone."""

from __future__ import annotations

import asyncio

from newsroom.streams.gate import Gate


async def settle() -> None:
    """Let every task go as far as it can."""
    for _ in range(20):
        await asyncio.sleep(0)


class Visitor:
    """A task that stays inside until it is told to leave."""

    def __init__(self, gate: Gate, *, alone: bool = False) -> None:
        self.inside = False
        self._leave = asyncio.Event()
        self.task = asyncio.create_task(self._visit(gate, alone=alone))

    async def _visit(self, gate: Gate, *, alone: bool) -> None:
        async with gate.alone() if alone else gate.shared():
            self.inside = True
            await self._leave.wait()
        self.inside = False

    async def leave(self) -> None:
        self._leave.set()
        await self.task


async def test_batches_go_side_by_side() -> None:
    gate = Gate()
    first, second = Visitor(gate), Visitor(gate)
    await settle()

    assert first.inside
    assert second.inside

    await first.leave()
    await second.leave()


async def test_suspect_waits_for_batches_and_holds_up_new_ones() -> None:
    """It is alone inside, and a stream of batches cannot keep it out for ever."""
    gate = Gate()
    batch = Visitor(gate)
    await settle()
    suspect = Visitor(gate, alone=True)
    await settle()
    later = Visitor(gate)
    await settle()
    assert (batch.inside, suspect.inside, later.inside) == (True, False, False)

    await batch.leave()
    await settle()
    assert (suspect.inside, later.inside) == (True, False)

    await suspect.leave()
    await settle()
    assert later.inside
    await later.leave()


async def test_suspect_that_gives_up_lets_batches_through() -> None:
    """Cancelled while it waited, it leaves no trace."""
    gate = Gate()
    batch = Visitor(gate)
    await settle()
    suspect = Visitor(gate, alone=True)
    await settle()
    suspect.task.cancel()
    await asyncio.gather(suspect.task, return_exceptions=True)

    later = Visitor(gate)
    await settle()

    assert later.inside
    await batch.leave()
    await later.leave()
