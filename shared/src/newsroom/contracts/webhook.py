"""What is posted to an endpoint."""

from __future__ import annotations

from typing import Any, Literal

from newsroom.contracts.base import Contract, UtcDatetime
from newsroom.contracts.summary import Summary

NotificationType = Literal["summary.published", "summary.updated", "summary.canceled", "endpoint.test"]


class Notification(Contract):
    """The body of a webhook (Standard Webhooks 1.0, section "Payload structure").

    `data` is a summary; for endpoint.test it is a small object that says so.
    """

    type: NotificationType
    timestamp: UtcDatetime
    data: Summary | dict[str, Any]
