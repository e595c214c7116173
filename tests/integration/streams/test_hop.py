"""What the hop makes of a handler's results, on a real server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
import structlog
from pydantic import BaseModel
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisConnectionError

from newsroom.errors import Rejected
from newsroom.keys import key, partition_of
from newsroom.settings import HopSettings
from newsroom.streams import (
    NOTHING,
    DeadLetters,
    Effect,
    Expect,
    Hop,
    Outcome,
    Result,
    StreamsError,
    append,
    append_effect,
    backlog,
    each,
)

if TYPE_CHECKING:
    from integration.streams.conftest import Ledger

Wait = Callable[..., Awaitable[None]]
STREAM = key(0, "parcels")


class Parcel(BaseModel):
    id: UUID
    note: str = ""


async def forward(parcel: Parcel) -> Outcome:
    return Outcome((append_effect("out", parcel, 1),))


@pytest.fixture
def make_hop(redis_url: str, quick: HopSettings) -> Callable[..., Hop[Parcel]]:
    def make(
        handler: Any = None, *, group: str = "workers", partitions: int = 1, **changed: Any
    ) -> Hop[Parcel]:
        return Hop(
            quick.model_copy(update=changed),
            redis_url=redis_url,
            stream="parcels",
            group=group,
            model=Parcel,
            handler=handler or each(forward),
            partitions=partitions,
            sends={"out": Parcel},
        )

    return make


MakeHop = Callable[..., Hop[Parcel]]


@pytest.fixture
def logged() -> Any:
    """The log lines of the test."""
    with structlog.testing.capture_logs() as lines:
        yield lines


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"__data__": '{"id": '}, "The entry is no Parcel: JSON: Invalid JSON"),
        ({"__data__": '{"id": "not-a-uuid"}'}, "The entry is no Parcel: id: "),
        ({"__data__": '{"note": "no id"}'}, "The entry is no Parcel: id: Field required"),
        ({"__data__": "[1, 2]"}, "The entry is no Parcel: JSON: Input should be an object"),
        ({"__data__": b"\x89BIN\x00\xff\xfe"}, ""),
        ({"__data__": ""}, "The entry is no Parcel"),
        ({"something": "else"}, "The entry has no field __data__."),
    ],
)
async def test_poisoned_entry_dies_at_once(
    fields: dict[Any, Any], reason: str, redis: Redis, ledger: Ledger, make_hop: MakeHop, wait_until: Wait
) -> None:
    """What is no event goes to the dead letters without a retry; its neighbours are handled."""
    await ledger.send(3)
    await redis.xadd(STREAM, fields)
    await ledger.send(3)

    async with make_hop():
        await wait_until(lambda: _is(ledger.settled, 7))

    assert len(await ledger.arrived()) == 6
    (letter,) = await ledger.dead_letters.list()
    assert letter.reason.startswith(reason)
    assert (letter.failures, letter.crashes, letter.stream, letter.group) == (1, 0, "parcels", "workers")
    assert letter.data == _as_bytes(fields.get("__data__", ""))


async def test_failing_event_is_tried_max_failures_times(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, balanced: Wait
) -> None:
    """Its neighbours in the batch are committed at the first try."""
    (bad,) = await ledger.send(1, note="fail")
    await ledger.send(5)
    tries: list[str] = []

    async def handle(parcel: Parcel) -> Outcome:
        tries.append(str(parcel.id))
        if parcel.note == "fail":
            raise ValueError("no luck")
        return await forward(parcel)

    async with make_hop(each(handle), max_failures=3):
        await balanced(dead=1)

    (letter,) = await ledger.dead_letters.list()
    assert (letter.event_id, letter.reason, letter.failures) == (bad, "ValueError: no luck", 3)
    assert tries.count(bad) == 3
    assert len(tries) == 8


async def test_failure_that_passes_is_forgotten(
    ledger: Ledger, make_hop: MakeHop, balanced: Wait, redis: Redis
) -> None:
    """An event that succeeds at the second try arrives, and leaves no count behind."""
    await ledger.send(4)
    failed: set[UUID] = set()

    async def handle(parcel: Parcel) -> Outcome:
        if parcel.id not in failed:
            failed.add(parcel.id)
            raise ConnectionError("try again")
        return await forward(parcel)

    async with make_hop(each(handle)):
        await balanced()

    assert not await redis.exists(key(0, "parcels", "workers", "counts"))
    assert not await redis.exists(key(0, "parcels", "workers", "waiting"))


async def test_absent_server_is_no_failure_of_the_event(
    ledger: Ledger, make_hop: MakeHop, balanced: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A handler that cannot reach Redis is called again until it can, however often that is."""
    monkeypatch.setattr("newsroom.streams.worker.SERVER_PAUSE_SECONDS", 0.01)
    await ledger.send(3)
    refusals = 10

    async def handle(parcel: Parcel) -> Outcome:
        nonlocal refusals
        if refusals:
            refusals -= 1
            raise RedisConnectionError("connection refused")
        return await forward(parcel)

    async with make_hop(each(handle), max_failures=1):
        await balanced()


