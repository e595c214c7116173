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
    from collections.abc import Sequence
    from uuid import UUID

    from redis.asyncio import Redis

    from newsroom.settings import WebhookSettings
    from newsroom_publish.webhooks.model import Attempt, Delivery


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed delivery, the summary as JSON (None: it is gone), and the version that is stored now."""

    delivery: Delivery
    payload: bytes | None
    stored_version: int

    @property
    def superseded(self) -> bool:
        """It waited for the end of its embargo, and meanwhile a newer version took its place."""
        delivery = self.delivery
        return delivery.embargoed and delivery.attempts == 0 and self.stored_version > delivery.id.version


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
        lanes = []
        for partition in range(self._partitions):
            found = await self._redis.zrangebyscore(names.due(partition), "-inf", now_ms)
            lanes += [Lane(partition, text(cast("bytes", endpoint_id))) for endpoint_id in found]
        return lanes

    async def claim(self, lane: Lane, count: int, now_ms: int, lease_ms: int) -> list[DeliveryId]:
        """Lease up to `count` deliveries of the lane that are due."""
        partition, endpoint_id = lane
        claimed = await self._claim(
            [names.queue(partition, endpoint_id), names.due(partition)],
            [endpoint_id, now_ms, now_ms + lease_ms, count],
        )
        return [DeliveryId.parse(text(delivery_id)) for delivery_id in claimed]

    async def load(self, delivery_id: DeliveryId) -> Job | None:
        """All that an attempt needs; None when the delivery was dropped."""
        partition = self.partition_of(delivery_id)
        summary_id, version = delivery_id.summary_id, delivery_id.version
        async with self._redis.pipeline(transaction=False) as pipe:
            pipe.hgetall(names.delivery(partition, delivery_id))
            pipe.get(names.payload(partition, summary_id, version))
            pipe.hget(index.summary_key(partition, summary_id), index.VERSION)
            fields, payload, stored_version = await pipe.execute()
        delivery = read_delivery(delivery_id, fields)
        return Job(delivery, payload, int(stored_version or 0)) if delivery else None

    async def settle(
        self, delivery: Delivery, attempt: Attempt | None, state: State, *, due_ms: int, now_ms: int
    ) -> None:
        """Record the attempt, if one was made, and move the delivery on, in one step."""
        await self._move(delivery, attempt_json(attempt) if attempt else "", state, due_ms, now_ms, "")

    async def requeue(self, delivery: Delivery, now_ms: int) -> None:
        """Deliver it again, with the whole retry schedule before it."""
        await self._move(delivery, "", State.PENDING, now_ms, now_ms, "0")

    async def drop(self, delivery_id: DeliveryId, endpoint_id: str) -> bool:
        """Forget the delivery; whether there was one."""
        partition = self.partition_of(delivery_id)
        script_keys = [*self._keys(delivery_id, endpoint_id)]
        script_keys.insert(4, names.history(partition, endpoint_id))
        return bool(await self._drop(script_keys, [str(delivery_id), endpoint_id]))

    async def _move(
        self, delivery: Delivery, attempt: str, state: State, due_ms: int, now_ms: int, tries: str
    ) -> None:
        settings = self._settings
        await self._settle(
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

    def _keys(self, delivery_id: DeliveryId, endpoint_id: str) -> Sequence[str]:
        partition = self.partition_of(delivery_id)
        summary_id, version = delivery_id.summary_id, delivery_id.version
        return [
            names.delivery(partition, delivery_id),
            names.attempts(partition, delivery_id),
            names.queue(partition, endpoint_id),
            names.parked(partition, endpoint_id),
            names.due(partition),
            names.owed(partition, summary_id, version),
            names.payload(partition, summary_id, version),
        ]
