"""The `newsroom enrich` command, as far as no model is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
import typer
from typer.testing import CliRunner

from newsroom.errors import NewsroomError
from newsroom_enrich import cli


@pytest.fixture
def app() -> Iterator[typer.Typer]:
    """The command alone; it sends logs to the stderr of its run, which ends with it."""
    logging = structlog.get_config()
    app = typer.Typer()
    cli.register(app)
    yield app
    structlog.configure(**logging)


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "notes.md"])
@pytest.mark.parametrize("options", [[], ["--show"], ["--jsonl"]])
def test_markup_is_refused(app: typer.Typer, tmp_path: Path, name: str, options: list[str]) -> None:
    """Tags would be read as text; the sentence says what to do, before any report is read."""
    page = tmp_path / name
    page.write_text("<p>Kazakhstan signed.</p>", encoding="utf-8")

    result = CliRunner().invoke(app, [*options, str(page)])

    assert isinstance(result.exception, NewsroomError)
    assert "newsroom submit" in str(result.exception)
    assert name in str(result.exception)
    assert result.stdout == ""


@pytest.mark.parametrize("moment", ["2024-05-22", "2024-05-22T09:00Z", "2024-05-22T09:00:00+05:00"])
def test_a_moment_may_be_as_exact_as_it_is_known(app: typer.Typer, tmp_path: Path, moment: str) -> None:
    """A day, minutes or seconds: the option is understood, and what is missing is the file."""
    result = CliRunner().invoke(app, ["--published-at", moment, str(tmp_path / "missing.txt")])

    assert isinstance(result.exception, NewsroomError)
    assert "missing.txt" in str(result.exception)
