"""What a worker does with the entries that it took: decode, hand to the handler, settle each one."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel
from redis.exceptions import DataError, ResponseError

from newsroom.errors import Rejected
from newsroom.logs import get_logger
from newsroom.streams import metrics
from newsroom.streams.client import StreamsError, is_group_missing, is_passing
from newsroom.streams.entries import Taken, decode, report_id_of
from newsroom.streams.lane import CommitResult
from newsroom.streams.outcome import NOTHING, Outcome

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from newsroom.settings import HopSettings
    from newsroom.streams.entries import Entry
    from newsroom.streams.handlers import Handler, Result
    from newsroom.streams.lane import Lane, Suspect

EventT = TypeVar("EventT", bound=BaseModel)
T = TypeVar("T")

# Each conflict means that another commit went through, so a few rounds settle any honest race.
MAX_CONFLICTS = 20
SERVER_PAUSE_SECONDS = 1

_log = get_logger()


class Worker(Generic[EventT]):
    """Turns taken entries into commits, failures and dead letters, one log line for each."""

    def __init__(
        self,
        settings: HopSettings,
        *,
        stream: str,
        group: str,
        model: type[EventT],
        handler: Handler[EventT],
    ) -> None:
        self._settings = settings
        self._stream = stream
        self._group = group
        self._model = model
        self._handler = handler

    async def work(self, lane: Lane, entries: Sequence[Entry]) -> None:
        """Settle every entry. Where that is impossible they stay pending, and are taken again later."""
        started = time.perf_counter()
        try:
            todo = await self._decode(lane, entries)
            for _ in range(MAX_CONFLICTS):
                if not todo:
                    break
                todo = await self._settle(lane, todo, await self._handle(todo))
            for one in todo:
                await self._fail(lane, one, StreamsError(f"Its expectations failed {MAX_CONFLICTS} times."))
        except Exception:  # noqa: BLE001 - whatever it is, the entries are safe where they are
            _log.exception("hop.unsettled", **self._names, entries=[entry.id for entry in entries])
        metrics.HANDLING_SECONDS.labels(**self._names).observe(time.perf_counter() - started)

    def note_dead(self, suspect: Suspect) -> None:
        """Tell of an entry that was given up because its workers died."""
        report_id = report_id_of(suspect.entry.data)
        self._count("dead")
        _log.error(
            "hop.dead", **self._names, entry=suspect.entry.id, report_id=report_id, crashes=suspect.crashes
        )

    async def _decode(self, lane: Lane, entries: Sequence[Entry]) -> list[Taken[EventT]]:
        """The events; what holds none is a dead letter, what is meant for another group is acknowledged."""
        taken = []
        for entry in entries:
            if not entry.meant_for(self._group):
                await self._commit(lane, [(entry.id, NOTHING)])
                continue
            try:
                taken.append(decode(entry, self._model))
            except Rejected as error:
                await self._fail(lane, entry, error)
        return taken

    async def _handle(self, taken: Sequence[Taken[EventT]]) -> Sequence[Result]:
        """One result for each. A server that is away is no fault of the event: that is waited out."""
        while True:
            results = await self._call(taken)
            away = [error for error in results if isinstance(error, Exception) and is_passing(error)]
            if not away:
                return results
            _log.warning("hop.server_away", **self._names, error=_describe(away[0]))
            await asyncio.sleep(SERVER_PAUSE_SECONDS)

    async def _call(self, taken: Sequence[Taken[EventT]]) -> Sequence[Result]:
        """One result for each. If the batch as a whole fails, each event on its own."""
        try:
            results = await self._handler([one.event for one in taken])
            if len(results) != len(taken):
                raise StreamsError(f"The handler returned {len(results)} results for {len(taken)} events.")  # noqa: TRY301 - handled below
        except Exception as error:  # noqa: BLE001 - judged in _fail
            if len(taken) == 1 or is_passing(error):
                return [error] * len(taken)
            _log.warning("hop.batch_failed", **self._names, events=len(taken), error=_describe(error))
            return [result for one in taken for result in await self._call([one])]
        return results

    async def _settle(
        self, lane: Lane, taken: Sequence[Taken[EventT]], results: Sequence[Result]
    ) -> list[Taken[EventT]]:
        """Commit what succeeded, count what failed; returns what has to be handled again."""
        good: list[tuple[Taken[EventT], Outcome]] = []
        for one, result in zip(taken, results, strict=True):
            if isinstance(result, Outcome):
                good.append((one, result))
            else:
                await self._fail(lane, one, _as_error(result))
        if not good:
            return []
        try:
            committed = await self._commit(lane, [(one.id, outcome) for one, outcome in good])
        except (ValueError, TypeError, DataError) as error:
            # Raised before anything is sent: an outcome that no script can carry.
            return await self._settle_singly(lane, good, error)
        for kind, events in Counter(committed).items():
            self._count("dead" if kind is CommitResult.BROKEN else kind.name.lower(), events)
        for (one, _), kind in zip(good, committed, strict=True):
            self._note(lane, one, kind)
        return [one for (one, _), kind in zip(good, committed, strict=True) if kind is CommitResult.CONFLICT]

    async def _settle_singly(
        self, lane: Lane, good: Sequence[tuple[Taken[EventT], Outcome]], error: Exception
    ) -> list[Taken[EventT]]:
        if len(good) == 1:
            await self._fail(lane, good[0][0], error)
            return []
        return [again for one, outcome in good for again in await self._settle(lane, [one], [outcome])]

    async def _commit(self, lane: Lane, outcomes: Sequence[tuple[str, Outcome]]) -> list[CommitResult]:
        return await self._persist(lambda: lane.commit(outcomes))

    async def _fail(self, lane: Lane, one: Entry | Taken[EventT], error: Exception) -> None:
        rejected = isinstance(error, Rejected)
        limit = 1 if rejected else self._settings.max_failures
        reason = str(error) if rejected else _describe(error)
        try:
            fate, failures = await self._persist(lambda: lane.fail(one.id, reason, limit=limit))
        except ResponseError as missing:
            if not is_group_missing(missing):
                raise
            fate, failures = "lost", 0
        fields = {**self._names, **_identity(one), "failures": failures, "reason": reason}
        if fate == "waiting":
            self._count("failed")
            _log.warning("hop.failed", **fields, retry_in_seconds=self._settings.retry_delay_seconds)
        elif fate == "dead":
            self._count("dead")
            _log.error("hop.dead", **fields)
        else:
            self._count("lost")
            _log.info("hop.lost", **fields)

    def _note(self, lane: Lane, one: Taken[EventT], result: CommitResult) -> None:
        fields = {**self._names, "partition": lane.partition, **_identity(one)}
        if result is CommitResult.BROKEN:
            _log.error("hop.dead", **fields, reason="an effect failed, see newsroom dead show")
        else:
            _log.info(f"hop.{result.name.lower()}", **fields)

    async def _persist(self, call: Callable[[], Awaitable[T]]) -> T:
        """Repeat a call while the server is away, so that finished work survives its restart."""
        while True:
            try:
                return await call()
            except Exception as error:
                if not is_passing(error):
                    raise
                _log.warning("hop.server_away", **self._names, error=_describe(error))
            await asyncio.sleep(SERVER_PAUSE_SECONDS)

    @property
    def _names(self) -> dict[str, str]:
        return {"stream": self._stream, "group": self._group}

    def _count(self, result: str, events: int = 1) -> None:
        metrics.EVENTS.labels(**self._names, result=result).inc(events)


def _identity(one: Entry | Taken[Any]) -> dict[str, object]:
    if isinstance(one, Taken):
        event = one.event
        return {
            "entry": one.id,
            "report_id": str(getattr(event, "id", "")) or None,
            "version": getattr(event, "version", None),
        }
    return {"entry": one.id, "report_id": report_id_of(one.data)}


def _as_error(result: object) -> Exception:
    if isinstance(result, Exception):
        return result
    return StreamsError(f"The handler returned {type(result).__name__} where an Outcome is due.")


def _describe(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
