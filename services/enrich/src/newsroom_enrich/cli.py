"""`newsroom enrich`: reports in, summaries out, without a server."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import structlog
import typer

from newsroom.errors import NewsroomError
from newsroom_enrich.loose import LooseReport, read_object, read_text

if TYPE_CHECKING:
    from newsroom.contracts import Summary
    from newsroom_enrich.pipeline import Pipeline

_MARKUP = frozenset({".html", ".htm", ".xhtml", ".md", ".markdown"})

MOMENTS = ["%Y-%m-%d", *(f"%Y-%m-%dT%H:%M{rest}" for rest in ("", ":%S", "%z", ":%S%z"))]


def register(app: typer.Typer) -> None:
    """Add the command to the `newsroom` application."""
    app.command("enrich")(enrich)


def enrich(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Reports: plain text, or one JSON object; - for stdin. No HTML or Markdown."),
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="One report object a line in, one summary a line out.")
    ] = False,
    show: Annotated[
        bool, typer.Option("--show", help="Print each report for people: coloured, with what was found.")
    ] = False,
    published_at: Annotated[
        datetime | None,
        typer.Option(
            metavar="DAY|MOMENT",
            formats=MOMENTS,
            help='When plain text was published (2024-05-22, 2024-05-22T09:00Z), from which "on Thursday" '
            "counts; if not given, the day that the text tells first.",
        ),
    ] = None,
    config: Annotated[Path | None, typer.Option("--config", help="newsroom.toml to use.")] = None,
) -> None:
    """Tag entities, resolutions and events in reports; needs no server."""
    from newsroom.settings import load
    from newsroom_enrich.pipeline import build

    settings = load(config)
    # What a script reads from stdout is summaries alone.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    reports = _lines(files or []) if jsonl else _whole(files or [], published_at)
    if not jsonl:
        reports = iter(list(reports))  # a file that cannot be read is said before the model is loaded
    pipeline = build(settings.enrich)
    if show:
        _show(_enriched(pipeline, reports, settings.enrich.batch_size))
        return
    for given, summary in _enriched(pipeline, reports, settings.enrich.batch_size):
        # Escaped, no character of a text can end the line (U+2028 does for some readers).
        indent = None if jsonl else 2
        sys.stdout.write(json.dumps(given.restore_id(summary), ensure_ascii=jsonl, indent=indent) + "\n")
    sys.stdout.flush()


def _show(enriched: Iterable[tuple[LooseReport, Summary]]) -> None:
    """Print each report with its summary, an empty line between two; in colour where stdout is a terminal."""
    from rich.console import Console

    from newsroom_enrich.show import print_page

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal of few characters still shows the rest
    console = Console()
    for number, (given, summary) in enumerate(enriched):
        if number:
            console.line()
        print_page(console, given.report, summary)


def _enriched(
    pipeline: Pipeline, reports: Iterable[LooseReport], size: int
) -> Iterator[tuple[LooseReport, Summary]]:
    reports = iter(reports)
    while batch := list(islice(reports, size)):
        yield from zip(batch, pipeline.enrich([given.report for given in batch]), strict=True)


def _lines(files: list[Path]) -> Iterator[LooseReport]:
    """One report a line of the files, or of stdin when there are none; blank lines are skipped."""
    for name, stream in _streams(files):
        for number, line in enumerate(stream, start=1):
            if line.strip():
                yield read_object(line, f"{name}, line {number}")


def _whole(files: list[Path], published_at: datetime | None) -> Iterator[LooseReport]:
    """One report a file: a JSON object, else plain text whose first line is the headline."""
    for name, stream in _streams(files):
        text = stream.read()
        is_object = text.lstrip().startswith("{")
        yield read_object(text, name) if is_object else read_text(text, name, published_at)


def _refuse_markup(path: Path) -> None:
    """Marks and tags would be read as words of the report: cleaning is ingest's work."""
    if path.suffix.lower() in _MARKUP:
        raise NewsroomError(
            f"{path} has markup, which newsroom enrich does not clean: send it with newsroom submit, or"
            " give plain text or JSON."
        )


def _streams(files: list[Path]) -> Iterator[tuple[str, TextIO]]:
    """Each file opened as UTF-8 under the name to give it in errors; stdin for "-" or no file."""
    for path in files:
        _refuse_markup(path)
    for path in files or [Path("-")]:
        if str(path) == "-":
            sys.stdin.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]  # a TextIOWrapper
            yield "standard input", sys.stdin
            continue
        try:
            with path.open(encoding="utf-8-sig", newline="") as stream:
                yield str(path), stream
        except (OSError, UnicodeDecodeError) as error:
            raise NewsroomError(f"{path} cannot be read as UTF-8 text: {error}.") from error
