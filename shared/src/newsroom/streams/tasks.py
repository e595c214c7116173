"""Ending tasks for certain."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

CANCEL_INTERVAL_SECONDS = 0.25
MAX_CANCELS = 20


async def end_tasks(tasks: Collection[asyncio.Task[Any]]) -> bool:
    """Cancel tasks until they have ended; False when some outlive five seconds of that.

    Once is not enough: before Python 3.12 asyncio.wait_for, in which redis-py sends, swallows a cancellation
    that arrives together with the result.
    """
    left = {task for task in tasks if not task.done()}
    for _ in range(MAX_CANCELS):
        if not left:
            return True
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=CANCEL_INTERVAL_SECONDS)
    return not left
