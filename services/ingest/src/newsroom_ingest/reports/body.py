"""From the bytes of a request to a draft: media types, and what markup says about its text."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from newsroom_ingest.cleaning import read_markdown, read_page
from newsroom_ingest.decoding import (
    NotTextError,
    UnknownCharsetError,
    decode,
    decode_html,
    decode_markup,
    media_type_of,
)
from newsroom_ingest.reports.submission import BadReportError, Hints, check, to_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from newsroom_ingest.drafts import Draft


def read_report(content_type: str, body: bytes, metadata: Mapping[str, Any], now: datetime) -> Draft:
    """The draft of a posted report; `metadata` wins over what the body says of itself.

    Raises BadReportError. CPU-bound for large markup: call it in a thread.
    """
    media_type, charset = media_type_of(content_type)
    read = READERS.get(media_type)
    if read is None:
        sent = f"{media_type[:80]} is" if media_type else "A request without Content-Type is"
        raise BadReportError(f"{sent} not taken here; send {', '.join(READERS)}.", 415)
    try:
        fields, hints = read(body, charset)
    except UnknownCharsetError as error:
        raise BadReportError(str(error), 415) from error
    except NotTextError as error:
        raise BadReportError(str(error)) from error
    return to_draft(check(fields, metadata), hints, now)


def _read_json(body: bytes, _charset: str | None) -> tuple[dict[str, Any], Hints]:
    try:
        value = from_json(body.removeprefix(codecs.BOM_UTF8), allow_inf_nan=False)
    except ValueError as error:
        raise BadReportError(f"The body is not valid JSON: {error}.", 400) from error
    if not isinstance(value, dict):
        raise BadReportError('The body must be a JSON object such as {"title": "...", "text": "..."}.')
    return value, Hints()


def _read_plain(body: bytes, charset: str | None) -> tuple[dict[str, Any], Hints]:
    return {"text": decode(body, charset)}, Hints()


def _read_markdown(body: bytes, charset: str | None) -> tuple[dict[str, Any], Hints]:
    document = read_markdown(decode_markup(body, charset))
    return {"text": document.text}, Hints(title=document.title, published_at=document.published)


def _read_html(body: bytes, charset: str | None) -> tuple[dict[str, Any], Hints]:
    page = read_page(decode_html(body, charset))
    hints = Hints(title=page.title, url=page.url, language=page.language, published_at=page.published)
    return {"text": page.text}, hints


READERS: dict[str, Callable[[bytes, str | None], tuple[dict[str, Any], Hints]]] = {
    "application/json": _read_json,
    "text/plain": _read_plain,
    "text/markdown": _read_markdown,
    "text/html": _read_html,
}
