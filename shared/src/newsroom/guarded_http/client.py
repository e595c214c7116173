"""A shared, pooled HTTP client that treats every peer as hostile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

import aiohttp

from newsroom.errors import FetchError, ForbiddenAddressError
from newsroom.guarded_http.addresses import open_public_socket, why_forbidden
from newsroom.guarded_http.bodies import ACCEPT_ENCODING, EncodingError, TooLargeError
from newsroom.guarded_http.exchange import Exchange, Response, checked
from newsroom.guarded_http.names import PooledResolver

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from aiohttp import SocketFactoryType
    from aiohttp.abc import AbstractResolver

    from newsroom.settings import FetchSettings

# Servers commonly close an idle connection after five seconds; a POST into one that is just closing is lost.
KEEPALIVE_SECONDS = 4
# ValueError covers hosts and headers that cannot be encoded.
FAILURES = (FetchError, TooLargeError, EncodingError, aiohttp.ClientError, OSError, ValueError)


class GuardedHttp:
    """`async with GuardedHttp(settings.fetch) as http:` opens the pool; share one among all that send."""

    def __init__(
        self,
        settings: FetchSettings,
        *,
        resolver: AbstractResolver | None = None,
        socket_factory: SocketFactoryType = open_public_socket,
    ) -> None:
        """Tests pass a resolver or a guard of their own; allow_private_addresses takes the guard away."""
        self._settings = settings
        self._resolver = resolver
        self._socket_factory = None if settings.allow_private_addresses else socket_factory
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        settings = self._settings
        self._names = self._resolver or PooledResolver()
        connector = aiohttp.TCPConnector(
            limit=0,  # callers cap their own work; a common cap would let slow peers starve the others
            keepalive_timeout=KEEPALIVE_SECONDS,
            resolver=self._names,
            socket_factory=self._socket_factory,
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
            await self._names.close()

    def check_url(self, url: str) -> None:
        """Raise FetchError for a URL that can never be requested. Names are not resolved here."""
        host = checked(url).host or ""
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
        exchange = Exchange(
            session=self._session,
            method=method,
            url=checked(url),
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
