"""A webhook receiver in one file, with the standard library alone.

    python3 receiver.py --port 9000 --secret whsec_...

It verifies the signature of each webhook (Standard Webhooks 1.0), drops what it has seen already, and prints
what arrived, one line each. Take it as the start of your own.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TOLERANCE_SECONDS = 300  # an older webhook may be a recording that someone plays again
MAX_BODY_BYTES = 10_000_000
IDLE_SECONDS = 30


def key_of(secret: str) -> bytes:
    """The key in a secret such as whsec_MfKQ..."""
    text = secret.removeprefix("whsec_").rstrip("=")
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def why_refused(key: bytes, header: Callable[[str], str | None], body: bytes, now: float) -> str | None:
    """None for a webhook that is signed with the key and of this moment, else what is wrong with it."""
    webhook_id, timestamp = header("webhook-id"), header("webhook-timestamp")
    signatures = header("webhook-signature")
    if not webhook_id or not timestamp or not signatures:
        return "it has no webhook-id, webhook-timestamp or webhook-signature"
    if (
        not (timestamp.isascii() and timestamp.isdigit())
        or abs(now - int(timestamp[:15])) > TOLERANCE_SECONDS
    ):
        return "its timestamp is not of this moment"
    signed = f"{webhook_id}.{timestamp}.".encode() + body
    expected = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    # There may be several: during a rotation the old and the new secret both sign.
    if not any(hmac.compare_digest(expected, given.encode()) for given in signatures.split(" ")):
        return "no signature matches: is it the secret of this endpoint?"
    return None


class Receiver(BaseHTTPRequestHandler):
    """Answers 204 to what is genuine; Newsroom takes any 2xx for received and tries again after all else."""

    timeout = IDLE_SECONDS
    key: bytes
    seen: set[str]

    def do_POST(self) -> None:
        """Take one webhook."""
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()) or int(length[:15]) > MAX_BODY_BYTES:
            self.refuse("it does not tell its length, or is too long")
            return
        body = self.rfile.read(int(length))
        if reason := why_refused(self.key, self.headers.get, body, time.time()):
            self.refuse(reason)
            return
        webhook_id = self.headers["webhook-id"]
        if webhook_id in self.seen:
            show(f"again     {webhook_id}")
        else:
            self.seen.add(webhook_id)
            show(f"verified  {describe(json.loads(body))}")
        self.answer(204)

    def refuse(self, reason: str) -> None:
        """Say why, here and to the sender."""
        show(f"REFUSED   {reason}")
        self.answer(401, reason.encode())

    def answer(self, status: int, body: bytes = b"") -> None:
        """Answer, and close the connection where the body of the request was left unread."""
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Each request has its line already."""


def describe(notification: dict[str, Any]) -> str:
    """One line about a notification: type, version, headline, and what was decided."""
    data = notification["data"]
    if "headline" not in data:
        return f"{notification['type']}  {data.get('message', '')}"
    decided = [
        f"{resolution['action']} {resolution['count'] or 'several'} x {resolution['kind']}"
        for resolution in data.get("resolutions", [])
    ]
    line = f"{notification['type']}  version {data['version']}  {data['headline']}"
    return f"{line}  ({'; '.join(decided)})" if decided else line


def show(line: str) -> None:
    """Print it without anything that could steer the terminal."""
    print("".join(letter if letter.isprintable() else "?" for letter in line), flush=True)  # noqa: T201 - it is a command


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description="Receives webhooks, verifies them, and prints what arrived.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9000)
    parser.add_argument("--secret", default=os.environ.get("HOOK_SECRET"), help="whsec_..., or HOOK_SECRET")
    arguments = parser.parse_args()
    if not arguments.secret:
        parser.error("give the secret of the endpoint with --secret, or in HOOK_SECRET")
    try:
        Receiver.key = key_of(arguments.secret)
    except ValueError:
        parser.error("the secret looks like whsec_ and some base64")
    Receiver.seen = set()  # yours would outlive a restart
    with ThreadingHTTPServer((arguments.host, arguments.port), Receiver) as server:
        show(f"Waiting for webhooks at http://{arguments.host}:{server.server_port}/")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            sys.exit(0)


if __name__ == "__main__":
    main()
