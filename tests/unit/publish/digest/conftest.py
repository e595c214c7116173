"""Values for the tests of the digest: the golden summary and variations of it."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from newsroom.contracts import Summary
from newsroom_publish import index
from newsroom_publish.digest import items
from newsroom_publish.digest.items import Feed, Item
from newsroom_publish.digest.pages import Pages
from newsroom_publish.index import Entry

SAMPLE = Path(__file__).parents[3] / "contract/samples/summary.v1.json"
NOW = datetime(2025, 3, 3, 13, 0, 0, tzinfo=UTC)

CreateSummary = Callable[..., Summary]
CreateFeed = Callable[..., Feed]


@pytest.fixture
def now() -> datetime:
    """An hour after the golden report."""
    return NOW


@pytest.fixture
def create_summary() -> CreateSummary:
    """The golden summary with some fields replaced."""
    golden: dict[str, Any] = json.loads(SAMPLE.read_text("utf-8"))
    return lambda **changes: Summary.model_validate(golden | changes)


@pytest.fixture
def summary(create_summary: CreateSummary) -> Summary:
    return create_summary()


@pytest.fixture
def create_entry() -> Callable[[Summary], Entry]:
    return lambda summary: index.indexed(summary, visible_at=NOW, modified_at=NOW)


@pytest.fixture
def pages() -> Pages:
    return Pages("Newsroom", None)


@pytest.fixture
def create_item(create_entry: Callable[[Summary], Entry], pages: Pages) -> Callable[[Summary], Item]:
    return lambda summary: items.build(create_entry(summary), "https://news.example", pages.feed_html)


@pytest.fixture
def create_feed(create_item: Callable[[Summary], Item]) -> CreateFeed:
    """A feed of these summaries at https://news.example/feed."""

    def create(*summaries: Summary, title: str = "Newsroom") -> Feed:
        return Feed(
            id="urn:uuid:2f0f2f60-6f3c-5d44-9b5b-6e0a6a1d3c11",
            title=title,
            description="Summaries of reports.",
            page_url="https://news.example/?country=KZ&q=a",
            self_url="https://news.example/feed?country=KZ&q=a",
            items=tuple(create_item(summary) for summary in summaries),
        )

    return create


@pytest.fixture(scope="session")
def feed_validator() -> ModuleType:
    """feed_validator.py beside this file; test folders are no packages, so it is loaded by its path."""
    spec = importlib.util.spec_from_file_location(
        "feed_validator", Path(__file__).parent / "feed_validator.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
