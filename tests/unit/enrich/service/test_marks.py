"""The corpus of the names model."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).parents[4] / "services" / "enrich" / "training"


@pytest.fixture(scope="module")
def marks() -> ModuleType:
    """The module that reads the marks; training is a tool and no part of the package."""
    spec = importlib.util.spec_from_file_location("training_marks", TRAINING / "marks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_marks_come_out_of_the_text(marks: ModuleType) -> None:
    """What is left is the plain text, and each mark its place in it."""
    report = marks.parse("x-1", "{ASTANA|GPE} — {Zhang Ming|PER} spoke.")

    assert report.text == "ASTANA — Zhang Ming spoke."
    assert [(report.text[start:end], label) for start, end, label in report.marks] == [
        ("ASTANA", "GPE"),
        ("Zhang Ming", "PERSON"),
    ]


@pytest.mark.parametrize("marked", ["{Astana|CITY} spoke", "Astana} spoke", "{Astana spoke"])
def test_a_wrong_mark_names_the_report(marks: ModuleType, marked: str) -> None:
    """A slip of the annotator does not pass silently."""
    with pytest.raises(ValueError, match="x-1"):
        marks.parse("x-1", marked)


def test_the_corpus_is_sound(marks: ModuleType) -> None:
    """Every file reads, and no mark has white space or a mark around it."""
    files = sorted((TRAINING / "corpus").glob("*.jsonl"))

    assert len(files) == 10
    for path in files:
        for report in marks.read(path):
            assert all(
                report.text[start:end].strip(" ,.;") == report.text[start:end].rstrip(".")
                or report.text[start:end].endswith(".")
                for start, end, _ in report.marks
            ), report.id
