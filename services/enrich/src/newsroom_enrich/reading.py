"""The language pipeline in a process of its own, so that the event loop keeps its leases and its health."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import TYPE_CHECKING, Self

from newsroom.errors import NewsroomError
from newsroom.logs import get_logger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.contracts import Report, Summary
    from newsroom.settings import EnrichSettings
    from newsroom_enrich.pipeline import Pipeline

_log = get_logger()
_pipeline: Pipeline | None = None  # of the worker process, which does nothing else


class ReadingProcess:
    """One worker process with one pipeline; `async with` starts it and loads the model.

    Where the process dies (out of memory, killed), the call that was running fails, a new process is started,
    and the hop tries the reports again, one by one.
    """

    def __init__(self, settings: EnrichSettings) -> None:
        self._settings = settings
        self._pool: ProcessPoolExecutor | None = None
        self._ready = False

    async def __aenter__(self) -> Self:
        await self._start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ready = False
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    async def enrich(self, reports: Sequence[Report]) -> Sequence[Summary]:
        """One summary for each report, in order."""
        if self._pool is None:
            await self._start()
        pool = self._pool
        assert pool is not None
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, _enrich, list(reports))
        except BrokenProcessPool as error:
            # Other calls may find the same pool broken: the first one clears it away.
            if self._pool is pool:
                self._pool, self._ready = None, False
                pool.shutdown(wait=False)
            _log.error("reading.process_died", reports=[str(report.id) for report in reports])
            raise NewsroomError("The process that reads reports died; it is started again.") from error

    async def health(self) -> str | None:
        """A readiness check: None once the model is loaded."""
        return None if self._ready else "The language model is not loaded yet."

    async def _start(self) -> None:
        # spawn: a fork of a process with threads and an event loop may deadlock.
        self._pool = ProcessPoolExecutor(
            max_workers=1,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_load,
            initargs=(self._settings,),
        )
        await asyncio.get_running_loop().run_in_executor(self._pool, _is_loaded)
        self._ready = True
        _log.info("reading.started", model=self._settings.model)


def _load(settings: EnrichSettings) -> None:
    """Build the pipeline of this process. Interrupts of the terminal are the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from newsroom_enrich.pipeline import build  # noqa: PLC0415 - spaCy is needed in this process alone

    global _pipeline  # noqa: PLW0603 - the state of a process that exists for it
    _pipeline = build(settings)


def _end_with_parent() -> None:
    """A parent that was killed cannot end its pool: without this, the process and its model would stay."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(1)


def _is_loaded() -> bool:
    return _pipeline is not None


def _enrich(reports: list[Report]) -> list[Summary]:
    assert _pipeline is not None
    return _pipeline.enrich(reports)
