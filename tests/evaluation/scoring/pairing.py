"""Which given item stands for which wanted one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

G = TypeVar("G")
W = TypeVar("W")


def pair(given: Sequence[G], wanted: Sequence[W], likeness: Callable[[G, W], float]) -> dict[int, int]:
    """Index of the wanted item -> index of the given one; each item is in at most one pair.

    The most alike are paired first, at equal likeness those that come first. Without likeness (0) no pair.
    """
    candidates = [
        (-score, at_given, at_wanted)
        for at_given, one in enumerate(given)
        for at_wanted, other in enumerate(wanted)
        if (score := likeness(one, other)) > 0
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at_given, at_wanted in sorted(candidates):
        if at_given not in taken and at_wanted not in pairs:
            taken.add(at_given)
            pairs[at_wanted] = at_given
    return pairs
