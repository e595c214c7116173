"""The JSON of the endpoint routes."""

from datetime import datetime
from typing import Any, Literal, Self

from pydantic import BaseModel, Field

from newsroom.settings import Filter, HttpUrl, Section
from newsroom_publish.index import moment
from newsroom_publish.webhooks.ledger import Counts
from newsroom_publish.webhooks.model import Attempt, Delivery, Endpoint, ManagedBy, State


class NewEndpoint(Section):
    """POST /endpoints: the fields of [[endpoints]], except those that name a place on the server."""

    url: HttpUrl
    id: str | None = Field(default=None, pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    secret: str | None = None
    filter: Filter = Filter()
    format: Literal["newsroom"] = "newsroom"
    description: str = Field(default="", max_length=1_000)


class EndpointPatch(Section):
    """PATCH /endpoints/{id}: what is left out or null stays as it is."""

    url: HttpUrl | None = None
    filter: Filter | None = None
    format: Literal["newsroom"] | None = None
    description: str | None = Field(default=None, max_length=1_000)
    enabled: bool | None = None


class RotateRequest(Section):
    """POST /endpoints/{id}/rotate-secret: the new secret, made when it is left out."""

    secret: str | None = None


class ReplayRequest(Section):
    """POST /endpoints/{id}/replay: these deliveries, or all that are parked and were made since then."""

    deliveries: tuple[str, ...] = Field(default=(), max_length=1_000)
    since: datetime | None = None


class EndpointView(BaseModel):
    """An endpoint; its secrets are never shown."""

    id: str
    url: str
    description: str
    filter: Filter
    format: str
    managed_by: ManagedBy
    created_at: datetime
    enabled: bool
    disabled_at: datetime | None
    disabled_reason: str | None
    failing_since: datetime | None
    pending: int
    parked: int

    @classmethod
    def of(cls, endpoint: Endpoint, counts: Counts) -> Self:
        return cls(**_endpoint_values(endpoint, counts))


class EndpointWithSecret(EndpointView):
    """The answer to a creation: the one time that the secret is shown."""

    secret: str

    @classmethod
    def created(cls, endpoint: Endpoint) -> Self:
        values = _endpoint_values(endpoint, Counts(pending=0, parked=0))
        return cls(**values, secret=endpoint.secrets[0].text)


class EndpointList(BaseModel):
    items: list[EndpointView]


class SecretView(BaseModel):
    """The answer to a rotation; the secret before it signs along until then."""

    secret: str
    previous_expires_at: datetime


class AttemptView(BaseModel):
    at: datetime
    status: int | None
    duration_ms: int
    answer: str
    error: str | None

    @classmethod
    def of(cls, attempt: Attempt) -> Self:
        return cls(
            at=moment(attempt.at_ms),
            status=attempt.status,
            duration_ms=attempt.duration_ms,
            answer=attempt.answer,
            error=attempt.error,
        )


class DeliveryView(BaseModel):
    """A delivery; `next_attempt_at` is set while it is pending."""

    id: str
    endpoint: str
    summary_id: str
    version: int
    type: str
    state: State
    attempts: int
    created_at: datetime
    next_attempt_at: datetime | None

    @classmethod
    def of(cls, delivery: Delivery) -> Self:
        return cls(**_delivery_values(delivery))


class DeliveryWithAttempts(DeliveryView):
    """A delivery with its latest attempts, newest first."""

    attempt_log: list[AttemptView]

    @classmethod
    def with_attempts(cls, delivery: Delivery, attempts: list[Attempt]) -> Self:
        return cls(**_delivery_values(delivery), attempt_log=[AttemptView.of(made) for made in attempts])


class DeliveryList(BaseModel):
    items: list[DeliveryView]
    next: str | None


class ReplayView(BaseModel):
    replayed: int


def _endpoint_values(endpoint: Endpoint, counts: Counts) -> dict[str, Any]:
    return {
        "id": endpoint.id,
        "url": endpoint.url,
        "description": endpoint.description,
        "filter": endpoint.filter,
        "format": endpoint.format,
        "managed_by": endpoint.managed_by,
        "created_at": moment(endpoint.created_ms),
        "enabled": endpoint.enabled,
        "disabled_at": _moment(endpoint.disabled_ms),
        "disabled_reason": endpoint.disabled_reason,
        "failing_since": _moment(endpoint.failing_since_ms),
        "pending": counts.pending,
        "parked": counts.parked,
    }


def _delivery_values(delivery: Delivery) -> dict[str, Any]:
    pending = delivery.state is State.PENDING
    return {
        "id": str(delivery.id),
        "endpoint": delivery.endpoint_id,
        "summary_id": str(delivery.id.summary_id),
        "version": delivery.id.version,
        "type": delivery.type,
        "state": delivery.state,
        "attempts": delivery.attempts,
        "created_at": moment(delivery.created_ms),
        "next_attempt_at": moment(delivery.due_ms) if pending else None,
    }


def _moment(milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else moment(milliseconds)
