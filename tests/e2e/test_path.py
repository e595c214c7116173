"""The whole path: in as a feed item or a raw report, out at a verified webhook and in every digest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest

from support.http import AUTHORIZED, http, poll
from support.processes import Installation, Launch
from support.receiver import Receiver

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>tag:wire.example,2025:feed</id><title>Wire</title><updated>{updated}</updated>
  <entry>
    <id>tag:wire.example,2025:lake</id><title>Lake commission adopts rules</title>
    <link href="https://wire.example/lake"/><published>2025-03-03T10:00:00Z</published><updated>{updated}</updated>
    <content type="html">&lt;p&gt;GENEVA, March 3 — The United Nations General Assembly on Monday adopted
      {count} resolutions on lakes.&lt;/p&gt;</content>
  </entry>
</feed>
"""
RAW = "VIENNA, March 4 — The Security Council on Tuesday adopted resolution 2770 (2025) by 14 votes to none."
FEEDS = ("/feed.rss", "/feed.atom", "/feed.json")


@pytest.fixture
def installation(install: Callable[..., Installation]) -> Installation:
    return install(NEWSROOM_INGEST__MIN_POLL_INTERVAL_SECONDS="1", NEWSROOM_INGEST__POLL_INTERVAL_SECONDS="1")


def subscribe(installation: Installation, receiver: Receiver) -> None:
    answer = http("POST", installation.url("publish", "/endpoints"), {"url": receiver.url})
    assert answer.status == 201, answer.text
    receiver.secret = answer.json()["secret"]


def headlines(installation: Installation, path: str) -> list[str]:
    """What a feed reader shows."""
    text = installation.digest(path)
    if path.endswith(".json"):
        return [item["title"] for item in json.loads(text)["items"]]
    parsed = feedparser.parse(text)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return [entry.title for entry in parsed.entries]


def test_from_feed_and_post_to_webhook_and_digest(
    installation: Installation, receiver: Receiver, site: tuple[Path, str]
) -> None:
    """Published, updated as version 2, canceled and out of the digest; each once, each verified."""
    folder, site_url = site
    subscribe(installation, receiver)

    (folder / "feed.xml").write_text(ATOM.format(updated="2025-03-03T10:00:00Z", count="three"), "utf-8")
    feed = http("POST", installation.url("ingest", "/feeds"), {"url": f"{site_url}/feed.xml", "id": "wire"})
    assert feed.status == 201, feed.text
    posted = http(
        "POST", installation.url("ingest", "/reports"), {"title": "Council adopts text", "text": RAW}
    )
    assert (posted.status, posted.json()["status"]) == (202, "accepted"), posted.text
    raw_id = posted.json()["id"]

    poll(lambda: len(receiver.received) == 2)
    assert {one.type for one in receiver.received} == {"summary.published"}
    for path in FEEDS:
        assert sorted(headlines(installation, path)) == [
            "Council adopts text",
            "Lake commission adopts rules",
        ]
    assert "Council adopts text" in installation.digest("/")

    raw_data = receiver.of(raw_id)[0].data
    decided = raw_data["resolutions"][0]
    assert (decided["symbol"], decided["action"]) == ("S/RES/2770 (2025)", "adopted")
    assert RAW[decided["evidence"]["start"] : decided["evidence"]["end"]] == decided["evidence"]["quote"]

    lake_id = next(one.data["id"] for one in receiver.received if one.data["id"] != raw_id)
    (folder / "feed.xml").write_text(ATOM.format(updated="2025-03-03T11:00:00Z", count="four"), "utf-8")
    poll(lambda: len(receiver.of(lake_id)) == 2)
    changed = receiver.of(lake_id)[1]
    assert (changed.type, changed.data["version"]) == ("summary.updated", 2)
    assert changed.data["resolutions"][0]["count"] == 4

    assert http("DELETE", installation.url("ingest", f"/reports/{raw_id}")).status in {200, 202, 204}
    poll(lambda: len(receiver.of(raw_id)) == 2)
    canceled = receiver.of(raw_id)[1]
    assert (canceled.type, canceled.data["status"]) == ("summary.canceled", "canceled")
    for path in FEEDS:
        assert headlines(installation, path) == ["Lake commission adopts rules"]
    assert "Council adopts text" not in installation.digest("/")
    assert http("GET", installation.url("publish", f"/summaries/{raw_id}.json")).status == 410

    assert receiver.unverified == []
    assert len({one.webhook_id for one in receiver.received}) == len(receiver.received) == 4


