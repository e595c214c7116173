"""A string means one thing in one report: a surname is no city in the possessive, a club is no person."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom_enrich.annotations import Name
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_ARTICLE = re.compile(r"^(?:al|el|as|ad|ar|at|ash|Al|El)[-‑]")
# "between Taveta and Voi.", "from Galaba to Amuzang,": what a way or a list of places ends with is one.
_WAY_BEFORE = re.compile(r"\b(?:from|between|with|via|in|through|to|both) $")
_JOINING = frozenset({" and ", " to "})
_WAY_REACH = 10
_ENDS = frozenset(",.;)")
_DOUBTED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT"})


def consistent(reading: Reading, names: NameList) -> None:
    """Give every name that no table knows the label that the same string has elsewhere."""
    text = reading.text
    surnames = _parts_of_people(text, names)
    _ends_of_ways(text, names, surnames)
    doubted = [
        name for name in names if name.country is None and name.body is None and name.label in _DOUBTED
    ]
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


def _ends_of_ways(text: str, names: NameList, surnames: set[str]) -> None:
    """A single word that a model takes for a person is a place behind another place on the same way."""
    for first, second in pairwise(list(names)):
        if (
            second.label == "PERSON"
            and first.label in {"GPE", "LOC"}
            and text[first.end : second.start] in _JOINING
            and text[second.end : second.end + 1] in _ENDS
            and _WAY_BEFORE.search(text, max(0, first.start - _WAY_REACH), first.start)
            and text[second.start : second.end].isalpha()
            and text[second.start : second.end] not in surnames
        ):
            names.put(replace(second, label="GPE"))


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
