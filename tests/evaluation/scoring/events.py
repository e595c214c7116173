"""Events: which were found, and what was said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.names import KnownNames, fold
from scoring.pairing import pair

if TYPE_CHECKING:
    from newsroom.contracts import Event, Summary
    from scoring.cases import Case, GoldEvent
    from scoring.ledger import Ledger

# Words that most names of meetings share: they tell nothing apart.
_COMMON_WORDS = {"meeting", "of", "a", "and", "in", "session"}
_SAME_START_BONUS = 0.2


def score_events(case: Case, summary: Summary, ledger: Ledger) -> None:
    """Count `events.found` and `events.slots`."""
    given, wanted = summary.events, case.gold.events
    pairs = pair(given, wanted, _likeness)
    hits = len(pairs)
    ledger.count("events.found", hits=hits, spurious=len(given) - hits, missed=len(wanted) - hits)
    names = KnownNames(case.gold.entities)
    for at, gold in enumerate(wanted):
        found = _slots(given[pairs[at]], names) if at in pairs else set()
        asked = _slots(gold, names)
        ledger.compare("events.slots", found, asked)
        if at not in pairs:
            ledger.note(case.id, f"missed event {gold.name!r}")
            continue
        for name, value in sorted(asked - found):
            ledger.note(case.id, f"event {gold.name!r}: missed {name} {value!r}")
        for name, value in sorted(found - asked):
            ledger.note(case.id, f"event {gold.name!r}: wrong {name} {value!r}")
    for got, event in enumerate(given):
        if got not in pairs.values():
            ledger.count("events.slots", spurious=len(_slots(event, names)))
            ledger.note(case.id, f"spurious event {event.name!r}")


def _likeness(given: Event, wanted: GoldEvent) -> float:
    """The share of the telling words that both names have, and a little more for the same first day."""
    ours = set(fold(given.name).split()) - _COMMON_WORDS
    theirs = set(fold(wanted.name).split()) - _COMMON_WORDS
    common = ours & theirs
    if not common:
        return 0
    return len(common) / len(ours | theirs) + _SAME_START_BONUS * (given.start == wanted.start)


def _slots(event: Event | GoldEvent, names: KnownNames) -> set[tuple[str, str]]:
    slots = {(name, value) for name in ("start", "end", "status") if (value := getattr(event, name))}
    slots |= {
        (name, names.canonical(value)) for name in ("place", "chair") if (value := getattr(event, name))
    }
    return slots | {("participant", person) for person in names.canonicals(event.participants)}
