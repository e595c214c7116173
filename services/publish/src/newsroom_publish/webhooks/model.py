"""The values of the webhooks: endpoints, deliveries and attempts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from newsroom.errors import NewsroomError
from newsroom.settings import Filter

if TYPE_CHECKING:
    from newsroom.contracts import NotificationType

ManagedBy = Literal["api", "configuration"]


class State(StrEnum):
    """Where a delivery stands. Dead and skipped ones are parked: kept until they are replayed or dropped."""

    PENDING = "pending"
    DELIVERED = "delivered"
    DEAD = "dead"  # every attempt failed
    SKIPPED = "skipped"  # its endpoint was disabled
    SUPERSEDED = "superseded"  # a newer version came while this one waited for the end of its embargo


PARKED = frozenset({State.DEAD, State.SKIPPED})


@dataclass(frozen=True, slots=True)
class Secret:
    """A signing secret in its text form; it signs until `expires_ms` (None: for good)."""

    text: str
    expires_ms: int | None = None

    def __repr__(self) -> str:
        return f"Secret(expires_ms={self.expires_ms})"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A webhook subscription. The first secret is the current one; times are Unix milliseconds.

    `failing_since_ms` is the first failure after the last success. `secret_configured` says that the current
    secret comes from newsroom.toml. A retired endpoint has left newsroom.toml:
    it is owed nothing any more.
    """

    id: str
    url: str
    secrets: tuple[Secret, ...]
    created_ms: int
    filter: Filter = field(default_factory=Filter)
    format: Literal["newsroom"] = "newsroom"
    description: str = ""
    managed_by: ManagedBy = "api"
    secret_configured: bool = False
    disabled_ms: int | None = None
    disabled_reason: str | None = None
    failing_since_ms: int | None = None
    retired: bool = False

    @property
    def enabled(self) -> bool:
        return self.disabled_ms is None

    def secrets_at(self, now_ms: int) -> tuple[str, ...]:
        """The secrets that sign at this moment."""
        return tuple(s.text for s in self.secrets if s.expires_ms is None or s.expires_ms > now_ms)


DELIVERY_ID_FORM = "The id of a delivery looks like msg_<summary>_<version>_<endpoint>."


class DeliveryIdError(NewsroomError):
    """A text that is not the id of a delivery."""


@dataclass(frozen=True, slots=True)
class DeliveryId:
    """What a delivery's id says: the summary version, and a digest of the endpoint's id.

    Its text is the webhook-id. It follows from what is delivered to whom, so that it is the same for every
    attempt and replay, and receivers can drop what they already have.
    """

    summary_id: UUID
    version: int
    endpoint_digest: str

    @classmethod
    def of(cls, summary_id: UUID, version: int, endpoint_id: str) -> DeliveryId:
        digest = blake2b(endpoint_id.encode(), digest_size=6).hexdigest()
        return cls(summary_id, version, digest)

    @classmethod
    def parse(cls, text: str) -> DeliveryId:
        """Raises DeliveryIdError."""
        try:
            prefix, summary_hex, version, digest = text.split("_")
            found = cls(UUID(summary_hex), int(version), digest)
        except ValueError as error:
            raise DeliveryIdError(DELIVERY_ID_FORM) from error
        if prefix != "msg" or str(found) != text:
            raise DeliveryIdError(DELIVERY_ID_FORM)
        return found

    def __str__(self) -> str:
        return f"msg_{self.summary_id.hex}_{self.version}_{self.endpoint_digest}"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One summary version owed to one endpoint.

    `tries` counts the attempts since it was queued last and walks the retry schedule; `attempts` counts all.
    `embargoed` says that it was queued for a moment in the future.
    """

    id: DeliveryId
    endpoint_id: str
    type: NotificationType
    created_ms: int
    due_ms: int
    state: State = State.PENDING
    tries: int = 0
    attempts: int = 0
    embargoed: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """One HTTP request made for a delivery; `answer` is the beginning of the body that came back.

    `status` is None when there was no answer; `error` is None exactly when it succeeded.
    """

    at_ms: int
    duration_ms: int
    status: int | None = None
    answer: str = ""
    error: str | None = None
    retry_after_seconds: float | None = None

    @property
    def succeeded(self) -> bool:
        return self.error is None
