"""Colours: of the 256 that terminals have had for decades, those that read on black and on white."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from newsroom.contracts import EntityType

TYPES: dict[EntityType, Style] = {
    "person": Style(color="color(38)", bold=True),
    "organization": Style(color="color(172)", bold=True),
    "country": Style(color="color(71)", bold=True),
    "place": Style(color="color(69)", bold=True),
    "event": Style(color="color(169)", bold=True),
}
RESOLUTION = Style(color="color(203)", bold=True)
EVENT = TYPES["event"]
QUOTATION = Style(italic=True)
EVIDENCE = Style(underline=True)
DIM = Style(dim=True)
TITLE = Style(bold=True)
WARNING = Style(color="color(214)")
