"""Conditional answers, content negotiation, and our own address from hostile headers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from fastapi import Request, Response

from newsroom.web import Problem
from newsroom_publish.digest.http import base_url, conditional, negotiate, own_url

CHANGED = datetime(2025, 3, 3, 12, 0, 0, 500_000, tzinfo=UTC)
LATER = CHANGED + timedelta(minutes=1)
OFFERS = ("application/json", "text/html")


def create_request(query: str = "", **headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": "/feed.rss",
            "query_string": query.encode(),
            "headers": named,
            "server": ("127.0.0.1", 80),
        }
    )


def answer(now: datetime = LATER, changed_at: datetime | None = CHANGED, **headers: str) -> Response:
    return conditional(
        create_request(**headers),
        b"body",
        "text/plain",
        changed_at=changed_at,
        now=now,
        headers={"Cache-Control": "x"},
    )


def test_answer_carries_validators() -> None:
    """A body comes with a strong ETag and the second of the last change."""
    response = answer()

    assert response.status_code == 200
    assert response.headers["etag"].startswith('"')
    assert response.headers["last-modified"] == "Mon, 03 Mar 2025 12:00:00 GMT"


@pytest.mark.parametrize("known", ["{etag}", "W/{etag}", '"other", {etag}', "*"])
def test_known_etag_is_not_sent_again(known: str) -> None:
    """If-None-Match compares weakly, and takes lists and the star."""
    response = answer(if_none_match=known.format(etag=answer().headers["etag"]))

    assert (response.status_code, response.body) == (304, b"")
    assert {"etag", "cache-control", "last-modified"} <= set(response.headers)


@pytest.mark.parametrize(
    ("since", "status"),
    [
        ("Mon, 03 Mar 2025 12:00:00 GMT", 304),
        ("Mon, 03 Mar 2025 11:59:59 GMT", 200),
        ("Mon, 03 Mar 2025 13:00:00 +0100", 304),
        ("Mon, 03 Mar 2025 12:00:00", 304),
        ("yesterday", 200),
        ("Mon, 99 Mar 2025 99:00:00 GMT", 200),
        ("", 200),
    ],
)
def test_date_is_compared_to_the_second(since: str, status: int) -> None:
    """If-Modified-Since counts in seconds; what is no date is ignored."""
    assert answer(if_modified_since=since).status_code == status


def test_etag_goes_before_the_date() -> None:
    """A client that sends both has its ETag judged alone."""
    response = answer(if_none_match='"old"', if_modified_since="Mon, 03 Mar 2025 12:00:00 GMT")

    assert response.status_code == 200


def test_moment_after_a_change_has_no_date_yet() -> None:
    """Another change may follow with the same date, and the date could not tell them apart."""
    response = answer(now=CHANGED + timedelta(seconds=4), if_modified_since="Mon, 03 Mar 2025 12:00:00 GMT")

    assert response.status_code == 200
    assert "last-modified" not in response.headers


def test_digest_without_any_change_has_no_date() -> None:
    """An empty digest has an ETag alone."""
    assert "last-modified" not in answer(changed_at=None).headers


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/*", "text/html"),
        ("TEXT/HTML", "text/html"),
        ("application/json;q=0.1, text/html;q=0.2", "text/html"),
        ("application/json;q=0, */*", "text/html"),
        ("text/html;q=nonsense, application/json;q=0.1", "application/json"),
        ("application/ninjs+json", None),
        ("text/html;q=0", None),
        (";;,,/", None),
    ],
)
def test_negotiation(accept: str | None, media_type: str | None) -> None:
    """The most specific range decides, and equals go to the earlier offer."""
    assert negotiate(accept, OFFERS) == media_type


@pytest.mark.parametrize("host", ["news.example", "news.example:8080", "127.0.0.1:1", "[::1]:8080"])
def test_address_follows_the_host(host: str) -> None:
    """Without a public URL, the request's own host is ours."""
    assert base_url(create_request(host=host), None) == f"http://{host}"


@pytest.mark.parametrize("host", ["", "a b", "evil.example/path", "x@y", "<script>", "a:99999999", 'a"b'])
def test_host_that_is_none_is_refused(host: str) -> None:
    """What is no host name does not get into a feed."""
    with pytest.raises(Problem) as caught:
        base_url(create_request(host=host), None)

    assert caught.value.status == 400


def test_public_url_goes_before_the_host() -> None:
    """Behind a proxy the setting decides."""
    assert base_url(create_request(host="inner"), "https://news.example/wire/") == "https://news.example/wire"


def test_own_url_keeps_the_query_as_it_came() -> None:
    """The self link is the URL that was asked for, whatever stands in it, and a valid one."""
    url = own_url(create_request('country=KZ&q=a%20b+c&x=<"é'), "https://news.example")

    assert url == "https://news.example/feed.rss?country=KZ&q=a%20b+c&x=%3C%22%C3%A9"
