"""What is known of a feed from its polls, and how one more poll changes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from newsroom_ingest.feeds.fetch import Failed, Fetched
    from newsroom_ingest.feeds.parse import ParsedFeed

HealthStatus = Literal["new", "ok", "failing", "gone"]

# Intervals vary by this share, so that feeds added together do not stay together.
JITTER = 0.1
MAX_BACKOFF_SECONDS = 86_400
# A move that leads nowhere three times in a row is forgotten.
MAX_FAILURES_AFTER_MOVE = 3
# Some servers keep an ETag while the feed changes, so once a day the whole feed is asked for.
UNCONDITIONAL_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FeedState:
    """Belongs to the address `url`: under another one it is void. `etag` and `last_modified` are opaque."""

    url: str
    title: str | None = None
    format: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    whole_at: datetime | None = None
    moved_to: str | None = None
    unreliable_guids: bool = False
    gone: bool = False
    failures: int = 0
    last_poll_at: datetime | None = None
    last_success_at: datetime | None = None
    last_error: str | None = None
    warning: str | None = None
    next_poll_at: datetime | None = None

    @property
    def address(self) -> str:
        """Where to poll: where the feed has moved, if it has."""
        return self.moved_to or self.url

    @property
    def status(self) -> HealthStatus:
        if self.gone:
            return "gone"
        if self.failures:
            return "failing"
        return "ok" if self.last_success_at else "new"

    def may_be_conditional(self, now: datetime) -> bool:
        """Whether a "not modified" would be trusted."""
        return self.whole_at is not None and now - self.whole_at < UNCONDITIONAL_AFTER


@dataclass(frozen=True, slots=True)
class Moment:
    """When a poll ended, how often the feed is polled, and a random number in [0, 1) for the jitter."""

    now: datetime
    interval_seconds: float
    chance: float

    def after(self, seconds: float) -> datetime:
        """The time in about so many seconds."""
        return self.now + timedelta(seconds=seconds * (1 + JITTER * (2 * self.chance - 1)))


def read(state: FeedState, fetched: Fetched, parsed: ParsedFeed, moment: Moment) -> FeedState:
    """The feed was fetched and all of its entries are saved."""
    return replace(
        unmodified(state, moment),
        title=parsed.title,
        format=parsed.format,
        etag=fetched.etag,
        last_modified=fetched.last_modified,
        whole_at=moment.now,
        moved_to=fetched.moved_to or state.moved_to,
        unreliable_guids=state.unreliable_guids or parsed.has_reused_guids,
        warning=parsed.warning,
    )


def unmodified(state: FeedState, moment: Moment) -> FeedState:
    """The server says that nothing has changed."""
    return replace(
        state,
        gone=False,
        failures=0,
        last_error=None,
        last_poll_at=moment.now,
        last_success_at=moment.now,
        next_poll_at=moment.after(moment.interval_seconds),
    )


def failed(state: FeedState, failure: Failed, moment: Moment) -> FeedState:
    """Wait twice as long after each failure, and at least as long as the server asks."""
    failures = state.failures + 1
    backoff = min(moment.interval_seconds * 2 ** min(failures - 1, 20), MAX_BACKOFF_SECONDS)
    seconds = max(backoff, moment.interval_seconds)
    next_poll_at = moment.after(seconds)
    if failure.retry_after_seconds is not None:
        asked = moment.now + timedelta(seconds=min(failure.retry_after_seconds, MAX_BACKOFF_SECONDS))
        next_poll_at = max(next_poll_at, asked)
    return replace(
        state,
        gone=False,
        failures=failures,
        moved_to=None if failures >= MAX_FAILURES_AFTER_MOVE else state.moved_to,
        last_error=failure.reason,
        last_poll_at=moment.now,
        next_poll_at=next_poll_at,
    )


def ended(state: FeedState, moment: Moment) -> FeedState:
    """The server says that the feed is gone for good: no further poll."""
    return replace(
        state,
        gone=True,
        failures=state.failures + 1,
        last_error="The server says that this feed is gone for good (410); it is polled no more.",
        last_poll_at=moment.now,
        next_poll_at=None,
    )
