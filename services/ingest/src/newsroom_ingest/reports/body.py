"""From the bytes of a request to a draft: media types, encodings, and what markup says about its text."""

from __future__ import annotations

import codecs
import re
from email.message import Message
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from newsroom_ingest.cleaning import read_markdown, read_page
from newsroom_ingest.reports.submission import BadReportError, Hints, check, to_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from newsroom_ingest.drafts import Draft

# Python knows these as encodings of text; no report is written in them, and some take quadratic time.
NOT_FOR_TEXT = frozenset({"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"})

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE
)
# The HTML standard looks for the declaration here.
_META_WITHIN_BYTES = 1024


def read_report(content_type: str, body: bytes, metadata: Mapping[str, Any], now: datetime) -> Draft:
    """The draft of a posted report; `metadata` wins over what the body says of itself.

    Raises BadReportError. CPU-bound for large markup: call it in a thread.
    """
    media_type, charset = media_type_of(content_type)
    read = READERS.get(media_type)
    if read is None:
        sent = (
            f"{media_type[:80]} is not"
            if media_type
            else "Say what you send: a request without Content-Type is not"
        )
        raise BadReportError(f"{sent} taken here; send {', '.join(READERS)}.", 415)
    fields, hints = read(body, charset)
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
    return {"text": _decode(body, charset)}, Hints()


def _read_markdown(body: bytes, charset: str | None) -> tuple[dict[str, Any], Hints]:
    source = _decode(body, charset)
    _refuse_nul(source)
    document = read_markdown(source)
    return {"text": document.text}, Hints(title=document.title, published_at=document.published)


def _read_html(body: bytes, charset: str | None) -> tuple[dict[str, Any], Hints]:
    page = read_page(decode_html(body, charset))
    hints = Hints(title=page.title, url=page.url, language=page.language, published_at=page.published)
    return {"text": page.text}, hints


def decode_html(body: bytes, charset: str | None) -> str:
    """The source of a page in the charset of its header, else in the one that it names itself."""
    declared = _META_CHARSET.search(body, 0, _META_WITHIN_BYTES)
    source = _decode(body, charset or (declared[1].decode() if declared else None))
    _refuse_nul(source)
    return source


READERS: dict[str, Callable[[bytes, str | None], tuple[dict[str, Any], Hints]]] = {
    "application/json": _read_json,
    "text/plain": _read_plain,
    "text/markdown": _read_markdown,
    "text/html": _read_html,
}


def media_type_of(content_type: str) -> tuple[str, str | None]:
    """Media type and charset of a Content-Type header; "" where there is none."""
    header = Message()
    header["Content-Type"] = content_type.replace("\r", " ").replace("\n", " ")
    charset = header.get_content_charset()
    return (header.get_content_type() if content_type.strip() else ""), charset


def _decode(body: bytes, charset: str | None) -> str:
    """The text; a byte order mark tells most, then the declared charset, then UTF-8 is expected."""
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if body.startswith(mark)), None)
    name = marked or charset or "utf-8"
    try:
        usable = codecs.lookup(name).name.replace("-", "_") not in NOT_FOR_TEXT
        return body.decode(name if usable else "unknown")
    except LookupError as error:
        raise BadReportError(f"The charset {name[:40]} is unknown; send UTF-8.", 415) from error
    except UnicodeError as error:
        hint = "" if charset else " Name its encoding: Content-Type: text/plain; charset=..."
        raise BadReportError(f"The body is not {name} text.{hint}", 422) from error


def _refuse_nul(source: str) -> None:
    if "\x00" in source:
        raise BadReportError("The body holds U+0000: this is no text; send plain text, Markdown or HTML.")
