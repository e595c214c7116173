"""The floor only moves up, and the tables show what was measured."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import pytest
import typer
from rich.console import Console

from evaluate import main, replace_table
from scoring.cases import SETS, read_all
from scoring.floor import raised, read_floor, shortfalls, write_floor
from scoring.ledger import Figure
from scoring.running import Speed
from scoring.sentences import SENTENCES, read_sentences
from scoring.tables import markdown, ordered, sentence, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsroom.contracts import Report, Summary
    from scoring.cases import Case


def figure(f1: float) -> Figure:
    return Figure(precision=f1, recall=f1, f1=f1, gold=10)


def test_a_better_figure_raises_its_floor_to_a_hair_below() -> None:
    """The hair is for processors that round differently; offsets are right or wrong anywhere."""
    figures = {"development": {"entities": figure(0.95), "offsets": figure(1.0)}}

    assert raised({"development": {"entities": 0.9}}, figures) == {
        "development": {"entities": 0.94, "offsets": 1.0}
    }


def test_a_worse_figure_never_lowers_its_floor() -> None:
    """Nor does one that is only a hair better, nor a set that was not measured."""
    floor = {"development": {"entities": 0.945, "roles": 0.8}, "cases": {"entities": 0.9}}

    assert raised(floor, {"development": {"entities": figure(0.95), "roles": figure(0.1)}}) == floor


def test_figures_of_parts_have_no_floor() -> None:
    """They rest on too few items; the figure that sums them up has one."""
    assert raised({}, {"cases": {"resolutions.vote": figure(1.0)}}) == {"cases": {}}


def test_a_shortfall_says_what_fell_and_how_far() -> None:
    """Also a figure that is not measured any more falls."""
    floor = {"entities": 0.94, "roles": 0.8, "linked": 0.7}

    assert shortfalls(floor, {"entities": figure(0.94), "roles": figure(0.799)}) == [
        "roles is 0.799, below its floor 0.800",
        "linked is not measured any more; its floor is 0.700",
    ]


def test_the_floor_is_kept_in_a_file(tmp_path: Path) -> None:
    """None at first; then what was written."""
    path = tmp_path / "floor.json"
    assert read_floor(path) == {}

    write_floor(path, {"cases": {"entities": 0.9}})

    assert read_floor(path) == json.loads(path.read_text()) == {"cases": {"entities": 0.9}}


FIGURES = {
    "events.found": figure(0.5),
    "resolutions.vote": figure(0.6),
    "resolutions.found": figure(0.7),
    "resolutions.slots": figure(0.8),
    "entities.person": figure(0.9),
    "entities": figure(0.95),
}


FIGURES_OF_ONE_SET = {"cases": FIGURES}


def test_headline_figures_come_first_each_with_its_parts() -> None:
    """In the order of the pipeline."""
    assert [name for name, _ in ordered(FIGURES)] == [
        "entities",
        "entities.person",
        "resolutions.found",
        "resolutions.slots",
        "resolutions.vote",
        "events.found",
    ]


def test_the_table_shows_figures_and_floors() -> None:
    """Three places, the number of gold items, and the floor where there is one."""
    console = Console(width=80)
    with console.capture() as captured:
        console.print(table("Cases", FIGURES, {"entities": 0.96}))

    row = next(line for line in captured.get().splitlines() if " entities " in line)
    assert [cell.strip() for cell in row.strip("│").split("│")] == [
        "entities", "0.950", "0.950", "0.950", "10", "0.960",
    ]  # fmt: skip


def test_the_page_table_has_one_column_a_set() -> None:
    """A figure that a set has nothing for is an empty cell."""
    figures = {"development": {"entities": figure(0.95)}, "cases": FIGURES}

    rendered = markdown(figures, {"development": "Development", "cases": "Cases"})

    assert "| figure | Development: F1 (P / R), gold | Cases: F1 (P / R), gold |" in rendered
    assert "| **entities** | 0.950 (0.950 / 0.950), 10 | 0.950 (0.950 / 0.950), 10 |" in rendered
    assert "| resolutions.vote |  | 0.600 (0.600 / 0.600), 10 |" in rendered


def test_the_table_of_a_page_is_replaced_between_its_marks(tmp_path: Path) -> None:
    """The words around it stay."""
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n")

    replace_table(page, "new \\1\n")

    assert page.read_text() == "before\n<!-- figures -->\nnew \\1\n<!-- /figures -->\nafter\n"


def test_a_page_without_marks_is_left_alone(tmp_path: Path) -> None:
    """A wrong path must not cost a page."""
    page = tmp_path / "page.md"
    page.write_text("nothing to see\n")

    with pytest.raises(typer.BadParameter, match="figures"):
        replace_table(page, "new\n")

    assert page.read_text() == "nothing to see\n"


@dataclass
class AnswerKey:
    """A pipeline that looks the answers up, save for the organizations where it is `careless`."""

    answer_of: Callable[[Case], Summary]
    careless: bool = False

    def enrich(self, reports: list[Report]) -> list[Summary]:
        every = [*chain(*map(read_all, SETS.values())), *read_sentences(SENTENCES)]
        cases = {case.report().id: case for case in every}
        return [self._answer(cases[report.id]) for report in reports]

    def _answer(self, case: Case) -> Summary:
        answer = self.answer_of(case)
        kept = [entity for entity in answer.entities if entity.type != "organization"]
        return answer.model_copy(update={"entities": tuple(kept)}) if self.careless else answer


@pytest.fixture
def key(answer_of: Callable[[Case], Summary], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AnswerKey:
    """The command with an answer key for a pipeline, and with a floor of its own."""
    key = AnswerKey(answer_of)
    monkeypatch.setattr("evaluate.open_pipeline", lambda _model: key)
    monkeypatch.setattr("evaluate.FLOOR", tmp_path / "floor.json")
    return key


def test_the_command_prints_all_sets_and_writes_the_figures(
    key: AnswerKey, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file has for a program what the tables have for people."""
    main(speed=False, json_file=tmp_path / "figures.json")

    printed = capsys.readouterr().out
    assert "Development (" in printed
    assert "Sealed (" in printed
    sets = json.loads((tmp_path / "figures.json").read_text())["sets"]
    assert sets["sealed"]["entities"]["f1"] == sets["development"]["roles"]["recall"] == 1.0


