"""What an operator decided: which id was merged into which. Pure.

Every id has at most one decision of its own, so the groups follow from the set of decisions alone, in
whatever order they were made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
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

    @cached_property
    def _children(self) -> Mapping[str, frozenset[str]]:
        children: defaultdict[str, set[str]] = defaultdict(set)
        for child, parent in self.into.items():
            if parent != ITSELF:
                children[parent].add(child)
        return {parent: frozenset(ids) for parent, ids in children.items()}

    @cached_property
    def _joined(self) -> frozenset[str]:
        """The ids that are not alone."""
        return frozenset(self._children).union(*self._children.values())

    def merged(self, keep: str, gone: str) -> Decisions:
        """With `gone` merged into `keep`; unchanged where it is already. Raises DecisionError."""
        if keep == gone:
            raise DecisionError(f"{keep} is {gone} already: name two different ids.")
        parent = self.parent(gone)
        if parent == keep:
            return self
        if self.root(keep) == gone:
            raise DecisionError(
                f"{keep} is merged into {gone} already: split {keep} first to turn it the other way round."
            )
        if parent is not None:
            raise DecisionError(f"{gone} is merged into {parent} already: {self._way_out(keep, gone)}")
        return Decisions(MappingProxyType({**self.into, gone: keep}))

    def _way_out(self, keep: str, gone: str) -> str:
        root = self.root(gone)
        if root == self.root(keep):
            return f"it is one with {keep}."
        return f"merge {root} into {keep} to join them all, or split {gone} first."

    def split(self, entity_id: str) -> Decisions:
        """With this id standing for itself, and what was merged into it staying with it."""
        return Decisions(MappingProxyType({**self.into, entity_id: ITSELF}))
