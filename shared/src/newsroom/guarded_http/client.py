"""A shared, pooled HTTP client that treats every peer as hostile."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import aiohttp
from yarl import URL

from newsroom.errors import FetchError, ForbiddenAddressError
from newsroom.guarded_http.addresses import open_public_socket, why_forbidden
from newsroom.guarded_http.bodies import ACCEPT_ENCODING, Body, EncodingError, TooLargeError
from newsroom.guarded_http.errors import (
    FetchFailedError,
    FetchTimeoutError,
    ResponseTooLargeError,
    explain,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from aiohttp.abc import AbstractResolver

    from newsroom.settings import FetchSettings

# Servers commonly close an idle connection after five seconds; a POST into one that is just closing is lost.
KEEPALIVE_SECONDS = 4
PERMANENT_REDIRECTS = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What must not follow a redirect to another origin.
CREDENTIAL_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})
# ValueError covers hosts and headers that cannot be encoded.
FAILURES = (FetchError, TooLargeError, EncodingError, aiohttp.ClientError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. `headers` ignores case; `url` is where it came from, after redirects.

    `moved_to` is the address to use from now on, where the peer said so with 301 or 308.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    moved_to: str | None = None


class GuardedHttp:
    """`async with GuardedHttp(settings.fetch) as http:` opens the pool; share one among all that send."""

    def __init__(self, settings: FetchSettings, *, resolver: AbstractResolver | None = None) -> None:
        self._settings = settings
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        settings = self._settings
        connector = aiohttp.TCPConnector(
            limit=0,  # callers cap their own work; a common cap would let slow peers starve the others
            keepalive_timeout=KEEPALIVE_SECONDS,
            resolver=self._resolver,
            socket_factory=None if settings.allow_private_addresses else open_public_socket,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            trust_env=False,  # a proxy would dial for us, past the guard
            auto_decompress=False,  # Body does it, with a limit
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=settings.connect_timeout_seconds),
            headers={"User-Agent": settings.user_agent, "Accept-Encoding": ACCEPT_ENCODING},
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()
            self._session = None

    def check_url(self, url: str) -> None:
        """Raise FetchError for a URL that can never be requested. Names are not resolved here."""
        host = _checked(url).host or ""
        try:
            what = None if self._settings.allow_private_addresses else why_forbidden(host)
        except ValueError:  # a name
            return
        if what:
            raise ForbiddenAddressError(
                f"{host} is {what}; to allow it set fetch.allow_private_addresses = true."
            )

    async def fetch(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        max_body_bytes: int | None = None,
        timeout_seconds: float | None = None,
        max_redirects: int | None = None,
        partial_body: bool = False,
    ) -> Response:
        """One request with its redirects, whatever the status of the answer.

        The limits default to the settings; the deadline spans name lookup, all redirects and the whole body.
        With max_redirects=0 a redirect is the answer. With partial_body, a body that is too large, too slow
        or broken is cut at what has arrived, once there is a status. Raises FetchError, by name:
        ForbiddenAddressError, FetchTimeoutError, ResponseTooLargeError, FetchFailedError.
        """
        if self._session is None:
            raise RuntimeError("GuardedHttp is used outside its `async with` block")
        settings = self._settings
        seconds = settings.total_timeout_seconds if timeout_seconds is None else timeout_seconds
        exchange = _Exchange(
            session=self._session,
            method=method,
            url=_checked(url),
            headers=dict(headers or {}),
            content=body,
            max_body_bytes=settings.max_body_bytes if max_body_bytes is None else max_body_bytes,
            redirects_left=settings.max_redirects if max_redirects is None else max_redirects,
            follow=max_redirects != 0,
        )
        try:
            async with asyncio.timeout(seconds):
                await exchange.run()
        except FAILURES as error:
            if partial_body and exchange.answered:
                return exchange.response()
            raise exchange.explain(error, seconds) from error
        return exchange.response()


@dataclass(slots=True)
class _Exchange:
    """One request on its way through its redirects; what has arrived so far survives a timeout."""

    session: aiohttp.ClientSession
    method: str
    url: URL
    headers: dict[str, str]
    content: bytes | None
    max_body_bytes: int
    redirects_left: int
    follow: bool
    moved_to: URL | None = None
    only_permanent: bool = True
    answer: aiohttp.ClientResponse | None = None
    body: Body = field(default_factory=lambda: Body("", 0))

    @property
    def answered(self) -> bool:
        return self.answer is not None

    async def run(self) -> None:
        while True:
            answer = await self.session.request(
                self.method, self.url, headers=self.headers, data=self.content, allow_redirects=False
            )
            try:
                if target := self._redirect_of(answer):
                    self._go_to(target, answer.status)
                    continue
                self.answer = answer
                await self._read(answer)
            finally:
                # A connection whose answer was read to its end is back in the pool already.
                answer.close()
            return

    def _redirect_of(self, answer: aiohttp.ClientResponse) -> str | None:
        location = answer.headers.get("Location")
        return location if self.follow and answer.status in REDIRECTS else None

    def _go_to(self, location: str, status: int) -> None:
        """Turn to the target of a redirect (RFC 9110, section 15.4)."""
        if self.redirects_left == 0:
            raise FetchFailedError(f"{_peer(self.url)} redirects too often.")
        self.redirects_left -= 1
        target = _checked(location, base=self.url)
        if status == 303 or (status in {301, 302} and self.method == "POST"):
            self.method = "HEAD" if self.method == "HEAD" else "GET"
            self.content = None
            self.headers = {k: v for k, v in self.headers.items() if not k.lower().startswith("content-")}
        if target.origin() != self.url.origin():
            self.headers = {k: v for k, v in self.headers.items() if k.lower() not in CREDENTIAL_HEADERS}
        downgrade = self.url.scheme == "https" and target.scheme == "http"
        self.only_permanent = self.only_permanent and status in PERMANENT_REDIRECTS and not downgrade
        if self.only_permanent:
            self.moved_to = target
        self.url = target

    async def _read(self, answer: aiohttp.ClientResponse) -> None:
        self.body = Body(answer.headers.get("Content-Encoding", ""), self.max_body_bytes)
        async for chunk in answer.content.iter_any():
            self.body.feed(chunk)
        if not self.body.complete:
            raise EncodingError("its compressed data is cut off")

    def response(self) -> Response:
        assert self.answer is not None
        return Response(
            status=self.answer.status,
            headers=self.answer.headers,
            body=self.body.content,
            url=str(self.url),
            moved_to=str(self.moved_to) if self.moved_to else None,
        )

    def explain(self, error: Exception, seconds: float) -> FetchError:
        peer = _peer(self.url)
        if isinstance(error, FetchError):
            return error
        if isinstance(error, TooLargeError):
            return ResponseTooLargeError(f"{peer} sent more than the {self.max_body_bytes:,} bytes allowed.")
        if isinstance(error, EncodingError):
            return FetchFailedError(f"The answer of {peer} cannot be read: {error}.")
        if isinstance(error, TimeoutError) and not isinstance(error, aiohttp.ClientError):
            late = "complete its answer" if self.answered else "answer"
            return FetchTimeoutError(f"{peer} did not {late} within {seconds:g} s.")
        return explain(error, peer)


def _checked(url: str, base: URL | None = None) -> URL:
    """The URL, absolute, http or https, with a host and without credentials."""
    try:
        parsed = base.join(URL(url)) if base else URL(url)
    except ValueError as error:
        raise FetchFailedError(f"A URL is not valid: {error}.") from error
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        what = "A redirect leads to something else than" if base else "The URL must begin with"
        raise FetchFailedError(f"{what} http:// or https:// and a host name.")
    if parsed.user is not None or parsed.password is not None:
        raise FetchFailedError(f"The URL of {_peer(parsed)} carries a user name or password; take it out.")
    return parsed


def _peer(url: URL) -> str:
    """Host and port, for messages: paths and queries hold secrets."""
    default = url.explicit_port is None or url.is_default_port()
    return str(url.host) if default else f"{url.host}:{url.port}"
