"""Deliveries and attempts as they lie in Redis."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from newsroom_publish.webhooks.model import Attempt, Delivery, DeliveryId, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.contracts import NotificationType


def delivery_fields(delivery: Delivery) -> dict[str, str | int]:
    """The hash of a delivery; its id is in the key."""
    return {
        "endpoint": delivery.endpoint_id,
        "type": delivery.type,
        "created_ms": delivery.created_ms,
        "due_ms": delivery.due_ms,
        "state": delivery.state.value,
        "tries": delivery.tries,
        "attempts": delivery.attempts,
        "embargoed": int(delivery.embargoed),
    }


def read_delivery(delivery_id: DeliveryId, raw: Mapping[bytes | str, bytes | str]) -> Delivery | None:
    """The inverse of `delivery_fields`; None for a hash that does not exist."""
    if not raw:
        return None
    fields = {text(name): text(value) for name, value in raw.items()}
    return Delivery(
        id=delivery_id,
        endpoint_id=fields["endpoint"],
        type=cast("NotificationType", fields["type"]),
        created_ms=int(fields["created_ms"]),
        due_ms=int(fields["due_ms"]),
        state=State(fields["state"]),
        tries=int(fields["tries"]),
        attempts=int(fields["attempts"]),
        embargoed=fields["embargoed"] == "1",
    )


def attempt_json(attempt: Attempt) -> str:
    return json.dumps(asdict(attempt), ensure_ascii=False)


def read_attempt(stored: bytes | str) -> Attempt:
    values: dict[str, Any] = json.loads(stored)
    return Attempt(**values)


def text(value: bytes | str) -> str:
    """A value of Redis, whether the client decodes or not."""
    return value.decode() if isinstance(value, bytes) else value