async def test_start_without_a_server_says_what_to_do(tmp_path: Path, quick: HopSettings) -> None:
    hop = Hop(
        quick,
        redis_url=f"unix://{tmp_path}/absent.sock",
        stream="parcels",
        group="workers",
        model=Parcel,
        handler=each(forward),
    )

    with pytest.raises(StreamsError, match="NEWSROOM_REDIS_URL"):
        await hop.start()


async def test_rejected_event_is_not_tried_again(ledger: Ledger, make_hop: MakeHop, balanced: Wait) -> None:
    await ledger.send(1)
    tries = 0

    async def handle(_: Parcel) -> Outcome:
        nonlocal tries
        tries += 1
        raise Rejected("This parcel has no address.")

    async with make_hop(each(handle)):
        await balanced(dead=1)

    (letter,) = await ledger.dead_letters.list()
    assert (letter.reason, tries) == ("This parcel has no address.", 1)


async def test_batch_that_fails_as_a_whole_is_taken_apart(
    ledger: Ledger, make_hop: MakeHop, balanced: Wait
) -> None:
    """A handler that raises for the batch does not condemn the innocent events in it."""
    await ledger.send(5)
    await ledger.send(1, note="fail")

    async def handle(parcels: Sequence[Parcel]) -> Sequence[Result]:
        if any(parcel.note == "fail" for parcel in parcels):
            raise RuntimeError("one of you did it")
        return [await forward(parcel) for parcel in parcels]

    async with make_hop(handle):
        await balanced(dead=1)


@pytest.mark.parametrize("results", [[], ["not an outcome"], [NOTHING, NOTHING]])
async def test_handler_that_breaks_its_contract(
    results: list[Any], ledger: Ledger, make_hop: MakeHop, balanced: Wait
) -> None:
    """Too few or too many results, or something else than a result, are failures that say so."""
    await ledger.send(1)

    async def handle(_: Sequence[Parcel]) -> Any:
        return results

    async with make_hop(handle, max_failures=1):
        await balanced(dead=1)

    (letter,) = await ledger.dead_letters.list()
    assert "The handler returned" in letter.reason


async def test_conflict_is_handled_again_at_once(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, balanced: Wait
) -> None:
    """Counting in one field from two workers and whole batches: no update is lost."""
    await ledger.send(60)
    tally = key(0, "tally")

    async def handle(parcel: Parcel) -> Outcome:
        found: Any = await redis.hget(tally, "n")
        before = found.decode() if found else None
        return Outcome(
            (Effect("HSET", tally, ("n", int(before or 0) + 1)), append_effect("out", parcel, 1)),
            (Expect(tally, "n", before),),
        )

    async with make_hop(each(handle), max_batch=8), make_hop(each(handle), max_batch=8):
        await balanced()

    assert await redis.hget(tally, "n") == b"60"


async def test_conflict_that_never_ends_is_a_failure(
    ledger: Ledger, make_hop: MakeHop, balanced: Wait
) -> None:
    await ledger.send(1)

    async def handle(_: Parcel) -> Outcome:
        return Outcome(expects=(Expect(key(0, "tally"), "n", "never"),))

    async with make_hop(each(handle), max_failures=2):
        await balanced(dead=1)

    (letter,) = await ledger.dead_letters.list()
    assert "expectations failed" in letter.reason


