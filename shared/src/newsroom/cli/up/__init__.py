"""newsroom up: all of Newsroom on this machine, with an embedded server where none is configured."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def up(
        *,
        workers: Annotated[int, typer.Option(min=1, max=64, help="Enrich workers.")] = 1,
        demo: Annotated[bool, typer.Option("--demo", help="Load examples/ too.")] = False,
        port: Annotated[
            int | None,
            typer.Option(min=1, max=65_533, help="For publish; ingest and enrich get the next two."),
        ] = None,
        config: Annotated[Path | None, typer.Option(help="Instead of ./newsroom.toml.")] = None,
    ) -> None:
        """Start everything; Ctrl-C stops it. What is under var/ survives."""
        from newsroom.cli.up.run import start
        from newsroom.settings import load

        start(load(config), workers=workers, demo=demo, port=port, config=config)
