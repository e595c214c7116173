"""What guards the intake: sizes, slow senders, and the backlog before enrich."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from newsroom.web import Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from fastapi import Request

# A sender that needs longer for one report holds a connection for nothing.
BODY_TIMEOUT_SECONDS = 60
RETRY_AFTER_SECONDS = 30
# How long one look at the backlog serves: counting costs a few commands.
BACKLOG_AGE_SECONDS = 1


async def read_body(request: Request, max_bytes: int) -> bytes:
    """The body. Raises Problem 413 as soon as it is known to be too large, 408 when it comes too slowly."""
    too_large = Problem(
        413,
        f"The report is larger than {max_bytes:,} bytes (ingest.max_report_bytes); send the text alone, "
        "without images or attachments.",
    )
    declared = request.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > max_bytes:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_TIMEOUT_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > max_bytes:
                    raise too_large
    except TimeoutError as error:
        raise Problem(
            408, f"The report did not arrive within {BODY_TIMEOUT_SECONDS} s; send it again."
        ) from error
    except ClientDisconnect as error:
        raise Problem(400, "The connection closed before the report was complete; send it again.") from error
    return bytes(body)


class Backpressure:
    """Whether more may come in: not while enrich has more unread reports before it than `max_unread`."""

    def __init__(
        self,
        count_unread: Callable[[], Awaitable[int]],
        *,
        max_unread: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._count_unread = count_unread
        self._max_unread = max_unread
        self._clock = clock
        self._counted_at = float("-inf")
        self._unread = 0

    async def is_full(self) -> bool:
        """Counts at most once a second."""
        if self._clock() - self._counted_at >= BACKLOG_AGE_SECONDS:
            self._unread = await self._count_unread()
            self._counted_at = self._clock()
        return self._unread > self._max_unread

    async def admit(self) -> None:
        """Raises Problem 503 with Retry-After while it is full."""
        if await self.is_full():
            raise Problem(
                503,
                f"{self._unread:,} reports wait to be enriched, more than ingest.max_backlog allows; "
                "send again later, or start more enrich workers.",
                {"Retry-After": str(RETRY_AFTER_SECONDS)},
            )
