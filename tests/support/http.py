"""Requests, polling and free ports, with the standard library alone."""

from __future__ import annotations

import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, TypeVar

TOKEN = "end-to-end-token"
AUTHORIZED = {"Authorization": f"Bearer {TOKEN}"}

T = TypeVar("T")


def poll(probe: Callable[[], T], timeout_seconds: float = 60) -> T:
    """Ask until the probe answers something true, and return it; fails with what it answered last."""
    deadline = time.monotonic() + timeout_seconds
    while not (answer := probe()):
        assert time.monotonic() < deadline, f"still {answer!r} after {timeout_seconds:g} s"
        time.sleep(0.05)
    return answer


@dataclass(frozen=True)
class Answer:
    """What a service answered."""

    status: int
    text: str
    headers: Mapping[str, str]

    def json(self) -> Any:
        return json.loads(self.text)


def http(
    method: str, url: str, body: bytes | dict[str, Any] | None = None, headers: Mapping[str, str] = AUTHORIZED
) -> Answer:
    """One request; an error status is an answer too, and 0 stands for no connection."""
    sent = dict(headers)
    if isinstance(body, dict):
        body, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
    request = urllib.request.Request(url, data=body, method=method, headers=sent)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return Answer(answer.status, answer.read().decode(), dict(answer.headers))
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.read().decode(), dict(error.headers))
    except OSError as error:
        return Answer(0, str(error), {})


def free_port(count: int = 1) -> int:
    """A port with `count - 1` free ones behind it."""
    while True:
        with socket.socket() as first:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
        try:
            for number in range(port, port + count):
                with socket.socket() as other:
                    other.bind(("127.0.0.1", number))
        except OSError:
            continue
        return port


class Serving:
    """A threaded HTTP server on a free port of this machine while it is open."""

    def __init__(self, handler: Callable[..., BaseHTTPRequestHandler], host: str = "127.0.0.1") -> None:
        self._host = host
        self._server = ThreadingHTTPServer((host, 0), handler)

    def __enter__(self) -> str:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://{self._host}:{self._server.server_port}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class QuietFiles(SimpleHTTPRequestHandler):
    """Serves a folder without a line per request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the base class
        pass
