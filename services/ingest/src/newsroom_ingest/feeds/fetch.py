"""One conditional request for a feed, and what its answer means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol

from newsroom.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.guarded_http import Response
    from newsroom_ingest.feeds.state import FeedState

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"
)
# What a server may make us store and send back.
MAX_VALIDATOR_CHARACTERS = 1_000


class Http(Protocol):
    """What polling needs of an HTTP client; GuardedHttp is one."""

    async def fetch(self, method: str, url: str, *, headers: Mapping[str, str] | None = None) -> Response: ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body to parse; `url` is where it came from."""

    body: bytes
    url: str
    content_type: str = ""
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class NotModified:
    """304."""


@dataclass(frozen=True, slots=True)
class Gone:
    """410."""


@dataclass(frozen=True, slots=True)
class Failed:
    """No feed this time; `reason` is a sentence."""

    reason: str
    retry_after_seconds: float | None = None


Result = Fetched | NotModified | Gone | Failed


async def fetch_feed(http: Http, state: FeedState, now: datetime) -> Result:
    """Ask for the feed at its address, sending back the validators of the last answer exactly."""
    validators = _validators(state) if state.may_be_conditional(now) else {}
    try:
        response = await http.fetch("GET", state.address, headers={"Accept": ACCEPT, **validators})
    except FetchError as error:
        return Failed(str(error))
    return read_response(response, now, conditional=bool(validators))


def read_response(response: Response, now: datetime, *, conditional: bool) -> Result:
    """What the answer means for the feed."""
    match response.status:
        case 200:
            headers = response.headers
            return Fetched(
                body=response.body,
                url=response.url,
                content_type=headers.get("Content-Type", ""),
                etag=_validator(headers.get("ETag")),
                last_modified=_last_modified(headers),
                moved_to=response.moved_to,
            )
        case 304 if conditional:
            return NotModified()
        case 410:
            return Gone()
    return Failed(_reason(response.status), retry_after(response.headers.get("Retry-After"), now))


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header (seconds or a date, RFC 9110); None where it tells nothing."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


def _validators(state: FeedState) -> dict[str, str]:
    headers = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in headers.items() if value}


def _validator(value: str | None) -> str | None:
    return value if value and len(value) <= MAX_VALIDATOR_CHARACTERS and value.isprintable() else None


def _last_modified(headers: Mapping[str, str]) -> str | None:
    """The date, unless the answer came in the same second (RFC 9110, 8.8.2.2).

    The feed may have changed once more in that second, and the server would call it unmodified for ever.
    """
    date = _validator(headers.get("Last-Modified"))
    try:
        modified = parsedate_to_datetime(date or "")
        answered = parsedate_to_datetime(headers.get("Date", ""))
        return date if (answered - modified).total_seconds() >= 1 else None
    except (ValueError, TypeError, IndexError):
        return date


def _reason(status: int) -> str:
    known = {
        401: "The server wants credentials for this feed (401).",
        403: "The server refuses to give us this feed (403).",
        404: "There is nothing at this address (404); look for the feed's new one.",
        429: "The server says that we ask too often (429); the next poll waits as long as it asks.",
        503: "The server is not available at the moment (503).",
    }
    if status in known:
        return known[status]
    if status >= 500:
        return f"The server has an error of its own ({status})."
    return f"The server answered {status} instead of a feed."
