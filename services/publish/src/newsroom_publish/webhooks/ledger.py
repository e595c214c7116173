"""The deliveries as people see them: listed, counted, replayed and dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from newsroom_publish.webhooks import names
from newsroom_publish.webhooks.model import PARKED, Delivery, DeliveryId, State
from newsroom_publish.webhooks.records import read_attempt, read_delivery, text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from redis.asyncio import Redis

    from newsroom_publish.webhooks.model import Attempt
    from newsroom_publish.webhooks.queue import DeliveryQueue

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Counts:
    """How many deliveries of an endpoint wait for an attempt, and how many are parked."""

    pending: int
    parked: int


class Cursor(NamedTuple):
    """A place in the list of deliveries, which is in falling order of these."""

    created_ms: int
    delivery_id: str


def cursor_of(delivery: Delivery) -> Cursor:
    return Cursor(delivery.created_ms, str(delivery.id))


class Ledger:
    """Looks at the deliveries of an endpoint in all partitions."""

    def __init__(self, redis: Redis, queue: DeliveryQueue, partitions: int) -> None:
        self._redis = redis
        self._queue = queue
        self._partitions = partitions

    async def find(self, delivery_id: DeliveryId) -> Delivery | None:
        key = names.delivery(self._queue.partition_of(delivery_id), delivery_id)
        return read_delivery(delivery_id, await self._redis.hgetall(key))

    async def attempts(self, delivery_id: DeliveryId) -> list[Attempt]:
        """The latest attempts, newest first."""
        key = names.attempts(self._queue.partition_of(delivery_id), delivery_id)
        return [read_attempt(stored) for stored in await self._redis.lrange(key, 0, -1)]

    async def counts(self, endpoint_id: str) -> Counts:
        async with self._redis.pipeline(transaction=False) as pipe:
            for partition in range(self._partitions):
                pipe.zcard(names.queue(partition, endpoint_id))
                pipe.zcard(names.parked(partition, endpoint_id))
            found = await pipe.execute()
        return Counts(pending=sum(found[0::2]), parked=sum(found[1::2]))

    async def newest(
        self, endpoint_id: str, *, limit: int, before: Cursor | None = None, state: State | None = None
    ) -> list[Delivery]:
        """The newest deliveries after the cursor, newest first; only those in `state`, if one is given."""
        found: list[Delivery] = []
        for partition in range(self._partitions):
            found += await self._newest_in(partition, endpoint_id, limit, before, state)
        return sorted(found, key=cursor_of, reverse=True)[:limit]

    async def replay(self, endpoint_id: str, now_ms: int, *, since_ms: int = 0) -> int:
        """Queue all parked deliveries that were made since then; how many."""
        count = 0
        async for delivery_id in self._members([names.parked], endpoint_id):
            delivery = await self.find(delivery_id)
            if delivery and delivery.state in PARKED and delivery.created_ms >= since_ms:
                count += await self._queue.requeue(delivery, now_ms)
        return count

    async def purge(self, endpoint_id: str) -> int:
        """Forget all deliveries of the endpoint; how many."""
        sources = [names.queue, names.parked, names.history]
        return sum(
            [
                await self._queue.drop(delivery_id, endpoint_id)
                async for delivery_id in self._members(sources, endpoint_id)
            ]
        )

    async def _members(
        self, sources: Iterable[names.EndpointKey], endpoint_id: str
    ) -> AsyncIterator[DeliveryId]:
        """The deliveries in these sorted sets as they are now: what is added meanwhile cannot loop."""
        for partition in range(self._partitions):
            for source in sources:
                for member in await self._redis.zrange(source(partition, endpoint_id), 0, -1):
                    yield DeliveryId.parse(text(cast("bytes", member)))

    async def _newest_in(
        self, partition: int, endpoint_id: str, limit: int, before: Cursor | None, state: State | None
    ) -> list[Delivery]:
        """Reads on in chunks until enough are in that state, past those whose delivery has expired."""
        top = before.created_ms if before else "+inf"
        found: list[Delivery] = []
        offset = 0
        while len(found) < limit:
            members = await self._redis.zrevrangebyscore(
                names.history(partition, endpoint_id), top, "-inf", start=offset, num=CHUNK
            )
            offset += len(members)
            found += [
                delivery
                for delivery in await self._read(
                    partition, [text(cast("bytes", member)) for member in members]
                )
                if (state is None or delivery.state is state)
                and (before is None or cursor_of(delivery) < before)
            ]
            if len(members) < CHUNK:
                break
        return found[:limit]

    async def _read(self, partition: int, ids: list[str]) -> list[Delivery]:
        async with self._redis.pipeline(transaction=False) as pipe:
            for delivery_id in ids:
                pipe.hgetall(names.delivery(partition, delivery_id))
            hashes = await pipe.execute()
        read = (
            read_delivery(DeliveryId.parse(delivery_id), fields)
            for delivery_id, fields in zip(ids, hashes, strict=True)
        )
        return [delivery for delivery in read if delivery]
