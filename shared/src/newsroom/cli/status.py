"""newsroom status: streams, workers, dead letters, feeds and endpoints at a glance."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from newsroom import keys
from newsroom.errors import NewsroomError

if TYPE_CHECKING:
    from newsroom.settings import Settings

# Which group reads which stream.
HOPS = ((keys.REPORTS, "enrich"), (keys.SUMMARIES, "publish"))


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def status(*, as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False) -> None:
        """Streams, lag, workers, feeds and endpoints at a glance."""
        from newsroom.settings import load

        settings = load()
        found = asyncio.run(_streams(settings)) | {
            "feeds": _items(settings, "ingest", "/feeds"),
            "endpoints": _items(settings, "publish", "/endpoints"),
        }
        if as_json:
            print(json.dumps(found, ensure_ascii=False))
        else:
            _print(found, Console(highlight=False, soft_wrap=True))


async def _streams(settings: Settings) -> dict[str, Any]:
    from newsroom.cli.server import server_url
    from newsroom.streams import DeadLetters, backlog, connect

    async with connect(server_url(settings)) as redis:
        hops = []
        for stream, group in HOPS:
            now = await backlog(redis, stream, group, partitions=settings.partitions)
            hops.append(
                {
                    "stream": stream,
                    "group": group,
                    "unread": now.unread,
                    "pending": now.pending,
                    "workers": now.workers,
                }
            )
        return {"streams": hops, "dead_letters": await DeadLetters(redis, settings.partitions).count()}


def _items(settings: Settings, service: Any, path: str) -> dict[str, Any]:
    """The items that a service lists, or the sentence that says why they are not known."""
    from newsroom.cli.client import locate

    try:
        with locate(service, settings) as client:
            return {"items": client.request("GET", path).data["items"]}
    except NewsroomError as error:
        return {"problem": str(error)}


def _print(found: dict[str, Any], console: Console) -> None:
    table = Table("stream", "group", "unread", "in work", "workers", box=None, pad_edge=False)
    for hop in found["streams"]:
        table.add_row(*(str(hop[name]) for name in ("stream", "group", "unread", "pending", "workers")))
    console.print(table)
    console.print(f"\ndead letters: {found['dead_letters']}")
    _print_items(
        "feeds",
        found["feeds"],
        ("id", "url", "state", "last error"),
        lambda feed: (feed["id"], feed["url"], feed["health"]["status"], feed["health"]["last_error"]),
        console,
    )
    _print_items(
        "endpoints",
        found["endpoints"],
        ("id", "url", "pending", "parked", "disabled"),
        lambda one: (one["id"], one["url"], one["pending"], one["parked"], one["disabled_reason"]),
        console,
    )


def _print_items(
    title: str,
    listed: dict[str, Any],
    columns: tuple[str, ...],
    row: Callable[[dict[str, Any]], tuple[object, ...]],
    console: Console,
) -> None:
    if "problem" in listed:
        console.print(f"\n{title}: {listed['problem']}", markup=False)
        return
    console.print(f"\n{title}: {len(listed['items'])}")
    if not listed["items"]:
        return
    table = Table(*columns, box=None, pad_edge=False)
    for item in listed["items"]:
        table.add_row(*("" if value is None else escape(str(value)) for value in row(item)))
    console.print(table)
