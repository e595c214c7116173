"""One attempt: the request of a delivery, and what its answer means."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from newsroom.errors import FetchError
from newsroom_publish.index import moment
from newsroom_publish.webhooks.model import Attempt
from newsroom_publish.webhooks.retry import GONE
from newsroom_publish.webhooks.sign import sign

if TYPE_CHECKING:
    from newsroom.contracts import NotificationType
    from newsroom.guarded_http import GuardedHttp, Response
    from newsroom.settings import WebhookSettings

# Enough to see an error message; the rest of an answer is nobody's business.
ANSWER_CHARACTERS = 500
LOCATION_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted where, and under which webhook-id."""

    id: str
    url: str
    body: bytes
    secrets: tuple[str, ...]


def notification(kind: NotificationType, created_ms: int, data: bytes) -> bytes:
    """The body: a Notification around data that is JSON already."""
    timestamp = moment(created_ms).isoformat().replace("+00:00", "Z")
    head = json.dumps({"type": kind, "timestamp": timestamp}, separators=(",", ":"))
    return head.removesuffix("}").encode() + b',"data":' + data + b"}"


async def attempt(http: GuardedHttp, message: Message, settings: WebhookSettings, now_ms: int) -> Attempt:
    """Post the message once. A failure is a result, never an exception.

    The status alone decides: a receiver that has answered 2xx has the message, whatever becomes of its body.
    """
    begun = time.monotonic()
    try:
        response = await http.fetch(
            "POST",
            message.url,
            headers=_headers(message, now_ms),
            body=message.body,
            timeout_seconds=settings.timeout_seconds,
            max_body_bytes=settings.max_response_bytes,
            max_redirects=0,
            partial_body=True,
        )
    except FetchError as error:
        return Attempt(now_ms, _since_ms(begun), error=str(error))
    return Attempt(
        at_ms=now_ms,
        duration_ms=_since_ms(begun),
        status=response.status,
        answer=_printable(response.body),
        error=_failure(response),
        retry_after_seconds=retry_after(response.headers.get("Retry-After", ""), moment(now_ms)),
    )


def retry_after(header: str, now: datetime) -> float | None:
    """The seconds in a Retry-After header, given in seconds or as a date; None when it says neither."""
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        date = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds())


def _headers(message: Message, now_ms: int) -> dict[str, str]:
    timestamp = now_ms // 1_000
    return {
        "Content-Type": "application/json",
        "webhook-id": message.id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": sign(message.secrets, message.id, timestamp, message.body),
    }


def _failure(response: Response) -> str | None:
    """Why the answer is a failure, as a sentence; None for a success."""
    peer, status = urlsplit(response.url).netloc, response.status
    if 200 <= status < 300:
        return None
    if status == GONE:
        return f"{peer} answered 410 Gone."
    if 300 <= status < 400 and (location := response.headers.get("Location")):
        target = urljoin(response.url, location)[:LOCATION_CHARACTERS]
        return (
            f"{peer} answered {status} and redirects to {target}: redirects are not followed, so give the "
            "endpoint that URL if it is the right one."
        )
    return f"{peer} answered {status}."


def _printable(body: bytes) -> str:
    """The beginning of an answer, safe to show in a terminal."""
    text = body.decode("utf-8", "replace")[:ANSWER_CHARACTERS]
    return "".join(letter if letter.isprintable() or letter == "\n" else "\ufffd" for letter in text)


def _since_ms(begun: float) -> int:
    return round((time.monotonic() - begun) * 1_000)
