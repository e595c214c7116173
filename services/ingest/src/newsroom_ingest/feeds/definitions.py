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


class FeedError(NewsroomError):
    """A feed that cannot be added or removed; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to poll. `name` is None where the feed's own title is to serve as its name."""

    id: str
    url: str
    name: str | None
    origin: Origin
    interval_seconds: float
    max_age_seconds: float | None = None
    full_text: bool = False

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""


def to_feed(described: FeedSettings, limits: IngestSettings, origin: Origin) -> Feed:
    """The feed with its id, and the interval at which it is really polled."""
    wanted = described.poll_interval_seconds or limits.poll_interval_seconds
    return Feed(
        id=described.id or _id_of(described.url),
        url=described.url,
        name=described.name,
        origin=origin,
        interval_seconds=max(wanted, limits.min_poll_interval_seconds),
        max_age_seconds=described.max_age_seconds,
        full_text=described.full_text,
    )


def configured_feeds(described: tuple[FeedSettings, ...], limits: IngestSettings) -> dict[str, Feed]:
    """The feeds of newsroom.toml by id. Raises SettingError where two share an id."""
    feeds: dict[str, Feed] = {}
    for number, settings in enumerate(described):
        feed = to_feed(settings, limits, "config")
        if feed.id in feeds:
            raise SettingError(
                f"feeds.{number}: {feed.url} has the same id {feed.id} as {feeds[feed.id].url}; "
                "give one of them another id."
            )
        feeds[feed.id] = feed
    return feeds


def _id_of(url: str) -> str:
    parts = urlsplit(url)
    return slug(f"{parts.netloc.rpartition('@')[2].removeprefix('www.')} {parts.path} {parts.query}")
