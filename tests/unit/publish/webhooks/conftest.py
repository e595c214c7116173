from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from newsroom.contracts import Entity, Source, Summary

if TYPE_CHECKING:
    from collections.abc import Callable

    MakeSummary = Callable[..., Summary]

NOW = datetime(2024, 5, 22, 9, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def make_summary() -> MakeSummary:
    """A summary about Kazakhstan; arguments change its fields."""

    def make(**fields: Any) -> Summary:
        values: dict[str, Any] = {
            "id": UUID("4d4b3a3e-6d5f-4d8a-9d3e-0c7a3a1f9b11"),
            "version": 1,
            "headline": "Foreign ministers meet in Astana",
            "source": Source(id="un-news", name="UN News"),
            "published_at": NOW,
            "received_at": NOW,
            "enriched_at": NOW,
            "entities": (Entity(id="Q232", type="country", name="Kazakhstan", country="KZ"),),
        }
        return Summary(**(values | fields))

    return make
