"""What guards the intake: sizes, slow senders, and the backlog before enrich."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from newsroom.web import Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from fastapi import Request

# A sender that needs longer for one report holds a connection for nothing.
BODY_TIMEOUT_SECONDS = 60
# What is read and thrown away of a report that is too large, so that its sender sees the answer.
MAX_DRAINED_BYTES = 100_000_000
DRAIN_TIMEOUT_SECONDS = 10
DRAIN_IDLE_SECONDS = 1
RETRY_AFTER_SECONDS = 30
# How long one look at the backlog serves: counting costs a few commands.
BACKLOG_AGE_SECONDS = 1


async def read_body(request: Request, max_bytes: int) -> bytes:
    """The body. Raises Problem 413 when it is too large, 408 when it comes too slowly; neither is kept."""
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_TIMEOUT_SECONDS):
            if _declared_bytes(request) <= max_bytes:
                async for chunk in request.stream():
                    body += chunk
                    if len(body) > max_bytes:
                        break
                else:
                    return bytes(body)
    except TimeoutError as error:
        raise Problem(
            408, f"The report did not arrive within {BODY_TIMEOUT_SECONDS} s; send it again."
        ) from error
    except ClientDisconnect as error:
        raise Problem(400, "The connection closed before the report was complete; send it again.") from error
    body.clear()
    await _drain(request)
    raise Problem(
        413,
        f"The report is larger than {max_bytes:,} bytes (ingest.max_report_bytes); send the text alone, "
        "without images or attachments.",
    )


def _declared_bytes(request: Request) -> int:
    declared = request.headers.get("content-length", "")
    return int(declared[:20]) if declared.isascii() and declared.isdigit() else 0


async def _drain(request: Request) -> None:
    """Let the sender finish, within bounds: many clients read no answer before all is sent."""
    if "100-continue" in request.headers.get("expect", "").lower():
        return  # it asked first, and sends nothing
    discarded_bytes = 0
    loop = asyncio.get_running_loop()
    end = loop.time() + DRAIN_TIMEOUT_SECONDS
    with suppress(TimeoutError, ClientDisconnect):
        async with asyncio.timeout(DRAIN_IDLE_SECONDS) as idle:
            async for chunk in request.stream():
                discarded_bytes += len(chunk)
                if discarded_bytes > MAX_DRAINED_BYTES:
                    return
                idle.reschedule(min(loop.time() + DRAIN_IDLE_SECONDS, end))


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
