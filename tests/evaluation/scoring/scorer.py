"""The score of a set of summaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.entities import score_entities
from scoring.events import score_events
from scoring.ledger import Ledger
from scoring.resolutions import score_resolutions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.contracts import Summary
    from scoring.cases import Case

# The figures that a reader looks at first, in the order of the pipeline.
HEADLINE = (
    "entities",
    "mentions",
    "offsets",
    "linked",
    "roles",
    "resolutions.found",
    "resolutions.slots",
    "events.found",
    "events.slots",
)


def score(cases: Iterable[Case], summaries: Iterable[Summary]) -> Ledger:
    """Each case against its summary, all counted together (micro average).

    Raises ValueError where there is not one summary for each case.
    """
    ledger = Ledger()
    for case, summary in zip(cases, summaries, strict=True):
        score_entities(case, summary, ledger)
        score_resolutions(case, summary, ledger)
        score_events(case, summary, ledger)
    return ledger
