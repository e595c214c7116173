"""FastStream's part: one batch subscriber for each partition, fast and without gaps.

Three things differ from its defaults (docs/decisions/0011): entries are handed on unparsed; a group that has
to be made starts at the first entry, never at the last; an error answer of the server slows the reading down.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

from faststream import AckPolicy
from faststream.redis import RedisBroker, StreamSub
from faststream.redis.configs.state import RedisConnectionState
from faststream.redis.message import RedisBatchStreamMessage
from redis.asyncio import ConnectionPool, Redis
from redis.exceptions import ResponseError

from newsroom.streams.client import connection_options
from newsroom.streams.entries import Entry
from newsroom.streams.tasks import end_tasks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from faststream._internal.endpoint.subscriber.mixins import TasksMixin

    from newsroom.settings import HopSettings

ERROR_PAUSE_SECONDS = 1


class _Client(Redis):
    """A client on which no entry can be skipped."""

    async def xgroup_create(self, name: Any, groupname: Any, *_: Any, **__: Any) -> Any:
        return await super().xgroup_create(name, groupname, id="0", mkstream=True)

    async def xreadgroup(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return await super().xreadgroup(*args, **kwargs)
        except ResponseError as error:
            if "NOGROUP" not in str(error):
                # FastStream would ask again at once, thousands of times a second.
                await asyncio.sleep(ERROR_PAUSE_SECONDS)
            raise


class _ConnectionState(RedisConnectionState):
    async def connect(self) -> Redis:
        client = _Client.from_pool(ConnectionPool(**self._options))
        self._client = client
        self._connected = True
        return client


class _Broker(RedisBroker):
    def _make_connection_state(
        self, connection_options: dict[str, Any], kwargs: dict[str, Any]
    ) -> RedisConnectionState:
        del kwargs
        return _ConnectionState(connection_options)


async def _parse(message: Any, original: Any) -> RedisBatchStreamMessage:
    """Keep the entries as they are: the model reads the JSON once, instead of FastStream three times."""
    parser = original.__self__
    return RedisBatchStreamMessage(
        raw_message=message, body=b"", consumer=parser.consumer, group=parser.group
    )


async def _decode(message: RedisBatchStreamMessage) -> list[Entry]:
    raw = message.raw_message
    return [
        Entry(entry_id.decode(), fields)
        for entry_id, fields in zip(raw["message_ids"], raw["data"], strict=True)
    ]


class Reader:
    """Reads new entries of the given streams for one group and hands them on in batches."""

    def __init__(self, redis_url: str, settings: HopSettings, *, group: str, consumer: str) -> None:
        self._settings = settings
        self._group = group
        self._consumer = consumer
        self._broker = _Broker(
            redis_url,
            logger=None,  # type: ignore[arg-type]  # allowed; the hop tells what happens, in its own words
            apply_types=False,
            graceful_timeout=settings.stop_timeout_seconds,
            **connection_options(),
        )
        self._subscribers: list[TasksMixin] = []

    def add(self, stream_key: str, consume: Callable[[list[Entry]], Awaitable[None]]) -> None:
        subscriber = self._broker.subscriber(
            stream=StreamSub(
                stream_key,
                group=self._group,
                consumer=self._consumer,
                batch=True,
                max_records=self._settings.max_batch,
                polling_interval=self._settings.block_ms,
            ),
            parser=_parse,
            decoder=_decode,
            ack_policy=AckPolicy.MANUAL,
        )
        subscriber(consume)
        self._subscribers.append(cast("TasksMixin", subscriber))

    @property
    def running(self) -> bool:
        """FastStream stops a subscriber for good when its group is gone; the broker says nothing of it."""
        return bool(self._subscribers) and all(one.running for one in self._subscribers)

    async def start(self) -> None:
        await self._broker.start()

    async def revive(self) -> bool:
        """Start subscribers that stopped, which makes their group again. True if there were any."""
        stopped = [one for one in self._subscribers if not one.running]
        for subscriber in stopped:
            await subscriber.start()
        return bool(stopped)

    async def stop(self) -> None:
        """Read no more, and wait for the batches in work up to the stop timeout, then cancel them."""
        tasks = [task for subscriber in self._subscribers for task in subscriber.tasks]
        for subscriber in self._subscribers:
            subscriber.running = False
        await asyncio.gather(*(subscriber.stop() for subscriber in self._subscribers))
        # FastStream cancels its reading tasks without waiting for them; one that is still at it when the
        # connections close would open a new one.
        await end_tasks(tasks)
        await self._broker.stop()
