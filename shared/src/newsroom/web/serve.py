"""Runs a service: settings, logs, its socket, uvicorn, and an orderly end."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from typing import Protocol

import uvicorn
from fastapi import FastAPI

from newsroom import logs
from newsroom.errors import NewsroomError
from newsroom.settings import Settings, load

SUPERVISED = "NEWSROOM_SUPERVISED"
EXIT_MISCONFIGURED = 2
STDIN = 0


class Listener(Protocol):
    """The section of the settings that says where a service listens."""

    @property
    def host(self) -> str: ...

    @property
    def port(self) -> int: ...


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; NewsroomError with a sentence when the port is taken or not allowed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise NewsroomError(
            f"Cannot listen on {host}, port {port}: {os.strerror(error.errno or 0).lower()}. "
            "Stop what uses it, or choose another port (newsroom up --port)."
        ) from error
    return listener


def run_service(
    name: str, create_app: Callable[[Settings], FastAPI], section: Callable[[Settings], Listener]
) -> None:
    """The main function of a service: serve until SIGTERM or SIGINT, then finish what was taken.

    Ends with exit code 2 and one sentence on stderr when the settings or the port are wrong.
    """
    try:
        settings = load()
        logs.configure(name, settings.log_level, settings.log_format)
        listens = section(settings)
        app = create_app(settings)
        listener = bind(listens.host, listens.port)
    except NewsroomError as error:
        print(f"newsroom {name}: {error}", file=sys.stderr)  # noqa: T201 - for the person who starts it
        sys.exit(EXIT_MISCONFIGURED)
    for number in (signal.SIGTERM, signal.SIGINT):
        # uvicorn ends on the signal, then sends it once more to whoever was before it: an orderly end is 0.
        signal.signal(number, lambda *_: None)
    if os.environ.get(SUPERVISED):
        threading.Thread(target=_end_with_supervisor, daemon=True).start()
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=int(settings.hop.stop_timeout_seconds),
    )
    server = uvicorn.Server(config)
    logs.get_logger().info("service.listening", host=listens.host, port=listener.getsockname()[1])
    asyncio.run(server.serve(sockets=[listener]))
    logs.get_logger().info("service.stopped")
    if not server.started:  # the lifespan failed; uvicorn has logged the reason
        sys.exit(1)


def _end_with_supervisor() -> None:
    """The supervisor holds the other end of our stdin: when it is gone, however it ended, so are we."""
    # Below sys.stdin, whose lock the interpreter wants at its end.
    while os.read(STDIN, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
