"""The weights of the facts, and the probability that they come to."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME = "decisions.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over facts that hold or do not."""

    bias: float
    by_fact: Mapping[str, float]

    def probability(self, facts: Iterable[str]) -> float:
        """From 0 to 1; facts without a weight count for nothing."""
        score = self.bias + sum(self.by_fact.get(fact, 0.0) for fact in facts)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def trained() -> Weights:
    """The weights that came out of the training."""
    stored = json.loads((resources.files("newsroom_enrich") / "data" / NAME).read_text("utf-8"))
    return Weights(stored["bias"], stored["weights"])
