"""The page: head, text, legend and lists, in one column or, on a wide terminal, in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from newsroom_enrich.show import findings, palette
from newsroom_enrich.show.body import Body
from newsroom_enrich.show.marks import marks, notes
from newsroom_enrich.show.safe import one_line
from newsroom_enrich.show.words import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rich.console import RenderableType
    from rich.style import Style

    from newsroom.contracts import Entity, EntityType, Report, Summary

# From here on two columns are easier to read than lines as long as the terminal.
TWO_COLUMNS_FROM = 140
_GAP = 4
_ITEM_GAP = "   "


def render(report: Report, summary: Summary, width: int) -> RenderableType:
    """The report with what the summary says about it, `width` cells wide, for any rich console.

    Nothing of the report can act on the terminal; without colours the margin still shows the evidence.
    """
    text = Body(report.text, marks(summary), notes(summary))
    lists = Group(*_spaced(list(_lists(summary))))
    legend = _legend(summary, width)
    head = [_head(report, summary), *([legend] if legend else []), Text()]
    if not lists.renderables:
        return Constrain(Group(*head, text), width)
    if width < TWO_COLUMNS_FROM:
        return Constrain(Group(*head, text, Rule(style=palette.DIM), lists), width)
    columns = Table.grid(padding=(0, _GAP))
    columns.add_column(width=(width - _GAP) * 11 // 20)
    columns.add_column(width=(width - _GAP) * 9 // 20)
    columns.add_row(text, lists)
    return Constrain(Group(*head, columns), width)


def _spaced(parts: list[RenderableType]) -> list[RenderableType]:
    """The parts with an empty line between them."""
    return [Padding(part, (1 if number else 0, 0, 0, 0)) for number, part in enumerate(parts)]


def _head(report: Report, summary: Summary) -> Text:
    """Title, source and date; and in words where the summary is not complete."""
    facts = [
        one_line(report.source.name),
        f"{report.published_at:%d %B %Y, %H:%M} UTC".lstrip("0") if report.dated else "undated",
        one_line(summary.language or "language unknown"),
        number(len(report.text.split()), "word"),
    ]
    text = Text()
    title = one_line(report.title)
    if title:
        text.append(title + "\n", palette.TITLE)
    text.append(" · ".join(facts), palette.DIM)
    for trouble in _troubles(summary):
        text.append(f"\n{trouble}", palette.WARNING)
    return text


def _troubles(summary: Summary) -> Iterator[str]:
    if summary.status == "canceled":
        yield "Withdrawn by its source."
    if summary.problems:
        yield f"Partial: these components failed: {one_line(', '.join(summary.problems))}."
    elif summary.enrichment == "partial":
        yield "Partial: no pipeline for this language (setting enrich.pipelines), or the text is too long."


def _lists(summary: Summary) -> Iterator[RenderableType]:
    """Each list that has something in it, under its heading."""
    styles = findings.colours(summary.entities)
    if summary.resolutions:
        yield _section("Resolutions", palette.RESOLUTION, findings.resolutions(summary.resolutions, styles))
    if summary.events:
        yield _section("Events", palette.EVENT, findings.events(summary.events, styles))
    entities = _by_type(summary)
    for kind, (heading, listed) in _ENTITIES.items():
        if entities[kind]:
            yield _section(heading, palette.TYPES[kind], listed(entities[kind], styles))
    if summary.quotations:
        yield _section("Quotations", palette.QUOTATION, findings.quotations(summary.quotations, styles))
    if summary.topics:
        yield _section("Topics", palette.TITLE, findings.topics(summary.topics))


def _by_type(summary: Summary) -> dict[EntityType, list[Entity]]:
    """The entities by type; an event that is told under Events is not named again."""
    told = {event.name for event in summary.events}
    found: dict[EntityType, list[Entity]] = {kind: [] for kind in palette.TYPES}
    for entity in summary.entities:
        if entity.type != "event" or entity.name not in told:
            found[entity.type].append(entity)
    return found


_ENTITIES: dict[EntityType, tuple[str, Callable[[Sequence[Entity], Mapping[str, Style]], RenderableType]]] = {
    "person": ("People", findings.people),
    "organization": ("Organizations and bodies", findings.lines),
    "country": ("Countries", findings.flow),
    "place": ("Places", findings.flow),
    "event": ("Also named", findings.lines),
}
_COUNTED: dict[EntityType, tuple[str, str]] = {
    "person": ("person", "people"),
    "organization": ("organization", "organizations"),
    "country": ("country", "countries"),
    "place": ("place", "places"),
}


def _legend(summary: Summary, width: int) -> Text:
    """What the colours and the margin mean, with how many there are of each."""
    entities = _by_type(summary)
    counted = [
        (number(len(entities[kind]), *words), palette.TYPES[kind])
        for kind, words in _COUNTED.items()
        if entities[kind]
    ]
    if summary.resolutions:
        counted.append((f"R {number(len(summary.resolutions), 'resolution')}", palette.RESOLUTION))
    if summary.events:
        counted.append((f"E {number(len(summary.events), 'event')}", palette.EVENT))
    if summary.quotations:
        counted.append((number(len(summary.quotations), "quotation"), palette.QUOTATION))
    return _unbroken([Text(words, style) for words, style in counted], width)


def _unbroken(items: list[Text], width: int) -> Text:
    """The items in lines of at most `width`, broken between items only."""
    text, used = Text(), 0
    for item in items:
        gap = "" if not used else _ITEM_GAP if used + len(_ITEM_GAP) + len(item) <= width else "\n"
        used = len(item) if gap == "\n" else used + len(gap) + len(item)
        text.append(gap).append_text(item)
    return text


def _section(heading: str, style: Style, content: RenderableType) -> RenderableType:
    return Group(Text(heading, style), Padding(content, (0, 0, 0, 2)))
