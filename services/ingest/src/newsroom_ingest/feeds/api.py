"""GET, POST and DELETE /feeds, and POST /feeds/{id}/refresh."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Body, Depends, Response
from pydantic import BaseModel

from newsroom.errors import FetchError
from newsroom.settings import FeedSettings
from newsroom.web import Problem
from newsroom_ingest.feeds.definitions import Feed, FeedError, Origin
from newsroom_ingest.feeds.state import FeedState, HealthStatus

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from newsroom_ingest.feeds.registry import FeedRegistry
    from newsroom_ingest.feeds.scheduler import Scheduler


class FeedHealth(BaseModel):
    """How the polls of a feed went; `last_error` is a sentence, `failures` counts those in a row."""

    status: HealthStatus
    last_poll_at: datetime | None
    last_success_at: datetime | None
    last_error: str | None
    warning: str | None
    failures: int
    next_poll_at: datetime | None
    moved_to: str | None


class FeedView(BaseModel):
    """A feed as it is shown. `origin`: whether it stands in newsroom.toml or was added."""

    id: str
    name: str
    url: str
    origin: Origin
    format: str | None
    poll_interval_seconds: float
    health: FeedHealth


class FeedList(BaseModel):
    """All feeds, in the order of their ids."""

    items: list[FeedView]


def build_router(
    registry: FeedRegistry,
    scheduler: Scheduler,
    *,
    authorize: Callable[..., Awaitable[None]],
    check_url: Callable[[str], None],
) -> APIRouter:
    """The routes of feeds; `authorize` guards those that write, `check_url` raises FetchError."""
    router = APIRouter(prefix="/feeds", tags=["feeds"])
    writing = [Depends(authorize)]

    async def require(feed_id: str) -> Feed:
        feed = await registry.get(feed_id)
        if feed is None:
            raise Problem(404, f"There is no feed {feed_id[:100]}; GET /feeds lists the feeds.")
        return feed

    async def view(feed: Feed) -> FeedView:
        return _view(feed, (await registry.states([feed]))[feed.id])

    @router.get("")
    async def list_feeds() -> FeedList:
        """Every feed and its health."""
        feeds = await registry.feeds()
        states = await registry.states(feeds.values())
        return FeedList(items=[_view(feeds[feed_id], states[feed_id]) for feed_id in sorted(feeds)])

    @router.post("", status_code=201, dependencies=writing)
    async def add_feed(described: Annotated[FeedSettings, Body()], response: Response) -> FeedView:
        """Add a feed; it is polled at once, and its health shows how that went."""
        with _errors_as_problems():
            check_url(described.url)
            feed = await registry.add(described)
        scheduler.wake()
        response.headers["Location"] = f"/feeds/{feed.id}"
        return await view(feed)

    @router.get("/{feed_id}")
    async def get_feed(feed_id: str) -> FeedView:
        """One feed and its health."""
        return await view(await require(feed_id))

    @router.delete("/{feed_id}", status_code=204, dependencies=writing)
    async def remove_feed(feed_id: str) -> None:
        """Poll an added feed no more; its reports stay."""
        with _errors_as_problems():
            await registry.remove(await require(feed_id))

    @router.post("/{feed_id}/refresh", dependencies=writing)
    async def refresh_feed(feed_id: str) -> FeedView:
        """Poll now, and answer when it is done."""
        feed = await require(feed_id)
        state = await scheduler.poll_now(feed)
        if state is None:
            raise Problem(
                409, f"The feed {feed.id} is being polled right now; look at its health in a moment."
            )
        return _view(feed, state)

    return router


@contextmanager
def _errors_as_problems() -> Iterator[None]:
    try:
        yield
    except FetchError as error:
        raise Problem(422, str(error)) from error
    except FeedError as error:
        raise Problem(409, str(error)) from error


def _view(feed: Feed, state: FeedState) -> FeedView:
    return FeedView(
        id=feed.id,
        name=feed.name or state.title or feed.host,
        url=feed.url,
        origin=feed.origin,
        format=state.format,
        poll_interval_seconds=round(feed.interval_seconds, 3),
        health=FeedHealth(
            status=state.status,
            last_poll_at=state.last_poll_at,
            last_success_at=state.last_success_at,
            last_error=state.last_error,
            warning=state.warning,
            failures=state.failures,
            next_poll_at=state.next_poll_at,
            moved_to=state.moved_to,
        ),
    )
