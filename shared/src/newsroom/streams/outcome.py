"""What a handler decides: the effects of an event, committed together with its acknowledgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from newsroom.keys import key, partition_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Argument = str | bytes | int | float

DATA_FIELD = "__data__"
"""The field of a stream entry that holds the event as JSON (FastStream's name for it)."""


class Identified(Protocol):
    """An event that knows its id and its JSON form: Report, Summary."""

    @property
    def id(self) -> UUID: ...

    def model_dump_json(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Effect:
    """One Redis write on a key of the event's own partition, such as Effect("HSET", key, ("field", "value")).

    The command must take its key first. At most 4,000 arguments.
    """

    command: str
    key: str
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Expect:
    """What the handler read and relied on: field `field` of hash `key` still has `value` (None: is absent).

    Where it no longer holds at the commit, nothing is written and the event is handled again.
    """

    key: str
    field: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All effects of one event; they happen together with its acknowledgement, or not at all."""

    effects: tuple[Effect, ...] = ()
    expects: tuple[Expect, ...] = ()


NOTHING = Outcome()
"""The event is done with, and nothing follows from it."""


def append_effect(stream: str, event: Identified, partitions: int) -> Effect:
    """Append `event` to its partition of `stream`, as part of an outcome."""
    stream_key = key(partition_of(event.id, partitions), stream)
    return Effect("XADD", stream_key, ("*", DATA_FIELD, event.model_dump_json()))


MAX_ARGUMENTS = 4_000  # Lua's unpack() ends near 8,000


def encode(
    outcomes: Iterable[tuple[str, Outcome]], *, partition: int, keys: Sequence[str]
) -> tuple[list[str], list[Argument]]:
    """KEYS and ARGV as lua/outcomes.lua reads them: `keys` first, then every key of the outcomes once.

    Raises ValueError for a key of another partition (one script may touch one partition only) or too many
    arguments.
    """
    prefix = key(partition, "")
    index = {name: number for number, name in enumerate(keys, start=1)}
    words: list[Argument] = []

    def number_of(name: str) -> int:
        if not name.startswith(prefix):
            raise ValueError(
                f"The key {name} is not of partition {partition}: build it with newsroom.keys.key()."
            )
        return index.setdefault(name, len(index) + 1)

    for entry_id, outcome in outcomes:
        words += (entry_id, len(outcome.expects))
        for expect in outcome.expects:
            absent = expect.value is None
            words += (number_of(expect.key), expect.field, int(absent), expect.value or "")
        words.append(len(outcome.effects))
        for effect in outcome.effects:
            if len(effect.arguments) > MAX_ARGUMENTS:
                raise ValueError(f"{effect.command} {effect.key} has more than {MAX_ARGUMENTS} arguments.")
            words += (effect.command, number_of(effect.key), len(effect.arguments), *effect.arguments)
    return list(index), words
