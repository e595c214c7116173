"""newsroom feeds: the polled feeds and their health."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import quote

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsroom.cli.client import ServiceClient, locate

FIRST_POLL_TIMEOUT_SECONDS = 30
FIRST_POLL_LOOK_SECONDS = 0.2
COLOURS = {"ok": "green", "failing": "red", "gone": "red", "new": "yellow"}

feeds = typer.Typer(help="The polled feeds and their health.", no_args_is_help=True)

FeedId = Annotated[str, typer.Argument(help="As newsroom feeds list shows it.")]


@feeds.command("list")
def list_feeds(*, as_json: Annotated[bool, typer.Option("--json", help="For scripts.")] = False) -> None:
    """Show every feed, how its last poll went, and when the next one is."""
    with locate("ingest") as service:
        items = service.request("GET", "/feeds").data["items"]
    if as_json:
        print(json.dumps(items, indent=2, ensure_ascii=False))
    elif items:
        _show(items)
    else:
        print("There are no feeds yet: newsroom feeds add URL, or [[feeds]] in newsroom.toml.")


@feeds.command()
def add(
    url: str,
    feed_id: Annotated[str | None, typer.Option("--id", help="Else made of the address.")] = None,
    name: Annotated[str | None, typer.Option(help="Else the feed's own title.")] = None,
    poll_interval_seconds: Annotated[float | None, typer.Option()] = None,
    max_age_seconds: Annotated[
        float | None, typer.Option(help="Entries older than this are passed over.")
    ] = None,
    *,
    full_text: Annotated[bool, typer.Option(help="Fetch the article behind each entry.")] = False,
) -> None:
    """Poll a feed from now on, and say how its first poll went."""
    given = {
        "url": url,
        "id": feed_id,
        "name": name,
        "poll_interval_seconds": poll_interval_seconds,
        "max_age_seconds": max_age_seconds,
        "full_text": full_text,
    }
    with locate("ingest") as service:
        body = {field: value for field, value in given.items() if value is not None}
        feed = service.request("POST", "/feeds", json=body).data
        _report(_first_poll(service, feed))


@feeds.command()
def remove(feed_id: FeedId) -> None:
    """Poll a feed no more; its reports stay."""
    with locate("ingest") as service:
        service.request("DELETE", _path(feed_id))
    print(f"{feed_id} is polled no more.")


@feeds.command()
def refresh(feed_id: FeedId) -> None:
    """Poll a feed now."""
    with locate("ingest") as service:
        _report(service.request("POST", f"{_path(feed_id)}/refresh").data)


def _path(feed_id: str) -> str:
    return f"/feeds/{quote(feed_id, safe='')}"


def _first_poll(service: ServiceClient, feed: dict[str, Any]) -> dict[str, Any]:
    """The feed after its first poll, or as it is when that takes too long."""
    deadline = time.monotonic() + FIRST_POLL_TIMEOUT_SECONDS
    while feed["health"]["last_poll_at"] is None and time.monotonic() < deadline:
        time.sleep(FIRST_POLL_LOOK_SECONDS)
        feed = service.request("GET", _path(feed["id"])).data
    return feed


def _report(feed: dict[str, Any]) -> None:
    """One sentence; exit code 1 where the feed could not be read."""
    health = feed["health"]
    if health["last_poll_at"] is None:
        print(f"{feed['id']}: added; its first poll is not done yet, see newsroom feeds list.")
    elif health["last_error"]:
        print(f"{feed['id']}: {health['last_error']}")
        raise typer.Exit(1)
    else:
        minutes = feed["poll_interval_seconds"] / 60
        print(f"{feed['id']}: {feed['format']} of {feed['name']}, polled every {minutes:g} minutes.")


def _show(items: list[dict[str, Any]]) -> None:
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 200  # a file or pipe has no edge to wrap at
    now = datetime.now(UTC)
    table = Table(box=None, pad_edge=False)
    for heading in ("feed", "name", "health", "last success", "next poll", "what is wrong"):
        table.add_column(heading, overflow="fold")
    for feed in items:
        health = feed["health"]
        table.add_row(
            Text(feed["id"]),
            Text(feed["name"]),
            Text(health["status"], style=COLOURS[health["status"]]),
            _ago(health["last_success_at"], now),
            _until(health["next_poll_at"], now, gone=health["status"] == "gone"),
            Text(health["last_error"] or health["warning"] or ""),
        )
    console.print(table)


def _ago(moment: str | None, now: datetime) -> str:
    return f"{_span((now - datetime.fromisoformat(moment)).total_seconds())} ago" if moment else "never"


def _until(moment: str | None, now: datetime, *, gone: bool) -> str:
    if gone:
        return "never"
    seconds = (datetime.fromisoformat(moment) - now).total_seconds() if moment else 0
    return f"in {_span(seconds)}" if seconds > 0 else "now"


def _span(seconds: float) -> str:
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds // size:.0f} {unit}"
    return f"{max(seconds, 0):.0f} s"
