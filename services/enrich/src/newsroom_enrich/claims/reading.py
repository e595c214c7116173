"""A text with its words, and the question that every claim asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom_enrich.phrases import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom_enrich.namelist import NameList
    from newsroom_enrich.phrases import Word

# Within names of these kinds another name is no name of its own.
CLOSED = frozenset({"ORG", "EVENT", "LAW", "LOC"})


@dataclass(frozen=True)
class Reading:
    """The text of a report."""

    text: str

    @cached_property
    def words(self) -> Sequence[Word]:
        return words(self.text)


def within_longer(names: NameList, start: int, end: int) -> bool:
    """Whether text[start:end] is a part of a longer name that keeps its parts to itself."""
    return any(
        name.label in CLOSED
        and name.start <= start
        and end <= name.end
        and name.end - name.start > end - start
        for name in names.around(start, end)
    )
