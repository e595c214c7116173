"""Which feeds there are: those of newsroom.toml, and those that were added since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from newsroom.errors import NewsroomError, SettingError
from newsroom_ingest.naming import slug

if TYPE_CHECKING:
    from newsroom.settings import FeedSettings, IngestSettings

Origin = Literal["config", "api"]

# Intervals vary by this share, so that feeds added together do not stay together.
JITTER = 0.1


class FeedError(NewsroomError):
    """A feed that cannot be polled as it is described; the sentence says what to change."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to poll. `name` is None where the feed's own title is to serve as its name."""

    id: str
    url: str
    name: str | None
    origin: Origin
    interval_seconds: float

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""


def to_feed(described: FeedSettings, limits: IngestSettings, origin: Origin) -> Feed:
    """The feed with its id and the interval that keeps what is promised. Raises FeedError."""
    if described.full_text:
        raise FeedError(f"full_text is not available yet: take it out of the feed {described.url}.")
    return Feed(
        id=described.id or _id_of(described.url),
        url=described.url,
        name=described.name,
        origin=origin,
        interval_seconds=_interval(described, limits),
    )


def configured_feeds(described: tuple[FeedSettings, ...], limits: IngestSettings) -> dict[str, Feed]:
    """The feeds of newsroom.toml by id. Raises SettingError where two share an id or one cannot be."""
    feeds: dict[str, Feed] = {}
    for number, settings in enumerate(described):
        try:
            feed = to_feed(settings, limits, "config")
        except FeedError as error:
            raise SettingError(f"feeds.{number}: {error}") from error
        if feed.id in feeds:
            raise SettingError(
                f"feeds.{number}: {feed.url} has the same id {feed.id} as {feeds[feed.id].url}; "
                "give one of them another id."
            )
        feeds[feed.id] = feed
    return feeds


def _interval(described: FeedSettings, limits: IngestSettings) -> float:
    """Seconds between polls; with max_age_seconds they are short enough to keep it, jitter included."""
    least = limits.min_poll_interval_seconds
    wanted = described.poll_interval_seconds or max(limits.poll_interval_seconds, least)
    if described.max_age_seconds is not None:
        wanted = min(wanted, described.max_age_seconds / (1 + JITTER))
    if wanted < least:
        raise FeedError(
            f"{described.url} would be polled every {wanted:g} s, which ingest.min_poll_interval_seconds "
            f"({least:g}) forbids; raise the feed's interval, or lower that setting."
        )
    return wanted


def _id_of(url: str) -> str:
    parts = urlsplit(url)
    return slug(f"{parts.netloc.rpartition('@')[2].removeprefix('www.')} {parts.path} {parts.query}")
