"""Finding entities by the words of their names: the members of the sorted set of words. Pure.

A name is filed once from each of its words on ("ilham aliyev", "aliyev"), so that a range of members answers
what a person types, and an exact one the question who else has this name.
"""

from __future__ import annotations

import base64
from typing import NamedTuple

from newsroom_publish.entities.facts import Fact, name_key
from newsroom_publish.entities.names import MAX_PLAIN_CHARACTERS, shortened

MAX_WORDS = 8
_END = "\x00"
_WHOLE, _PART = "=", "~"


class Member(NamedTuple):
    """A member: the name from one of its words on, whether that is the whole name, and whose it is."""

    text: str
    whole: bool
    entity_id: str

    def __str__(self) -> str:
        return f"{self.text}{_END}{_WHOLE if self.whole else _PART}{self.entity_id}"

    @classmethod
    def parse(cls, stored: bytes | str) -> Member:
        text, _, rest = (stored.decode() if isinstance(stored, bytes) else stored).partition(_END)
        return cls(text, rest[:1] == _WHOLE, rest[1:])

    def answers(self, query: str) -> bool:
        """Whether it is what a folded query asks for; the empty one asks for every name once."""
        return self.text.startswith(query) if query else self.whole


def members(fact: Fact) -> tuple[Member, ...]:
    """Where an entity is filed; nowhere when its name has no word."""
    words = name_key(fact.name).split()
    tails = (" ".join(words[start:]) for start in range(min(len(words), MAX_WORDS)))
    return tuple(Member(shortened(tail), start == 0, fact.id) for start, tail in enumerate(tails))


def folded(query: str) -> str:
    """What a person typed, as members begin."""
    return name_key(query)[:MAX_PLAIN_CHARACTERS]


class Range(NamedTuple):
    """A range of members as ZRANGEBYLEX takes it."""

    first: bytes
    last: bytes


def exactly(name: str) -> Range:
    """Those whose whole name this is; takes a `name_key`."""
    start = f"{shortened(name)}{_END}"
    return Range(f"[{start}{_WHOLE}".encode(), f"({start}{chr(ord(_WHOLE) + 1)}".encode())


def beginning(query: str, after: str | None = None) -> Range:
    """Those with a word that begins so, and the words after it; `after` is a member to go on behind."""
    # 0xff is in no UTF-8 text.
    return Range(
        f"({after}".encode() if after else b"[" + query.encode(),
        b"(" + query.encode() + b"\xff",
    )


def cursor(member: str) -> str:
    """The place of a stored member, as it can stand in a URL."""
    return base64.urlsafe_b64encode(member.encode()).decode().rstrip("=")


def place(text: str) -> str:
    """The inverse of `cursor`; ValueError when it is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
    except ValueError as error:
        raise ValueError(f"no cursor: {text!r}") from error
