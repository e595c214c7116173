"""What is counted, and what follows from the counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable
    from collections.abc import Set as AbstractSet


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1 from 0 to 1, rounded to three places; `gold` items were to be found.

    Where nothing was given (or nothing was to be found), nothing is wrong: the ratio is 1.
    """

    precision: float
    recall: float
    f1: float
    gold: int


@dataclass(slots=True)
class Tally:
    """Items given and wanted (hits), given only (spurious), wanted only (missed)."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0

    def figure(self) -> Figure:
        given, wanted = self.hits + self.spurious, self.hits + self.missed
        precision = self.hits / given if given else 1.0
        recall = self.hits / wanted if wanted else 1.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return Figure(round(precision, 3), round(recall, 3), round(f1, 3), wanted)


@dataclass(slots=True)
class Ledger:
    """Tallies by the name of the figure, and a line for each mistake."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    mistakes: list[str] = field(default_factory=list)

    def count(self, figure: str, *, hits: int = 0, spurious: int = 0, missed: int = 0) -> None:
        tally = self.tallies[figure]
        tally.hits += hits
        tally.spurious += spurious
        tally.missed += missed

    def compare(self, figure: str, given: AbstractSet[Hashable], wanted: AbstractSet[Hashable]) -> None:
        """Count each value of two sets."""
        common = len(given & wanted)
        self.count(figure, hits=common, spurious=len(given) - common, missed=len(wanted) - common)

    def verdict(self, figure: str, *, right: bool) -> None:
        """Count one given value that is right or wrong."""
        self.count(figure, hits=int(right), spurious=int(not right))

    def note(self, case_id: str, mistake: str) -> None:
        self.mistakes.append(f"{case_id}: {mistake}")

    def figures(self) -> dict[str, Figure]:
        return {name: self.tallies[name].figure() for name in sorted(self.tallies)}
