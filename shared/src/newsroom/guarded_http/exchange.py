"""One request with its redirects, hop by hop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

from newsroom.errors import FetchError
from newsroom.guarded_http.bodies import Body, EncodingError, TooLargeError
from newsroom.guarded_http.errors import (
    FetchFailedError,
    FetchTimeoutError,
    ResponseTooLargeError,
    explain,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

PERMANENT_REDIRECTS = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What must not follow a redirect to another origin.
CREDENTIAL_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})


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


@dataclass(slots=True)
class Exchange:
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
            raise FetchFailedError(f"{peer_of(self.url)} redirects too often.")
        self.redirects_left -= 1
        target = checked(location, base=self.url)
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
        peer = peer_of(self.url)
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


def checked(url: str, base: URL | None = None) -> URL:
    """The URL, absolute, http or https, with a host and without credentials."""
    try:
        parsed = base.join(URL(url)) if base else URL(url)
    except ValueError as error:
        raise FetchFailedError(f"A URL is not valid: {error}.") from error
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        what = "A redirect leads to something else than" if base else "The URL must begin with"
        raise FetchFailedError(f"{what} http:// or https:// and a host name.")
    if parsed.user is not None or parsed.password is not None:
        raise FetchFailedError(f"The URL of {peer_of(parsed)} carries a user name or password; take it out.")
    return parsed


def peer_of(url: URL) -> str:
    """Host and port, for messages: paths and queries hold secrets."""
    default = url.explicit_port is None or url.is_default_port()
    return str(url.host) if default else f"{url.host}:{url.port}"
