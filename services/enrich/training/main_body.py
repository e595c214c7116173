"""Train what tells which body a report is about: python -m training.main_body [--output FILE] REPORTS ...

Learns from folders of annotated reports, one JSON file each. Of the bodies that a report names, and of none,
the right one is that which took most of its decisions. The model is a conditional logit: the odds of each
are the sum of the weights of its facts (components/resolutions/body_facts.py), so its weights can be read.

McFadden, D. (1974), Conditional logit analysis of qualitative choice behavior.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from newsroom_enrich import model
from newsroom_enrich.components.resolutions.finder import Finder
from newsroom_enrich.folding import fold
from newsroom_enrich.pipeline import STEPS, assemble
from training.reports import read_annotated, readable, reading_of_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.language import Language

    from newsroom_enrich.components.resolutions.body_facts import BodyFacts

RIDGE = 4.0
MIN_COUNT = 3  # a fact seen less often says nothing about others
MAX_STEPS = 30
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """The facts of all bodies of a report, at last those of none; and which of them are right."""

    facts: tuple[frozenset[str], ...]
    right: frozenset[int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the weights where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, help="where to write the weights")
    parser.add_argument(
        "--hold-out", type=int, metavar="N", help="train on all but each Nth report, and test"
    )
    parser.add_argument("reports", nargs="+", type=Path, help="folders of annotated reports")
    options = parser.parse_args(arguments)
    nlp = assemble(model.load(), STEPS[: STEPS.index("resolutions")])
    told = (choice_of(nlp, case) for case in read_annotated(options.reports))
    choices = [choice for choice in told if choice is not None]
    if options.hold_out:
        _say(f"{len(choices)} reports, {held_out(choices, options.hold_out):.3f} right where held out")
    names, weights = fit(choices)
    _say(f"{len(choices)} reports, {len(names)} facts")
    if options.output:
        stored = {"bias": 0.0, "weights": readable(names, weights, _DECIMALS)}
        options.output.write_text(json.dumps(stored, indent=0, ensure_ascii=False) + "\n", "utf-8")
    return 0


def choice_of(nlp: Language, case: dict[str, Any]) -> Choice | None:
    """What there is to choose in a report; None where it decides nothing or names not the right body."""
    told = case["resolutions"]
    items = [item for item in told if item["status"] != "planned"] or told
    if not items:
        return None
    bodies = Finder(reading_of_case(nlp, case)).bodies
    facts = (*(bodies.facts(entity) for entity in bodies.judged), bodies.facts_of_none())
    counts = Counter(item["body"] for item in items if item["body"])
    most = max(counts.values(), default=0)
    wanted = [_surfaces(case, name) for name, count in counts.items() if count == most]
    right = _indices(bodies, wanted) if wanted else {len(facts) - 1}
    return Choice(facts, frozenset(right)) if right else None


def _surfaces(case: dict[str, Any], name: str) -> set[str]:
    """The ways in which an annotated report writes the name of a body."""
    entities = (entity for entity in case["gold"]["entities"] if entity["name"] == name)
    return {fold(name)} | {fold(mention) for entity in entities for mention in entity["mentions"]}


def _indices(bodies: BodyFacts, wanted: Sequence[set[str]]) -> set[int]:
    text = bodies.reading.text
    own = [{fold(e.name)} | {fold(text[a:b]) for a, b in e.mentions} for e in bodies.judged]
    return {at for at, names in enumerate(own) if any(names & surfaces for surfaces in wanted)}


def fit(choices: Sequence[Choice]) -> tuple[list[str], list[float]]:
    """The conditional logit with a ridge, by Newton's method: the facts and their weights."""
    counts = Counter(fact for choice in choices for facts in choice.facts for fact in facts)
    names = sorted(fact for fact, count in counts.items() if count >= MIN_COUNT)
    column = {name: at for at, name in enumerate(names)}
    tables = [(_table(choice, column), _shares(choice)) for choice in choices]
    weights = np.zeros(len(names))
    for _ in range(MAX_STEPS):
        slope, bend = RIDGE * weights, RIDGE * np.eye(len(names))
        for table, shares in tables:
            scores = table @ weights
            odds = np.exp(scores - scores.max())
            odds /= odds.sum()
            slope += table.T @ (odds - shares)
            mean = odds @ table
            bend += (table * odds[:, None]).T @ table - np.outer(mean, mean)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 10**-_DECIMALS / 10:
            break
    return names, weights.tolist()


def _table(choice: Choice, column: dict[str, int]) -> NDArray[np.float64]:
    table = np.zeros((len(choice.facts), len(column)))
    for at, facts in enumerate(choice.facts):
        table[at, [column[fact] for fact in facts if fact in column]] = 1
    return table


def _shares(choice: Choice) -> NDArray[np.float64]:
    shares = np.zeros(len(choice.facts))
    shares[list(choice.right)] = 1 / len(choice.right)
    return shares


def held_out(choices: Sequence[Choice], parts: int) -> float:
    """The share of reports whose body is chosen rightly by weights that were trained without them."""
    right = 0
    for part in range(parts):
        names, weights = fit([choice for at, choice in enumerate(choices) if at % parts != part])
        by_fact = dict(zip(names, weights, strict=True))
        for choice in choices[part::parts]:
            scores = [sum(by_fact.get(fact, 0.0) for fact in facts) for facts in choice.facts]
            right += scores.index(max(scores)) in choice.right
    return right / len(choices)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
