"""Train what tells decisions where no rule does: python -m training.decisions [--output FILE] [REPORTS ...].

Learns from the mini reports of decisions/ and from folders of annotated reports, one JSON file each. A
document phrase is a decision where the annotation has an item of its kind with its sentence as evidence. The
model is a logistic regression over facts that hold or do not (components/resolutions/likely/features.py), so
its weights can be read.
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
from newsroom_enrich.components.resolutions.likely import features
from newsroom_enrich.pipeline import STEPS, assemble
from training.reports import read_annotated, readable, reading_of_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.language import Language

BANK = Path(__file__).parent / "decisions"
RIDGE = 4.0
MIN_COUNT = 3  # a fact seen less often says nothing about others
KNOWN_WEIGHT = 0.5  # nothing is guessed where the rules tell it, so it counts less
MAX_STEPS = 30
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A document phrase: its facts, whether it was decided on, and whether the rules tell that."""

    facts: frozenset[str]
    decided: bool
    known: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the weights where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, help="where to write the weights")
    parser.add_argument("reports", nargs="*", type=Path, help="folders of annotated reports")
    options = parser.parse_args(arguments)
    nlp = assemble(model.load(), STEPS[: STEPS.index("resolutions")])
    rows = [row for case in _cases(options.reports) for row in rows_of(nlp, case)]
    names, weights = fit(rows)
    stored = {"bias": round(weights[0], _DECIMALS), "weights": readable(names, weights[1:], _DECIMALS)}
    sys.stdout.write(f"{len(rows)} phrases, {sum(r.decided for r in rows)} decided, {len(names)} facts\n")
    if options.output:
        options.output.write_text(json.dumps(stored, indent=0, ensure_ascii=False) + "\n", "utf-8")
    return 0


def _cases(folders: Sequence[Path]) -> Iterator[dict[str, Any]]:
    for path in sorted(BANK.glob("*.jsonl")):
        yield from map(json.loads, path.read_text("utf-8").splitlines())
    yield from read_annotated(folders)


def rows_of(nlp: Language, case: dict[str, Any]) -> Iterator[Row]:
    """The document phrases of a report."""
    reading = reading_of_case(nlp, case)
    doc = reading.doc
    finder = Finder(reading, guesses=False)
    finder.find()
    known = {item.phrase.head for item in finder.items if item.phrase is not None} | finder.settled
    decided = [(case["text"].find(item["evidence"]), item) for item in case["resolutions"]]
    for sentence in reading.sentences:
        phrases = reading.phrases_in(sentence.start, sentence.end)
        for phrase in phrases:
            at = doc[phrase.head].idx
            fits = (
                item["kind"] == phrase.kind or len(phrases) == 1
                for start, item in decided
                if start <= at < start + len(item["evidence"])
            )
            yield Row(features(reading, phrase, sentence), any(fits), phrase.head in known)


def fit(rows: Sequence[Row]) -> tuple[list[str], list[float]]:
    """Logistic regression with a ridge, by Newton's method: the facts, and the bias before their weights."""
    counts = Counter(fact for row in rows for fact in row.facts)
    names = sorted(fact for fact, count in counts.items() if count >= MIN_COUNT)
    column = {name: at for at, name in enumerate(names, start=1)}
    facts: NDArray[np.float64] = np.zeros((len(rows), len(names) + 1))
    facts[:, 0] = 1
    for at, row in enumerate(rows):
        facts[at, [column[fact] for fact in row.facts if fact in column]] = 1
    decided = np.array([row.decided for row in rows], dtype=np.float64)
    shares = np.array([KNOWN_WEIGHT if row.known else 1.0 for row in rows])
    weights = np.zeros(facts.shape[1])
    for _ in range(MAX_STEPS):
        odds = 1 / (1 + np.exp(-np.clip(facts @ weights, -30, 30)))
        slope = facts.T @ (shares * (odds - decided)) + RIDGE * weights
        bend = (facts * (shares * odds * (1 - odds))[:, None]).T @ facts + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 10**-_DECIMALS / 10:
            break
    return names, weights.tolist()


if __name__ == "__main__":
    sys.exit(main())
