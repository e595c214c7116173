"""How Newsroom talks to its server: timeouts that end, retries that bridge a restart."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialWithJitterBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import OutOfMemoryError, ReadOnlyError, RedisError, ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError

from newsroom.errors import NewsroomError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

UNREACHABLE = (RedisConnectionError, RedisTimeoutError)
"""What redis-py raises while the server is away; anything else is an answer of the server."""


# Answers that mean "not now": disk full, replicas missing, failing over, a script of someone else running.
_NOT_NOW = ("MISCONF", "NOREPLICAS", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY ", "LOADING")


MAX_CONNECTIONS = 50
CONNECTION_WAIT_SECONDS = 20


def is_passing(error: Exception) -> bool:
    """Whether the same command may succeed later, without any change of ours."""
    if isinstance(error, (*UNREACHABLE, ReadOnlyError, OutOfMemoryError)):
        return True
    return isinstance(error, ResponseError) and str(error).startswith(_NOT_NOW)


def is_group_missing(error: Exception) -> bool:
    """Whether the server says that the stream or its group is gone."""
    text = str(error)
    return isinstance(error, ResponseError) and ("NOGROUP" in text or "no such key" in text)


class StreamsError(NewsroomError):
    """The streams cannot work as asked; the message says what to do."""


def connection_options() -> dict[str, Any]:
    """Options for every connection: about five seconds of retries before UNREACHABLE is raised."""
    return {
        # Longer than any blocking read (hop.block_ms is below 5 s).
        "socket_timeout": 10,
        "socket_connect_timeout": 5,
        "health_check_interval": 30,
        "retry": Retry(ExponentialWithJitterBackoff(cap=1, base=0.05), 8),
        "retry_on_error": list(UNREACHABLE),
    }


def create_redis(url: str) -> Redis:
    """A client whose answers are bytes. Nothing connects before the first command.

    A command whose reply was lost is sent again: use apply() for writes that must not happen twice. Commands
    beyond MAX_CONNECTIONS at a time wait for their turn.
    """
    try:
        pool = BlockingConnectionPool.from_url(
            url, max_connections=MAX_CONNECTIONS, timeout=CONNECTION_WAIT_SECONDS, **connection_options()
        )
        return Redis.from_pool(pool)
    except ValueError as error:
        raise StreamsError(
            f"NEWSROOM_REDIS_URL is not an address of a Redis server ({error}). "
            "Give it as redis://host:6379/0, rediss://... or unix:///path."
        ) from error


@asynccontextmanager
async def connect(url: str) -> AsyncIterator[Redis]:
    """A client for a while: create_redis(), closed at the end. Raises StreamsError without a server."""
    redis = create_redis(url)
    try:
        await require_redis(redis, url)
        yield redis
    finally:
        await redis.aclose()


async def check_server(url: str) -> None:
    """Raise StreamsError, with the next step, unless a server answers at `url`."""
    async with connect(url):
        pass


async def require_redis(redis: Redis, url: str) -> None:
    """Raise StreamsError with the next step when the server does not answer."""
    try:
        await redis.ping()
    except RedisError as error:
        raise StreamsError(
            f"The Redis server at {without_password(url)} does not answer ({error}). "
            "Start it, or set NEWSROOM_REDIS_URL to the right address."
        ) from error


def without_password(url: str) -> str:
    """The URL as it may be shown."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
