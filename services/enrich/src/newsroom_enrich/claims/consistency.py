"""A string means one thing in one report: a surname is no city in the possessive, a club is no person."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom_enrich.annotations import Name
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_ARTICLE = re.compile(r"^(?:al|el|as|ad|ar|at|ash|Al|El)[-‑]")
_DOUBTED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT"})


def consistent(reading: Reading, names: NameList) -> None:
    """Give every name that no table knows the label that the same string has elsewhere."""
    text = reading.text
    doubted = [
        name for name in names if name.country is None and name.body is None and name.label in _DOUBTED
    ]
    surnames = _parts_of_people(text, names)
    labels: dict[str, Counter[str]] = {}
    for name in doubted:
        labels.setdefault(fold(text[name.start : name.end]), Counter())[name.label] += 1
    for name in doubted:
        surface = text[name.start : name.end]
        folded = fold(surface)
        is_surname = surface in surnames and folded not in knowledge.place_by_name()
        if is_surname or folded in knowledge.people():
            names.put(replace(name, label="PERSON"))
        else:
            names.put(replace(name, label=_usual(labels[folded], name.label)))


def _parts_of_people(text: str, names: Iterable[Name]) -> set[str]:
    """First and last words of the full names of people."""
    parts: set[str] = set()
    for name in names:
        words = text[name.start : name.end].split() if name.label == "PERSON" else []
        if len(words) > 1:
            parts |= {words[0], words[-1], _ARTICLE.sub("", words[-1])}
    return parts


def _usual(labels: Counter[str], own: str) -> str:
    """The label that most mentions have; its own where it is a tie."""
    label, count = labels.most_common(1)[0]
    return label if count > labels[own] else own
