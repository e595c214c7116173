"""Feeds of every format, good and bad, to entries; each golden feed stands beside what is read from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from newsroom_ingest.feeds.entries import parse_feed
from newsroom_ingest.feeds.parse import MAX_ENTRIES, NotAFeedError, ParsedFeed

FEEDS = Path(__file__).parents[2] / "data" / "feeds"
GOLDEN = sorted(path for path in FEEDS.iterdir() if path.suffix != ".json")
URL = "https://wire.example/feed"
READ: TypeAdapter[ParsedFeed] = TypeAdapter(ParsedFeed)


def rss(items: str, declaration: str = "") -> str:
    return f'{declaration}<rss version="2.0"><channel><title>Søker</title>{items}</channel></rss>'


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    """What is read from a feed is what its golden file says."""
    expected = json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))

    parsed = parse_feed(path.read_bytes(), URL, "")

    assert READ.dump_python(parsed, mode="json") == expected


@pytest.mark.parametrize(
    ("encoding", "declaration", "content_type"),
    [
        ("utf-8", "", "text/xml"),
        ("utf-8", '<?xml version="1.0" encoding="iso-8859-1"?>', "text/xml; charset=iso-8859-1"),
        ("utf-8-sig", '<?xml version="1.0"?>', "text/html"),
        ("utf-16", '<?xml version="1.0" encoding="utf-16"?>', "application/xml"),
        ("iso-8859-1", '<?xml version="1.0" encoding="iso-8859-1"?>', "application/rss+xml"),
        ("iso-8859-1", "", "text/xml; charset=iso-8859-1"),
        ("cp1252", '<?xml version="1.0" encoding="utf-8"?>', "application/xml"),
        ("cp1252", "", ""),
    ],
)
def test_encodings(encoding: str, declaration: str, content_type: str) -> None:
    """Text survives wrong declarations: valid UTF-8 is UTF-8, and what only claims to be is Windows-1252."""
    body = rss("<item><title>Ærlig talt – nå</title></item>".replace("–", "-"), declaration).encode(encoding)

    parsed = parse_feed(body, URL, content_type)

    assert (parsed.title, parsed.entries[0].title) == ("Søker", "Ærlig talt - nå")


def test_cyrillic_in_its_own_encoding() -> None:
    """A declared legacy encoding is believed where the bytes are not UTF-8."""
    body = rss("<item><title>Новости</title></item>", '<?xml version="1.0" encoding="windows-1251"?>')

    parsed = parse_feed(body.replace("ø", "o").encode("cp1251"), URL, "text/xml")

    assert parsed.entries[0].title == "Новости"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "The answer is empty."),
        (b" \n", "The answer is empty."),
        (b"hello", "This is neither RSS, Atom nor JSON Feed; check the address."),
        (b"<foo/>", "This is neither RSS, Atom nor JSON Feed; check the address."),
        (b"{", "This is no valid JSON: EOF while parsing an object at line 1 column 1."),
        (b'{"items": []}', 'This is JSON, but no JSON Feed: it has no "version" of jsonfeed.org.'),
        (
            b"<!doctype html><html><body>Hello</body></html>",
            "This is a web page, and it names no feed; look for a link called RSS or Feed on it.",
        ),
        (
            b"""<html><head><link rel='alternate' type='application/rss+xml' href='/rss'>
            <link rel=alternate type=application/atom+xml href='https://b.example/atom'>
            <link rel=alternate type=application/rss+xml href='javascript:x'></head>""",
            "This is a web page; its feed may be at https://wire.example/rss or https://b.example/atom.",
        ),
        (
            b'<rss version="2.0"><channel><title>Cut',
            "The feed is broken: its XML is malformed (no element found).",
        ),
    ],
)
def test_no_feed(body: bytes, sentence: str) -> None:
    """What is no feed gets a sentence that says what it is and where the feed may be."""
    with pytest.raises(NotAFeedError) as caught:
        parse_feed(body, URL, "text/html")

    assert str(caught.value) == sentence


def test_entities_are_not_expanded() -> None:
    """Neither files nor a billion laughs come in through entities."""
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    body = f'<!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]>' + rss(
        "<item><title>&l9;</title><description>&f;</description></item>"
    )

    parsed = parse_feed(body.encode(), URL, "")

    assert len(parsed.entries[0].title) < 10
    assert "root:" not in parsed.entries[0].text


def test_a_bare_guid_is_no_address() -> None:
    """A guid that is no URL stays a guid, though isPermaLink defaults to true."""
    entry = parse_feed(rss("<item><title>a</title><guid>42</guid></item>").encode(), URL, "").entries[0]

    assert (entry.guid, entry.url) == ("42", None)


def test_long_feeds_are_cut() -> None:
    """Of a feed of thousands the first entries are read."""
    items = "".join(f"<item><title>{n}</title></item>" for n in range(MAX_ENTRIES + 5))

    parsed = parse_feed(rss(items).encode(), URL, "")

    assert [len(parsed.entries), parsed.entries[0].title] == [MAX_ENTRIES, "0"]


def test_no_items_is_a_feed() -> None:
    """A feed may be empty."""
    assert parse_feed(rss("").encode(), URL, "").entries == ()
