"""The dispatcher: takes what is due, sends it, and records what became of it."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING

from redis.exceptions import RedisError

from newsroom.logs import get_logger
from newsroom_publish.webhooks import metrics
from newsroom_publish.webhooks.deliver import Message, attempt, notification
from newsroom_publish.webhooks.endpoints import disabled
from newsroom_publish.webhooks.model import State
from newsroom_publish.webhooks.retry import Verdict, judge, reason_to_disable, requested_pause
from newsroom_publish.webhooks.slots import Lane, Slots

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from newsroom.guarded_http import GuardedHttp
    from newsroom.settings import WebhookSettings
    from newsroom_publish.webhooks.endpoints import EndpointStore
    from newsroom_publish.webhooks.model import Attempt, Delivery, DeliveryId, Endpoint
    from newsroom_publish.webhooks.queue import DeliveryQueue, Job

log = get_logger()

POLL_SECONDS = 0.2
# While this process plans deliveries it looks more often, so that a summary is on its way at once.
BUSY_POLL_SECONDS = 0.02
BUSY_SECONDS = 1.0
# A lease covers the whole attempt and as much again for a stalled process, else two could send at once.
LEASE_TIMEOUTS = 2
LEASE_MARGIN_SECONDS = 1.0
REDIS_PAUSES_SECONDS = (0.2, 1.0, 3.0)
STALLED_SECONDS = 30


class Dispatcher:
    """Runs between start() and stop(). Several processes may run one each on the same queue."""

    def __init__(
        self,
        queue: DeliveryQueue,
        endpoints: EndpointStore,
        http: GuardedHttp,
        settings: WebhookSettings,
        *,
        clock_ms: Callable[[], int],
        random: Callable[[], float],
    ) -> None:
        self._queue = queue
        self._endpoints = endpoints
        self._http = http
        self._settings = settings
        self._clock_ms = clock_ms
        self._random = random
        self._slots = Slots(settings.max_concurrent_deliveries, settings.max_concurrent_per_endpoint)
        self._lease_ms = round(1_000 * (LEASE_TIMEOUTS * settings.timeout_seconds + LEASE_MARGIN_SECONDS))
        self._wake = asyncio.Event()
        self._busy_until = 0.0
        self._last_look = time.monotonic()
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
            await asyncio.wait(self._sending, timeout=self._settings.timeout_seconds + LEASE_MARGIN_SECONDS)
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
            return "The webhook dispatcher does not run."
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
                log.warning("webhooks.redis_unreachable", error=str(error))
                await asyncio.sleep(REDIS_PAUSES_SECONDS[1])
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
        for lane, count in self._slots.grant(await self._queue.due(now_ms), now_ms).items():
            claimed = await self._queue.claim(lane, count, now_ms, self._lease_ms)
            self._slots.take(lane, len(claimed))
            for delivery_id in claimed:
                task = asyncio.create_task(self._deliver(lane, delivery_id))
                self._sending.add(task)
                task.add_done_callback(self._sending.discard)

    async def _deliver(self, lane: Lane, delivery_id: DeliveryId) -> None:
        succeeded = None
        metrics.IN_FLIGHT.inc()
        try:
            succeeded = await self._process(lane.endpoint_id, delivery_id)
        except (RedisError, OSError) as error:
            log.warning(
                "delivery.not_recorded",
                delivery=str(delivery_id),
                endpoint=lane.endpoint_id,
                error=str(error),
                hint="It is sent again when its lease ends.",
            )
        except Exception:
            log.exception("delivery.broke", delivery=str(delivery_id), endpoint=lane.endpoint_id)
        finally:
            metrics.IN_FLIGHT.dec()
            self._slots.release(lane.endpoint_id, succeeded=succeeded)
            self._wake.set()

    async def _process(self, endpoint_id: str, delivery_id: DeliveryId) -> bool | None:
        """Whether the attempt succeeded; None when none was made."""
        job = await self._queue.load(delivery_id)
        endpoint = await self._endpoints.get(endpoint_id)
        if job is None or job.payload is None or endpoint is None:
            await self._queue.drop(delivery_id, endpoint_id)
            log.info("delivery.dropped", delivery=str(delivery_id), endpoint=endpoint_id)
            return None
        if job.superseded or not endpoint.enabled:
            await self._set_aside(job.delivery, State.SUPERSEDED if job.superseded else State.SKIPPED)
            return None
        return await self._attempt(job, endpoint, job.payload)

    async def _set_aside(self, delivery: Delivery, state: State) -> None:
        now_ms = self._clock_ms()
        await self._queue.settle(delivery, None, state, due_ms=now_ms, now_ms=now_ms)
        log.info(
            "delivery.set_aside",
            summary_id=str(delivery.id.summary_id),
            version=delivery.id.version,
            endpoint=delivery.endpoint_id,
            delivery=str(delivery.id),
            state=state.value,
        )

    async def _attempt(self, job: Job, endpoint: Endpoint, payload: bytes) -> bool:
        delivery, begun_ms = job.delivery, self._clock_ms()
        if delivery.attempts == 0:
            metrics.WAIT_SECONDS.observe(max(0, begun_ms - delivery.due_ms) / 1_000)
        body = notification(delivery.type, delivery.created_ms, payload)
        message = Message(str(delivery.id), endpoint.url, body, endpoint.secrets_at(begun_ms))
        made = await attempt(self._http, message, self._settings, begun_ms)
        verdict, to_disable = await self._judge(delivery, endpoint, made)
        await _persistently(lambda: self._record(delivery, made, verdict))
        if to_disable:
            await self._disable(endpoint, to_disable)
        if pause := requested_pause(made, self._settings):
            self._slots.pause(endpoint.id, self._clock_ms() + round(pause * 1_000))
        _report(delivery, made, verdict)
        return made.succeeded

    async def _judge(
        self, delivery: Delivery, endpoint: Endpoint, made: Attempt
    ) -> tuple[Verdict, str | None]:
        """What becomes of the delivery, and why its endpoint is to be disabled, if it is."""
        now_ms = self._clock_ms()
        failing_since_ms = endpoint.failing_since_ms
        if not made.succeeded or failing_since_ms is not None:
            failing_since_ms = await self._endpoints.note_result(
                endpoint.id, succeeded=made.succeeded, now_ms=now_ms
            )
        to_disable = reason_to_disable(made, failing_since_ms, self._settings, now_ms)
        if to_disable:
            return Verdict(State.SKIPPED), to_disable
        return judge(made, delivery.tries + 1, self._settings, self._random), None

    async def _record(self, delivery: Delivery, made: Attempt, verdict: Verdict) -> None:
        now_ms = self._clock_ms()
        due_ms = now_ms + round(1_000 * (verdict.retry_in_seconds or 0))
        await self._queue.settle(delivery, made, verdict.state, due_ms=due_ms, now_ms=now_ms)

    async def _disable(self, endpoint: Endpoint, reason: str) -> None:
        now_ms = self._clock_ms()
        changed = await self._endpoints.update(endpoint.id, lambda found: disabled(found, now_ms, reason))
        if changed is None or changed.disabled_ms != now_ms:  # someone else was first
            return
        metrics.DISABLED.inc()
        log.warning(
            "endpoint.disabled",
            endpoint=endpoint.id,
            reason=reason,
            hint="Its deliveries are kept; enable it and replay them once it answers.",
        )


async def _persistently(act: Callable[[], Awaitable[None]]) -> None:
    """What is not recorded is sent again, so a short outage of Redis is waited out."""
    for pause_seconds in REDIS_PAUSES_SECONDS:
        try:
            return await act()
        except (RedisError, OSError):
            await asyncio.sleep(pause_seconds)
    return await act()


def _report(delivery: Delivery, made: Attempt, verdict: Verdict) -> None:
    """The one line of an attempt."""
    metrics.ATTEMPTS.labels("delivered" if made.succeeded else "failed").inc()
    metrics.SECONDS.observe(made.duration_ms / 1_000)
    log.info(
        "delivery.attempted",
        summary_id=str(delivery.id.summary_id),
        version=delivery.id.version,
        type=delivery.type,
        endpoint=delivery.endpoint_id,
        delivery=str(delivery.id),
        attempt=delivery.attempts + 1,
        status=made.status,
        duration_ms=made.duration_ms,
        state=verdict.state.value,
        error=made.error,
        retry_in_seconds=None if verdict.retry_in_seconds is None else round(verdict.retry_in_seconds, 1),
    )