def test_a_delivery_that_fails_is_tried_again_under_the_same_id(
    install: Callable[..., Installation], receiver: Receiver
) -> None:
    """Two failures, then success: one webhook-id, three attempts, recorded."""
    installation = install(NEWSROOM_WEBHOOKS__RETRY_SECONDS="[0.2, 0.2, 0.2]")
    subscribe(installation, receiver)
    receiver.statuses = [500, 503]

    http("POST", installation.url("ingest", "/reports"), {"title": "Again", "text": RAW})
    poll(lambda: receiver.received)

    (endpoint,) = http("GET", installation.url("publish", "/endpoints")).json()["items"]
    deliveries = http("GET", installation.url("publish", f"/endpoints/{endpoint['id']}/deliveries"))
    poll(
        lambda: (
            http("GET", installation.url("publish", f"/endpoints/{endpoint['id']}/deliveries")).json()[
                "items"
            ][0]["state"]
            == "delivered"
        )
    )
    assert deliveries.status == 200
    assert len(receiver.received) == 1


BAD_REPORTS = [
    ("no token", 401, b'{"text": "x"}', {"Content-Type": "application/json"}),
    (
        "wrong token",
        401,
        b'{"text": "x"}',
        {"Content-Type": "application/json", "Authorization": "Bearer wrong"},
    ),
    ("broken JSON", 400, b'{"text": ', {"Content-Type": "application/json", **AUTHORIZED}),
    ("wrong content type", 415, b"%PDF-1.7", {"Content-Type": "application/pdf", **AUTHORIZED}),
    ("empty text", 422, b'{"title": "t", "text": "  "}', {"Content-Type": "application/json", **AUTHORIZED}),
    ("20 MB", 413, b"x" * 20_000_000, {"Content-Type": "text/plain", **AUTHORIZED}),
]


def test_bad_input_gets_a_sentence_and_harms_nothing(
    install: Callable[..., Installation], receiver: Receiver, site: tuple[Path, str]
) -> None:
    """Each is refused with a problem that says what to do; the next good report passes."""
    installation = install()
    subscribe(installation, receiver)
    folder, site_url = site
    (folder / "page.html").write_text("<!doctype html><html><title>News</title><p>No feed here.</p></html>")

    for name, status, body, headers in BAD_REPORTS:
        answer = http("POST", installation.url("ingest", "/reports"), body, headers)
        assert answer.status == status, (name, answer)
        assert len(answer.json()["detail"]) > 20, name
        assert answer.headers["content-type"].startswith("application/problem+json"), name

    http("POST", installation.url("ingest", "/feeds"), {"url": f"{site_url}/page.html", "id": "page"})
    health = poll(
        lambda: http("GET", installation.url("ingest", "/feeds/page")).json()["health"]["last_error"]
    )
    assert "web page" in health

    good = http("POST", installation.url("ingest", "/reports"), {"title": "Good", "text": RAW})
    poll(lambda: receiver.of(good.json()["id"]))
    assert len(receiver.received) == 1


def test_a_typo_in_the_configuration_stops_every_service_with_its_line(
    launch: Launch, tmp_path: Path
) -> None:
    """The sentence names the setting, the file and the line; the exit code is not 0."""
    (tmp_path / "newsroom.toml").write_text("[fetch]\n\nallow_privat_addresses = true\n")

    for service in ("ingest", "enrich", "publish"):
        process = launch(f"newsroom_{service}", NEWSROOM_REDIS_URL="redis://127.0.0.1:1")
        assert process.process.wait(30) == 2
        assert "fetch.allow_privat_addresses in newsroom.toml, line 3" in process.output
