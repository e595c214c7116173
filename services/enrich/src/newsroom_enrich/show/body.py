"""The text of the report, wrapped, with its marks and with a margin for the evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from newsroom_enrich.show.safe import harmless, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console, ConsoleOptions

    from newsroom_enrich.show.marks import Mark, Note

_BAR = "▎"
_MIN_WIDTH = 10


@dataclass(frozen=True, slots=True)
class Body:
    """A renderable. Marks and notes are offsets in `text`; what reaches beyond it is cut off."""

    text: str
    marks: Sequence[Mark]
    notes: Sequence[Note]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The wrapped lines, each with its margin; one empty line for any number of blank ones."""
        margin = _Margin(deque(self.notes))
        width = max(options.max_width - margin.width, _MIN_WIDTH)
        was_blank = True
        for start, line in self._lines():
            if is_blank(line.plain):
                if not was_blank or margin.waiting:
                    yield margin.beside(Text(), start, start)
                was_blank = True
                continue
            was_blank = False
            position = 0
            for row in line.wrap(console, width, overflow="fold"):
                position = max(line.plain.find(row.plain, position), position)
                end = position + len(row)
                yield margin.beside(row, start + position, start + end)
                position = end
        yield from margin.rest()

    def _lines(self) -> Iterator[tuple[int, Text]]:
        """Each line of the text with the offset of its start, marked."""
        lines = harmless(self.text).split("\n")
        starts = [0]
        for line in lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        marked: dict[int, list[Mark]] = defaultdict(list)
        for mark in self.marks:
            for number in range(bisect_right(starts, mark.start) - 1, bisect_right(starts, mark.end)):
                marked[number].append(mark)
        for number, (start, line) in enumerate(zip(starts, lines, strict=True)):
            text = Text(line)
            for mark in marked[number]:
                text.stylize(mark.style, max(mark.start - start, 0), max(mark.end - start, 0))
            yield start, text


class _Margin:
    """Labels at the line where their evidence starts, and a bar beside every line of it.

    Where several start on one line, the next labels wait for the next lines.
    """

    def __init__(self, notes: deque[Note]) -> None:
        self._labels = max((cell_len(note.label) for note in notes), default=0)
        self.width = self._labels + 3 if notes else 0
        self._coming = notes
        self._open: list[Note] = []
        self.waiting: deque[Note] = deque()

    def beside(self, row: Text, start: int, end: int) -> Text:
        """The row, which shows text[start:end], with what stands beside it."""
        while self._coming and self._coming[0].start < max(end, start + 1):
            note = self._coming.popleft()
            self._open.append(note)
            self.waiting.append(note)
        self._open = [note for note in self._open if note.end > start]
        beside = max(self._open, key=lambda note: note.start, default=None)
        return self._line(row, beside if row else None)

    def rest(self) -> Iterator[Text]:
        """Lines for the labels that found none."""
        self.waiting.extend(self._coming)
        while self.waiting:
            yield self._line(Text(), None)

    def _line(self, row: Text, beside: Note | None) -> Text:
        if not self.width:
            return row
        label = self.waiting.popleft() if self.waiting else None
        margin = Text((label.label if label else "").rjust(self._labels), style=label.style if label else "")
        margin.append(" ")
        margin.append(_BAR if beside else " ", beside.style if beside else "")
        line = Text.assemble(margin, " ", row)
        line.rstrip()
        return line
