"""One attempt: what is sent, and what the answers mean."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any, cast

import pytest
from standardwebhooks.webhooks import Webhook

from newsroom.contracts import Notification, Summary
from newsroom.guarded_http import FetchTimeoutError, GuardedHttp, Response
from newsroom.settings import WebhookSettings
from newsroom_publish.index import milliseconds
from newsroom_publish.webhooks import deliver
from newsroom_publish.webhooks.model import Attempt

if TYPE_CHECKING:
    from unit.publish.webhooks.conftest import MakeSummary

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


class FakeHttp:
    """Answers as told, and remembers what it was asked."""

    def __init__(self, answer: Response | Exception) -> None:
        self.answer = answer
        self.asked: dict[str, Any] = {}

    async def fetch(self, method: str, url: str, **options: Any) -> Response:
        self.asked = {"method": method, "url": url, **options}
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def response(status: int = 200, body: bytes = b"", **headers: str) -> Response:
    return Response(
        status, {k.replace("_", "-"): v for k, v in headers.items()}, body, "https://hooks.example/in"
    )


async def attempt(http: FakeHttp, body: bytes = b"{}") -> Attempt:
    import time

    message = deliver.Message("msg_1", "https://hooks.example/in", body, (SECRET,))
    settings = WebhookSettings(timeout_seconds=7, max_response_bytes=99)
    return await deliver.attempt(cast("GuardedHttp", http), message, settings, round(time.time() * 1_000))


def test_the_body_is_a_notification(make_summary: MakeSummary, now: datetime) -> None:
    """Put together from stored JSON, and the same as the model would write."""
    summary = make_summary(headline='Quotes " and ünïcode')
    body = deliver.notification("summary.updated", milliseconds(now), summary.model_dump_json().encode())
    expected = Notification(type="summary.updated", timestamp=now, data=summary)

    assert body.decode() == expected.model_dump_json()
    assert isinstance(Notification.model_validate_json(body).data, Summary)


async def test_the_request_is_a_signed_post_without_redirects() -> None:
    http = FakeHttp(response())
    await attempt(http, b'{"a":1}')

    assert (http.asked["method"], http.asked["url"]) == ("POST", "https://hooks.example/in")
    assert (http.asked["timeout_seconds"], http.asked["max_body_bytes"]) == (7, 99)
    assert (http.asked["max_redirects"], http.asked["partial_body"]) == (0, True)
    assert http.asked["headers"]["Content-Type"] == "application/json"
    Webhook(SECRET).verify(http.asked["body"], http.asked["headers"])


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
async def test_any_2xx_is_a_success(status: int) -> None:
    made = await attempt(FakeHttp(response(status)))

    assert made.succeeded
    assert made.status == status


@pytest.mark.parametrize("status", [100, 300, 304, 400, 401, 404, 409, 429, 500, 503, 599])
async def test_anything_else_is_a_failure_with_a_sentence(status: int) -> None:
    made = await attempt(FakeHttp(response(status)))

    assert made.error == f"hooks.example answered {status}."


async def test_a_redirect_is_a_failure_that_says_where_to() -> None:
    made = await attempt(FakeHttp(response(308, Location="/v2")))

    assert made.error
    assert "redirects to https://hooks.example/v2" in made.error


async def test_no_answer_is_a_failure_with_the_reason() -> None:
    made = await attempt(FakeHttp(FetchTimeoutError("hooks.example did not answer within 7 s.")))

    assert (made.status, made.error) == (None, "hooks.example did not answer within 7 s.")


async def test_only_the_beginning_of_an_answer_is_kept_and_is_safe_to_print() -> None:
    made = await attempt(FakeHttp(response(500, b"\x1b[31mred\xff\x00" + b"x" * 9_000)))

    assert made.answer.startswith("\ufffd[31mred\ufffd\ufffdx")
    assert len(made.answer) == 500


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("9" * 400, 999_999_999),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("１２", None),
        ("Wed, 32 May 2024 09:00:00 GMT", None),
    ],
)
def test_retry_after_in_seconds(header: str, seconds: float | None, now: datetime) -> None:
    assert deliver.retry_after(header, now) == seconds


def test_retry_after_as_a_date(now: datetime) -> None:
    later = now + timedelta(seconds=90)

    assert deliver.retry_after(format_datetime(later), now) == 90
    assert deliver.retry_after(format_datetime(later.replace(tzinfo=None)), now) == 90
    assert deliver.retry_after(format_datetime(now - timedelta(days=1)), now) == 0