@pytest.mark.parametrize(
    ("effect", "reason", "failures"),
    [
        (Effect("HSET", key(0, "a-string"), ("f", "v")), "an effect failed: HSET newsroom:{0}:a-string: ", 0),
        (Effect("NOSUCH", key(0, "x")), "an effect failed: NOSUCH", 0),
        (Effect("SET", key(1, "x"), ("v",)), "ValueError: The key newsroom:{1}:x is not of partition 0", 3),
        (Effect("SET", key(0, "x"), (None,)), "DataError: ", 3),  # type: ignore[arg-type]  # the mistake under test
    ],
)
async def test_impossible_effect_ends_as_dead_letter(
    effect: Effect,
    reason: str,
    failures: int,
    redis: Redis,
    ledger: Ledger,
    make_hop: MakeHop,
    balanced: Wait,
) -> None:
    """What the server refuses is kept with its reason; the events beside it are committed."""
    await redis.set(key(0, "a-string"), "in the way")
    await ledger.send(1, note="bad")
    await ledger.send(4)

    async def handle(parcel: Parcel) -> Outcome:
        return Outcome((effect,)) if parcel.note else await forward(parcel)

    async with make_hop(each(handle)):
        await balanced(dead=1)

    (letter,) = await ledger.dead_letters.list()
    assert letter.reason.startswith(reason)
    assert letter.failures == failures


async def test_partitions_are_consumed_together(
    redis: Redis, make_ledger: Callable[..., Ledger], make_hop: MakeHop, wait_until: Wait
) -> None:
    """Each event's effects stay in its own partition."""
    ledger = make_ledger(redis, 2)
    await ledger.send(60)

    async def handle(parcel: Parcel) -> Outcome:
        return Outcome((append_effect("out", parcel, 2),))

    async with make_hop(each(handle), partitions=2), make_hop(each(handle), partitions=2):
        await wait_until(ledger.all_settled)

    await ledger.assert_balanced()
    for partition in range(2):
        entries: Any = await redis.xrange(key(partition, "out"))
        found = [json.loads(fields[b"__data__"])["id"] for _, fields in entries]
        assert found
        assert {partition_of(parcel_id, 2) for parcel_id in found} == {partition}


async def test_faststream_producer_is_understood(
    redis: Redis, redis_url: str, make_hop: MakeHop, wait_until: Wait, ledger: Ledger
) -> None:
    """An event that a FastStream application published, in its envelope, is an event like any other."""
    from faststream.redis import RedisBroker

    parcel = Parcel(id=uuid4(), note="from elsewhere")
    async with RedisBroker(redis_url) as broker:
        await broker.publish(parcel, stream=STREAM)

    async with make_hop():
        await wait_until(lambda: _is(ledger.settled, 1))

    assert set(await ledger.arrived()) == {str(parcel.id)}


async def test_two_groups_each_get_every_event(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, wait_until: Wait
) -> None:
    """And the stream is trimmed only below what both have acknowledged."""
    held = asyncio.Event()

    async def wait_for_it(parcel: Parcel) -> Outcome:
        await held.wait()
        return await forward(parcel)

    async with make_hop(), make_hop(each(wait_for_it), group="slow"):
        await ledger.send(30)
        await wait_until(lambda: _is(ledger.settled, 30))
        await wait_until(lambda: _pending(redis, "workers", 0))
        assert await redis.xlen(STREAM) == 30

        held.set()

        await wait_until(lambda: _is(ledger.settled, 60))
        await wait_until(lambda: _is(lambda: redis.xlen(STREAM), 0))
        await wait_until(lambda: _is(lambda: redis.exists(key(0, "parcels", "workers", "done")), 0))


async def test_nothing_is_trimmed_while_a_group_is_missing(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, balanced: Wait, wait_until: Wait, logged: Any
) -> None:
    """A group that reads this stream was deleted while its service was down: its events wait for it."""
    async with make_hop(group="other"):
        pass
    await redis.xgroup_destroy(STREAM, "other")
    await ledger.send(10)

    async with make_hop():
        await wait_until(lambda: any(line["event"] == "hop.trim_blocked" for line in logged))
        await balanced()
    assert await redis.xlen(STREAM) == 10

    async with make_hop(group="other"):
        await wait_until(lambda: _is(ledger.settled, 20))


