"""What the hop does with reports: read them, and append their summaries."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from newsroom import keys
from newsroom.logs import get_logger
from newsroom.streams import Outcome, append_effect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from newsroom.contracts import Report, Summary

_log = get_logger()


class Enricher:
    """A hop's handler: a batch of reports in, one outcome for each."""

    def __init__(
        self, enrich: Callable[[Sequence[Report]], Awaitable[Sequence[Summary]]], *, partitions: int
    ) -> None:
        self._enrich = enrich
        self._partitions = partitions

    async def handle(self, reports: Sequence[Report]) -> Sequence[Outcome]:
        """Summaries as effects on the stream of summaries, in the order of the reports."""
        started = time.perf_counter()
        summaries = await self._enrich(reports)
        seconds = time.perf_counter() - started
        for summary in summaries:
            _log.info(
                "report.enriched",
                report_id=str(summary.id),
                version=summary.version,
                enrichment=summary.enrichment,
                problems=summary.problems,
                language=summary.language,
                entities=len(summary.entities),
                resolutions=len(summary.resolutions),
                events=len(summary.events),
                batch=len(reports),
                batch_seconds=round(seconds, 3),
            )
        return [Outcome((append_effect(keys.SUMMARIES, summary, self._partitions),)) for summary in summaries]
