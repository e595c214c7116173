"""What the routes of the digest need of HTTP: conditional answers, negotiation, our own address."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi import Response
from starlette.datastructures import MutableHeaders

from newsroom.web import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SETTLING = timedelta(seconds=5)
"""No Last-Modified is given so soon after a change: HTTP dates count in seconds, and a change bears the time
at which it was decided, so that another one with the same or an earlier date may still come."""

# Pages need no script and load nothing from elsewhere, so nothing else may run or load.
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
}

_HOST = re.compile(r"[A-Za-z0-9._\-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


def base_url(request: Request, public_url: str | None) -> str:
    """How the reader reaches us, without a slash at the end: the setting, else the request's own host."""
    if public_url:
        return public_url.rstrip("/")
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        raise Problem(400, "The Host header is missing or no host name; send the name that you connect to.")
    return f"{request.url.scheme}://{host}"


def own_url(request: Request, base: str) -> str:
    """The address of this very request, as a feed names itself."""
    query = quote(request.url.query, safe="=&%+;:@,/?!*'()~-._$")
    return f"{base}{request.url.path}" + (f"?{query}" if query else "")


def conditional(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    changed_at: datetime | None,
    now: datetime,
    headers: dict[str, str],
) -> Response:
    """The body with its validators, or 304 when the client has it (RFC 9110, section 13)."""
    etag = f'"{blake2b(body, digest_size=16).hexdigest()}"'
    validators = {"ETag": etag, **headers}
    last_modified = changed_at.replace(microsecond=0) if changed_at and changed_at + SETTLING <= now else None
    if last_modified:
        validators["Last-Modified"] = format_datetime(last_modified, usegmt=True)
    if _unchanged(request, etag, last_modified):
        return Response(status_code=304, headers=validators)
    return Response(body, media_type=media_type, headers=validators)


def _unchanged(request: Request, etag: str, last_modified: datetime | None) -> bool:
    """If-None-Match decides alone where it is sent; the date is for clients that have nothing better."""
    if (known := request.headers.get("if-none-match")) is not None:
        tags = (tag.strip().removeprefix("W/") for tag in known.split(","))
        return known.strip() == "*" or etag in tags
    since = _http_date(request.headers.get("if-modified-since"))
    return bool(since and last_modified and last_modified <= since)


def _http_date(value: str | None) -> datetime | None:
    """The moment; None for what is no HTTP date, which is then ignored."""
    try:
        moment = parsedate_to_datetime(value) if value else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def negotiate(accept: str | None, offers: Sequence[str]) -> str | None:
    """The offer that the Accept header likes best, the earlier one of equals; None when it admits none.

    RFC 9110, section 12.5.1: the most specific range that covers an offer gives its quality.
    """
    if not accept or not accept.strip():
        return offers[0]
    ranges = [_media_range(part) for part in accept.split(",")]
    best = max(offers, key=lambda offer: _quality(offer, ranges))
    return best if _quality(best, ranges) > 0 else None


def _media_range(text: str) -> tuple[str, float]:
    media, *parameters = (part.strip().lower() for part in text.split(";"))
    for name, _, value in (parameter.partition("=") for parameter in parameters):
        if name == "q":
            try:
                return media, float(value)
            except ValueError:
                return media, 0.0
    return media, 1.0


def _quality(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    for candidate in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        for media, quality in ranges:
            if media == candidate:
                return quality
    return 0.0


class SecurityHeaders:
    """ASGI middleware: what every answer of the service tells a browser, unless the answer says otherwise."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "same-origin")
            await send(message)

        await self._app(scope, receive, secured if scope["type"] == "http" else send)
