"""The pages in a browser's hands: hostile content, safe headers, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from lxml import html

from newsroom.contracts import Summary

CreateSummary = Callable[..., Summary]
Settled = Callable[[Any], Awaitable[None]]
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\x00\u202e"


@pytest.fixture
async def hostile(service: Any, settled: Settled, create_summary: CreateSummary) -> Summary:
    """A summary whose every text attacks the page."""
    golden = create_summary().model_dump(mode="json")
    golden["entities"][0] |= {"name": HOSTILE, "id": HOSTILE, "country": None}
    golden["entities"][1] |= {"name": HOSTILE, "id": HOSTILE}
    golden["entities"][1]["roles"][0] |= {"title": HOSTILE, "of": HOSTILE}
    golden["resolutions"][0] |= {"title": HOSTILE, "body": HOSTILE, "place": HOSTILE, "symbol": HOSTILE}
    golden["resolutions"][0]["evidence"]["quote"] = HOSTILE
    golden["topics"][0] |= {"name": HOSTILE, "code": HOSTILE}
    golden |= {"headline": HOSTILE, "abstract": HOSTILE, "url": "javascript:alert(1)"}
    golden["source"] = {"id": HOSTILE, "name": HOSTILE, "url": "javascript:alert(1)"}
    sent: Summary = await service.send(Summary.model_validate(golden))
    await settled(service)
    return sent


@pytest.fixture(params=["list", "single", "search"])
def path(request: pytest.FixtureRequest, hostile: Summary) -> str:
    return {
        "list": "/",
        "single": f"/summaries/{hostile.id}",
        "search": "/?q=%3Cscript%3E&entity=%22%3E%3Cimg%3E",
    }[request.param]


async def test_hostile_content_stays_text(service: Any, path: str) -> None:
    """No element, handler or link comes out of a report or a query."""
    document = html.fromstring((await service.get(path, Accept="text/html")).body)

    tags = {element.tag for element in document.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "style", "iframe", "object"}
    for element in document.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert not value.startswith("javascript:")


async def test_page_loads_nothing_from_elsewhere(service: Any, path: str) -> None:
    """Style and icon are our own, and there is no inline style that the policy would stop."""
    document = html.fromstring((await service.get(path, Accept="text/html")).body)

    loaded = [link.get("href") for link in document.iter("link") if link.get("rel") in {"stylesheet", "icon"}]
    assert loaded
    for resource in loaded:
        assert resource.startswith("/static/")
        assert (await service.get(resource)).status == 200
    assert not document.xpath("//*[@style]|//*[@src]")


async def test_page_has_the_headers_that_contain_it(service: Any, path: str) -> None:
    """The policy admits our own style alone; types are not guessed; addresses are not passed on."""
    headers = (await service.get(path, Accept="text/html")).headers

    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


async def test_empty_digest_says_what_to_do(service: Any) -> None:
    """A new installation tells how to send a report; a search without result how to go on."""
    fresh = (await service.get("/")).text
    search = (await service.get("/?country=KZ")).text

    assert "newsroom submit report.txt" in fresh
    assert "Remove a filter" in search
    assert 'href="/feed.atom?country=KZ"' in search


async def test_page_offers_its_feeds_and_ways_to_narrow(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """Feed readers find the feeds of the very filter; facets and removable filters are links."""
    await service.send(create_summary())
    await settled(service)

    document = html.fromstring((await service.get("/?country=NP")).body)

    feeds = document.xpath("//head/link[@rel='alternate']/@href")
    assert feeds == ["/feed.rss?country=NP", "/feed.atom?country=NP", "/feed.json?country=NP"]
    assert document.xpath("//ul[contains(@class, 'active')]//a/@href") == ["/"]
    assert "/?country=NP&kind=treaty" in document.xpath("//aside//a/@href")
    assert document.xpath("//form//input[@type='hidden']/@value") == ["NP"]


async def test_partial_enrichment_is_said(
    service: Any, settled: Settled, create_summary: CreateSummary
) -> None:
    """A reader is told when claims may be missing."""
    summary = await service.send(create_summary(enrichment="partial", problems=["resolutions"]))
    await settled(service)

    page = (await service.get(f"/summaries/{summary.id}", Accept="text/html")).text

    assert "without resolutions" in page
