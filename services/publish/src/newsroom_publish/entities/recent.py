"""A small memory in front of the server: what was asked a moment ago is not asked again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Generic, TypeVar

V = TypeVar("V")

MAX_AGE_SECONDS = 1.0
MAX_REMEMBERED = 20_000


class Recent(Generic[V]):
    """Answers by key, none older than MAX_AGE_SECONDS. `ask` answers every key that it is given."""

    def __init__(
        self, ask: Callable[[Sequence[str]], Awaitable[Mapping[str, V]]], monotonic: Callable[[], float]
    ) -> None:
        self._ask = ask
        self._monotonic = monotonic
        self._answers: dict[str, tuple[float, V]] = {}

    async def get(self, keys: Collection[str], *, fresh: bool = False) -> dict[str, V]:
        """The answer to each key; `fresh` ones come from the server."""
        if not keys:
            return {}
        now = self._monotonic()
        known = {
            key: answer[1]
            for key in keys
            if not fresh and (answer := self._answers.get(key)) and now - answer[0] < MAX_AGE_SECONDS
        }
        missing = [key for key in keys if key not in known]
        if not missing:
            return known
        found = await self._ask(missing)
        if len(self._answers) + len(found) > MAX_REMEMBERED:
            self._answers.clear()
        self._answers.update({key: (now, answer) for key, answer in found.items()})
        return known | dict(found)
