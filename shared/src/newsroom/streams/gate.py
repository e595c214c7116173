"""Who may work at the same time in one process."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Gate:
    """Batches go through side by side; whoever is suspected of killing its worker goes through alone.

    A waiting suspect holds up new batches, so it always gets its turn.
    """

    def __init__(self) -> None:
        self._changed = asyncio.Condition()
        self._batches = 0
        self._suspects_waiting = 0
        self._suspect_inside = False

    @asynccontextmanager
    async def shared(self) -> AsyncIterator[None]:
        async with self._changed:
            await self._changed.wait_for(lambda: not self._suspect_inside and not self._suspects_waiting)
            self._batches += 1
        try:
            yield
        finally:
            async with self._changed:
                self._batches -= 1
                self._changed.notify_all()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        async with self._changed:
            self._suspects_waiting += 1
            try:
                await self._changed.wait_for(lambda: not self._suspect_inside and not self._batches)
                self._suspect_inside = True
            finally:
                self._suspects_waiting -= 1
                self._changed.notify_all()
        try:
            yield
        finally:
            async with self._changed:
                self._suspect_inside = False
                self._changed.notify_all()
