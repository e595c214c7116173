"""Feeds that behave, feeds that do not, and several processes that poll them."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from newsroom.errors import SettingError
from newsroom.keys import REPORTS, key
from newsroom.settings import Settings
from newsroom_ingest.app import create_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration.conftest import WaitUntil
    from integration.ingest.conftest import FeedServer, Service, Start

    Rss = Callable[..., str]

FIRST = ("1", "First", "The first text.")
SECOND = ("2", "Second", "The second text.")


async def add(service: Service, url: str, feed_id: str = "wire", **fields: Any) -> Any:
    answer = await service.send("POST", "/feeds", json={"url": url, "id": feed_id, **fields})
    assert answer.status == 201, answer.body
    return answer.data


async def refresh(service: Service, feed_id: str = "wire") -> Any:
    """The health of the feed after a poll."""
    answer = await service.send("POST", f"/feeds/{feed_id}/refresh")
    assert answer.status == 200, answer.body
    return answer.data["health"]


@pytest.fixture
def polled(wait_until: WaitUntil) -> Callable[..., Any]:
    """Wait for the first poll of a feed; its health."""

    async def wait(service: Service, feed_id: str = "wire") -> Any:
        async def has_polled() -> bool:
            return (await service.health(feed_id))["last_poll_at"] is not None

        await wait_until(has_polled, what="the feed is polled")
        return await service.health(feed_id)

    return wait


async def test_a_configured_feed(start: Start, feeds: FeedServer, rss: Rss, wait_until: WaitUntil) -> None:
    """Its entries become reports, oldest first, and its health shows when the next poll is."""
    url = feeds.put("/rss", rss(SECOND, FIRST))
    service = await start(feeds=[{"url": url, "id": "wire", "name": "The Wire"}])

    async def two_reports() -> bool:
        return len(await service.appended()) == 2

    await wait_until(two_reports)
    first, second = await service.appended()
    assert (first["title"], second["title"]) == ("First", "Second")
    assert first["source"] == {"id": "wire", "name": "The Wire", "url": url}
    assert (first["kind"], first["guid"], first["url"]) == ("feed", "1", "https://wire.example/1")
    assert (first["published_at"], first["version"]) == ("2024-05-22T09:00:00Z", 1)

    async def healthy() -> bool:
        return bool((await service.health("wire"))["status"] == "ok")

    await wait_until(healthy)
    view = await service.feed("wire")
    assert (view["name"], view["origin"], view["format"], view["poll_interval_seconds"]) == (
        "The Wire",
        "config",
        "RSS 2.0",
        900,
    )
    waits = datetime.fromisoformat(view["health"]["next_poll_at"]) - datetime.fromisoformat(
        view["health"]["last_poll_at"]
    )
    assert 810 <= waits.total_seconds() <= 990


async def test_versions(service: Service, feeds: FeedServer, rss: Rss, polled: Callable[..., Any]) -> None:
    """A changed entry is a new version; the same again and one that is gone are nothing."""
    await add(service, feeds.put("/rss", rss(SECOND, FIRST)))
    await polled(service)
    feeds.put("/rss", rss(SECOND, ("1", "First", "Corrected.")))
    await refresh(service)
    feeds.put("/rss", rss(SECOND))
    await refresh(service)

    appended = await service.appended()
    assert [(report["guid"], report["version"], report["text"]) for report in appended] == [
        ("1", 1, "The first text."),
        ("2", 1, "The second text."),
        ("1", 2, "Corrected."),
    ]
    assert appended[2]["id"] == appended[0]["id"]


async def test_conditional_requests(
    service: Service, feeds: FeedServer, rss: Rss, polled: Callable[..., Any]
) -> None:
    """Validators are sent back exactly as they came, and 304 is a success."""
    etag, modified = "W/\"odd, 'tag'\"", "Wed, 22 May 2024 09:00:00 +0000 (or so)"
    await add(service, feeds.put("/rss", rss(FIRST), ETag=etag, Last_Modified=modified))
    await polled(service)
    health = await refresh(service)

    first, second = feeds.requested("/rss")
    assert "If-None-Match" not in first.headers
    assert (second.headers["If-None-Match"], second.headers["If-Modified-Since"]) == (etag, modified)
    assert "application/rss+xml" in second.headers["Accept"]
    assert (health["status"], health["last_error"]) == ("ok", None)
    assert len(await service.appended()) == 1


async def test_withdrawn_entries_stay_withdrawn(
    service: Service, feeds: FeedServer, rss: Rss, polled: Callable[..., Any]
) -> None:
    """A feed that goes on listing what was withdrawn here does not bring it back, changed or not."""
    await add(service, feeds.put("/rss", rss(FIRST)))
    await polled(service)
    (report,) = await service.appended()
    await service.send("DELETE", f"/reports/{report['id']}")

    await refresh(service)
    feeds.put("/rss", rss(("1", "First", "Changed.")))
    await refresh(service)

    assert [report["status"] for report in await service.appended()] == ["usable", "canceled"]


@pytest.mark.parametrize("status", [301, 308])
async def test_a_feed_that_moved(
    service: Service, feeds: FeedServer, rss: Rss, polled: Callable[..., Any], status: int
) -> None:
    """A permanent redirect is followed once, and then the new address is polled."""
    new = feeds.put("/new", rss(FIRST))
    await add(service, feeds.put("/old", status=status, Location="/new"))
    health = await polled(service)
    await refresh(service)

    assert health["moved_to"] == new
    assert [request.path for request in feeds.requests] == ["/old", "/new", "/new"]
    assert (await service.feed("wire"))["url"] == f"{feeds.url}/old"


async def test_a_temporary_redirect_is_no_move(
    service: Service, feeds: FeedServer, rss: Rss, polled: Callable[..., Any]
) -> None:
    """302 is followed each time."""
    feeds.put("/new", rss(FIRST))
    await add(service, feeds.put("/old", status=302, Location="/new"))
    await polled(service)
    health = await refresh(service)

    assert health["moved_to"] is None
    assert [request.path for request in feeds.requests] == ["/old", "/new"] * 2


async def test_a_feed_that_is_gone(
    service: Service, feeds: FeedServer, rss: Rss, polled: Callable[..., Any]
) -> None:
    """410 ends the polling, until someone asks for it and it is there again."""
    await add(service, feeds.put("/rss", status=410), poll_interval_seconds=0.05)
    health = await polled(service)
    await add(service, feeds.put("/other", rss(FIRST)), "other", poll_interval_seconds=0.05)
    await polled(service, "other")

    assert (health["status"], health["next_poll_at"]) == ("gone", None)
    assert len(feeds.requested("/rss")) == 1
    feeds.put("/rss", rss(FIRST))
    assert (await refresh(service))["status"] == "ok"


@pytest.mark.parametrize("status", [429, 503])
async def test_retry_after(
    service: Service, feeds: FeedServer, polled: Callable[..., Any], status: int
) -> None:
    """The next poll waits as long as the server asks."""
    await add(service, feeds.put("/rss", status=status, Retry_After="5000"))
    health = await polled(service)

    waits = datetime.fromisoformat(health["next_poll_at"]) - datetime.fromisoformat(health["last_poll_at"])
    assert (health["status"], health["failures"], waits.total_seconds()) == ("failing", 1, 5_000)
    assert f"({status})" in health["last_error"]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            '<html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>',
            "This is a web page; its feed may be at {url}/rss.xml.",
        ),
        (
            '<rss version="2.0"><channel><title>Cut',
            "The feed is broken: its XML is malformed (no element found).",
        ),
        ('{"not": "a feed"}', 'This is JSON, but no JSON Feed: it has no "version" of jsonfeed.org.'),
        ("", "The answer is empty."),
    ],
)
async def test_what_is_no_feed(
    service: Service, feeds: FeedServer, polled: Callable[..., Any], body: str, sentence: str
) -> None:
    """The health says what came instead; no report is made of it."""
    await add(service, feeds.put("/page", body, Content_Type="text/html"))
    health = await polled(service)

    assert (health["status"], health["last_success_at"]) == ("failing", None)
    assert health["last_error"] == sentence.format(url=feeds.url)
    assert await service.appended() == []


async def test_malformed_but_readable(
    service: Service, feeds: FeedServer, polled: Callable[..., Any]
) -> None:
    """What can be read is read, and the health warns."""
    item = "<item><title>Fish & chips \x0b</title></item>"
    body = f'<rss version="2.0"><channel><title>T</title>{item}</channel></rss>'
    await add(service, feeds.put("/rss", body))
    health = await polled(service)

    assert health["status"] == "ok"
    assert health["warning"] == "its XML is malformed (not well-formed (invalid token))."
    assert [report["title"] for report in await service.appended()] == ["Fish & chips"]


async def test_one_slow_feed_does_not_hold_up_the_others(
    start: Start, feeds: FeedServer, rss: Rss, polled: Callable[..., Any]
) -> None:
    """It fails by its own deadline, and on another host the polls go on."""
    slow = feeds.put("/slow", rss(FIRST))
    gate = feeds.hold("/slow")
    quick = feeds.put("/quick", rss(SECOND)).replace("127.0.0.1", "localhost")
    service = await start(
        fetch={"total_timeout_seconds": 2}, feeds=[{"url": slow, "id": "slow"}, {"url": quick, "id": "quick"}]
    )

    assert (await polled(service, "quick"))["status"] == "ok"
    assert (await service.health("slow"))["last_poll_at"] is None
    assert "within 2 s" in (await polled(service, "slow"))["last_error"]
    gate.set()


async def test_a_server_that_cannot_be_reached(service: Service, polled: Callable[..., Any]) -> None:
    """The health names the address."""
    await add(service, "http://127.0.0.1:9/feed")

    assert (await polled(service))["last_error"].startswith("No connection to 127.0.0.1:9")


async def test_private_addresses(start: Start, feeds: FeedServer, polled: Callable[..., Any]) -> None:
    """Neither a feed nor a redirect reaches into our own network, unless that is allowed."""
    url = feeds.put("/rss")
    service = await start(fetch={"allow_private_addresses": False})
    literal = await service.send("POST", "/feeds", json={"url": url})
    await add(service, url.replace("127.0.0.1", "localhost"), "name")

    assert literal.problem == (
        422,
        "127.0.0.1 is loopback; to allow it set fetch.allow_private_addresses = true.",
    )
    assert "fetch.allow_private_addresses = true" in (await polled(service, "name"))["last_error"]
    assert feeds.requests == []


async def test_several_processes_poll_a_feed_once(
    start: Start, feeds: FeedServer, rss: Rss, wait_until: WaitUntil
) -> None:
    """Whichever comes first polls; no two poll at a time, and the interval holds for all together."""
    url = feeds.put("/rss", rss(FIRST))
    described = {"url": url, "id": "wire", "poll_interval_seconds": 0.2}
    for _ in range(3):
        await start(feeds=[described])
    began = asyncio.get_running_loop().time()

    await wait_until(lambda: len(feeds.requests) >= 3)

    elapsed = asyncio.get_running_loop().time() - began
    assert feeds.most_at_once == 1
    # An interval of at least 0.18 s lies between two polls.
    assert len(feeds.requests) <= 2 + elapsed / 0.18


async def test_refreshing_what_is_being_polled(
    service: Service, feeds: FeedServer, rss: Rss, polled: Callable[..., Any], wait_until: WaitUntil
) -> None:
    """It is answered with a conflict, and the feed is asked once."""
    url = feeds.put("/rss", rss(FIRST))
    gate = feeds.hold("/rss")
    await add(service, url)
    await wait_until(lambda: len(feeds.requests) == 1)

    answer = await service.send("POST", "/feeds/wire/refresh")
    gate.set()
    await polled(service)

    assert answer.problem == (
        409,
        "The feed wire is being polled right now; look at its health in a moment.",
    )
    assert len(feeds.requests) == 1


async def test_removing_a_feed_while_it_is_polled(
    service: Service, feeds: FeedServer, rss: Rss, wait_until: WaitUntil
) -> None:
    """The poll that was under way leaves no trace of the feed."""
    url = feeds.put("/rss", rss(FIRST))
    gate = feeds.hold("/rss")
    await add(service, url)
    await wait_until(lambda: len(feeds.requests) == 1)
    assert (await service.send("DELETE", "/feeds/wire")).status == 204
    gate.set()

    async def released() -> bool:
        return not await service.redis.exists(key(0, "feed-lease", "wire"))

    await wait_until(released)
    assert (await service.send("GET", "/feeds/wire")).problem[0] == 404
    assert not await service.redis.exists(key(0, "feeds"), key(0, "feed-states"), key(0, "feeds-due"))


async def test_added_feeds_outlive_the_process(
    start: Start, feeds: FeedServer, rss: Rss, polled: Callable[..., Any]
) -> None:
    """Another process knows the feed and its health, and does not poll it before it is due."""
    one = await start()
    created = await add(one, feeds.put("/rss", rss(FIRST)), name="Mine", poll_interval_seconds=3_600)
    health = await polled(one)
    other = await start()

    view = await other.feed("wire")
    assert (created["origin"], created["health"]["status"]) == ("api", "new")
    assert (view["name"], view["poll_interval_seconds"], view["health"]) == ("Mine", 3_600, health)
    assert len(feeds.requests) == 1


async def test_mistakes_about_feeds(start: Start, feeds: FeedServer) -> None:
    """Each has its status and its sentence."""
    url = feeds.put("/rss")
    service = await start(feeds=[{"url": url, "id": "wire"}])

    async def refused(**feed: Any) -> tuple[int, str]:
        return (await service.send("POST", "/feeds", json=feed)).problem

    assert await refused(url=url) == (409, f"{url} is polled already, as wire.")
    assert (await refused(url=f"{url}2", id="wire"))[0] == 409
    assert (await refused(url="nonsense"))[0] == 422
    assert (await refused(url=f"{url}3", interval=3))[0] == 422
    assert (await refused(url=f"{url}3", id="No Id"))[0] == 422
    assert (await refused(url=f"{url}3", poll_interval_seconds=0))[0] == 422
    assert (await service.send("DELETE", "/feeds/wire")).problem == (
        409,
        "The feed wire stands in newsroom.toml; take it out there and start again.",
    )
    assert (await service.send("GET", "/feeds/none")).problem == (
        404,
        "There is no feed none; GET /feeds lists the feeds.",
    )


async def test_a_new_address_is_a_new_start(
    start: Start, feeds: FeedServer, rss: Rss, polled: Callable[..., Any]
) -> None:
    """Under another URL the same id is due at once, whatever became of the old one; reports stay the same."""
    old, new = feeds.put("/old", status=410), feeds.put("/new", rss(FIRST))
    before = await start(feeds=[{"url": old, "id": "wire"}])
    assert (await polled(before))["status"] == "gone"

    after = await start(feeds=[{"url": new, "id": "wire"}])

    assert (await polled(after))["status"] == "ok"


async def test_no_polls_while_too_much_is_unread(
    start: Start, feeds: FeedServer, rss: Rss, wait_until: WaitUntil
) -> None:
    """Polling waits for enrich, and goes on when there is room."""
    service = await start(ingest={"max_backlog": 1})
    for _ in range(2):
        await service.redis.xadd(key(0, REPORTS), {"__data__": "{}"})
    url = feeds.put("/rss", rss(FIRST))
    full = await start(ingest={"max_backlog": 1}, feeds=[{"url": url, "id": "wire"}])
    await service.send("GET", "/readyz")
    assert (await full.health("wire"))["last_poll_at"] is None
    assert feeds.requests == []

    await service.redis.delete(key(0, REPORTS))

    await wait_until(lambda: len(feeds.requests) == 1)


async def test_reused_guids(
    service: Service, feeds: FeedServer, polled: Callable[..., Any], wait_until: WaitUntil
) -> None:
    """Entries that share a guid but not a link are different reports, also when one has left the feed."""

    def item(link: str) -> str:
        return f"<item><guid>same</guid><link>https://w.example/{link}</link><title>{link}</title></item>"

    def feed(*links: str) -> str:
        return f'<rss version="2.0"><channel><title>T</title>{"".join(map(item, links))}</channel></rss>'

    await add(service, feeds.put("/rss", feed("b", "a")))
    await polled(service)
    feeds.put("/rss", feed("c"))
    await refresh(service)
    feeds.put("/rss", feed("b"))
    await refresh(service)

    assert [(report["title"], report["version"]) for report in await service.appended()] == [
        ("a", 1),
        ("b", 1),
        ("c", 1),
    ]


async def test_full_text(service: Service, feeds: FeedServer, polled: Callable[..., Any]) -> None:
    """The article behind an entry is fetched once, and again only when the entry changes."""
    paragraphs = "".join(
        f"<p>{n}. The council debated the plan for hours, and delegation {n} asked for time to read it.</p>"
        for n in range(1, 6)
    )
    page = f"<html><body><nav>Menu</nav><article>{paragraphs}</article></body></html>"
    link = feeds.put("/article", page, Content_Type="text/html; charset=utf-8")
    lost = f"{feeds.url}/lost"

    def feed(text: str) -> str:
        items = "".join(
            f"<item><title>T</title><link>{url}</link><description>{text}</description></item>"
            for url in (lost, link)
        )
        return f'<rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'

    await add(service, feeds.put("/rss", feed("The beginning ...")), full_text=True)
    await polled(service)
    feeds.put(
        "/article", page.replace("Menu", "Other menu").replace("hours", "days"), Content_Type="text/html"
    )
    await refresh(service)
    feeds.put("/rss", feed("Another beginning ..."))
    await refresh(service)

    first, without, second, _ = await service.appended()
    assert len(feeds.requested("/article")) == 2
    assert ("delegation 5" in first["text"], "Menu" in first["text"]) == (True, False)
    assert without["text"] == "The beginning ..."
    assert (second["version"], "for days" in second["text"]) == (2, True)


def test_a_start_that_cannot_be() -> None:
    """Without Redis, or with two feeds of one id, the service says what to set."""
    twice = [{"url": "https://a.example/x", "id": "a"}, {"url": "https://a.example/y", "id": "a"}]

    with pytest.raises(SettingError, match="set NEWSROOM_REDIS_URL"):
        create_app(Settings())
    with pytest.raises(SettingError, match=r"feeds\.1: .* give one of them another id"):
        create_app(Settings(redis_url="redis://127.0.0.1:1", feeds=twice))
