"""The article behind an entry, for feeds that carry only its beginning (full_text)."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.errors import FetchError
from newsroom_ingest.cleaning import find_article
from newsroom_ingest.decoding import NotTextError, UnknownCharsetError, decode_html, media_type_of
from newsroom_ingest.drafts import Draft, content_hash

if TYPE_CHECKING:
    from newsroom_ingest.feeds.fetch import Http

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


async def with_article(http: Http, draft: Draft) -> Draft:
    """The draft with the text of the page that it links to, where that has more of it.

    Whether the report has changed is still told by the entry: pages change around their article all the time.
    """
    if draft.url is None:
        return draft
    try:
        response = await http.fetch("GET", draft.url, headers={"Accept": "text/html"})
    except FetchError:
        return draft
    media_type, charset = media_type_of(response.headers.get("Content-Type", ""))
    if response.status != 200 or media_type not in HTML_TYPES:
        return draft
    text = await asyncio.to_thread(_article, response.body, charset)
    return replace(draft, text=text, told_by=content_hash(draft)) if len(text) > len(draft.text) else draft


def _article(body: bytes, charset: str | None) -> str:
    try:
        return find_article(decode_html(body, charset))
    except (UnknownCharsetError, NotTextError):
        return ""
