"""When a feed is polled next, and what its health is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from multidict import CIMultiDict

from newsroom.errors import SettingError
from newsroom.guarded_http import Response
from newsroom.settings import FeedSettings, IngestSettings
from newsroom_ingest.feeds import state as states
from newsroom_ingest.feeds.definitions import configured_feeds, to_feed
from newsroom_ingest.feeds.fetch import Failed, Fetched, Gone, NotModified, Result, read_response, retry_after
from newsroom_ingest.feeds.parse import Entry, ParsedFeed
from newsroom_ingest.feeds.state import MAX_BACKOFF_SECONDS, FeedState, Moment

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
NEW = FeedState(url="https://a.example/feed")
EXACT = Moment(NOW, interval_seconds=600, chance=0.5)  # the middle of the jitter
PARSED = ParsedFeed(format="RSS 2.0", title="A", entries=())
LIMITS = IngestSettings()


def respond(status: int, moved_to: str | None = None, **headers: str) -> Response:
    named = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})
    return Response(status=status, headers=named, body=b"x", url="https://a.example/x", moved_to=moved_to)


def seconds_to_next(state: FeedState) -> float:
    assert state.next_poll_at is not None
    return (state.next_poll_at - NOW).total_seconds()


def fail(state: FeedState, times: int = 1, retry_after_seconds: float | None = None) -> FeedState:
    for _ in range(times):
        state = states.failed(state, Failed("It broke.", retry_after_seconds), EXACT)
    return state


@pytest.mark.parametrize(("chance", "seconds"), [(0, 540), (0.5, 600), (0.999, 659.88)])
def test_success_waits_for_about_the_interval(chance: float, seconds: float) -> None:
    """The jitter keeps feeds that were added together apart."""
    state = states.unmodified(NEW, replace(EXACT, chance=chance))

    assert state.status == "ok"
    assert seconds_to_next(state) == pytest.approx(seconds)


def test_failures_back_off() -> None:
    """Each failure in a row doubles the wait, up to a day."""
    waits = [seconds_to_next(fail(NEW, times)) for times in (1, 2, 3, 4, 30)]

    assert waits == [600, 1_200, 2_400, 4_800, MAX_BACKOFF_SECONDS]


def test_a_long_interval_is_not_shortened_by_the_cap() -> None:
    """A feed that is polled once a week does not come more often because it fails."""
    weekly = replace(EXACT, interval_seconds=604_800)

    assert seconds_to_next(states.failed(NEW, Failed("It broke."), weekly)) == 604_800


@pytest.mark.parametrize(("asked", "seconds"), [(5, 600), (7_200, 7_200), (10**9, MAX_BACKOFF_SECONDS)])
def test_retry_after_is_honoured(asked: float, seconds: float) -> None:
    """As long as the server asks, never sooner than usual, and a day at most."""
    assert seconds_to_next(fail(NEW, retry_after_seconds=asked)) == seconds


def test_success_ends_a_failure() -> None:
    """The error is gone from the health, the last success is kept while it fails."""
    well = states.unmodified(NEW, EXACT)
    ill = fail(well)
    again = states.unmodified(ill, EXACT)

    assert (ill.status, ill.last_error, ill.last_success_at) == ("failing", "It broke.", NOW)
    assert (again.status, again.last_error, again.failures) == ("ok", None, 0)


def test_gone_ends_the_polling() -> None:
    """410 is final until someone asks for the feed again."""
    gone = states.ended(NEW, EXACT)

    assert (gone.status, gone.next_poll_at) == ("gone", None)
    assert states.unmodified(gone, EXACT).status == "ok"
    assert fail(gone).status == "failing"


def test_a_move_is_kept_once_a_feed_is_there() -> None:
    """A permanent redirect to a feed counts; three failures there send us back."""
    moved = states.read(NEW, Fetched(b"", "https://b.example/", moved_to="https://b.example/"), PARSED, EXACT)

    assert moved.address == "https://b.example/"
    assert fail(moved, 2).address == "https://b.example/"
    assert fail(moved, 3).address == NEW.url


def test_validators_are_kept_and_void_after_a_day() -> None:
    """Once a day the whole feed is asked for, since some servers never change their ETag."""
    state = states.read(NEW, Fetched(b"", NEW.url, etag='W/"1"', last_modified="then"), PARSED, EXACT)

    assert (state.etag, state.last_modified) == ('W/"1"', "then")
    assert state.may_be_conditional(NOW + timedelta(hours=23))
    assert not state.may_be_conditional(NOW + timedelta(hours=24))
    assert not NEW.may_be_conditional(NOW)


def test_reused_guids_are_remembered() -> None:
    """Once a guid stood for two links, the links tell the entries of this feed apart for good."""
    twice = replace(
        PARSED,
        entries=(Entry("a", "a", "1", "https://a.example/1"), Entry("b", "b", "1", "https://a.example/2")),
    )
    once = states.read(NEW, Fetched(b"", NEW.url), twice, EXACT)

    assert states.read(once, Fetched(b"", NEW.url), PARSED, EXACT).unreliable_guids


@pytest.mark.parametrize(
    ("response", "conditional", "expected"),
    [
        (
            respond(200, ETag='"x"', Last_Modified="Sat, 01 Jun 2024 00:00:00 GMT", Content_Type="text/xml"),
            False,
            Fetched(b"x", "https://a.example/x", "text/xml", '"x"', "Sat, 01 Jun 2024 00:00:00 GMT"),
        ),
        (respond(304), True, NotModified()),
        (respond(304), False, Failed("The server answered 304 instead of a feed.")),
        (respond(410), False, Gone()),
        (respond(404), False, Failed("There is nothing at this address (404); look for the feed's new one.")),
        (
            respond(503, Retry_After="120"),
            False,
            Failed("The server is not available at the moment (503).", 120),
        ),
        (respond(502), False, Failed("The server has an error of its own (502).")),
        (respond(204), False, Failed("The server answered 204 instead of a feed.")),
        (respond(200, ETag="x" * 5_000), False, Fetched(b"x", "https://a.example/x")),
    ],
)
def test_answers(response: Response, conditional: bool, expected: Result) -> None:
    """What the status and headers of an answer mean."""
    assert read_response(response, NOW, conditional=conditional) == expected


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("", None),
        ("120", 120),
        (" 5 ", 5),
        ("-5", None),
        ("soon", None),
        ("Sat, 01 Jun 2024 13:00:00 GMT", 3_600),
        ("Fri, 31 May 2024 13:00:00 GMT", 0),
        ("9" * 400, 999_999_999_999),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    """Seconds or a date; nonsense tells nothing."""
    assert retry_after(value, NOW) == seconds


def test_feeds_of_the_configuration() -> None:
    """An id is made of the address, an interval of the settings."""
    feeds = configured_feeds(
        (
            FeedSettings(url="https://www.a.example/news/rss.xml?lang=en"),
            FeedSettings(url="https://b.example/", id="b", name="Bee", poll_interval_seconds=3_600),
        ),
        LIMITS,
    )

    assert [(feed.id, feed.interval_seconds) for feed in feeds.values()] == [
        ("a-example-news-rss-xml-lang-en", 900),
        ("b", 3_600),
    ]


def test_one_id_for_one_feed() -> None:
    """Two feeds that would share an id stop the start."""
    twice = (FeedSettings(url="https://a.example/x"), FeedSettings(url="http://a.example/x"))

    with pytest.raises(
        SettingError, match=r"feeds\.1: http://a\.example/x has the same id a-example-x as https"
    ):
        configured_feeds(twice, LIMITS)


def test_impolite_intervals() -> None:
    """No feed is polled more often than the minimum, and its interval says so."""
    limits = IngestSettings(min_poll_interval_seconds=300, poll_interval_seconds=60)

    for described in (
        FeedSettings(url="https://a.example/", poll_interval_seconds=10),
        FeedSettings(url="https://a.example/"),
    ):
        assert to_feed(described, limits, "api").interval_seconds == 300
