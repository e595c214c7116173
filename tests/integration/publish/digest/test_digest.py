"""A summary on the stream, and what the world sees of it."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import feedparser
import pytest

from newsroom.contracts import Summary
from newsroom.embedded import EmbeddedValkey

CreateSummary = Callable[..., Summary]
Settled = Callable[[Any], Awaitable[None]]
FEEDS = ("/feed.rss", "/feed.atom", "/feed.json")


async def ids_in(service: Any, path: str) -> list[str]:
    """The ids of the summaries in a feed, a page or a list."""
    body = (await service.get(path)).body
    if path.startswith("/summaries"):
        return [item["id"] for item in json.loads(body)["items"]]
    if path.startswith("/feed.json"):
        return [item["id"].removeprefix("urn:uuid:") for item in json.loads(body)["items"]]
    if path.startswith("/feed"):
        parsed = feedparser.parse(body)
        assert not parsed.bozo
        return [entry.id.removeprefix("urn:uuid:") for entry in parsed.entries]
    return re.findall(r'<h2[^>]*><a href="/summaries/([0-9a-f-]{36})"', body.decode())


async def everywhere(service: Any, query: str = "") -> list[list[str]]:
    """The ids in each view."""
    return [await ids_in(service, path + query) for path in (*FEEDS, "/summaries", "/")]


async def test_summary_appears_in_every_view(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """A summary on the stream is in the three feeds, on the page, in the list, and has a page of its own."""
    summary = await service.send(create_summary())
    await settled(service)

    assert await everywhere(service) == [[str(summary.id)]] * 5
    assert await service.get_json(f"/summaries/{summary.id}.json") == summary.model_dump(mode="json")
    page = await service.get(f"/summaries/{summary.id}", Accept="text/html")
    assert page.media_type == "text/html"
    assert "by 101 votes to 9, with 4 abstentions." in page.text
    assert (await service.get(f"/summaries/{summary.id}")).media_type == "application/json"


async def test_next_version_replaces_the_first(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """Version 2 stands in the place of version 1, under its own terms; version 1 again changes nothing."""
    first = await service.send(create_summary())
    await settled(service)
    second = create_summary(id=str(first.id), version=2, headline="Nepal ratifies river treaty", entities=[])
    await service.send(second)
    await settled(service)
    await service.send(first)
    await settled(service)

    assert await everywhere(service) == [[str(first.id)]] * 5
    listed = await service.get_json("/summaries")
    assert (listed["items"][0]["version"], listed["items"][0]["headline"]) == (2, second.headline)
    assert await everywhere(service, "?country=NP") == [[]] * 5
    entry = feedparser.parse((await service.get("/feed.atom")).body).entries[0]
    assert entry.updated > entry.published


async def test_versions_in_one_batch_end_with_the_last(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """Versions that arrive together, even out of order, are settled one upon the other."""
    summary_id = str(uuid4())
    for version in (1, 3, 2, 5, 4):
        await service.send(create_summary(id=summary_id, version=version))
    await settled(service)

    assert [item["version"] for item in (await service.get_json("/summaries"))["items"]] == [5]


async def test_canceled_summary_leaves_the_digest(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """A withdrawn summary is in no view, and its own address says what happened."""
    summary = await service.send(create_summary())
    kept = await service.send(create_summary())
    await service.send(create_summary(id=str(summary.id), version=2, status="canceled"))
    await settled(service)

    assert await everywhere(service) == [[str(kept.id)]] * 5
    for path in (f"/summaries/{summary.id}", f"/summaries/{summary.id}.json"):
        gone = await service.get(path, Accept="text/html")
        assert (gone.status, gone.media_type) == (410, "application/problem+json")
        assert "withdrawn" in gone.text


async def test_cancelation_before_the_summary_wins(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """Where version 2 withdraws before version 1 has come, version 1 does not appear."""
    summary = await service.send(create_summary(version=2, status="canceled"))
    await settled(service)
    await service.send(create_summary(id=str(summary.id), version=1))
    await settled(service)

    assert await everywhere(service) == [[]] * 5


async def test_embargo_hides_a_summary_until_its_end(
    service: Any, settled: Settled, clock: Any, create_summary: CreateSummary
) -> None:
    """Before its time a summary is in no view and has no address; then it is there without anyone's doing."""
    until = datetime.now(UTC) + timedelta(hours=1)
    summary = await service.send(create_summary(embargoed_until=until.isoformat()))
    await settled(service)
    assert await service.version_of(summary) == 1
    assert await everywhere(service) == [[]] * 5
    assert (await service.get(f"/summaries/{summary.id}.json")).status == 404
    before = await service.get("/feed.rss")

    clock.ahead = timedelta(hours=1, seconds=5)

    assert await everywhere(service) == [[str(summary.id)]] * 5
    after = await service.get("/feed.rss", If_None_Match=before.headers["ETag"])
    assert after.status == 200
    assert after.headers["Last-Modified"] > before.headers.get("Last-Modified", "")


