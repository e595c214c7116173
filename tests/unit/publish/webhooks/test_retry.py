"""What becomes of a delivery after an attempt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.settings import WebhookSettings
from newsroom_publish.webhooks.model import Attempt, State
from newsroom_publish.webhooks.retry import Verdict, judge, reason_to_disable, requested_pause

SETTINGS = WebhookSettings(retry_seconds=(5, 300, 7_200), retry_jitter=0.2, disable_after_seconds=1_000)
DELIVERED = Attempt(0, 5, status=204)


def failed(status: int | None = 500, retry_after_seconds: float | None = None) -> Attempt:
    return Attempt(0, 5, status=status, error="It failed.", retry_after_seconds=retry_after_seconds)


def test_a_success_ends_it() -> None:
    assert judge(DELIVERED, 3, SETTINGS, lambda: 0.5) == Verdict(State.DELIVERED)


def test_failures_walk_down_the_schedule_and_then_it_is_dead() -> None:
    """One first attempt, then one for each pause of the schedule."""
    verdicts = [judge(failed(), tries, SETTINGS, lambda: 0.5) for tries in (1, 2, 3, 4)]

    assert [v.retry_in_seconds for v in verdicts] == [5, 300, 7_200, None]
    assert [v.state for v in verdicts] == [State.PENDING] * 3 + [State.DEAD]


def test_without_a_schedule_the_first_failure_is_the_last() -> None:
    settings = WebhookSettings(retry_seconds=())

    assert judge(failed(429, 10), 1, settings, lambda: 0.5) == Verdict(State.DEAD)


@given(dice=st.floats(0, 1, exclude_max=True), tries=st.integers(1, 3))
def test_jitter_stays_in_its_bounds(dice: float, tries: int) -> None:
    verdict = judge(failed(), tries, SETTINGS, lambda: dice)
    planned = SETTINGS.retry_seconds[tries - 1]

    assert verdict.retry_in_seconds is not None
    assert planned * 0.8 <= verdict.retry_in_seconds <= planned * 1.2


@pytest.mark.parametrize(
    ("status", "asked", "expected"),
    [
        (429, 60, 60),
        (503, 60, 60),
        (429, 1, 5),  # asked for less than planned: a receiver in trouble is not hurried
        (429, 10**9, 7_200),  # never longer than our longest pause
        (500, 60, 5),  # only 429 and 503 may ask
        (429, None, 5),
    ],
)
def test_retry_after_is_honoured_within_limits(status: int, asked: float | None, expected: float) -> None:
    verdict = judge(failed(status, asked), 1, SETTINGS, lambda: 0.5)

    assert verdict.retry_in_seconds == expected


def test_a_request_to_wait_is_for_the_whole_endpoint() -> None:
    assert requested_pause(failed(429, 60), SETTINGS) == 60
    assert requested_pause(failed(500, 60), SETTINGS) == 0


def test_an_endpoint_that_is_gone_is_disabled_at_once() -> None:
    reason = reason_to_disable(failed(410), None, SETTINGS, 0)

    assert reason
    assert "410" in reason


def test_an_endpoint_that_fails_for_long_is_disabled_with_the_last_error() -> None:
    """By time, not by count: a busy endpoint is not judged sooner than a quiet one."""
    assert reason_to_disable(failed(), 0, SETTINGS, 999_999) is None
    reason = reason_to_disable(failed(), 0, SETTINGS, 1_000_000)

    assert reason
    assert "It failed." in reason
    assert reason_to_disable(DELIVERED, 0, SETTINGS, 10**9) is None
