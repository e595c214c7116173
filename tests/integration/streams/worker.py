"""A worker process for the tests: forwards parcels from `parcels` to `out`, or does what the parcel says.

    python worker.py REDIS_URL PARTITIONS HOP_SETTINGS_AS_JSON

Every call of the handler is counted in a hash, outside of the hop's transaction.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from pydantic import BaseModel

from newsroom import logs
from newsroom.keys import key, partition_of
from newsroom.settings import HopSettings
from newsroom.streams import Effect, Expect, Hop, Outcome, append_effect, create_redis, each

if TYPE_CHECKING:
    from redis.asyncio import Redis


class Parcel(BaseModel):
    id: UUID
    action: Literal["forward", "fail", "die", "count"] = "forward"
    seconds: float = 0


async def handle(redis: Redis, partitions: int, parcel: Parcel) -> Outcome:
    await redis.hincrby("calls", str(parcel.id), 1)
    if parcel.action == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if parcel.action == "fail":
        raise ValueError("this parcel always fails")
    await asyncio.sleep(parcel.seconds)
    forwarded = append_effect("out", parcel, partitions)
    if parcel.action == "forward":
        return Outcome((forwarded,))
    tally = key(partition_of(parcel.id, partitions), "tally")
    found = await redis.hget(tally, "n")
    value = found.decode() if isinstance(found, bytes) else None
    counted = Effect("HSET", tally, ("n", int(value or 0) + 1))
    return Outcome((forwarded, counted), (Expect(tally, "n", value),))


async def main(redis_url: str, partitions: int, settings: HopSettings) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with create_redis(redis_url) as redis:
        hop = Hop(
            settings,
            redis_url=redis_url,
            stream="parcels",
            group="workers",
            model=Parcel,
            handler=each(lambda parcel: handle(redis, partitions, parcel)),
            partitions=partitions,
        )
        async with hop:
            await stop.wait()


if __name__ == "__main__":
    logs.configure("worker")
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), HopSettings.model_validate_json(sys.argv[3])))
