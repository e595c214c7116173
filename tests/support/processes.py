"""Processes of Newsroom, and an installation made of three of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from support.http import TOKEN, free_port, http, poll

ROOT = Path(__file__).parents[2]


@dataclass
class Process:
    """A process of ours, its output kept in a file."""

    process: subprocess.Popen[bytes]
    log: Path

    @property
    def output(self) -> str:
        return self.log.read_text("utf-8", errors="replace")

    def stop(self, number: int = signal.SIGTERM, timeout_seconds: float = 40) -> int:
        """Send a signal and wait for the end; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(timeout_seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise


class Launch(Protocol):
    """Starts a Python module with an environment of its own."""

    def __call__(self, module: str, *arguments: str, **environment: str) -> Process: ...


@contextmanager
def launching(folder: Path) -> Iterator[Launch]:
    """Processes run in `folder` and leave their output there; none is left at the end."""
    started: list[Process] = []

    def start(module: str, *arguments: str, **environment: str) -> Process:
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("NEWSROOM_")}
        log = folder / f"{module}-{len(started)}.log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                cwd=folder,
                env={**inherited, **environment, "PYTHONUNBUFFERED": "1"},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        started.append(Process(process, log))
        return started[-1]

    yield start
    for process in started:
        process.stop(signal.SIGKILL)


@dataclass
class Installation:
    """Three services and where they listen."""

    processes: dict[str, Process]
    ports: dict[str, int]

    def url(self, service: str, path: str = "") -> str:
        return f"http://127.0.0.1:{self.ports[service]}{path}"

    def digest(self, path: str) -> str:
        return http("GET", self.url("publish", path)).text


def start_installation(launch: Launch, redis_url: str, **environment: str) -> Installation:
    """Start the three services on free ports and wait until they are ready."""
    ports = {service: free_port() for service in ("ingest", "enrich", "publish")}
    processes = {
        service: launch(
            f"newsroom_{service}",
            **{
                "NEWSROOM_REDIS_URL": redis_url,
                "NEWSROOM_TOKEN": TOKEN,
                "NEWSROOM_FETCH__ALLOW_PRIVATE_ADDRESSES": "true",
                f"NEWSROOM_{service.upper()}__PORT": str(port),
                **environment,
            },
        )
        for service, port in ports.items()
    }
    for service, port in ports.items():
        _await_ready(processes[service], f"http://127.0.0.1:{port}/readyz")
    return Installation(processes, ports)


def _await_ready(process: Process, url: str) -> None:
    def ready() -> bool:
        assert process.process.poll() is None, process.output
        return http("GET", url).status == 200

    poll(ready)
