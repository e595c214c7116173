"""Pages over a digest that changes while they are read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from newsroom.contracts import Summary
from newsroom_publish.digest import query

CreateSummary = Callable[..., Summary]
Settled = Callable[[Any], Awaitable[None]]


async def read_all(
    service: Any, path: str, between: Callable[[], Awaitable[None]] | None = None
) -> list[list[str]]:
    """The ids of every page from `path` on."""
    pages = []
    at: str | None = path
    while at:
        answer = await service.get_json(at)
        pages.append([item["id"] for item in answer["items"]])
        at = answer["next"]
        if between:
            await between()
    return pages


async def test_pages_stay_as_they_were_while_summaries_arrive(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """Whoever reads page after page sees each summary once, and none of those that came meanwhile."""
    for _ in range(23):
        await service.send(create_summary())
    await settled(service)
    originals = {str(summary.id) for summary in service.sent}

    async def more() -> None:
        await service.send(create_summary())
        await settled(service)

    pages = await read_all(service, "/summaries?limit=5&country=NP", more)

    assert [len(page) for page in pages] == [5, 5, 5, 5, 3]
    seen = [summary_id for page in pages for summary_id in page]
    assert len(seen) == len(set(seen))
    assert set(seen) == originals


async def test_summaries_of_one_millisecond_fall_on_pages_once(
    service: Any, settled: Settled, clock: Any, create_summary: CreateSummary
) -> None:
    """Equal moments are told apart by the id."""
    clock.frozen_at = datetime.now(UTC)
    for _ in range(12):
        await service.send(create_summary())
    await settled(service)

    pages = await read_all(service, "/summaries?limit=5")

    assert [len(page) for page in pages] == [5, 5, 2]
    assert {summary_id for page in pages for summary_id in page} == {str(sent.id) for sent in service.sent}


async def test_withdrawal_of_the_last_of_a_page_does_not_lose_the_place(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """A cursor is a place, not an entry."""
    for _ in range(4):
        await service.send(create_summary())
        await settled(service)
    newest_first = [str(sent.id) for sent in reversed(service.sent)]
    first = await service.get_json("/summaries?limit=2")
    await service.send(create_summary(id=newest_first[1], version=2, status="canceled"))
    await settled(service)

    assert [item["id"] for item in (await service.get_json(first["next"]))["items"]] == newest_first[2:]


@pytest.mark.parametrize("partitions", [1, 5])
async def test_partitions_are_one_digest(
    start: Any, settled: Settled, create_summary: CreateSummary, partitions: int
) -> None:
    """The newest come first whatever their partition, with and without a filter."""
    service = await start(partitions=partitions)
    for number in range(20):
        await service.send(create_summary(language="fr" if number % 3 else "en"))
        await settled(service)
    newest_first = [str(sent.id) for sent in reversed(service.sent)]
    french = [str(sent.id) for sent in reversed(service.sent) if sent.language == "fr"]

    pages = await read_all(service, "/summaries?limit=7")
    found = await read_all(service, "/summaries?limit=7&language=fr&language=de")

    assert [summary_id for page in pages for summary_id in page] == newest_first
    assert [summary_id for page in found for summary_id in page] == french


async def test_search_for_what_is_rare_is_bounded(
    service: Any, settled: Settled, create_summary: CreateSummary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page ends after so many summaries were looked at, and the next one goes on; nothing is missed."""
    monkeypatch.setattr(query, "MAX_SCANNED", 5)
    rare = await service.send(create_summary(headline="Llama"))
    for _ in range(20):
        await service.send(create_summary())
    await settled(service)

    pages = await read_all(service, "/summaries?limit=1&q=llama")
    page = (await service.get("/?q=llama")).text

    assert pages[0] == []
    assert [summary_id for found in pages for summary_id in found] == [str(rare.id)]
    assert "Nothing among the newest summaries" in page
    assert "Older" in page


async def test_page_links_to_older_ones_and_back(
    start: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """The page of a browser pages too, and keeps its filter."""
    service = await start(publish={"page_items": 2})
    for _ in range(3):
        await service.send(create_summary())
    await settled(service)

    first = (await service.get("/?country=NP")).text
    path = first.partition('class="older" rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    second = (await service.get(path)).text

    assert path.startswith("/?country=NP&cursor=")
    assert second.count("<article>") == 1
    assert "← Latest" in second
    assert "Older →" not in second
