"""The real pipeline, and reports that no newsroom would write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

import pytest

from newsroom.contracts import Report, Source
from newsroom.settings import EnrichSettings
from newsroom_enrich.pipeline import Pipeline, build

LIMIT_CHARACTERS = 20_000


def _report(text: str, language: str | None = None) -> Report:
    noon = datetime(2024, 5, 22, 12, 0, tzinfo=UTC)
    return Report(
        id=uuid5(NAMESPACE_URL, text.encode("utf-8", "replace").hex()),
        version=1,
        kind="raw",
        source=Source(id="wire", name="The Wire"),
        title="",
        text=text,
        language=language,
        published_at=noon,
        received_at=noon,
        content_hash="",
    )


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """Makes a report of a text, in a language that the source names or does not name."""
    return _report


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The pipeline as the service builds it, but for a lower limit, so that the tests are quick."""
    return build(EnrichSettings(max_text_characters=LIMIT_CHARACTERS, cache_entries=0))
