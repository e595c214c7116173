"""What the hop is told to do with reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import pytest

from newsroom import keys
from newsroom.contracts import Report, Source, Summary
from newsroom.streams import DATA_FIELD
from newsroom_enrich.handler import Enricher
from newsroom_enrich.summary import bare

NOON = datetime(2024, 5, 22, 12, 0, tzinfo=UTC)


def new_report(number: int) -> Report:
    return Report(
        id=UUID(int=number),
        version=3,
        kind="raw",
        source=Source(id="wire", name="The Wire"),
        title="",
        text="x",
        published_at=NOON,
        received_at=NOON,
        content_hash="",
    )


async def enrich(reports: Sequence[Report]) -> Sequence[Summary]:
    """A pipeline that finds nothing."""
    return [bare(report, NOON) for report in reports]


async def test_each_report_becomes_a_summary_on_its_partition() -> None:
    """One append for each, in the partition of the report's id."""
    reports = [new_report(number) for number in range(5)]

    outcomes = await Enricher(enrich, partitions=4).handle(reports)

    for report, outcome in zip(reports, outcomes, strict=True):
        effect = outcome.effects[0]
        partition = keys.partition_of(report.id, 4)
        assert effect.key == keys.key(partition, keys.SUMMARIES)
        data = effect.arguments[list(effect.arguments).index(DATA_FIELD) + 1]
        assert Summary.model_validate_json(str(data)).id == report.id


async def test_a_reader_that_dies_fails_the_batch() -> None:
    """The hop then tries the reports one by one."""

    async def dies(reports: Sequence[Report]) -> Sequence[Summary]:
        raise RuntimeError("out of memory")

    with pytest.raises(RuntimeError, match="out of memory"):
        await Enricher(dies, partitions=1).handle([new_report(1)])
