"""Who is owed what when a summary version arrives. Pure: values in, values and effects out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom import keys
from newsroom.streams.outcome import Argument, Effect
from newsroom_publish.filters import Searchable, Term
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
    aliases: frozenset[Term] = frozenset(),
) -> tuple[Delivery, ...]:
    """What this version is owed to whom.

    `recipients` tells, for each endpoint that is owed the summary already, from when on it had it (Unix ms):
    those get its updates whatever their filter says now, and its cancelation if they had it. `aliases` are
    terms by which the summary is found too (Identities.aliases).
    """
    kind = notification_type(previous, summary, now)
    now_ms, due_ms = milliseconds(now), milliseconds(due_at)
    searchable = Searchable(summary, aliases)

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
    owed: Sequence[Delivery], summary: Summary, recipients: Mapping[str, int], *, partitions: int
) -> tuple[Effect, ...]:
    """Store and queue the deliveries, with one copy of the summary for all of them."""
    if not owed:
        return ()
    partition = keys.partition_of(summary.id, partitions)
    version = summary.version
    ids = tuple(str(delivery.id) for delivery in owed)
    had_from = _flat((d.endpoint_id, min(recipients.get(d.endpoint_id, d.due_ms), d.due_ms)) for d in owed)
    due = _flat((d.due_ms, d.endpoint_id) for d in owed if d.state is State.PENDING)
    return (
        Effect("SET", names.payload(partition, summary.id, version), (summary.model_dump_json(),)),
        Effect("SADD", names.owed(partition, summary.id, version), ids),
        Effect("HSET", names.recipients(partition, summary.id), had_from),
        # LT: the index holds the earliest moment.
        *((Effect("ZADD", names.due(partition), ("LT", *due)),) if due else ()),
        *(effect for delivery in owed for effect in _delivery_effects(partition, delivery)),
    )


def _delivery_effects(partition: int, delivery: Delivery) -> tuple[Effect, ...]:
    endpoint_id, delivery_id = delivery.endpoint_id, str(delivery.id)
    if delivery.state is State.PENDING:
        waiting, at_ms = names.queue(partition, endpoint_id), delivery.due_ms
    else:
        waiting, at_ms = names.parked(partition, endpoint_id), delivery.created_ms
    return (
        Effect("HSET", names.delivery(partition, delivery.id), _flat(delivery_fields(delivery).items())),
        Effect("ZADD", names.history(partition, endpoint_id), (delivery.created_ms, delivery_id)),
        Effect("ZADD", waiting, (at_ms, delivery_id)),
    )


def _flat(pairs: Iterable[tuple[Argument, Argument]]) -> tuple[Argument, ...]:
    return tuple(part for pair in pairs for part in pair)
