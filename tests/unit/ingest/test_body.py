"""What a request holds, to a draft or to a sentence that says what is wrong."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newsroom.contracts import Source
from newsroom_ingest.reports.body import read_report
from newsroom_ingest.reports.submission import BadReportError

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
JSON = "application/json"


def as_json(**fields: Any) -> bytes:
    return json.dumps({"text": "The text.", **fields}).encode()


def test_all_fields_of_json() -> None:
    """A full report is taken as it is sent, with moments in UTC."""
    draft = read_report(
        "application/json; charset=utf-8",
        as_json(
            title="A\ntitle",
            url="https://a.example/1?b=c",
            published_at="2024-05-22T11:00:00+02:00",
            source={"id": "desk", "name": "The desk", "url": "https://desk.example/"},
            guid="desk-1",
            language="en-GB",
            authors=["A. Writer", " "],
            embargoed_until="2024-06-02T00:00:00",
        ),
        {},
        NOW,
    )

    assert (draft.title, draft.text, draft.url) == ("A title", "The text.", "https://a.example/1?b=c")
    assert draft.source == Source(id="desk", name="The desk", url="https://desk.example/")
    assert (draft.guid, draft.language, draft.authors) == ("desk-1", "en", ("A. Writer",))
    assert draft.published_at == datetime(2024, 5, 22, 9, tzinfo=UTC)
    assert draft.embargoed_until == datetime(2024, 6, 2, tzinfo=UTC)


def test_defaults() -> None:
    """A text alone is a report: its beginning is the title, and its source the intake."""
    draft = read_report(JSON, as_json(), {}, NOW)

    assert (draft.title, draft.source.id, draft.guid, draft.published_at) == ("The text.", "raw", None, None)


def test_source_by_name() -> None:
    """A name makes its id, in any script."""
    desk, accented, other = (
        read_report(JSON, as_json(source=source), {}, NOW).source
        for source in ({"name": "The Desk"}, "São Paulo", "Астана")
    )

    assert (desk.id, accented.id) == ("the-desk", "sao-paulo")
    assert (other.name, other.id.isascii(), len(other.id)) == ("Астана", True, 8)


@pytest.mark.parametrize("own_id", ["r-7", 7])
def test_the_senders_id_is_its_guid(own_id: object) -> None:
    """`id` counts as guid where no guid is given; fields that are ours to decide are passed over."""
    body = as_json(id=own_id, version=9, status="usable", publisher="P", extra={"kept": False})

    assert read_report(JSON, body, {}, NOW).guid == str(own_id)


def test_parameters_win() -> None:
    """What is said beside the body wins over what the body says."""
    draft = read_report(JSON, as_json(title="In", source="In"), {"title": "Out", "url": ""}, NOW)

    assert (draft.title, draft.source.name) == ("Out", "In")


def test_plain_text() -> None:
    """The first line of a text is its title."""
    body = "Headline\r\n\r\nTéxt.".encode("latin-1")

    draft = read_report("text/plain; charset=ISO-8859-1", body, {}, NOW)

    assert (draft.title, draft.text) == ("Headline", "Téxt.")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(encoding: str) -> None:
    """A byte order mark says more than the header."""
    assert read_report("text/plain", "Tëxt".encode(encoding), {}, NOW).text == "Tëxt"


def test_html() -> None:
    """A page says its own title, language, date and address; in its own encoding."""
    page = (
        "<html lang='sv'><head><meta charset='iso-8859-1'><title>Möte</title>"
        "<link rel=canonical href='https://s.example/1'>"
        "<meta property='article:published_time' content='2024-05-01T10:00:00Z'></head><p>Två avtal.</p>"
    )

    draft = read_report("text/html", page.encode("latin-1"), {}, NOW)

    assert (draft.title, draft.text, draft.language) == ("Möte", "Två avtal.", "sv")
    assert (draft.url, draft.published_at) == ("https://s.example/1", datetime(2024, 5, 1, 10, tzinfo=UTC))


@pytest.mark.parametrize(
    "url", ["/relative", "http://[broken", "javascript:alert(1)", "https://a.example/" + "x" * 9_000]
)
def test_addresses_in_markup_are_hints(url: str) -> None:
    """Nor is an address that is none."""
    body = f"<html><head><link rel='canonical' href='{url}'></head><p>Text</p>".encode()

    assert read_report("text/html", body, {}, NOW).url is None


@pytest.mark.parametrize("date", ["2999-01-01", "soon", "2024-02-31", "0001-01-01T00:00:00+14:00"])
def test_dates_in_markup_are_hints(date: str) -> None:
    """A date that a page gets wrong is no reason to refuse it."""
    body = f"---\ndate: {date}\n---\n# T\n\nText".encode()

    assert read_report("text/markdown", body, {}, NOW).published_at is None


def test_a_date_that_is_ahead_by_a_time_zone() -> None:
    """Local time without its zone may lie ahead; such a report is published now."""
    ahead = (NOW + timedelta(hours=9)).replace(tzinfo=None).isoformat()

    assert read_report(JSON, as_json(published_at=ahead), {}, NOW).published_at == NOW


@pytest.mark.parametrize(
    ("content_type", "body", "status", "sentence"),
    [
        (
            "",
            b"x",
            415,
            "A request without Content-Type is not taken here; send application/json, text/plain",
        ),
        (
            "image/png",
            b"x",
            415,
            "image/png is not taken here; send application/json, text/plain, text/markdown",
        ),
        ("text/plain; charset=klingon", b"x", 415, "The charset klingon is unknown; send UTF-8."),
        ("text/plain; charset=punycode", b"x", 415, "The charset punycode is unknown"),
        ("text/plain; charset=hex", b"x", 415, "The charset hex is unknown"),
        ("text/plain", b"\xff\xfa", 422, "The body is not utf-8 text. Name its encoding"),
        ("text/plain", b"a\x00b", 422, "text: it holds U+0000 at character 1: this is no text"),
        ("text/html", b"<p>a\x00b", 422, "The body holds U+0000"),
        ("text/plain", b" \n\x07", 422, "The report has no text"),
        ("text/html", b"<script>x</script>", 422, "The report has no text"),
        (
            JSON,
            b'{"text": "x"',
            400,
            "The body is not valid JSON: EOF while parsing an object at line 1 column 12.",
        ),
        (JSON, b'{"text": "\\ud800"}', 400, "The body is not valid JSON"),
        (JSON, b"[" * 100_000, 400, "The body is not valid JSON: recursion limit exceeded"),
        (JSON, b"\xff", 400, "The body is not valid JSON"),
        (JSON, b"[1]", 422, "The body must be a JSON object"),
        (JSON, b'{"title": "x"}', 422, "The field text is missing."),
        (JSON, as_json(text=5), 422, "text: Input should be a valid string."),
        (JSON, as_json(text=None), 422, "text: Input should be a valid string."),
        (
            JSON,
            as_json(publishedAt="2024-05-01"),
            422,
            "Unknown field publishedAt: did you mean published_at?",
        ),
        (JSON, as_json(embargo="2024-05-01"), 422, "Unknown field embargo: did you mean embargoed_until?"),
        (JSON, as_json(author="A"), 422, "Unknown field author: did you mean authors?"),
        (JSON, as_json(published_at="yesterday"), 422, "published_at: Input should be a valid datetime"),
        (
            JSON,
            as_json(published_at="0001-01-01T00:00:00+14:00"),
            422,
            "published_at: the year must be between",
        ),
        (JSON, as_json(published_at="2031-01-01"), 422, "published_at lies in the future"),
        (
            JSON,
            as_json(embargoed_until="9999-12-31T23:59:59-10:00"),
            422,
            "embargoed_until: the year must be",
        ),
        (JSON, as_json(url="ftp://a.example/"), 422, "url: URL scheme should be 'http' or 'https'"),
        (JSON, as_json(url="nonsense"), 422, "url: Input should be a valid URL"),
        (JSON, as_json(title="a\x00b"), 422, "title: it holds the control character U+0000"),
        (JSON, as_json(guid="a\x1bb"), 422, "guid: it holds the control character U+001B"),
        (JSON, as_json(source={"id": "x"}), 422, "The field source.name is missing."),
        (JSON, as_json(language="English!"), 422, "language: String should match pattern"),
        (JSON, as_json(title="x" * 1_001), 422, "title: String should have at most 1000 characters"),
    ],
)
def test_bad_reports(content_type: str, body: bytes, status: int, sentence: str) -> None:
    """Each mistake has its status and a sentence that names it."""
    with pytest.raises(BadReportError) as caught:
        read_report(content_type, body, {}, NOW)

    assert (caught.value.status, sentence in str(caught.value)) == (status, True), str(caught.value)


def test_unknown_parameters() -> None:
    """A parameter that does not exist is named."""
    with pytest.raises(BadReportError, match="Unknown parameter titel; there are title, url, published_at"):
        read_report("text/plain", b"x", {"titel": "x"}, NOW)
    with pytest.raises(BadReportError, match="Unknown parameter text"):
        read_report("text/plain", b"x", {"text": "y"}, NOW)
