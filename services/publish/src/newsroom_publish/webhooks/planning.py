"""Who is owed what when a summary version arrives. Pure: values in, values and effects out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom import keys
from newsroom.streams.outcome import Effect
from newsroom_publish.filters import Searchable
from newsroom_publish.index import milliseconds
from newsroom_publish.webhooks import names
from newsroom_publish.webhooks.model import Delivery, DeliveryId, State
from newsroom_publish.webhooks.records import delivery_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from newsroom.contracts import NotificationType, Summary
    from newsroom_publish.webhooks.model import Endpoint


def notification_type(previous: Summary | None, summary: Summary, now: datetime) -> NotificationType:
    """What happened, as the world sees it: it never saw a version whose embargo has not ended."""
    if summary.status == "canceled":
        return "summary.canceled"
    seen = previous is not None and (previous.embargoed_until is None or previous.embargoed_until <= now)
    return "summary.updated" if seen and previous and previous.status == "usable" else "summary.published"


def deliveries(
    endpoints: Iterable[Endpoint],
    recipients: Mapping[str, int],
    previous: Summary | None,
    summary: Summary,
    *,
    due_at: datetime,
    now: datetime,
) -> tuple[Delivery, ...]:
    """What this version is owed to whom.

    `recipients` tells, for each endpoint that is owed the summary already, from when on it had it (Unix ms):
    those get its updates whatever their filter says now, and its cancelation if they had it.
    """
    kind = notification_type(previous, summary, now)
    now_ms, due_ms = milliseconds(now), milliseconds(due_at)
    searchable = Searchable(summary)

    def is_owed(endpoint: Endpoint) -> bool:
        had_from = recipients.get(endpoint.id)
        if endpoint.retired:
            return False
        if kind == "summary.canceled":
            return had_from is not None and had_from <= now_ms
        return had_from is not None or searchable.passes(endpoint.filter)

    return tuple(
        Delivery(
            id=DeliveryId.of(summary.id, summary.version, endpoint.id),
            endpoint_id=endpoint.id,
            type=kind,
            created_ms=now_ms,
            due_ms=due_ms,
            state=State.PENDING if endpoint.enabled else State.SKIPPED,
            embargoed=due_ms > now_ms,
        )
        for endpoint in endpoints
        if is_owed(endpoint)
    )


def effects(
    owed: Sequence[Delivery],
    summary: Summary,
    recipients: Mapping[str, int],
    *,
    partitions: int,
    history_ttl_seconds: int,
) -> tuple[Effect, ...]:
    """Store and queue the deliveries, with one copy of the summary for all of them."""
    if not owed:
        return ()
    partition = keys.partition_of(summary.id, partitions)
    payload = Effect(
        "SET", names.payload(partition, summary.id, summary.version), (summary.model_dump_json(),)
    )
    return (
        payload,
        *(
            effect
            for delivery in owed
            for effect in _delivery_effects(partition, delivery, recipients, history_ttl_seconds)
        ),
    )


def _delivery_effects(
    partition: int, delivery: Delivery, recipients: Mapping[str, int], history_ttl_seconds: int
) -> tuple[Effect, ...]:
    endpoint_id, delivery_id = delivery.endpoint_id, str(delivery.id)
    summary_id, version = delivery.id.summary_id, delivery.id.version
    had_from_ms = min(recipients.get(endpoint_id, delivery.due_ms), delivery.due_ms)
    history = names.history(partition, endpoint_id)
    fields = tuple(part for field in delivery_fields(delivery).items() for part in field)
    return (
        Effect("HSET", names.delivery(partition, delivery.id), fields),
        Effect("SADD", names.owed(partition, summary_id, version), (delivery_id,)),
        Effect("HSET", names.recipients(partition, summary_id), (endpoint_id, had_from_ms)),
        Effect("ZADD", history, (delivery.created_ms, delivery_id)),
        Effect("ZREMRANGEBYSCORE", history, ("-inf", delivery.created_ms - history_ttl_seconds * 1_000)),
        *_queue_effects(partition, delivery),
    )


def _queue_effects(partition: int, delivery: Delivery) -> tuple[Effect, ...]:
    endpoint_id, delivery_id = delivery.endpoint_id, str(delivery.id)
    if delivery.state is State.SKIPPED:
        return (Effect("ZADD", names.parked(partition, endpoint_id), (delivery.created_ms, delivery_id)),)
    return (
        Effect("ZADD", names.queue(partition, endpoint_id), (delivery.due_ms, delivery_id)),
        # LT: the index holds the earliest moment.
        Effect("ZADD", names.due(partition), ("LT", delivery.due_ms, endpoint_id)),
    )
