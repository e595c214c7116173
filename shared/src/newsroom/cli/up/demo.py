"""The demonstration: the reports of examples/, and its feed served on loopback."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Self

from rich.markup import escape

from newsroom.errors import NewsroomError
from newsroom.settings import Settings

FEED_FILE = "feed.xml"
REPORT_ENDINGS = {".txt", ".md", ".html", ".json"}


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves the directory without a line per request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        pass


class ExampleFeed:
    """Serves examples/feed.xml on a free loopback port while it is open.

    NewsroomError when there are no examples here.
    """

    def __init__(self, directory: Path) -> None:
        if not (directory / FEED_FILE).exists():
            raise NewsroomError(
                f"There is no {directory / FEED_FILE} here: run --demo in the folder that holds examples/."
            )
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(directory)))

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def environment(self, settings: Settings) -> Mapping[str, str]:
        """The settings of a demonstration: its feed beside the configured ones, and this machine in reach.

        Private addresses are allowed so that the feed, and a webhook on this machine, can be tried.
        """
        feed = {
            "url": f"http://127.0.0.1:{self._server.server_port}/{FEED_FILE}",
            "id": "examples",
            "name": "Examples",
        }
        feeds = [*(f.model_dump(mode="json", exclude_defaults=True) for f in settings.feeds), feed]
        return {
            "NEWSROOM_FEEDS": json.dumps(feeds),
            "NEWSROOM_FETCH__ALLOW_PRIVATE_ADDRESSES": "true",
        }


def example_reports(directory: Path) -> list[str]:
    """The raw reports of the directory."""
    return sorted(str(path) for path in directory.iterdir() if path.suffix in REPORT_ENDINGS)


async def submit_examples(
    files: Sequence[str], ingest_url: str, token: str, notice: Callable[[str], None]
) -> None:
    """Send the files as a person would: with newsroom submit."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "newsroom.cli", "submit", "--source", "Examples", *files),
        env={**os.environ, "NEWSROOM_INGEST_URL": ingest_url, "NEWSROOM_TOKEN": token},
        stdout=PIPE,
        stderr=STDOUT,
    )
    output, _ = await process.communicate()
    if process.returncode:
        notice(f"The examples could not be submitted: {escape(output.decode().strip())}")
    else:
        notice(f"{len(files)} example reports submitted; they are in the digest in a moment.")
