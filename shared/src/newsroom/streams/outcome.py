"""What a handler decides: the effects of an event, committed together with its acknowledgement."""

from __future__ import annotations

from dataclasses import dataclass

Argument = str | bytes | int | float


@dataclass(frozen=True, slots=True)
class Effect:
    """One Redis write on a key of the event's own partition, such as Effect("XADD", key, ("*", "f", "v"))."""

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
