"""The public routes of the digest; reading is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from fastapi import APIRouter, Request, Response
from starlette.staticfiles import StaticFiles

from newsroom.web import Problem
from newsroom_publish.digest.http import negotiate
from newsroom_publish.digest.pages import STATIC
from newsroom_publish.digest.parameters import Limit, StartCursor, WantedFilter
from newsroom_publish.digest.views import HTML, JSON, SummaryPage, Views

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from newsroom.settings import PublishSettings
    from newsroom_publish.digest.query import Digest

_Route = TypeVar("_Route", bound="Callable[..., Awaitable[Response]]")


def create_router(digest: Digest, settings: PublishSettings, clock: Callable[[], datetime]) -> APIRouter:
    """Feeds, pages and JSON over the digest."""
    router = APIRouter(tags=["digest"])
    views = Views(digest, settings, clock)
    router.mount("/static", StaticFiles(directory=STATIC), name="static")

    def readable(path: str, **options: Any) -> Callable[[_Route], _Route]:
        """Answer GET, and HEAD without a place of its own in the documentation."""

        def add(route: _Route) -> _Route:
            router.head(path, include_in_schema=False)(route)
            return router.get(path, **options)(route)

        return add

    @readable("/", include_in_schema=False)
    async def page(request: Request, wanted: WantedFilter, cursor: StartCursor) -> Response:
        return await views.page(request, wanted, cursor)

    @readable("/feed.rss", summary="RSS 2.0")
    async def feed_rss(request: Request, wanted: WantedFilter) -> Response:
        return await views.feed(request, "rss", wanted)

    @readable("/feed.atom", summary="Atom (RFC 4287)")
    async def feed_atom(request: Request, wanted: WantedFilter) -> Response:
        return await views.feed(request, "atom", wanted)

    @readable("/feed.json", summary="JSON Feed 1.1")
    async def feed_json(request: Request, wanted: WantedFilter) -> Response:
        return await views.feed(request, "json", wanted)

    @readable(
        "/summaries", summary="The summaries, newest arrival first", responses={200: {"model": SummaryPage}}
    )
    async def summaries(
        request: Request, wanted: WantedFilter, cursor: StartCursor, limit: Limit = None
    ) -> Response:
        return await views.summaries(request, wanted, limit, cursor)

    @readable("/summaries/{name}", summary="A summary, as a page or as JSON")
    async def summary(request: Request, name: str) -> Response:
        summary_id, media_type = _requested(name, request.headers.get("accept"))
        return await views.summary(request, summary_id, media_type)

    return router


def _requested(name: str, accept: str | None) -> tuple[UUID, str]:
    """The id, and the media type by suffix or else by the Accept header."""
    stem, _, suffix = name.partition(".")
    try:
        summary_id = UUID(stem)
    except ValueError:
        raise Problem(404, f"{stem!r} is no id of a summary; /summaries lists them.") from None
    media_type = JSON if suffix == "json" else negotiate(accept, (JSON, HTML)) if not suffix else None
    if media_type is None:
        raise Problem(
            406, f"Summaries come as {HTML} and as {JSON} (or with the suffix .json); ask for one of them."
        )
    return summary_id, media_type
