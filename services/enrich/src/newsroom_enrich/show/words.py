"""Values of a summary as a person would say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.contracts import Resolution, Vote

_MONTHS = "January February March April May June July August September October November December".split()
_PLURALS = {"sanctions": "sanctions", "memorandum": "memoranda"}


def number(count: int, singular: str, plural: str | None = None) -> str:
    """The count and the noun for it: 1 person, 3 people."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def what(resolution: Resolution) -> str:
    """Count and kind: "22 resolutions", "declaration", "several agreements"."""
    if resolution.count == 1:
        return resolution.kind
    plural = _plural(resolution.kind)
    return f"several {plural}" if resolution.count is None else f"{resolution.count:,} {plural}"


def _plural(kind: str) -> str:
    if kind in _PLURALS:
        return _PLURALS[kind]
    return kind[:-1] + "ies" if kind.endswith("y") else kind + "s"


def when(start: str | None, end: str | None = None) -> str | None:
    """Partial ISO dates as "21 May 2024", "3–4 July 2024", "July 2024"; None where there is none."""
    if start is None or end is None or start == end:
        date = start or end
        return None if date is None else " ".join(_parts(date))
    first, last = _parts(start), _parts(end)
    while len(first) > 1 and len(first) == len(last) and first[-1] == last[-1]:
        first, last = first[:-1], last[:-1]
    shared = _parts(end)[len(last) :]
    dash = "–" if len(first) == len(last) == 1 else " – "
    return " ".join([" ".join(first) + dash + " ".join(last), *shared])


def _parts(date: str) -> list[str]:
    """Day, month and year, as far as they are known."""
    year, *rest = date.split("-")
    month = [_MONTHS[(int(rest[0]) - 1) % 12]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return [*day, *month, year]


def tally(vote: Vote) -> str:
    """As in "13 for, 0 against, 2 abstentions" or "unanimous"; empty where the vote says nothing."""
    counts = [
        "unanimous" if vote.unanimous else "",
        "" if vote.for_ is None else f"{vote.for_} for",
        "" if vote.against is None else f"{vote.against} against",
        "" if vote.abstentions is None else number(vote.abstentions, "abstention"),
    ]
    return ", ".join(filter(None, counts))
