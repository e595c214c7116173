"""Enrich the annotated reports and print how well that went: make evaluate ARGS="--details"."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from scoring.cases import SETS, TITLES, UNREAD, read_all
from scoring.floor import FLOOR, raised, read_floor, shortfalls, write_floor
from scoring.running import measure_sentences, measure_speed, open_pipeline, summarize
from scoring.scorer import score
from scoring.tables import markdown, sentence, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.cases import Case
    from scoring.floor import Floor
    from scoring.ledger import Figure, Ledger
    from scoring.running import Speed

ALL_TITLES = {**TITLES, "sentences": "Sealed sentences"}
# What --markdown replaces in a page; without these lines it refuses, so that no text is lost.
MARKED = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)


def main(
    details: Annotated[
        bool, typer.Option(help="Also print each mistake on the sets that may be read.")
    ] = False,
    json_file: Annotated[Path | None, typer.Option("--json", help="Also write the figures here.")] = None,
    markdown_file: Annotated[
        Path | None, typer.Option("--markdown", help="Also put the table between the marks of this page.")
    ] = None,
    raise_floor: Annotated[
        bool, typer.Option("--raise-floor", help="Raise the floor to just below these figures.")
    ] = False,
    model: Annotated[str | None, typer.Option(help="Another language model, such as base.")] = None,
    speed: Annotated[bool, typer.Option(help="Also measure the speed.")] = True,
) -> None:
    """Enrich the annotated reports and print precision, recall and F1 of everything that is found."""
    if raise_floor and model:
        raise typer.BadParameter("The floor is that of the default model: leave --model out to raise it.")
    console, floor = Console(), read_floor(FLOOR)
    cases = {name: read_all(directory) for name, directory in SETS.items()}
    pipeline = open_pipeline(model)
    ledgers = {name: score(of_set, summarize(pipeline, of_set)) for name, of_set in cases.items()}
    figures = {name: ledger.figures() for name, ledger in ledgers.items()}
    figures["sentences"] = measure_sentences(pipeline)
    measured = measure_speed(pipeline, list(chain(*cases.values())), model) if speed else None
    for name, of_set in figures.items():
        console.print(table(_title(name, cases), of_set, floor.get(name, {})))
    if measured:
        console.print(sentence(measured))
    if details:
        _print_mistakes(console, ledgers)
    if json_file:
        json_file.write_text(_as_json(figures, measured), "utf-8")
    if markdown_file:
        replace_table(markdown_file, markdown(figures, ALL_TITLES, measured))
    if raise_floor:
        write_floor(FLOOR, raised(floor, figures))
    elif not model:
        _fail_below(console, floor, figures)


def _title(name: str, cases: Mapping[str, Sequence[Case]]) -> str:
    return f"{ALL_TITLES[name]} ({len(cases[name])} reports)" if name in cases else ALL_TITLES[name]


def _fail_below(console: Console, floor: Floor, figures: dict[str, dict[str, Figure]]) -> None:
    """Exit with code 1 where a figure is below its floor, and say which."""
    lines = [
        f"{ALL_TITLES[name]}: {line}"
        for name, of_set in figures.items()
        for line in shortfalls(floor.get(name, {}), of_set)
    ]
    for line in lines:
        console.print(line, style="red", highlight=False)
    if lines:
        raise typer.Exit(1)


def _print_mistakes(console: Console, ledgers: dict[str, Ledger]) -> None:
    for name, ledger in ledgers.items():
        console.print(f"[bold]{TITLES[name]}: {len(ledger.mistakes)} mistakes[/bold]")
        for mistake in [] if name in UNREAD else ledger.mistakes:
            console.print(mistake, markup=False, highlight=False, soft_wrap=True)


def _as_json(figures: dict[str, dict[str, Figure]], speed: Speed | None) -> str:
    sets = {name: {key: asdict(figure) for key, figure in of_set.items()} for name, of_set in figures.items()}
    measured = {**asdict(speed), "ratio": round(speed.ratio, 3)} if speed else None
    return json.dumps({"sets": sets, "speed": measured}, indent=2) + "\n"


def replace_table(page: Path, rendered: str) -> None:
    """Put the table between the marks of a page. Raises BadParameter where the page has none."""
    text = page.read_text("utf-8")
    if not MARKED.search(text):
        raise typer.BadParameter(
            f"{page} has no lines <!-- figures --> and <!-- /figures --> to write between."
        )
    page.write_text(MARKED.sub(lambda marks: f"{marks[1]}{rendered}{marks[2]}", text), "utf-8")


if __name__ == "__main__":
    typer.run(main)
