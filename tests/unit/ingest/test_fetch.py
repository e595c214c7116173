"""What the answer to a poll means."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from multidict import CIMultiDict

from newsroom.guarded_http import Response
from newsroom_ingest.feeds.fetch import Failed, Fetched, Gone, NotModified, read_response

NOW = datetime(2025, 3, 3, 10, 0, tzinfo=UTC)
DATE = "Mon, 03 Mar 2025 10:00:00 GMT"


def response(status: int, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(
        status=status, headers=CIMultiDict(named), body=b"", url="https://a.example/", moved_to=None
    )


@pytest.mark.parametrize(
    ("last_modified", "kept"),
    [
        ("Mon, 03 Mar 2025 09:00:00 GMT", True),
        ("Mon, 03 Mar 2025 09:59:59 GMT", True),
        ("Mon, 03 Mar 2025 10:00:00 GMT", False),  # it may change again within this second
        ("Mon, 03 Mar 2025 10:00:05 GMT", False),
        ("yesterday", True),  # opaque: the server may know what it means
    ],
)
def test_a_date_of_this_very_second_is_no_validator(last_modified: str, *, kept: bool) -> None:
    """RFC 9110, 8.8.2.2: a change in the same second would be missed for ever."""
    found = read_response(response(200, Date=DATE, Last_Modified=last_modified), NOW, conditional=False)

    assert isinstance(found, Fetched)
    assert found.last_modified == (last_modified if kept else None)


def test_validators_are_kept_exactly() -> None:
    """An ETag is opaque, quotes and all; without a Date the Last-Modified is kept."""
    found = read_response(response(200, ETag='W/"a b"', Last_Modified=DATE), NOW, conditional=False)

    assert isinstance(found, Fetched)
    assert (found.etag, found.last_modified) == ('W/"a b"', DATE)


def test_other_answers() -> None:
    """304 counts only where we asked for it; 410 ends the feed; the rest are failures with a reason."""
    assert read_response(response(304), NOW, conditional=True) == NotModified()
    assert isinstance(read_response(response(304), NOW, conditional=False), Failed)
    assert read_response(response(410), NOW, conditional=False) == Gone()
    busy = read_response(response(429, Retry_After="120"), NOW, conditional=False)
    assert isinstance(busy, Failed)
    assert busy.retry_after_seconds == 120
