"""Names that do not overlap, in the order of the text, found by their place in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom_enrich.annotations import Name


class NameList:
    """A sorted list of names without overlaps. Where names overlap, the longer wins, then the earlier."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._starts: list[int] = []
        self._names: list[Name] = []
        for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
            if not self.around(name.start, name.end):
                self.put(name)

    def __iter__(self) -> Iterator[Name]:
        return iter(self._names)

    def around(self, start: int, end: int) -> Sequence[Name]:
        """The names that overlap text[start:end]."""
        first, last = self._range(start, end)
        return self._names[first:last]

    def put(self, *names: Name) -> None:
        """Add names in the place of all that they overlap."""
        for name in names:
            first, last = self._range(name.start, name.end)
            self._starts[first:last] = [name.start]
            self._names[first:last] = [name]

    def drop(self, start: int, end: int) -> None:
        """Remove the names that overlap text[start:end]."""
        first, last = self._range(start, end)
        del self._starts[first:last]
        del self._names[first:last]

    def _range(self, start: int, end: int) -> tuple[int, int]:
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self._names[first].end <= start:
            first += 1
        return first, max(first, bisect_left(self._starts, end))
