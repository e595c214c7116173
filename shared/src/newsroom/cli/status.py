"""newsroom status: streams, workers, feeds and endpoints at a glance."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def status() -> None:
        """Streams, lag, workers, feeds and endpoints at a glance."""
