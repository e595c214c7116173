"""The queue of deliveries: due by time, leased while they are attempted, in Redis.

A lease is the delivery's own due time moved past the end of the attempt, so a worker that dies leaves it due
again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from newsroom import keys
from newsroom_publish import index
from newsroom_publish.webhooks import names
from newsroom_publish.webhooks.model import DeliveryId, State
from newsroom_publish.webhooks.records import attempt_json, read_delivery, text
from newsroom_publish.webhooks.scripts import script
from newsroom_publish.webhooks.slots import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from redis.asyncio import Redis

    from newsroom.settings import WebhookSettings
    from newsroom_publish.webhooks.model import Attempt, Delivery


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed delivery, the summary as JSON (None: it is gone), and the version that is stored now.

    The delivery is None when it was dropped since.
    """

    id: DeliveryId
    delivery: Delivery | None
    payload: bytes | None
    stored_version: int

    @property
    def superseded(self) -> bool:
        """It waited for the end of its embargo, and meanwhile a newer version took its place."""
        unsent = self.delivery and self.delivery.embargoed and self.delivery.attempts == 0
        return bool(unsent) and self.stored_version > self.id.version


class DeliveryQueue:
    """What the dispatcher needs of Redis. Every change is one script on one hash slot."""

    def __init__(self, redis: Redis, settings: WebhookSettings, partitions: int) -> None:
        self._redis = redis
        self._settings = settings
        self._partitions = partitions
        self._claim = script(redis, "claim")
        self._settle = script(redis, "settle")
        self._drop = script(redis, "drop")

    def partition_of(self, delivery_id: DeliveryId) -> int:
        return keys.partition_of(delivery_id.summary_id, self._partitions)

    async def recipients(self, summary_id: UUID) -> dict[str, int]:
        """The endpoints that are owed the summary, with the moment from which they had it (Unix ms)."""
        partition = keys.partition_of(summary_id, self._partitions)
        found = await self._redis.hgetall(names.recipients(partition, summary_id))
        return {text(endpoint_id): int(had_from) for endpoint_id, had_from in found.items()}

    async def due(self, now_ms: int) -> list[Lane]:
        """The lanes that have something due."""
        async with self._redis.pipeline(transaction=False) as pipe:
            for partition in range(self._partitions):
                pipe.zrangebyscore(names.due(partition), "-inf", now_ms)
            found = await pipe.execute()
        return [
            Lane(partition, text(endpoint_id))
            for partition, endpoint_ids in enumerate(found)
            for endpoint_id in endpoint_ids
        ]

    async def claim(
        self, partition: int, counts: Mapping[str, int], now_ms: int, lease_ms: int
    ) -> dict[str, list[DeliveryId]]:
        """Lease deliveries that are due: up to so many for each of these endpoints of the partition."""
        async with self._redis.pipeline(transaction=False) as pipe:
            for endpoint_id, count in counts.items():
                await self._claim(
                    [names.queue(partition, endpoint_id), names.due(partition)],
                    [endpoint_id, now_ms, now_ms + lease_ms, count],
                    client=cast("Redis", pipe),
                )
            claimed = await pipe.execute()
        return {
            endpoint_id: [DeliveryId.parse(text(delivery_id)) for delivery_id in ids]
            for endpoint_id, ids in zip(counts, claimed, strict=True)
        }

    async def load(self, partition: int, delivery_ids: Sequence[DeliveryId]) -> list[Job]:
        """All that attempts of these deliveries need, in the same order."""
        async with self._redis.pipeline(transaction=False) as pipe:
            for delivery_id in delivery_ids:
                summary_id, version = delivery_id.summary_id, delivery_id.version
                pipe.hgetall(names.delivery(partition, delivery_id))
                pipe.get(names.payload(partition, summary_id, version))
                pipe.hget(index.summary_key(partition, summary_id), index.VERSION)
            found = await pipe.execute()
        return [
            Job(delivery_id, read_delivery(delivery_id, fields), payload, int(stored_version or 0))
            for delivery_id, fields, payload, stored_version in zip(
                delivery_ids, found[0::3], found[1::3], found[2::3], strict=True
            )
        ]

    async def settle(
        self, delivery: Delivery, attempt: Attempt | None, state: State, *, due_ms: int, now_ms: int
    ) -> None:
        """Record the attempt, if one was made, and move the delivery on, in one step."""
        await self._move(delivery, attempt_json(attempt) if attempt else "", state, due_ms, now_ms, "")

    async def requeue(self, delivery: Delivery, now_ms: int) -> bool:
        """Deliver it again, with the whole retry schedule before it; False while an attempt is under way."""
        return await self._move(delivery, "", State.PENDING, now_ms, now_ms, "0")

    async def drop(self, delivery_id: DeliveryId, endpoint_id: str) -> bool:
        """Forget the delivery; whether there was one."""
        return bool(await self._drop(self._keys(delivery_id, endpoint_id), [str(delivery_id), endpoint_id]))

    async def _move(
        self, delivery: Delivery, attempt: str, state: State, due_ms: int, now_ms: int, tries: str
    ) -> bool:
        settings = self._settings
        moved = await self._settle(
            self._keys(delivery.id, delivery.endpoint_id),
            [
                str(delivery.id),
                delivery.endpoint_id,
                attempt,
                settings.max_attempts_kept,
                state.value,
                due_ms,
                now_ms,
                settings.delivery_ttl_seconds,
                tries,
            ],
        )
        return bool(moved)

    def _keys(self, delivery_id: DeliveryId, endpoint_id: str) -> Sequence[str]:
        partition = self.partition_of(delivery_id)
        summary_id, version = delivery_id.summary_id, delivery_id.version
        return [
            names.delivery(partition, delivery_id),
            names.attempts(partition, delivery_id),
            names.queue(partition, endpoint_id),
            names.parked(partition, endpoint_id),
            names.history(partition, endpoint_id),
            names.due(partition),
            names.owed(partition, summary_id, version),
            names.payload(partition, summary_id, version),
        ]
