"""The worker process that reads: it loads the model, and comes back when it dies."""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime
from uuid import UUID

import pytest

from newsroom.contracts import Report, Source
from newsroom.errors import NewsroomError
from newsroom.settings import EnrichSettings
from newsroom_enrich.reading import ReadingProcess

NOON = datetime(2024, 5, 22, 12, 0, tzinfo=UTC)
REPORT = Report(
    id=UUID(int=1),
    version=1,
    kind="raw",
    source=Source(id="wire", name="The Wire"),
    title="",
    text="Kazakhstan signed.",
    language="en",
    published_at=NOON,
    received_at=NOON,
    content_hash="",
)


@pytest.mark.slow
async def test_a_reader_that_was_killed_is_replaced() -> None:
    """The call under way fails, readiness says so, and the next call has a new process."""
    reading = ReadingProcess(EnrichSettings(model="base"))
    assert await reading.health() is not None
    async with reading:
        assert await reading.health() is None
        first = await reading.enrich([REPORT])
        assert [entity.name for entity in first[0].entities] == ["Kazakhstan"]

        assert reading._pool is not None
        for pid in list(reading._pool._processes):
            os.kill(pid, signal.SIGKILL)
        with pytest.raises(NewsroomError):
            await reading.enrich([REPORT])
        assert await reading.health() is not None

        again = await reading.enrich([REPORT])
        assert again[0].entities == first[0].entities
