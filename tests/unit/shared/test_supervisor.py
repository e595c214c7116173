"""The supervisor keeps real processes running, says what ended, and stops all of them."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable

import pytest

from newsroom.supervisor import Child, Supervisor, next_delay_seconds


async def wait_until(condition: Callable[[], bool], timeout_seconds: float = 20) -> None:
    """Poll instead of sleeping for a guess."""
    async with asyncio.timeout(timeout_seconds):
        while not condition():
            await asyncio.sleep(0.01)


def python(name: str, code: str) -> Child:
    return Child(name, (sys.executable, "-u", "-c", code))


class Record:
    """Collects what a supervisor says."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []
        self.notices: list[str] = []

    def supervise(self, *children: Child, stop_timeout_seconds: float = 10) -> Supervisor:
        return Supervisor(
            children,
            emit=lambda name, line: self.lines.append((name, line)),
            notice=self.notices.append,
            stop_timeout_seconds=stop_timeout_seconds,
        )


@pytest.fixture
def record() -> Record:
    return Record()


FOREVER = "import os, sys; print(os.getpid()); sys.stdin.read()"


async def test_output_is_passed_on_with_the_name(record: Record) -> None:
    """Both streams, line by line."""
    child = python("talker", "import sys; print('out'); print('err', file=sys.stderr); sys.stdin.read()")

    async with record.supervise(child).running():
        await wait_until(lambda: len(record.lines) == 2)

    assert sorted(record.lines) == [("talker", "err"), ("talker", "out")]


async def test_a_killed_child_is_started_again_and_it_is_said(record: Record) -> None:
    """kill -9 of a child: one sentence, and another process in its place."""
    async with record.supervise(python("worker", FOREVER)).running():
        await wait_until(lambda: len(record.lines) == 1)
        os.kill(int(record.lines[0][1]), signal.SIGKILL)
        await wait_until(lambda: len(record.lines) == 2)

    assert record.notices == ["worker ended (signal 9); starting it again in 1 s."]
    assert record.lines[0] != record.lines[1]


async def test_a_child_is_noticed_to_end_while_its_own_child_lives_on(record: Record) -> None:
    """A grandchild keeps the output open: the end of the child is seen all the same."""
    code = (
        "import os, subprocess, sys;"
        "lives = subprocess.Popen([sys.executable, '-c', 'import sys; sys.stdin.read()'], stdin=0);"
        "print(os.getpid()); sys.stdin.read()"
    )
    async with record.supervise(python("parent", code)).running():
        await wait_until(lambda: len(record.lines) == 1)
        os.kill(int(record.lines[0][1]), signal.SIGKILL)
        await wait_until(lambda: len(record.lines) == 2)

    assert record.notices == ["parent ended (signal 9); starting it again in 1 s."]


async def test_no_child_survives_the_end(record: Record) -> None:
    """A child that ignores SIGTERM is killed after its time."""
    stubborn = (
        "import os, signal, sys; signal.signal(15, signal.SIG_IGN); print(os.getpid()); sys.stdin.read()"
    )
    async with record.supervise(python("stubborn", stubborn), stop_timeout_seconds=0.2).running():
        await wait_until(lambda: len(record.lines) == 1)

    with pytest.raises(ProcessLookupError):
        os.kill(int(record.lines[0][1]), 0)
    assert record.notices == []


async def test_an_endless_line_does_not_stop_the_output(record: Record) -> None:
    """A line above the limit is lost; the child is not blocked and later lines arrive."""
    child = python("loud", "import sys; print('x' * 3_000_000); print('after'); sys.stdin.read()")

    async with record.supervise(child).running():
        await wait_until(lambda: ("loud", "after") in record.lines)


@pytest.mark.parametrize(
    ("previous_seconds", "ran_seconds", "expected_seconds"),
    [(None, 0.1, 1), (1, 0.1, 2), (16, 0.1, 30), (30, 0.1, 30), (30, 61, 1)],
)
def test_delays_double_up_to_a_cap(
    previous_seconds: float | None, ran_seconds: float, expected_seconds: float
) -> None:
    """A crash loop slows down; a healthy run starts anew."""
    assert next_delay_seconds(previous_seconds, ran_seconds) == expected_seconds
