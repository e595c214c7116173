"""Events that were given up, kept with their reason until someone requeues or drops them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import pydantic_core

from newsroom.keys import key
from newsroom.streams import scripts
from newsroom.streams.entries import report_id_of
from newsroom.streams.outcome import DATA_FIELD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from redis.asyncio import Redis

_Entries: TypeAlias = "list[tuple[bytes, dict[bytes, bytes]]]"


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """`id` is partition-ms-sequence; `data` the event as it stood in the stream, whatever that was."""

    id: str
    stream: str
    group: str
    entry: str
    reason: str
    failures: int
    crashes: int
    died_at: datetime
    data: bytes

    @property
    def event_id(self) -> str | None:
        """The id of the report or summary inside, None where the data shows none."""
        return report_id_of(self.data)

    def as_dict(self) -> dict[str, Any]:
        """All of it for JSON; the event as an object where it is JSON, else as text."""
        try:
            event = pydantic_core.from_json(self.data)
        except ValueError:
            event = self.data.decode(errors="backslashreplace")
        return {
            "id": self.id,
            "died_at": self.died_at.isoformat(),
            "stream": self.stream,
            "group": self.group,
            "entry": self.entry,
            "reason": self.reason,
            "failures": self.failures,
            "crashes": self.crashes,
            "event": event,
        }


class DeadLetters:
    """The dead letters of every stream and group of an installation. An id that names none is no error."""

    def __init__(self, redis: Redis, partitions: int) -> None:
        self._redis = redis
        self._partitions = partitions

    async def count(self) -> int:
        return sum([int(await self._redis.xlen(dead_key(n))) for n in range(self._partitions)])

    async def list(self, limit: int | None = None) -> list[DeadLetter]:
        """The latest first, all of them without a limit."""
        found = [
            _letter(partition, entry_id, fields)
            for partition in range(self._partitions)
            for entry_id, fields in await self._entries(partition, "+", "-", limit)
        ]
        return sorted(found, key=lambda letter: letter.died_at, reverse=True)[:limit]

    async def show(self, letter_id: str) -> DeadLetter | None:
        """One dead letter, None where there is none of this id."""
        place = self._parse(letter_id)
        if place is None:
            return None
        partition, entry_id = place
        found = await self._entries(partition, entry_id, entry_id, 1)
        return _letter(partition, *found[0]) if found else None

    async def requeue(self, letter_id: str) -> str | None:
        """Put it back into its stream, for its group alone, counted anew; returns the new entry's id."""
        letter, place = await self.show(letter_id), self._parse(letter_id)
        if letter is None or place is None:
            return None
        partition, entry_id = place
        script = self._redis.register_script(scripts.source("requeue"))
        new_id = await script([dead_key(partition), key(partition, letter.stream)], [entry_id])
        return new_id.decode() if new_id else None

    async def drop(self, letter_id: str) -> bool:
        """Forget it for good; False where there is none of this id."""
        place = self._parse(letter_id)
        return place is not None and bool(await self._redis.xdel(dead_key(place[0]), place[1]))

    async def _entries(self, partition: int, newest: str, oldest: str, limit: int | None) -> _Entries:
        found = await self._redis.xrevrange(dead_key(partition), newest, oldest, count=limit)
        return cast("_Entries", found)

    def _parse(self, letter_id: str) -> tuple[int, str] | None:
        """Partition and entry id, None for what cannot be an id of ours."""
        matched = re.fullmatch(r"(\d{1,4})-(\d{1,20}-\d{1,20})", letter_id, re.ASCII)
        if matched is None or int(matched[1]) >= self._partitions:
            return None
        return int(matched[1]), matched[2]


def dead_key(partition: int) -> str:
    return key(partition, "dead")


def _letter(partition: int, entry_id: bytes, fields: Mapping[bytes, bytes]) -> DeadLetter:
    def text(name: str) -> str:
        return fields.get(f"dead:{name}".encode(), b"").decode(errors="replace")

    stream_key = text("stream")
    return DeadLetter(
        id=f"{partition}-{entry_id.decode()}",
        stream=stream_key.removeprefix(key(partition, "")),
        group=text("group"),
        entry=text("entry"),
        reason=text("reason"),
        failures=int(text("failures") or 0),
        crashes=int(text("crashes") or 0),
        died_at=datetime.fromtimestamp(int(entry_id.split(b"-")[0]) / 1000, UTC),
        data=fields.get(DATA_FIELD.encode(), b""),
    )
