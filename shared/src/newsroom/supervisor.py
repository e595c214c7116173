"""Keeps child processes running: passes on their output, starts them again with backoff, stops them."""

from __future__ import annotations

import asyncio
import contextlib
import os
from asyncio.subprocess import STDOUT, Process
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import IO

FIRST_DELAY_SECONDS = 1.0
MAX_DELAY_SECONDS = 30.0
# Who ran this long was healthy: the next failure starts from the first delay again.
HEALTHY_AFTER_SECONDS = 60.0
MAX_LINE_BYTES = 1_000_000
LAST_WORDS_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Child:
    """A process to keep running; `environment` is added to ours."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


def next_delay_seconds(previous_seconds: float | None, ran_seconds: float) -> float:
    """How long to wait before a start: doubling from one second to thirty, anew after a healthy run."""
    if previous_seconds is None or ran_seconds >= HEALTHY_AFTER_SECONDS:
        return FIRST_DELAY_SECONDS
    return min(previous_seconds * 2, MAX_DELAY_SECONDS)


class Supervisor:
    """Runs children until it is closed.

    `emit` gets each line of a child's output, `notice` each sentence about a child that ended.
    """

    def __init__(
        self,
        children: Sequence[Child],
        *,
        emit: Callable[[str, str], None],
        notice: Callable[[str], None],
        stop_timeout_seconds: float,
    ) -> None:
        self._children = children
        self._emit = emit
        self._notice = notice
        self._stop_timeout_seconds = stop_timeout_seconds
        self._processes: dict[str, Process] = {}
        self._stopping = False

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """All children run within; at the end each has had SIGTERM and the time to finish its work."""
        tasks = [asyncio.create_task(self._keep(child)) for child in self._children]
        try:
            yield
        finally:
            self._stopping = True
            await asyncio.gather(*(self._stop(process) for process in self._processes.values()))
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _keep(self, child: Child) -> None:
        delay_seconds: float | None = None
        while True:
            started = monotonic()
            code = await self._run(child)
            if self._stopping:
                return
            delay_seconds = next_delay_seconds(delay_seconds, monotonic() - started)
            self._notice(f"{child.name} ended ({_describe(code)}); starting it again in {delay_seconds:g} s.")
            await asyncio.sleep(delay_seconds)

    async def _run(self, child: Child) -> int:
        # With pipes of asyncio, wait() would last until a process of the child's own closes them too.
        with _pipe() as (lifeline, _), _pipe() as (output, sink):
            process = await asyncio.create_subprocess_exec(
                *child.command,
                # Never written to: the child sees its end when we are gone, however we went.
                stdin=lifeline,
                stdout=sink,
                stderr=STDOUT,
                env={**os.environ, **child.environment},
                start_new_session=True,  # Ctrl-C is for us: we stop the children in order
            )
            self._processes[child.name] = process
            sink.close()
            lifeline.close()
            pump = asyncio.create_task(self._pump(child.name, output))
            try:
                code = await process.wait()
                await asyncio.wait([pump], timeout=LAST_WORDS_SECONDS)
            finally:
                pump.cancel()
                await asyncio.gather(pump, return_exceptions=True)
            return code

    async def _pump(self, name: str, output: IO[bytes]) -> None:
        reader = asyncio.StreamReader(limit=MAX_LINE_BYTES)
        transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), output
        )
        with contextlib.closing(transport):
            while True:
                try:
                    line = await reader.readline()
                except ValueError:  # a line above the limit, which readline has thrown away
                    continue
                if not line:
                    return
                self._emit(name, line.decode("utf-8", "replace").rstrip("\n"))

    async def _stop(self, process: Process) -> None:
        if process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), self._stop_timeout_seconds)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


@contextlib.contextmanager
def _pipe() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The reading and the writing end; both are closed at the end."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", 0) as reader, os.fdopen(writing, "wb", 0) as writer:
        yield reader, writer


def _describe(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
