"""What is marked in the text: entities, quotations, and the evidence of resolutions and events."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.show import palette

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style

    from newsroom.contracts import Event, Resolution, Summary


@dataclass(frozen=True, slots=True)
class Mark:
    """text[start:end] in a style."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Note:
    """A label for the margin, such as R1, beside the evidence text[start:end]."""

    start: int
    end: int
    label: str
    style: Style


def marks(summary: Summary) -> list[Mark]:
    """All marks in the order in which to apply them: where they overlap, the shorter one shows."""
    found = [
        Mark(mention.start, mention.end, palette.TYPES[entity.type])
        for entity in summary.entities
        for mention in entity.mentions
    ]
    found += [Mark(note.start, note.end, palette.EVIDENCE) for note in notes(summary)]
    found += [
        Mark(quotation.evidence.start, quotation.evidence.end, palette.QUOTATION)
        for quotation in summary.quotations
    ]
    return sorted(found, key=lambda mark: mark.start - mark.end)


def notes(summary: Summary) -> list[Note]:
    """The labels of resolutions and events in the order of the text; those that share evidence share one."""
    found = [*_labelled("R", summary.resolutions, palette.RESOLUTION)]
    found += _labelled("E", summary.events, palette.EVENT)
    return sorted(found, key=lambda note: (note.start, -note.end))


def _labelled(letter: str, findings: Sequence[Resolution | Event], style: Style) -> Iterator[Note]:
    numbers: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, finding in enumerate(findings, start=1):
        numbers[finding.evidence.start, finding.evidence.end].append(number)
    for (start, end), sharing in numbers.items():
        yield Note(start, end, letter + ",".join(map(str, sharing)), style)
