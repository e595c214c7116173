"""Weights that were learned of facts with a name: small linear models that can be read (data/*.json)."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model over facts that hold or do not."""

    bias: float
    by_fact: Mapping[str, float]

    def score(self, facts: Iterable[str]) -> float:
        """The logarithm of the odds; facts without a weight count for nothing."""
        return self.bias + sum(self.by_fact.get(fact, 0.0) for fact in facts)

    def probability(self, facts: Iterable[str]) -> float:
        """From 0 to 1."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score(facts)))))


@cache
def trained(name: str) -> Weights:
    """The weights of data/NAME.json, as they came out of the training."""
    stored = json.loads((resources.files("newsroom_enrich") / "data" / f"{name}.json").read_text("utf-8"))
    return Weights(stored["bias"], stored["weights"])
