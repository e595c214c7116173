"""Mini reports of a few sentences in which only resolutions are annotated.

They try the breadth of wording, so only one figure is taken from them: which resolutions are found.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scoring.cases import HERE, Case
from scoring.ledger import Ledger
from scoring.resolutions import score_resolutions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newsroom.contracts import Summary
    from scoring.ledger import Figure

SENTENCES = HERE / "sentences" / "sealed.jsonl"
FOUND = "resolutions.found"


def read_sentences(path: Path) -> list[Case]:
    """The mini reports of a file, one JSON object a line, as cases without entities and events."""
    return [_case(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _case(mini: dict[str, Any]) -> Case:
    gold = {"entities": [], "resolutions": mini.pop("resolutions"), "events": []}
    return Case.model_validate({"genre": "brief", "title": "", "gold": gold, **mini})


def score_sentences(cases: Iterable[Case], summaries: Iterable[Summary]) -> dict[str, Figure]:
    """The one figure."""
    ledger = Ledger()
    for case, summary in zip(cases, summaries, strict=True):
        score_resolutions(case, summary, ledger)
    return {FOUND: ledger.figures()[FOUND]}