async def test_events_settled_before_the_group_was_lost_stay_settled(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, balanced: Wait, wait_until: Wait, logged: Any
) -> None:
    """They are read again from the start of the stream, and acknowledged without any effect."""
    await ledger.send(25)
    # A group that reads nothing, so that nothing is trimmed.
    await redis.xgroup_create(STREAM, "idle", id="0")
    async with make_hop() as hop:
        await balanced()
        await redis.xgroup_destroy(STREAM, "workers")
        await ledger.send(5)
        await balanced()
        assert await hop.health() is None

    repeated = [line["report_id"] for line in logged if line["event"] == "hop.repeated"]
    assert sorted(repeated) == sorted(ledger.sent[:25])
    assert any(line["event"] == "hop.group_recreated" for line in logged)


async def test_emptied_server_is_no_end(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, balanced: Wait, wait_until: Wait
) -> None:
    """After FLUSHALL the hop makes its stream and group again and goes on."""
    async with make_hop() as hop:
        await ledger.send(5)
        await balanced()
        await redis.flushall()
        ledger.sent.clear()
        await ledger.send(5)

        await balanced()
        await wait_until(lambda: _is(hop.health, None))


async def test_gone_consumers_are_forgotten(
    redis: Redis, make_hop: MakeHop, wait_until: Wait, ledger: Ledger
) -> None:
    """Each process has its own consumer name; the names of ended processes do not pile up."""
    await ledger.send(1)
    async with make_hop(lease_seconds=0.1):
        await wait_until(lambda: _is(ledger.settled, 1))
    async with make_hop(lease_seconds=0.1):
        await wait_until(lambda: _consumers(redis, 1))


async def test_requeued_letter_is_handled_by_its_group_alone(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, wait_until: Wait
) -> None:
    """After the cause is mended, requeue hands the event once more to the group that gave it up."""

    async def refuse(_: Parcel) -> Outcome:
        raise Rejected("not today")

    letters = ledger.dead_letters
    async with make_hop(each(refuse)), make_hop(group="other"):
        (bad,) = await ledger.send(1, note="fail")
        await wait_until(lambda: _is(ledger.settled, 2))
    (letter,) = await letters.list()
    assert (await letters.show(letter.id)) == letter
    assert letter.as_dict()["event"] == {"id": bad, "note": "fail"}

    assert await letters.requeue(letter.id)
    assert await letters.requeue(letter.id) is None
    async with make_hop(), make_hop(group="other") as other:
        await wait_until(lambda: _is(ledger.settled, 2))
        await wait_until(lambda: _backlog_is_empty(other))

    assert await ledger.arrived() == {bad: 2}
    assert await letters.list() == []


async def test_dropped_letter_is_gone(redis: Redis, make_hop: MakeHop, wait_until: Wait) -> None:
    await redis.xadd(STREAM, {"no": "event"})
    letters = DeadLetters(redis, 1)
    async with make_hop():
        await wait_until(letters.count)
    (letter,) = await letters.list()

    assert await letters.drop(letter.id)
    assert not await letters.drop(letter.id)
    assert await letters.show(letter.id) is None


@pytest.mark.parametrize("wrong", ["", "x", "0", "0-1", "9-1-0", "0-1-0-0", "0-a-0", "0--1-0", "-", "٣-1-0"])
async def test_wrong_letter_ids_name_nothing(wrong: str, redis: Redis) -> None:
    letters = DeadLetters(redis, 1)

    assert await letters.show(wrong) is None
    assert await letters.requeue(wrong) is None
    assert not await letters.drop(wrong)


async def test_backlog_counts_unread_and_pending(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, wait_until: Wait
) -> None:
    """Before the group exists, while a batch is in work, and at the end."""
    await ledger.send(20)
    assert (await backlog(redis, "parcels", "workers", partitions=1)).unread == 20
    go = asyncio.Event()

    async def handle(parcel: Parcel) -> Outcome:
        await go.wait()
        return await forward(parcel)

    async with make_hop(each(handle), max_batch=8) as hop:
        await wait_until(lambda: _pending(redis, "workers", 8))
        now = await hop.backlog()
        assert (now.unread, now.pending, now.workers, now.total) == (12, 8, 1, 20)
        go.set()
        await wait_until(lambda: _backlog_is_empty(hop))


