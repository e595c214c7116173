"""What becomes of a delivery after an attempt. Pure: the clock and the dice are arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_publish.webhooks.model import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.settings import WebhookSettings
    from newsroom_publish.webhooks.model import Attempt

GONE = 410
# Answers with which a receiver asks for a pause (RFC 9110, section 10.2.3; RFC 6585).
ASKS_TO_WAIT = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The delivery's next state; `retry_in_seconds` is set exactly when it stays pending."""

    state: State
    retry_in_seconds: float | None = None


def judge(attempt: Attempt, tries: int, settings: WebhookSettings, random: Callable[[], float]) -> Verdict:
    """After the `tries`-th attempt in a row (from 1). `random` yields numbers from 0 up to 1."""
    if attempt.succeeded:
        return Verdict(State.DELIVERED)
    if tries > len(settings.retry_seconds):
        return Verdict(State.DEAD)
    planned = settings.retry_seconds[tries - 1]
    spread = settings.retry_jitter * (2 * random() - 1)
    return Verdict(State.PENDING, max(planned * (1 + spread), requested_pause(attempt, settings)))


def requested_pause(attempt: Attempt, settings: WebhookSettings) -> float:
    """The pause that the receiver asks for, in seconds: no more than our own longest one."""
    if attempt.status not in ASKS_TO_WAIT or attempt.retry_after_seconds is None:
        return 0
    return min(attempt.retry_after_seconds, max(settings.retry_seconds, default=0))


def reason_to_disable(
    attempt: Attempt, failing_since_ms: int | None, settings: WebhookSettings, now_ms: int
) -> str | None:
    """The sentence for the operator when this attempt was the endpoint's last one; else None."""
    if attempt.status == GONE:
        return "It answered 410 Gone: it wants no more deliveries."
    if attempt.succeeded or failing_since_ms is None:
        return None
    failing_seconds = (now_ms - failing_since_ms) / 1_000
    if failing_seconds < settings.disable_after_seconds:
        return None
    return f"It has been failing for {failing_seconds / 3_600:.0f} hours. The last error: {attempt.error}"
