"""Resolutions: which were found, and what was said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.names import KnownNames, fold
from scoring.pairing import pair

if TYPE_CHECKING:
    from newsroom.contracts import Resolution, Summary
    from scoring.cases import Case, GoldResolution
    from scoring.ledger import Ledger

# One value of one slot; a slot with several values (parties, subjects) has one for each.
Slot = tuple[str, object]


def score_resolutions(case: Case, summary: Summary, ledger: Ledger) -> None:
    """Count `resolutions.found`, `resolutions.slots` with one figure for each slot, and `offsets`."""
    given, wanted = summary.resolutions, case.gold.resolutions
    for item in given:
        ledger.verdict("offsets", right=_quoted(case, item))
    pairs = pair(given, wanted, lambda one, other: _likeness(case, one, other))
    hits = len(pairs)
    ledger.count("resolutions.found", hits=hits, spurious=len(given) - hits, missed=len(wanted) - hits)
    names = KnownNames(case.gold.entities)
    for at, gold in enumerate(wanted):
        found = _slots(given[pairs[at]], names) if at in pairs else set()
        _compare(found, _slots(gold, names), ledger)
        _note(case, gold, found if at in pairs else None, names, ledger)
    for got, item in enumerate(given):
        if got not in pairs.values():
            ledger.count("resolutions.slots", spurious=len(_slots(item, names)))
            ledger.note(case.id, f"spurious resolution: {_label(item)}")


def _quoted(case: Case, item: Resolution) -> bool:
    return case.text[item.evidence.start : item.evidence.end] == item.evidence.quote


def _likeness(case: Case, given: Resolution, wanted: GoldResolution) -> float:
    """Common evidence or the same symbol makes two items comparable; then the kind says most."""
    common = _common_share(case, given, wanted)
    same_symbol = bool(given.symbol) and fold(given.symbol) == fold(wanted.symbol)
    if not common and not same_symbol:
        return 0
    return (
        common
        + 2 * (given.kind == wanted.kind)
        + (given.action == wanted.action)
        + (given.count == wanted.count)
        + 0.5 * (given.status == wanted.status)
    )


def _common_share(case: Case, given: Resolution, wanted: GoldResolution) -> float:
    """The part of the shorter evidence that lies within the other, 0 to 1."""
    start = case.text.index(wanted.evidence)
    end = start + len(wanted.evidence)
    common = min(given.evidence.end, end) - max(given.evidence.start, start)
    shorter = min(given.evidence.end - given.evidence.start, end - start)
    return max(0.0, common / max(1, shorter))


def _slots(item: Resolution | GoldResolution, names: KnownNames) -> set[Slot]:
    """The filled slots. Titles are not compared: they may be worded freely."""
    plain = {"kind": item.kind, "action": item.action, "status": item.status}
    slots: set[Slot] = set(plain.items())
    slots |= {(name, value) for name in ("count", "date") if (value := getattr(item, name)) is not None}
    if item.symbol:
        slots.add(("symbol", fold(item.symbol)))
    slots |= {(name, names.canonical(value)) for name in ("body", "place") if (value := getattr(item, name))}
    if item.vote:
        slots.add(("vote", (item.vote.for_, item.vote.against, item.vote.abstentions)))
    slots |= {("party", party) for party in names.canonicals(item.parties)}
    slots |= {("subject", fold(subject)) for subject in item.subjects}
    return slots


def _compare(given: set[Slot], wanted: set[Slot], ledger: Ledger) -> None:
    """A wrong value is one spurious and one missed."""
    ledger.compare("resolutions.slots", given, wanted)
    for slot in {name for name, _ in given | wanted}:
        ledger.compare(
            f"resolutions.{slot}",
            {value for name, value in given if name == slot},
            {value for name, value in wanted if name == slot},
        )


def _note(
    case: Case, gold: GoldResolution, found: set[Slot] | None, names: KnownNames, ledger: Ledger
) -> None:
    if found is None:
        ledger.note(case.id, f"missed resolution: {_label(gold)}")
        return
    wanted = _slots(gold, names)
    for name, value in sorted(wanted - found, key=str):
        ledger.note(case.id, f"resolution {gold.kind}: missed {name} {value!r}")
    for name, value in sorted(found - wanted, key=str):
        ledger.note(case.id, f"resolution {gold.kind}: wrong {name} {value!r}")


def _label(item: Resolution | GoldResolution) -> str:
    return " ".join(
        str(part) for part in (item.action, item.count, item.kind, item.title) if part is not None
    )
