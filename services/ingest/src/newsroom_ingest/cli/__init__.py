"""The commands of ingest, newsroom submit and newsroom feeds: they talk to the running service over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_ingest.cli.feeds import feeds
from newsroom_ingest.cli.submit import submit

if TYPE_CHECKING:
    import typer


def register_submit(app: typer.Typer) -> None:
    """Add `newsroom submit`."""
    app.command()(submit)


def register_feeds(app: typer.Typer) -> None:
    """Add `newsroom feeds`."""
    app.add_typer(feeds, name="feeds")
