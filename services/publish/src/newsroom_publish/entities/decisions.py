"""What an operator decided: which id was merged into which. Pure.

Every id has at most one decision of its own, so the groups follow from the set of decisions alone, in
whatever order they were made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType

from newsroom.errors import NewsroomError

ITSELF = ""
"""Stands where an id was split off: it is joined with no other, not even by its name."""


class DecisionError(NewsroomError):
    """A decision that contradicts another; the sentence says which, and what to do."""


@dataclass(frozen=True)
class Decisions:
    """`into` tells for each decided id which id it was merged into, or ITSELF."""

    into: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    _children: Mapping[str, frozenset[str]] = field(init=False, repr=False, compare=False)
    _joined: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: defaultdict[str, set[str]] = defaultdict(set)
        for child, parent in self.into.items():
            if parent != ITSELF:
                children[parent].add(child)
        object.__setattr__(self, "_children", {parent: frozenset(ids) for parent, ids in children.items()})
        object.__setattr__(self, "_joined", frozenset(children).union(*children.values()))

    def decided(self, entity_id: str) -> bool:
        """Whether there is a decision on this id itself."""
        return entity_id in self.into

    def parent(self, entity_id: str) -> str | None:
        """The id that this one was merged into; None for one that stands for itself."""
        return self.into.get(entity_id) or None

    def children(self, entity_id: str) -> frozenset[str]:
        """The ids that were merged into this very one."""
        return self._children.get(entity_id, frozenset())

    def root(self, entity_id: str) -> str:
        """The id that the decisions lead to."""
        for _ in self.into:  # a path is never longer, even if someone wrote a circle into the store
            parent = self.parent(entity_id)
            if parent is None:
                break
            entity_id = parent
        return entity_id

    def tree(self, entity_id: str) -> frozenset[str]:
        """Every id that decisions join with this one, itself included."""
        found, frontier = set[str](), {self.root(entity_id)}
        while frontier:
            found |= frontier
            frontier = {child for one in frontier for child in self.children(one)} - found
        return frozenset(found)

    def joined(self, ids: AbstractSet[str]) -> frozenset[str]:
        """The trees of those ids that any decision joins with others."""
        return frozenset().union(*(self.tree(one) for one in ids & self._joined))

    def merged(self, keep: str, gone: str) -> Decisions:
        """With `gone` merged into `keep`; unchanged where it is already. Raises DecisionError."""
        if keep == gone:
            raise DecisionError(f"{keep} is {gone} already: name two different ids.")
        parent = self.parent(gone)
        if parent == keep:
            return self
        if parent is not None:
            raise DecisionError(
                f"{gone} is merged into {parent} already: merge {self.root(gone)} too to join them all, "
                f"or split {gone} first."
            )
        if self.root(keep) == gone:
            raise DecisionError(
                f"{keep} is merged into {gone} already: split {keep} first to turn it the other way round."
            )
        return Decisions(MappingProxyType({**self.into, gone: keep}))

    def split(self, entity_id: str) -> Decisions:
        """With this id standing for itself, and what was merged into it staying with it."""
        return Decisions(MappingProxyType({**self.into, entity_id: ITSELF}))
