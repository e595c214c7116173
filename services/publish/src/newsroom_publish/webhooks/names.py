"""The Redis keys of the webhooks, one function a key.

Endpoints belong to the installation (partition 0); what concerns a summary lies in its own partition.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from newsroom import keys

if TYPE_CHECKING:
    from uuid import UUID

    from newsroom_publish.webhooks.model import DeliveryId

EndpointKey: TypeAlias = "Callable[[int, str], str]"
"""A key of one endpoint in one partition."""


def endpoints() -> str:
    """SET of the ids of all endpoints."""
    return keys.key(0, "endpoints")


def endpoints_revision() -> str:
    """Counter, one more at each change of any endpoint: tells when a copy in memory is stale."""
    return keys.key(0, "endpoints", "revision")


def endpoint(endpoint_id: str) -> str:
    """HASH of one endpoint."""
    return keys.key(0, "endpoint", endpoint_id)


def due(partition: int) -> str:
    """ZSET endpoint id -> when its earliest delivery is due (Unix ms)."""
    return keys.key(partition, "webhooks", "due")


def queue(partition: int, endpoint_id: str) -> str:
    """ZSET delivery id -> when it is due, or when its lease ends (Unix ms)."""
    return keys.key(partition, "webhooks", "queue", endpoint_id)


def parked(partition: int, endpoint_id: str) -> str:
    """ZSET delivery id -> when it was given up or skipped (Unix ms)."""
    return keys.key(partition, "webhooks", "parked", endpoint_id)


def history(partition: int, endpoint_id: str) -> str:
    """ZSET delivery id -> when it was made (Unix ms)."""
    return keys.key(partition, "webhooks", "history", endpoint_id)


def delivery(partition: int, delivery_id: DeliveryId | str) -> str:
    """HASH of one delivery."""
    return keys.key(partition, "delivery", delivery_id)


def attempts(partition: int, delivery_id: DeliveryId | str) -> str:
    """LIST of the latest attempts of a delivery as JSON, newest first."""
    return keys.key(partition, "delivery", delivery_id, "attempts")


def payload(partition: int, summary_id: UUID, version: int) -> str:
    """STRING: the summary version as JSON, kept while it is owed to anyone."""
    return keys.key(partition, "payload", summary_id, version)


def owed(partition: int, summary_id: UUID, version: int) -> str:
    """SET of the ids of the deliveries that still need that payload."""
    return keys.key(partition, "owed", summary_id, version)


def recipients(partition: int, summary_id: UUID) -> str:
    """HASH endpoint id -> from when on it had the summary (Unix ms)."""
    return keys.key(partition, "recipients", summary_id)
