"""A receiver of webhooks that verifies every signature."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError

from support.http import Serving


@dataclass
class Received:
    """A webhook whose signature was verified."""

    type: str
    webhook_id: str
    data: dict[str, Any]


@dataclass
class Receiver:
    """Verifies every webhook with the standardwebhooks package; keeps the good and the bad apart."""

    url: str = ""
    secret: str = ""
    received: list[Received] = field(default_factory=list)
    unverified: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)  # answered one by one; then 204

    def of(self, report_id: str) -> list[Received]:
        return [one for one in self.received if one.data.get("id") == report_id]

    def take(self, body: str, headers: dict[str, str]) -> int:
        try:
            document = Webhook(self.secret).verify(body, headers)
        except WebhookVerificationError as error:
            self.unverified.append(str(error))
            return 400
        if self.statuses:
            return self.statuses.pop(0)
        self.received.append(Received(document["type"], headers["webhook-id"], document["data"]))
        return 204


@contextmanager
def receiving(host: str = "127.0.0.1") -> Iterator[Receiver]:
    """A receiver of webhooks on loopback."""
    found = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.send_response(found.take(body, {k.lower(): v for k, v in self.headers.items()}))
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the base class
            pass

    with Serving(Handler, host) as url:
        found.url = url
        yield found
