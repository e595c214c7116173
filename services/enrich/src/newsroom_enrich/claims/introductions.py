"""Acronyms in brackets after what they stand for: both are one thing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.claims.kinds import label_of_head
from newsroom_enrich.folding import abbreviates
from newsroom_enrich.mending import is_document

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_BRACKETED = re.compile(r" \((?P<acronym>[A-Z][\w&+./-]{1,11})\)")


def _label(full: str, short: str, surface: str) -> str:
    """What the head noun told of the name, else an organization where one of the two is."""
    if is_document(surface):
        return "LAW"
    if full in {"LAW", "EVENT"} and label_of_head(surface) == full:
        return full
    return "ORG" if "ORG" in {full, short} else full


def introductions(reading: Reading, names: NameList) -> None:
    """Settle the label of a name and of its acronym where the model gives them two."""
    for match in _BRACKETED.finditer(reading.text):
        start, end = match.span("acronym")
        full = next(iter(names.around(match.start() - 1, match.start())), None)
        short = next(iter(names.around(start, end)), None)
        if full is None or short is None or full.label == short.label or full.body or short.body:
            continue
        if short.label == "EVENT" and match["acronym"][-1].isdigit():  # "(COP10)": one of its sessions
            continue
        surface = reading.text[full.start : full.end]
        if full.end == match.start() and abbreviates(match["acronym"], surface) and not full.country:
            label = _label(full.label, short.label, surface)
            names.put(replace(full, label=label), replace(short, label=label, start=start, end=end))
