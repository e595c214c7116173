"""Which endpoints may send now: fair turns, and no endpoint can hold up the others.

An endpoint begins with one request at a time and earns more with each quick success, up to its cap; a failure
or a slow answer puts it back to one. All those on probation together get at most half of the slots, so that
however many hang, half of the slots stay with those that answer.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Lane(NamedTuple):
    """The queue of one endpoint in one partition."""

    partition: int
    endpoint_id: str


class Slots:
    """The slots of one process. Not for threads."""

    def __init__(self, total: int, per_endpoint: int) -> None:
        self._total = total
        self._per_endpoint = per_endpoint
        self._in_flight: Counter[str] = Counter()
        self._allowances: dict[str, int] = {}
        self._paused_until_ms: dict[str, int] = {}
        self._turn = 0
        self._last_turns: dict[Lane, int] = {}

    @property
    def in_flight(self) -> int:
        return self._in_flight.total()

    def grant(self, due: Iterable[Lane], now_ms: int) -> Counter[Lane]:
        """How many deliveries each lane may take now; `take` what really was there.

        One each in turn, those that waited longest first, and round again while slots are free.
        """
        waiting = sorted(due, key=lambda lane: self._last_turns.get(lane, 0))
        granted: Counter[Lane] = Counter()
        pending: Counter[str] = Counter(self._in_flight)
        while lanes := [lane for lane in waiting if self._has_room(lane, pending, now_ms)]:
            for lane in lanes:
                if self._has_room(lane, pending, now_ms):
                    pending[lane.endpoint_id] += 1
                    granted[lane] += 1
        return granted

    def take(self, lane: Lane, count: int) -> None:
        """`count` deliveries of the lane are on their way."""
        self._turn += 1
        self._last_turns[lane] = self._turn
        self._in_flight[lane.endpoint_id] += count

    def release(self, endpoint_id: str, *, well: bool | None) -> None:
        """One of them is done, well or not; None when nothing was sent."""
        self._in_flight[endpoint_id] -= 1
        if self._in_flight[endpoint_id] <= 0:
            del self._in_flight[endpoint_id]
        if well is not None:
            earned = min(self._allowance(endpoint_id) + 1, self._per_endpoint) if well else 1
            self._allowances[endpoint_id] = earned

    def pause(self, endpoint_id: str, until_ms: int) -> None:
        """Grant the endpoint nothing before that moment, nor before an earlier pause ends."""
        self._paused_until_ms[endpoint_id] = max(until_ms, self._paused_until_ms.get(endpoint_id, 0))

    def forget_all_but(self, endpoint_ids: Iterable[str]) -> None:
        """Drop what is remembered of endpoints that exist no more."""
        known = set(endpoint_ids)
        self._allowances = {k: v for k, v in self._allowances.items() if k in known}
        self._paused_until_ms = {k: v for k, v in self._paused_until_ms.items() if k in known}
        self._last_turns = {k: v for k, v in self._last_turns.items() if k.endpoint_id in known}

    def _allowance(self, endpoint_id: str) -> int:
        return self._allowances.get(endpoint_id, 1)

    def _has_room(self, lane: Lane, pending: Counter[str], now_ms: int) -> bool:
        endpoint_id = lane.endpoint_id
        if self._paused_until_ms.get(endpoint_id, 0) > now_ms or pending.total() >= self._total:
            return False
        allowance = self._allowance(endpoint_id)
        if pending[endpoint_id] >= allowance:
            return False
        return allowance > 1 or self._per_endpoint == 1 or self._probation_has_room(pending)

    def _probation_has_room(self, pending: Counter[str]) -> bool:
        on_probation = sum(n for endpoint_id, n in pending.items() if self._allowance(endpoint_id) == 1)
        return on_probation < max(1, self._total // 2)
