"""RSS, Atom and JSON Feed, judged by a validator of our own (feed_validator.py) and by feedparser."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from types import ModuleType
from uuid import uuid4

import feedparser
import pytest

from newsroom.contracts import Summary
from newsroom_publish.digest import atom, jsonfeed, rss
from newsroom_publish.digest.items import Feed

RENDER = {"rss": rss.render, "atom": atom.render, "json_feed": jsonfeed.render}

HOSTILE_TEXTS = [
    "</title><script>alert(1)</script>",
    "]]> & &amp; &#0; <![CDATA[ <!-- ",
    "null \x00 bell \x07 escape \x1b nel \x9f not \ufffe",
    "\u202eright to left\u202c 🌊 ‘quotes’ \t\n  spaces",
    "=cmd|' /C calc'!A0",
    "\u00df\u0130\u017f" * 2_000,
]


@pytest.fixture(params=RENDER)
def feed_format(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def check(validator: ModuleType, feed_format: str, document: bytes, now: datetime) -> list[str]:
    self_url = "https://news.example/feed?country=KZ&q=a"
    problems: list[str] = getattr(validator, feed_format)(document, self_url=self_url, now=now)
    return problems


def test_golden_summary_is_valid(
    feed_format: str,
    summary: Summary,
    create_feed: Callable[..., Feed],
    feed_validator: ModuleType,
    now: datetime,
) -> None:
    """The golden summary makes a feed without a fault."""
    document = RENDER[feed_format](create_feed(summary))

    assert check(feed_validator, feed_format, document, now) == []


def test_empty_feed_is_valid(
    feed_format: str, create_feed: Callable[..., Feed], feed_validator: ModuleType, now: datetime
) -> None:
    """A digest without any summary is a valid feed all the same."""
    assert check(feed_validator, feed_format, RENDER[feed_format](create_feed()), now) == []


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_stays_text(
    feed_format: str,
    text: str,
    create_summary: Callable[..., Summary],
    create_feed: Callable[..., Feed],
    feed_validator: ModuleType,
    now: datetime,
) -> None:
    """Markup, control characters and odd Unicode anywhere in a summary leave the feed valid."""
    golden = create_summary().model_dump(mode="json")
    golden["resolutions"][0] |= {"title": text, "body": text, "place": text, "parties": [text]}
    golden["entities"][1] |= {"name": text}
    golden["entities"][1]["roles"][0] |= {"title": text, "of": text}
    golden["topics"][0] |= {"name": text}
    golden |= {"headline": text, "abstract": text, "source": {"id": text, "name": text, "url": text}}
    summary = Summary.model_validate(golden)

    document = RENDER[feed_format](create_feed(summary, title="Newsroom"))

    assert check(feed_validator, feed_format, document, now) == []


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://[", "", "a b", None]
)
def test_url_that_is_no_web_link_is_left_out(
    feed_format: str,
    url: str | None,
    create_summary: Callable[..., Summary],
    create_feed: Callable[..., Feed],
    feed_validator: ModuleType,
    now: datetime,
) -> None:
    """Only http and https URLs become links."""
    summary = create_summary(url=url, source={"id": "x", "name": "X", "url": url})

    document = RENDER[feed_format](create_feed(summary))

    assert check(feed_validator, feed_format, document, now) == []
    assert b"javascript" not in document.partition(b'"_newsroom"')[0]


@pytest.mark.parametrize(
    "claimed", ["9999-12-31T23:59:59Z", "2025-03-03T13:00:00.999Z", "0001-01-01T00:00:00Z"]
)
def test_date_that_a_report_claims_is_never_in_the_future(
    feed_format: str,
    claimed: str,
    create_summary: Callable[..., Summary],
    create_feed: Callable[..., Feed],
    feed_validator: ModuleType,
    now: datetime,
) -> None:
    """A wrong clock at the source does not make the feed invalid."""
    document = RENDER[feed_format](create_feed(create_summary(published_at=claimed)))

    assert check(feed_validator, feed_format, document, now) == []


def test_item_without_any_text_is_valid(
    feed_format: str,
    create_summary: Callable[..., Summary],
    create_feed: Callable[..., Feed],
    feed_validator: ModuleType,
    now: datetime,
) -> None:
    """A report may have a headline of blanks and no abstract, entity or resolution."""
    bare = create_summary(
        headline="  ",
        language="no language <at all>",
        abstract="",
        entities=[],
        resolutions=[],
        events=[],
        topics=[],
        source={"id": "x", "name": ""},
    )

    assert check(feed_validator, feed_format, RENDER[feed_format](create_feed(bare)), now) == []


def test_content_states_the_claims_and_their_evidence(
    feed_format: str, summary: Summary, create_feed: Callable[..., Feed]
) -> None:
    """A reader of the feed sees decisions, vote, evidence, people with roles and the way to the report."""
    document = RENDER[feed_format](create_feed(summary))
    if feed_format == "json_feed":
        content = json.loads(document)["items"][0]["content_html"]
    else:
        content = feedparser.parse(document).entries[0].content[0].value

    assert "Treaty approved · “on river safety” · Parliament · Kathmandu, 3 March 2025" in content
    assert "101 for, 9 against, 4 abstentions" in content
    assert "approved a treaty on river safety with Bhutan by 101 votes to 9" in content
    assert "<strong>Asha Rai</strong>, Speaker, Parliament" in content
    assert 'href="https://wire.example/1"' in content


def test_feeds_agree(summary: Summary, create_feed: Callable[..., Feed]) -> None:
    """The three formats carry the same id, title, link and dates."""
    feed = create_feed(summary)
    item = json.loads(jsonfeed.render(feed))["items"][0]
    rss_entry = feedparser.parse(rss.render(feed)).entries[0]
    atom_entry = feedparser.parse(atom.render(feed)).entries[0]

    assert rss_entry.id == atom_entry.id == item["id"] == f"urn:uuid:{summary.id}"
    assert rss_entry.title == atom_entry.title == item["title"] == "Nepal approves river treaty"
    assert rss_entry.link == atom_entry.link == item["url"]
    assert rss_entry.published_parsed == atom_entry.published_parsed
    assert item["date_published"] == atom_entry.published == "2025-03-03T12:00:00Z"


def test_json_feed_carries_the_whole_summary(summary: Summary, create_feed: Callable[..., Feed]) -> None:
    """The extension of an item is the summary as the contract has it."""
    item = json.loads(jsonfeed.render(create_feed(summary)))["items"][0]

    assert Summary.model_validate(item["_newsroom"]["summary"]) == summary


def test_validator_finds_faults(
    feed_format: str,
    create_summary: Callable[..., Summary],
    create_feed: Callable[..., Feed],
    feed_validator: ModuleType,
    now: datetime,
) -> None:
    """The validator is not one that cannot fail: it sees a double id and a wrong self link."""
    twice = create_summary(id=str(uuid4()))
    document = RENDER[feed_format](create_feed(twice, twice)).replace(b"feed?", b"other?")

    problems = check(feed_validator, feed_format, document, now)

    assert any("stands 2 times" in problem for problem in problems)
    assert any("https://news.example/feed" in problem for problem in problems)


@pytest.mark.parametrize(
    ("feed_format", "old", "new"),
    [
        ("rss", b"2025 12:00:00 GMT", b"25 12:00:00 GMT"),
        ("rss", b"</description><content", b"</description><summary/><content"),
        ("rss", b"2025 12:00:00", b"2035 12:00:00"),
        ("atom", b"<published>", b"<created>x</created><published>"),
        ("atom", b"2025-03-03T12:00:00Z", b"2025-03-03"),
        ("atom", b'rel="alternate"', b'rel="elsewhere"'),
        ("json_feed", b'"date_modified"', b'"modified"'),
        ("json_feed", b'"content_html"', b'"body"'),
    ],
)
def test_validator_finds_breaches_of_each_format(
    feed_format: str,
    old: bytes,
    new: bytes,
    summary: Summary,
    create_feed: Callable[..., Feed],
    feed_validator: ModuleType,
    now: datetime,
) -> None:
    """Small breaches of each specification are seen."""
    document = RENDER[feed_format](create_feed(summary))
    assert old in document
    try:
        problems = check(feed_validator, feed_format, document.replace(old, new), now)
    except (KeyError, ValueError):
        return

    assert problems
