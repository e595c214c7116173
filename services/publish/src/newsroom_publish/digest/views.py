"""Turns what the digest holds into answers: feeds, pages and JSON."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from newsroom.contracts import Contract, Summary
from newsroom.web import Problem
from newsroom_publish.digest import atom, items, jsonfeed, rss, wording
from newsroom_publish.digest.http import PAGE_HEADERS, base_url, conditional, own_url
from newsroom_publish.digest.pages import Pages, query_string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from uuid import UUID

    from fastapi import Request, Response

    from newsroom.settings import Filter, PublishSettings
    from newsroom_publish.digest.query import Cursor, Digest
    from newsroom_publish.index import Entry

JSON = "application/json"
HTML = "text/html"

_FEEDS = {
    "rss": (rss.render, rss.MEDIA_TYPE),
    "atom": (atom.render, atom.MEDIA_TYPE),
    "json": (jsonfeed.render, jsonfeed.MEDIA_TYPE),
}
_FEED_HEADERS = {"Cache-Control": "public, max-age=60"}
# People expect to see at once what they have sent, so a page is validated each time.
_FRESH_HEADERS = {"Cache-Control": "no-cache"}


class SummaryPage(Contract):
    """Some summaries, the latest arrival first, and the path of the page with those before them."""

    items: tuple[Summary, ...]
    next: str | None


class Views:
    """Each method answers one kind of request."""

    def __init__(self, digest: Digest, settings: PublishSettings, clock: Callable[[], datetime]) -> None:
        self._digest = digest
        self._settings = settings
        self._clock = clock
        self._pages = Pages(settings.title, settings.public_url)

    async def feed(self, request: Request, feed_format: str, wanted: Filter) -> Response:
        """The newest summaries that match, as a feed."""
        render, media_type = _FEEDS[feed_format]
        base = base_url(request, self._settings.public_url)
        changed_at = await self._digest.changed_at()
        page = await self._digest.page(wanted, self._settings.feed_items)
        line = items.line(wording.filter_line(wanted))
        page_url = f"{base}/{query_string(wanted)}"
        feed = items.Feed(
            id=uuid5(NAMESPACE_URL, page_url).urn,
            title=self._settings.title + (f": {line}" if line else ""),
            description="Summaries of reports, each claim with its evidence.",
            page_url=page_url,
            self_url=own_url(request, base),
            items=items.by_date(await self._items(page.entries, base, self._pages.feed_html)),
        )
        return self._answer(request, render(feed), media_type, _FEED_HEADERS, changed_at)

    async def page(self, request: Request, wanted: Filter, cursor: Cursor | None) -> Response:
        """The list for a browser."""
        base = base_url(request, self._settings.public_url)
        changed_at = await self._digest.changed_at()
        page = await self._digest.page(wanted, self._settings.page_items, cursor)
        found = items.by_date(await self._items(page.entries, base))
        body = self._pages.digest(found, wanted, cursor=cursor, older=page.next)
        return self._answer(request, body.encode(), HTML, _FRESH_HEADERS | PAGE_HEADERS, changed_at)

    async def summaries(
        self, request: Request, wanted: Filter, limit: int | None, cursor: Cursor | None
    ) -> Response:
        """The list for a program, in the order of arrival."""
        changed_at = await self._digest.changed_at()
        page = await self._digest.page(wanted, limit or self._settings.page_items, cursor)
        size = str(limit) if limit else None
        listed = SummaryPage(
            items=tuple(entry.summary for entry in page.entries),
            next=self._pages.link("/summaries", wanted, limit=size, cursor=str(page.next))
            if page.next
            else None,
        )
        return self._answer(request, listed.model_dump_json().encode(), JSON, _FRESH_HEADERS, changed_at)

    async def summary(self, request: Request, summary_id: UUID, media_type: str) -> Response:
        """One summary as a page or as JSON; 404 when there is none (yet), 410 when it was withdrawn."""
        # Its ids may change with every summary that comes, so its date is that of the whole digest.
        changed_at = await self._digest.changed_at()
        entry = await self._digest.find(summary_id)
        if entry is None:
            raise Problem(404, "There is no such summary; /summaries lists those that there are.")
        if not entry.listed:
            raise Problem(410, "This summary was withdrawn by its source; delete the copies that you hold.")
        headers = _FRESH_HEADERS | {"Vary": "Accept"}
        if media_type == JSON:
            body = entry.summary.model_dump_json().encode()
            return self._answer(request, body, JSON, headers, changed_at)
        item = items.build(entry, base_url(request, self._settings.public_url))
        page = self._pages.summary(item).encode()
        return self._answer(request, page, HTML, headers | PAGE_HEADERS, changed_at)

    async def _items(
        self, entries: Iterable[Entry], base: str, render_html: Callable[[Summary], str] | None = None
    ) -> list[items.Item]:
        built = []
        for entry in entries:
            built.append(items.build(entry, base, render_html))
            # Rendering is work for the processor: others get their turn between two items.
            await asyncio.sleep(0)
        return built

    def _answer(
        self,
        request: Request,
        body: bytes,
        media_type: str,
        headers: dict[str, str],
        changed_at: datetime | None,
    ) -> Response:
        return conditional(
            request, body, media_type, changed_at=changed_at, now=self._clock(), headers=headers
        )
