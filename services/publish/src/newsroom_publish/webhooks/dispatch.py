"""The dispatcher: takes what is due, as far as there are slots, and has it sent."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import defaultdict
from typing import TYPE_CHECKING

from redis.exceptions import RedisError

from newsroom.logs import get_logger
from newsroom_publish.webhooks import metrics
from newsroom_publish.webhooks.sending import Result
from newsroom_publish.webhooks.slots import Lane, Slots

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.settings import WebhookSettings
    from newsroom_publish.webhooks.endpoints import EndpointStore
    from newsroom_publish.webhooks.model import Endpoint
    from newsroom_publish.webhooks.queue import DeliveryQueue, Job
    from newsroom_publish.webhooks.sending import Sender

log = get_logger()

POLL_SECONDS = 0.2
# While this process plans deliveries it looks more often, so that a summary is on its way at once.
BUSY_POLL_SECONDS = 0.02
BUSY_SECONDS = 1.0
# A lease covers the whole attempt and as much again for a stalled process, else two could send at once.
LEASE_TIMEOUTS = 2
LEASE_MARGIN_SECONDS = 1.0
OUTAGE_PAUSE_SECONDS = 1.0
STALLED_SECONDS = 30


class Dispatcher:
    """Runs between start() and stop(). Several processes may run one each on the same queue."""

    def __init__(
        self,
        queue: DeliveryQueue,
        endpoints: EndpointStore,
        sender: Sender,
        settings: WebhookSettings,
        *,
        clock_ms: Callable[[], int],
    ) -> None:
        self._queue = queue
        self._endpoints = endpoints
        self._sender = sender
        self._clock_ms = clock_ms
        self._slots = Slots(settings.max_concurrent_deliveries, settings.max_concurrent_per_endpoint)
        self._lease_ms = round(1_000 * (LEASE_TIMEOUTS * settings.timeout_seconds + LEASE_MARGIN_SECONDS))
        self._stop_seconds = settings.timeout_seconds + LEASE_MARGIN_SECONDS
        self._wake = asyncio.Event()
        self._busy_until = 0.0
        self._last_look = 0.0
        self._loop: asyncio.Task[None] | None = None
        self._sending: set[asyncio.Task[None]] = set()
        self._stopping = False

    def start(self) -> None:
        self._stopping = False
        self._last_look = time.monotonic()
        self._loop = asyncio.create_task(self._run(), name="webhook dispatcher")

    async def stop(self) -> None:
        """Claim nothing more, let the requests under way end, and return; a second call does nothing."""
        self._stopping = True
        self._wake.set()
        if self._loop:
            await self._loop
            self._loop = None
        if self._sending:
            await asyncio.wait(self._sending, timeout=self._stop_seconds)
        for task in self._sending:
            task.cancel()  # comes due again when its lease ends
        await asyncio.gather(*self._sending, return_exceptions=True)

    def expect_work(self) -> None:
        """Deliveries are about to be queued."""
        self._busy_until = time.monotonic() + BUSY_SECONDS
        self._wake.set()

    def problem(self) -> str | None:
        """What keeps deliveries from being sent, as a sentence; None when all is well."""
        if self._loop is None or self._loop.done():
            return "The webhook dispatcher does not run; restart the service."
        silent_seconds = time.monotonic() - self._last_look
        if silent_seconds > STALLED_SECONDS:
            return f"The webhook dispatcher has not reached Redis for {silent_seconds:.0f} s."
        return None

    async def _run(self) -> None:
        while not self._stopping:
            try:
                await self._take_what_is_due()
                self._last_look = time.monotonic()
            except (RedisError, OSError) as error:
                log.warning("webhooks.redis_failed", error=str(error))
                await asyncio.sleep(OUTAGE_PAUSE_SECONDS)
            except Exception:
                # Whatever it was, deliveries must go on; readiness tells when they do not.
                log.exception("webhooks.dispatch_failed")
                await asyncio.sleep(OUTAGE_PAUSE_SECONDS)
            await self._pause()

    async def _pause(self) -> None:
        """Until something ends or is expected, at most for a poll interval."""
        busy = time.monotonic() < self._busy_until
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(BUSY_POLL_SECONDS if busy else POLL_SECONDS):
                await self._wake.wait()
        self._wake.clear()

    async def _take_what_is_due(self) -> None:
        now_ms = self._clock_ms()
        granted: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for lane, count in self._slots.grant(await self._queue.due(now_ms), now_ms).items():
            granted[lane.partition][lane.endpoint_id] = count
        for partition, counts in granted.items():
            await self._take(partition, counts, now_ms)

    async def _take(self, partition: int, counts: Mapping[str, int], now_ms: int) -> None:
        claimed = await self._queue.claim(partition, counts, now_ms, self._lease_ms)
        owners = {delivery_id: endpoint_id for endpoint_id, ids in claimed.items() for delivery_id in ids}
        if not owners:
            return
        jobs = await self._queue.load(partition, list(owners))
        endpoints = {endpoint.id: endpoint for endpoint in await self._endpoints.all()}
        self._slots.forget_all_but(endpoints)
        for job in jobs:
            endpoint_id = owners[job.id]
            self._slots.take(Lane(partition, endpoint_id), 1)
            task = asyncio.create_task(self._send(job, endpoint_id, endpoints.get(endpoint_id)))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def _send(self, job: Job, endpoint_id: str, endpoint: Endpoint | None) -> None:
        result = Result()
        metrics.IN_FLIGHT.inc()
        try:
            result = await self._sender.process(job, endpoint_id, endpoint)
        except (RedisError, OSError) as error:
            log.warning(
                "delivery.not_recorded",
                delivery=str(job.id),
                endpoint=endpoint_id,
                error=str(error),
                hint="It is sent again when its lease ends.",
            )
        except Exception:
            log.exception("delivery.broke", delivery=str(job.id), endpoint=endpoint_id)
        finally:
            metrics.IN_FLIGHT.dec()
            self._slots.release(endpoint_id, well=result.well)
            if result.pause_seconds:
                self._slots.pause(endpoint_id, self._clock_ms() + round(1_000 * result.pause_seconds))
            self._wake.set()