async def test_entries_whose_delivery_was_lost_are_found(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, wait_until: Wait
) -> None:
    """The server gave them to this very worker, but the answer did not arrive: its lease runs out."""
    async with make_hop():
        await wait_until(lambda: _consumers(redis, 1))
        (consumer,) = [info["name"] for info in await _consumer_infos(redis)]
        async with redis.pipeline() as pipeline:
            pipeline.xadd(STREAM, {"__data__": json.dumps({"id": str(uuid4())})})
            pipeline.xreadgroup("workers", consumer, {STREAM: ">"})
            await pipeline.execute()

        await wait_until(lambda: _is(ledger.settled, 1))


async def test_idle_workers_are_counted(redis: Redis, make_hop: MakeHop, wait_until: Wait) -> None:
    """Also those that have not had an event yet."""

    async def workers() -> int:
        return (await backlog(redis, "parcels", "workers", partitions=1)).workers

    async with make_hop(), make_hop():
        await wait_until(lambda: _is(workers, 2))


async def test_health_names_what_is_wrong(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, wait_until: Wait
) -> None:
    """Work that takes too long, entries that nobody cares for, a stopped hop."""
    go = asyncio.Event()

    async def handle(parcel: Parcel) -> Outcome:
        await go.wait()
        return await forward(parcel)

    hop = make_hop(each(handle), max_pending_seconds=0.5)
    async with hop:
        assert await hop.health() is None
        await ledger.send(1)
        await wait_until(lambda: _mentions(hop, "has been at work on one batch"))
        go.set()
        await wait_until(lambda: _is(hop.health, None))
    assert "does not read" in str(await hop.health())


async def test_health_sees_entries_left_alone(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, wait_until: Wait
) -> None:
    """A worker took an entry and died, and its lease has not run out yet."""
    async with make_hop():
        pass
    await ledger.send(1)
    await redis.xreadgroup("workers", "dead-worker", {STREAM: ">"}, count=1)

    async with make_hop(max_pending_seconds=0.2, lease_seconds=60) as hop:
        await wait_until(lambda: _mentions(hop, "has left entries alone"))


async def test_every_event_leaves_one_line(
    ledger: Ledger, make_hop: MakeHop, balanced: Wait, logged: Any
) -> None:
    """With the id by which one report can be followed through all services."""
    ids = await ledger.send(6)
    async with make_hop():
        await balanced()

    lines = [line for line in logged if line["event"] == "hop.committed"]
    assert sorted(line["report_id"] for line in lines) == sorted(ids)
    assert {(line["stream"], line["group"]) for line in lines} == {("parcels", "workers")}


async def test_append_writes_what_the_hop_reads(
    redis: Redis, ledger: Ledger, make_hop: MakeHop, wait_until: Wait
) -> None:
    parcel = Parcel(id=uuid4(), note="Übergröße")
    await append(redis, "parcels", parcel, partitions=1)

    async with make_hop():
        await wait_until(lambda: _is(ledger.settled, 1))

    assert set(await ledger.arrived()) == {str(parcel.id)}


def test_asyncapi_document(make_hop: MakeHop) -> None:
    """It names both streams with the schema of their events."""
    document = make_hop().asyncapi()

    assert document["asyncapi"] == "3.0.0"
    assert document["channels"]["parcels"]["address"] == "newsroom:{partition}:parcels"
    assert document["operations"]["receive-parcels"]["action"] == "receive"
    assert document["operations"]["send-out"]["action"] == "send"
    assert document["components"]["messages"]["Parcel"]["payload"]["properties"]["note"]["type"] == "string"


async def _is(ask: Callable[[], Awaitable[Any]], expected: object) -> bool:
    return bool(await ask() == expected)


async def _mentions(hop: Hop[Parcel], words: str) -> bool:
    return words in str(await hop.health())


async def _pending(redis: Redis, group: str, expected: int) -> bool:
    found: Any = await redis.xpending(STREAM, group)
    return bool(found["pending"] == expected)


async def _consumer_infos(redis: Redis) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await redis.xinfo_consumers(STREAM, "workers")
    return found


async def _consumers(redis: Redis, expected: int) -> bool:
    return len(await _consumer_infos(redis)) == expected


async def _backlog_is_empty(hop: Hop[Parcel]) -> bool:
    return (await hop.backlog()).total == 0


def _as_bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data
