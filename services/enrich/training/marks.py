"""Reads the corpus: reports whose names are marked inline, {surface string|LABEL}."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MARK = re.compile(r"\{([^{}|]+)\|([A-Z]+)\}")
# The corpus has labels of its own; the model keeps those of the pipeline that it starts from.
LABELS = {
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "NORP": "NORP",
    "EVENT": "EVENT",
    "DOC": "LAW",
}

Mark = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Marked:
    """A plain text with its names: (start, end, label), in code points of the text."""

    id: str
    text: str
    marks: tuple[Mark, ...]


def read(path: Path) -> list[Marked]:
    """The reports of one JSON Lines file. Raises ValueError for an unknown label or a stray brace."""
    return [
        parse(str(report["id"]), str(report["text"]))
        for report in map(json.loads, path.read_text("utf-8").splitlines())
    ]


def parse(identifier: str, marked: str) -> Marked:
    """Take the marks out of the text."""
    plain: list[str] = []
    marks: list[Mark] = []
    length = at = 0
    for found in _MARK.finditer(marked):
        before = marked[at : found.start()]
        start = length + len(before)
        length = start + len(found[1])
        if found[2] not in LABELS:
            raise ValueError(
                f"{identifier}: unknown label {found[2]}; it must be one of {', '.join(LABELS)}."
            )
        marks.append((start, length, LABELS[found[2]]))
        plain += (before, found[1])
        at = found.end()
    text = "".join((*plain, marked[at:]))
    if "{" in text or "}" in text:
        raise ValueError(f"{identifier}: a brace stands outside a mark.")
    return Marked(identifier, text, tuple(marks))
