"""newsroom dead: the events that were given up, with their reasons."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from newsroom.errors import NewsroomError

if TYPE_CHECKING:
    from newsroom.streams import DeadLetters

Ids = Annotated[list[str], typer.Argument(help="Ids as newsroom dead list prints them, or 'all'.")]
ALL = "all"

dead = typer.Typer(name="dead", help="Dead letters: events that were given up.", no_args_is_help=True)
console = Console(highlight=False)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(dead)


@asynccontextmanager
async def _open() -> AsyncIterator[DeadLetters]:
    from newsroom.cli.server import server_url
    from newsroom.settings import load
    from newsroom.streams import DeadLetters, connect

    settings = load()
    async with connect(server_url(settings)) as redis:
        yield DeadLetters(redis, settings.partitions)


@dead.command("list")
def list_(*, as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False) -> None:
    """Newest first."""

    async def run() -> None:
        async with _open() as letters:
            found = await letters.list()
        if as_json:
            for letter in found:
                print(json.dumps(letter.as_dict(), ensure_ascii=False))
            return
        if not found:
            console.print("No dead letters.")
            return
        table = Table("id", "since", "stream", "event", "reason", box=None, pad_edge=False)
        for letter in found:
            table.add_row(
                letter.id,
                f"{letter.died_at:%Y-%m-%d %H:%M:%S}",
                letter.stream,
                letter.event_id,
                letter.reason,
            )
        console.print(table)

    asyncio.run(run())


@dead.command()
def show(letter_id: str) -> None:
    """One dead letter with its event, as JSON."""

    async def run() -> None:
        async with _open() as letters:
            letter = await letters.show(letter_id)
        if letter is None:
            raise NewsroomError(
                f"There is no dead letter {letter_id}: newsroom dead list shows what there is."
            )
        console.print_json(json.dumps(letter.as_dict(), ensure_ascii=False))

    asyncio.run(run())


@dead.command()
def requeue(ids: Ids) -> None:
    """Hand events to their service once more, with all their tries."""
    asyncio.run(_each("requeue", ids, "requeued"))


@dead.command()
def drop(ids: Ids) -> None:
    """Forget events for good."""
    asyncio.run(_each("drop", ids, "dropped"))


async def _each(verb: str, ids: list[str], done: str) -> None:
    async with _open() as letters:
        wanted = [letter.id for letter in await letters.list()] if ids == [ALL] else ids
        missing = [letter_id for letter_id in wanted if not await getattr(letters, verb)(letter_id)]
    console.print(f"{len(wanted) - len(missing)} {done}.")
    if missing:
        raise NewsroomError(f"There is no dead letter {', '.join(missing)}: newsroom dead list shows them.")
