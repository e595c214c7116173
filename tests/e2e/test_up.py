"""newsroom up as a person runs it: ready, shown, killed, restarted, stopped."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from functools import partial
from pathlib import Path

import feedparser
import pytest

from support.http import free_port, http, poll
from support.processes import ROOT, Launch, Process

READY = "Newsroom is ready."
# What the demonstration promises after it is ready.
SHOWN_WITHIN_SECONDS = 10


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working directory with the examples in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def up(launch: Launch, port: int, *options: str, **environment: str) -> Process:
    return launch("newsroom.cli", "up", "--port", str(port), *options, **environment)


def await_line(process: Process, text: str) -> None:
    def seen() -> bool:
        assert process.process.poll() is None or text in process.output, process.output
        return text in process.output

    poll(seen, timeout_seconds=90)


def example_titles() -> set[str]:
    """The headlines that the examples must show, read from the files themselves."""
    titles = set()
    for path in (ROOT / "examples").iterdir():
        text = path.read_text("utf-8")
        match path.suffix:
            case ".txt":
                titles.add(text.splitlines()[0])
            case ".md":
                titles.add(text.splitlines()[0].removeprefix("# "))
            case ".html":
                titles.add(re.findall("<title>(.*?)</title>", text)[0])
            case ".json":
                titles.add(json.loads(text)["title"])
    return titles


def shown(port: int, path: str) -> set[str]:
    text = http("GET", f"http://127.0.0.1:{port}{path}").text
    if path.endswith(".json"):
        return {item["title"] for item in json.loads(text)["items"]}
    return {entry.title for entry in feedparser.parse(text).entries}


def shows(port: int, path: str, titles: set[str]) -> bool:
    return titles <= shown(port, path)


def is_gone(port: int) -> bool:
    return http("GET", f"http://127.0.0.1:{port}/healthz").status == 0


def worker_pid(process: Process, module: str) -> int:
    """The process of a service under this `up`."""
    listing = subprocess.run(
        ["ps", "-ww", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    ).stdout
    for line in listing.splitlines():
        pid, ppid, arguments = line.split(None, 2)
        if int(ppid) == process.process.pid and module in arguments:
            return int(pid)
    raise AssertionError(f"no {module} under {process.process.pid}:\n{listing}")


def test_the_demonstration_shows_all_examples_and_they_survive_a_restart(
    launch: Launch, folder: Path
) -> None:
    """Six reports in all feeds and on the page within ten seconds; after a restart they are still there."""
    titles, port = example_titles(), free_port(3)
    assert len(titles) >= 6
    first = up(launch, port, "--demo")
    await_line(first, READY)
    ready_at = time.monotonic()

    for path in ("/feed.rss", "/feed.atom", "/feed.json"):
        poll(partial(shows, port, path, titles), SHOWN_WITHIN_SECONDS)
    page = http("GET", f"http://127.0.0.1:{port}/").text
    assert all(title in page for title in titles)
    assert time.monotonic() - ready_at < SHOWN_WITHIN_SECONDS
    assert (folder / "var" / "token").stat().st_mode & 0o777 == 0o600

    assert first.stop(signal.SIGINT) == 0
    assert "Fatal" not in first.output
    assert "Traceback" not in first.output
    again = up(launch, port)
    await_line(again, READY)
    assert titles <= shown(port, "/feed.json")
    assert again.stop() == 0


def test_a_service_that_dies_is_started_again_and_it_is_said(launch: Launch, folder: Path) -> None:
    """kill -9 of a worker and of the server: both come back, a report sent after it arrives."""
    port = free_port(3)
    process = up(launch, port, "--workers", "2")
    await_line(process, READY)

    os.kill(worker_pid(process, "newsroom_enrich"), signal.SIGKILL)
    await_line(process, "enrich ended (signal 9); starting it again")
    os.kill(worker_pid(process, "valkey-server"), signal.SIGKILL)
    await_line(process, "The embedded server ended; starting it again")

    token = (folder / "var" / "token").read_text().strip()
    body = {"title": "After the storm", "text": "The Security Council adopted resolution 2770 (2025)."}
    headers = {"Authorization": f"Bearer {token}"}
    poll(lambda: http("POST", f"http://127.0.0.1:{port + 1}/reports", body, headers).status == 202)
    poll(lambda: "After the storm" in shown(port, "/feed.json"))
    assert process.stop() == 0


def test_no_process_outlives_a_killed_up(launch: Launch, folder: Path) -> None:
    """kill -9 of up itself: the services end by themselves, and the next start works."""
    port = free_port(3)
    process = up(launch, port)
    await_line(process, READY)
    process.stop(signal.SIGKILL)

    for number in range(port, port + 3):
        poll(partial(is_gone, number))
    again = up(launch, port)
    await_line(again, READY)
    assert again.stop() == 0


def test_a_taken_port_is_a_sentence(launch: Launch, folder: Path) -> None:
    """It names the port, and nothing was started."""
    port = free_port(3)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port + 1))
        taken.listen()
        process = up(launch, port)

        assert process.process.wait(30) == 1
    assert f"port {port + 1}: address already in use" in process.output


def test_an_unreachable_server_is_a_sentence(launch: Launch, folder: Path) -> None:
    """A wrong NEWSROOM_REDIS_URL stops the start."""
    process = up(launch, free_port(3), NEWSROOM_REDIS_URL=f"redis://127.0.0.1:{free_port()}")

    assert process.process.wait(60) == 1
    assert "NEWSROOM_REDIS_URL" in process.output
    assert "Traceback" not in process.output


def test_an_unreachable_feed_is_said(launch: Launch, folder: Path) -> None:
    """up keeps running and says which feed cannot be read."""
    (folder / "newsroom.toml").write_text(
        f'[fetch]\nallow_private_addresses = true\n[[feeds]]\nid = "gone"\nname = "Gone"\n'
        f'url = "http://127.0.0.1:{free_port()}/feed.xml"\n'
    )
    process = up(launch, free_port(3))

    await_line(process, "Feed Gone: ")
    assert process.stop() == 0


def test_commands_find_a_running_installation_on_any_port(launch: Launch, folder: Path) -> None:
    """newsroom submit in the same folder needs neither an address nor a token; afterwards nothing answers."""
    process = up(launch, free_port(3))
    await_line(process, READY)

    sent = launch("newsroom.cli", "submit", "examples/african-union-g20.txt")
    assert sent.process.wait(60) == 0, sent.output
    assert process.stop() == 0
    late = launch("newsroom.cli", "submit", "examples/african-union-g20.txt")

    assert late.process.wait(60) == 1
    assert "newsroom up" in late.output


def test_a_wrong_token_is_a_sentence(launch: Launch, folder: Path) -> None:
    """newsroom submit with the token of another installation."""
    port = free_port(3)
    process = up(launch, port)
    await_line(process, READY)

    sent = launch(
        "newsroom.cli",
        "submit",
        "examples/african-union-g20.txt",
        NEWSROOM_TOKEN="wrong",
    )

    assert sent.process.wait(60) == 1
    assert "NEWSROOM_TOKEN" in sent.output
    assert "Traceback" not in sent.output
    assert process.stop() == 0
