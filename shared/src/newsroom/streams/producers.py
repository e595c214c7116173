"""Writing to the streams from outside a hop."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from newsroom.keys import key, partition_of
from newsroom.streams import scripts
from newsroom.streams.outcome import Identified, Outcome, append_effect, encode

if TYPE_CHECKING:
    from redis.asyncio import Redis

# The client gives up its retries before: nine tries of at most ten seconds, and the pauses between them.
REMEMBER_CALL_SECONDS = 120


async def apply(redis: Redis, outcome: Outcome, *, partition: int) -> bool:
    """Apply all effects of an outcome in one step; False, and nothing done, when an expectation fails.

    Safe under the client's retries: however often the command arrives, the effects happen once. All keys must
    be of `partition`.
    """
    marker = key(partition, "applied", uuid4().hex)
    # The words of an outcome begin with an id, which only entries have.
    keys, (_, *words) = encode([("", outcome)], partition=partition, keys=[marker])
    script = redis.register_script(scripts.source("apply"))
    return bool(await script(keys, [REMEMBER_CALL_SECONDS, *words]))


async def append(redis: Redis, stream: str, event: Identified, *, partitions: int) -> None:
    """Append one event to its partition of a stream, once."""
    outcome = Outcome((append_effect(stream, event, partitions),))
    await apply(redis, outcome, partition=partition_of(event.id, partitions))
