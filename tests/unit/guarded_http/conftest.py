from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from newsroom.guarded_http import GuardedHttp
from newsroom.settings import FetchSettings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    Handler = Callable[[str, asyncio.StreamWriter], Awaitable[None]]


class RawServer:
    """Speaks whatever bytes its handler writes: handler(head of the request, writer)."""

    def __init__(self) -> None:
        self.heads: list[str] = []
        self.connections = 0
        self.url = ""

    @staticmethod
    def answer(body: bytes = b"", *headers: str, status: str = "200 OK") -> bytes:
        """A complete HTTP/1.1 answer."""
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
        return ("\r\n".join(lines) + "\r\n\r\n").encode() + body

    @asynccontextmanager
    async def serve(self, handler: Handler) -> AsyncIterator[RawServer]:
        async def on_connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.connections += 1
            try:
                while True:
                    head = (await reader.readuntil(b"\r\n\r\n")).decode()
                    self.heads.append(head)
                    await handler(head, writer)
                    await writer.drain()
            except (asyncio.IncompleteReadError, ConnectionError):
                pass
            finally:
                writer.close()

        server = await asyncio.start_server(on_connection, "127.0.0.1", 0)
        host, port = server.sockets[0].getsockname()
        self.url = f"http://{host}:{port}"
        async with server:
            yield self


@pytest.fixture
def raw_server() -> RawServer:
    return RawServer()


@pytest.fixture
async def http() -> AsyncIterator[GuardedHttp]:
    """A client that may talk to loopback."""
    async with GuardedHttp(FetchSettings(allow_private_addresses=True)) as client:
        yield client


@pytest.fixture
async def guarded() -> AsyncIterator[GuardedHttp]:
    """A client as it is in production."""
    async with GuardedHttp(FetchSettings()) as client:
        yield client
