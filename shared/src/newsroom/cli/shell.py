"""Assembles the command from what is installed, and prints errors as sentences."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points

import typer
from rich.console import Console

from newsroom.errors import NewsroomError

ENTRY_POINTS = "newsroom.commands"


def build() -> typer.Typer:
    """The application with every registered command. Each entry point is a function that takes it."""
    app = typer.Typer(
        name="newsroom",
        help="Turns feeds and raw reports into machine-readable wire copy.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    for entry_point in sorted(entry_points(group=ENTRY_POINTS), key=lambda found: found.name):
        entry_point.load()(app)
    return app


def main() -> None:
    """Run the command line; a NewsroomError is one sentence on stderr and exit code 1."""
    try:
        build()()
    except NewsroomError as error:
        Console(stderr=True, soft_wrap=True, highlight=False).print(f"[red]newsroom:[/red] {error}")
        sys.exit(1)