async def test_filters_narrow_every_view(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """AND across fields, OR within one; unknown parameters and empty ones are no filter."""
    nepal = await service.send(create_summary())
    other = await service.send(
        create_summary(entities=[], resolutions=[], headline="Élections au Sénat", language="fr")
    )
    await settled(service)
    both = {str(nepal.id), str(other.id)}

    assert await everywhere(service, "?country=np&kind=treaty&q=river") == [[str(nepal.id)]] * 5
    assert await everywhere(service, "?q=ELECTIONS") == [[str(other.id)]] * 5
    assert await everywhere(service, "?country=NP&language=fr") == [[]] * 5
    assert set(await ids_in(service, "/summaries?language=fr&language=en")) == both
    assert set(await ids_in(service, "/summaries?utm_source=x&country=&q=%20")) == both


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/summaries?q={'x' * 201}", 422),
        ("/summaries?" + "&".join(f"country={number}" for number in range(21)), 422),
        ("/summaries?limit=0", 422),
        ("/summaries?limit=many", 422),
        ("/summaries?cursor=1.nothing", 400),
        ("/summaries?cursor=99999999999999999999.5b0c7b0e-6c0e-5d3b-9d1c-0f6f2a3d9a10", 400),
        ("/?cursor=%00", 400),
        ("/summaries/5b0c7b0e-6c0e-5d3b-9d1c-0f6f2a3d9a10", 404),
        ("/summaries/nothing", 404),
        ("/summaries/5b0c7b0e-6c0e-5d3b-9d1c-0f6f2a3d9a10.ninjs", 406),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
    ],
)
async def test_wrong_request_is_a_problem(service: Any, path: str, status: int) -> None:
    """Whatever is wrong is answered by a problem document that says what to do."""
    response = await service.get(path)

    assert (response.status, response.media_type) == (status, "application/problem+json")
    assert json.loads(response.body)["detail"]


async def test_known_feed_is_not_sent_again(
    service: Any, settled: Settled, clock: Any, create_summary: CreateSummary
) -> None:
    """A reader that has the feed gets 304, by ETag or by date, until something changes; a withdrawal too."""
    summary = await service.send(create_summary())
    await settled(service)
    clock.ahead = timedelta(seconds=10)
    for path in (*FEEDS, "/", "/summaries", f"/summaries/{summary.id}.json"):
        first = await service.get(path)
        assert "Cache-Control" in first.headers
        known = await service.get(path, If_None_Match=first.headers["ETag"])
        dated = await service.get(path, If_Modified_Since=first.headers["Last-Modified"])
        assert [(again.status, again.body) for again in (known, dated)] == [(304, b"")] * 2

    before = await service.get("/feed.rss")
    await service.send(create_summary(id=str(summary.id), version=2, status="canceled"))
    await settled(service)
    clock.ahead = timedelta(seconds=20)

    assert (await service.get("/feed.rss", If_None_Match=before.headers["ETag"])).status == 200
    assert (await service.get("/feed.rss", If_Modified_Since=before.headers["Last-Modified"])).status == 200


async def test_feed_of_a_filter_is_unchanged_by_others(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """A summary that a filter does not admit leaves the ETag of its feed as it was."""
    await service.send(create_summary())
    await settled(service)
    before = await service.get("/feed.atom?country=NP")
    await service.send(create_summary(entities=[]))
    await settled(service)

    assert (await service.get("/feed.atom?country=NP", If_None_Match=before.headers["ETag"])).status == 304


@pytest.mark.parametrize("path", [*FEEDS, "/", "/summaries"])
async def test_head_answers_like_get(service: Any, path: str) -> None:
    """HEAD has the headers of GET and no body."""
    got = await service.get(path)
    headed = await service.get(path, "HEAD")

    assert (headed.status, headed.body) == (200, b"")
    for name in ("ETag", "Content-Type", "Content-Length", "Cache-Control"):
        assert headed.headers[name] == got.headers[name]


async def test_feed_names_the_url_it_was_asked_for(service: Any) -> None:
    """The self link is the real URL, query included."""
    path = "?country=KZ&q=%C3%A9lections+2024"
    for feed in ("/feed.rss", "/feed.atom"):
        parsed = feedparser.parse((await service.get(feed + path)).body)
        links = [link.href for link in parsed.feed.links if link.rel == "self"]
        assert links == [service.url + feed + path]
    assert (await service.get_json("/feed.json" + path))["feed_url"] == service.url + "/feed.json" + path


async def test_public_url_is_in_every_link(
    start: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """Behind a proxy that serves us under a path, links carry its address and the page its path."""
    service = await start(publish={"public_url": "https://news.example/wire/", "title": "The <Wire>"})
    summary = await service.send(create_summary())
    await settled(service)

    feed = await service.get_json("/feed.json?q=river")
    page = (await service.get("/")).text

    assert feed["feed_url"] == "https://news.example/wire/feed.json?q=river"
    assert feed["items"][0]["url"] == f"https://news.example/wire/summaries/{summary.id}"
    assert f'href="/wire/summaries/{summary.id}"' in page
    assert "The &lt;Wire&gt;" in page
    assert 'href="/summaries' not in page


async def test_store_that_is_away_is_said(start: Any, tmp_path: Path) -> None:
    """Without its store the service is not ready, and a view answers 503 with a problem."""
    server = EmbeddedValkey(tmp_path)
    server.start()
    service = await start(redis_url=server.url)
    assert (await service.get("/readyz")).status == 200
    server.stop()

    feed = await service.get("/feed.rss")
    ready = await service.get("/readyz")

    assert (feed.status, feed.media_type) == (503, "application/problem+json")
    assert feed.headers["Retry-After"]
    assert ready.status == 503
