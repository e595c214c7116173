"""What a service gives to the hop: a function from events to outcomes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias, TypeVar

from newsroom.streams.outcome import Outcome

EventT = TypeVar("EventT")

Result: TypeAlias = Outcome | Exception
"""An outcome; or in its place Rejected (dead letter at once) or any other exception (a failure, retried)."""

Handler: TypeAlias = Callable[[Sequence[EventT]], Awaitable[Sequence[Result]]]
"""Takes a batch, returns one result for each event in the same order.

It may be called again for the same event (after a crash, a conflict, a lost group), so whatever it does must
be in the outcome. It must not block the event loop: a lease that is not renewed is taken for a dead worker.
If it raises, the hop hands it the events of the batch one by one, to tell the culprit from the others.
"""


def each(
    handle_one: Callable[[EventT], Awaitable[Outcome]], *, concurrency: int = 16
) -> Callable[[Sequence[EventT]], Awaitable[Sequence[Result]]]:
    """A batch handler from a function of one event, run for up to `concurrency` events at a time."""

    async def handle(events: Sequence[EventT]) -> Sequence[Result]:
        slots = asyncio.Semaphore(concurrency)

        async def guarded(event: EventT) -> Result:
            async with slots:
                try:
                    return await handle_one(event)
                except Exception as error:  # noqa: BLE001 - judged by the hop, in the event's place
                    return error

        return await asyncio.gather(*map(guarded, events))

    return handle
