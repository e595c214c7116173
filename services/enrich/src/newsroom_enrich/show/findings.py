"""The lists below the text: what was decided, what took place, who and what is named, who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.table import Table
from rich.text import Text

from newsroom_enrich.folding import fold
from newsroom_enrich.show import palette
from newsroom_enrich.show.safe import one_line
from newsroom_enrich.show.words import tally, what, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsroom.contracts import Entity, Event, Quotation, Resolution, Topic

_WIKIDATA = "https://www.wikidata.org/wiki/"
_QUOTED_CHARACTERS = 90
_BETWEEN = " · "
_FACT_CELLS = len("parties")


def colours(entities: Iterable[Entity]) -> dict[str, Style]:
    """The style of each entity by its folded name, so that a name has one colour on the whole page."""
    return {fold(entity.name): palette.TYPES[entity.type] for entity in entities}


def resolutions(found: Sequence[Resolution], styles: Mapping[str, Style]) -> Table:
    """A block for each resolution under the label that it has in the margin of the text."""
    table = _table(2)
    for number, resolution in enumerate(found, start=1):
        head = _head(f"{what(resolution)} {resolution.action}", resolution.status, "done")
        _append_when_and_where(head, when(resolution.date), resolution.place, styles)
        facts = {
            "title": Text(one_line(", ".join(filter(None, (resolution.symbol, resolution.title))))),
            "body": _names([resolution.body], styles),
            "vote": Text(tally(resolution.vote) if resolution.vote else ""),
            "about": Text(one_line(", ".join(resolution.subjects))),
            "parties": _names(resolution.parties, styles),
        }
        table.add_row(Text(f"R{number}", palette.RESOLUTION), _block(head, facts))
    return table


def events(found: Sequence[Event], styles: Mapping[str, Style]) -> Table:
    """A block for each event under the label that it has in the margin of the text."""
    table = _table(2)
    for number, event in enumerate(found, start=1):
        head = _head(one_line(event.name), event.status, "past")
        _append_when_and_where(head, when(event.start, event.end), event.place, styles)
        others = [name for name in event.participants if name != event.chair]
        facts = {"chair": _names([event.chair], styles), "with": _names(others, styles)}
        table.add_row(Text(f"E{number}", palette.EVENT), _block(head, facts))
    return table


def people(found: Sequence[Entity], styles: Mapping[str, Style]) -> Table:
    """A line for each role: name, title, of whom. A name stands once."""
    table = _table(3)
    for person in found:
        roles = [(one_line(role.title), _names([role.of], styles)) for role in person.roles]
        name = _name(person)
        for title, of in roles or [("", Text())]:
            table.add_row(name, Text(title), of)
            name = Text()
    return table


def lines(found: Sequence[Entity], styles: Mapping[str, Style]) -> Text:
    """A line for each entity: name, how often, and what else the text calls it."""
    del styles
    return Text("\n").join(_named(entity) for entity in found)


def flow(found: Sequence[Entity], styles: Mapping[str, Style]) -> Text:
    """The same in one paragraph: countries and places have short names."""
    del styles
    return Text.assemble((_BETWEEN, palette.DIM)).join(_named(entity) for entity in found)


def quotations(found: Sequence[Quotation], styles: Mapping[str, Style]) -> Table:
    """A line for each quotation, by its first words: the rest stands in the text."""
    table = _table(2)
    for quotation in found:
        words = one_line(quotation.evidence.quote)
        if len(words) > _QUOTED_CHARACTERS:
            words = words[:_QUOTED_CHARACTERS].rsplit(" ", 1)[0] + " …"
        speaker = _names([quotation.speaker], styles) if quotation.speaker else Text("–", palette.DIM)
        table.add_row(speaker, Text(words, palette.QUOTATION))
    return table


def topics(found: Sequence[Topic]) -> Text:
    """The topics in one paragraph, each with its IPTC code."""
    text = Text()
    for topic in found:
        text.append(_BETWEEN if text else "", palette.DIM)
        text.append(one_line(topic.name)).append(f" {one_line(topic.code)}", palette.DIM)
    return text


def _head(words: str, status: str, usual: str) -> Text:
    """The first line of a block; the status is said where it is not the usual one."""
    head = Text.assemble((words, palette.TITLE))
    return head if status == usual else head.append(f"  {status}", palette.WARNING)


def _append_when_and_where(
    head: Text, date: str | None, place: str | None, styles: Mapping[str, Style]
) -> None:
    parts = [part for part in (Text(date or ""), _names([place], styles)) if part]
    if parts:
        head.append("  ").append_text(Text(", ").join(parts))


def _names(names: Iterable[str | None], styles: Mapping[str, Style]) -> Text:
    """Names with commas between them, each in the colour of its entity."""
    return Text(", ").join(Text(one_line(name), styles.get(fold(name), Style())) for name in names if name)


def _block(head: Text, facts: Mapping[str, Text]) -> Table:
    """A heading over the facts that are known."""
    known = _table(2)
    known.columns[0].min_width = _FACT_CELLS
    for name, value in facts.items():
        if value:
            known.add_row(Text(name, palette.DIM), value)
    block = Table.grid()
    block.add_row(head)
    if known.row_count:
        block.add_row(known)
    return block


def _table(columns: int) -> Table:
    table = Table.grid(padding=(0, 2))
    for _ in range(columns):
        table.add_column(overflow="fold")
    return table


def _name(entity: Entity) -> Text:
    """The canonical name, linked to Wikidata where its id is known, with the code of a country."""
    style = palette.TYPES[entity.type]
    if entity.wikidata and entity.wikidata.isalnum():
        style = style.update_link(_WIKIDATA + entity.wikidata)
    text = Text.assemble((one_line(entity.name), style))
    if entity.country and entity.type in {"country", "place"}:
        text.append(f" {one_line(entity.country)}", palette.DIM)
    return text


def _named(entity: Entity) -> Text:
    """As in "NATO ×2 (North Atlantic Treaty Organization)"."""
    forms = _other_forms(entity)
    count = f" ×{len(entity.mentions)}" if len(entity.mentions) > 1 else ""
    return _name(entity).append(count + (f" ({forms})" if forms else ""), palette.DIM)


def _other_forms(entity: Entity) -> str:
    """What else the text calls it, each form once; a part of the name is no news."""
    told = f"{fold(entity.name)} {fold(entity.country or '')}"
    forms: dict[str, str] = {}
    for mention in entity.mentions:
        if fold(mention.text) not in told:
            forms.setdefault(fold(mention.text), one_line(mention.text))
    return ", ".join(forms.values())