def test_the_command_fails_below_the_floor_and_names_the_mistakes(
    key: AnswerKey, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The floor once raised, a worse pipeline is told so, and the floor stays."""
    main(speed=False, raise_floor=True)
    floor = (tmp_path / "floor.json").read_text()
    key.careless = True

    with pytest.raises(typer.Exit) as stopped:
        main(speed=False, details=True)

    assert stopped.value.exit_code == 1
    printed = capsys.readouterr().out
    assert "hungary-sweden-nato-brief: missed organization 'NATO'" in printed
    assert not any(path.stem in printed for path in SETS["sealed"].glob("*.json"))
    assert re.search(r"Sealed: entities is 0\.\d+, below its floor 0\.99", printed)
    main(speed=False, raise_floor=True)
    assert (tmp_path / "floor.json").read_text() == floor


def test_the_floor_is_that_of_the_default_model(key: AnswerKey) -> None:
    """Another model's figures must not become what ours is held to."""
    with pytest.raises(typer.BadParameter, match="--model"):
        main(speed=False, raise_floor=True, model="base")


def test_the_speed_is_a_ratio_to_the_model_alone() -> None:
    """Words a second mean little on another machine, their ratio does."""
    speed = Speed(
        words=10_000,
        bare_words_per_second=5_000.0,
        bare_by_numpy_words_per_second=6_000.0,
        full_words_per_second=4_000.0,
    )

    assert "4,000 words a second" in sentence(speed)
    assert "0.80" in sentence(speed)
    assert markdown(FIGURES_OF_ONE_SET, {"cases": "Cases"}, speed).endswith(f"\n\n{sentence(speed)}\n")
