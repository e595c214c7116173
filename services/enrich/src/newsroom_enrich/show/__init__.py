"""A report and its summary on a terminal: what `newsroom enrich --show` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.show.page import render

if TYPE_CHECKING:
    from rich.console import Console

    from newsroom.contracts import Report, Summary

__all__ = ["print_page", "render"]


def print_page(console: Console, report: Report, summary: Summary) -> None:
    """Print the page as wide as the console, without the blanks that rich fills lines up with."""
    with console.capture() as captured:
        console.print(render(report, summary, console.width))
    for line in captured.get().splitlines():
        console.file.write(line.rstrip() + "\n")
