"""Facts of a summary in words, for feeds and pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.contracts import Entity, Event, Resolution, Vote
    from newsroom.settings import Filter

_PLURALS = {
    "communique": "communiqués",
    "memorandum": "memorandums",
    "treaty": "treaties",
    "strategy": "strategies",
    "sanctions": "sets of sanctions",
}
_SINGULARS = {"communique": "communiqué"}
_NEGATIVE_ACTIONS = frozenset({"rejected", "vetoed"})


def resolution_line(resolution: Resolution) -> str:
    """Such as "22 resolutions signed · SCO Council of Foreign Ministers · Astana, 21 May 2024"."""
    when = human_date(resolution.date) if resolution.date else None
    parts = (
        resolution_headline(resolution),
        f"“{resolution.title}”" if resolution.title else None,
        resolution.body,
        ", ".join(part for part in (resolution.place, when) if part),
        vote_line(resolution.vote) if resolution.vote else None,
    )
    return " · ".join(part for part in parts if part)


def resolution_headline(resolution: Resolution) -> str:
    """Such as "Resolution 2699 (2023) adopted", "Treaties to be signed", "Decision not approved"."""
    words = (_documents(resolution), resolution.symbol, _outcome(resolution))
    sentence = " ".join(word for word in words if word)
    return sentence[:1].upper() + sentence[1:]


def _documents(resolution: Resolution) -> str:
    kind, count = resolution.kind, resolution.count
    singular, plural = _SINGULARS.get(kind, kind), _PLURALS.get(kind, f"{kind}s")
    if count is None:
        return kind if kind == "sanctions" else plural
    return singular if count == 1 else f"{count} {plural}"


def _outcome(resolution: Resolution) -> str:
    # "Agreements agreed" is no English.
    reached = resolution.kind == "agreement" and resolution.action == "agreed"
    action = "reached" if reached else resolution.action
    if resolution.status == "planned":
        return f"to be {action}"
    if resolution.status == "failed" and resolution.action not in _NEGATIVE_ACTIONS:
        return f"not {action}"
    return action


def vote_line(vote: Vote) -> str:
    """Such as "13 for, 0 against, 2 abstentions"; empty when the report gives no figure."""
    abstentions = "abstention" if vote.abstentions == 1 else "abstentions"
    figures = ((vote.for_, "for"), (vote.against, "against"), (vote.abstentions, abstentions))
    counted = ", ".join(f"{number} {what}" for number, what in figures if number is not None)
    return ", ".join(part for part in ("unanimous" if vote.unanimous else "", counted) if part)


def event_line(event: Event) -> str:
    """Such as "Astana Summit · Astana, 3–4 July 2024"."""
    when = human_date_range(event.start, event.end) if event.start else None
    where = ", ".join(part for part in (event.place, when) if part)
    return " · ".join(part for part in (event.name, where) if part)


def roles_line(person: Entity) -> str:
    """The person's roles, grouped by what they are of: "President and Chair, Iran; Envoy, UN"."""
    titles: dict[str, list[str]] = {}
    for role in person.roles:
        held = titles.setdefault(role.of or "", [])
        if role.title not in held:
            held.append(role.title)
    return "; ".join(
        " and ".join(held) + (f", {of}" if of and not _names(held[-1], of) else "")
        for of, held in titles.items()
    )


def _names(title: str, of: str) -> bool:
    return of.casefold() in title.casefold()


def human_date(partial: str) -> str:
    """A partial ISO date as a person writes it; what is no date of the calendar stays as it is."""
    try:
        match partial.split("-"):
            case [year]:
                return year
            case [year, month]:
                return f"{date(int(year), int(month), 1):%B} {int(year)}"
            case _:
                day = date.fromisoformat(partial)
                return f"{day.day} {day:%B} {day.year}"
    except ValueError:
        return partial


def human_date_range(start: str, end: str | None) -> str:
    """Such as "3–4 July 2024" or "30 June – 2 July 2024"."""
    if not end or end == start:
        return human_date(start)
    first, last = human_date(start).split(" "), human_date(end).split(" ")
    if len(first) == len(last) == 3 and first[2] == last[2]:
        return (
            f"{first[0]}–{' '.join(last)}"
            if first[1] == last[1]
            else f"{' '.join(first[:2])} – {' '.join(last)}"
        )
    return f"{human_date(start)} – {human_date(end)}"


def human_moment(moment: datetime) -> str:
    """Such as "22 May 2024, 09:00 UTC"; takes a moment in UTC."""
    return f"{moment.day} {moment:%B} {moment.year}, {moment:%H:%M} UTC"


def filter_line(wanted: Filter) -> str:
    """The filter in words: "country KZ or UZ, kind resolution"; empty when it admits all."""
    return ", ".join(
        f"{'words' if field == 'q' else field} {_either(values)}" for field, values in wanted if values
    )


def _either(values: Iterable[str]) -> str:
    return " or ".join(values)
