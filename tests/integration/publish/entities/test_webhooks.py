"""Endpoints filter by who is who, and receive canonical ids."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from newsroom.contracts import Summary

Person = Callable[..., dict[str, Any]]
Publish = Callable[..., Awaitable[Summary]]
WaitUntil = Callable[..., Awaitable[None]]
TOKEN = "operator-token"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
A, B = "person-aaaa", "person-bbbb"


@pytest.fixture
async def service(start: Any, receiver: Any) -> Any:
    """Endpoints for everything, for B by its id, for B by its name, and for somebody else."""
    filters = {
        "all": {},
        "id": {"entity": [B]},
        "name": {"entity": ["bill clay"]},
        "else": {"entity": ["Q1"]},
    }
    return await start(
        token=TOKEN,
        partitions=3,
        fetch={"allow_private_addresses": True},
        webhooks={"timeout_seconds": 2, "retry_seconds": [0.2] * 20, "retry_jitter": 0},
        endpoints=[
            {"id": name, "url": f"{receiver.url}/{name}", "secret": SECRET, "filter": wanted}
            for name, wanted in filters.items()
        ],
    )


def bodies(receiver: Any, summary: Summary) -> dict[str, list[str]]:
    """By endpoint, the ids of the entities that it received."""
    taken = {at for at, data in receiver.taken if data["id"] == str(summary.id)}
    return {at: [one["id"] for data in receiver.of(at, summary) for one in data["entities"]] for at in taken}


async def test_endpoint_for_one_id_gets_the_whole_group(
    service: Any,
    receiver: Any,
    operator: Any,
    publish: Publish,
    person: Person,
    wait_until: WaitUntil,
) -> None:
    """By id or name; bodies carry the canonical id. After a split the other is nobody's business again."""
    await publish(person(B, "Bill Clay", "GB"))
    before = await publish(person(A, "William Clay", "US"))
    await operator(service).merge(A, B)
    after = await publish(person(A, "William Clay", "US"))
    other = await publish(person(B, "Bill Clay", "GB"))
    await operator(service).split(B)
    apart = await publish(person(A, "William Clay", "US"))
    last = await publish(person(B, "Bill Clay", "GB"))

    def arrived() -> bool:
        return len(receiver.taken) >= 3 + 1 + 3 + 3 + 1 + 3

    await wait_until(arrived, what="all webhooks have come")
    assert bodies(receiver, before) == {"all": [A]}
    assert bodies(receiver, after) == {"all": [A], "id": [A], "name": [A]}
    assert bodies(receiver, other).keys() == {"all", "id", "name"}
    assert bodies(receiver, apart) == {"all": [A]}
    assert bodies(receiver, last) == {"all": [B], "id": [B], "name": [B]}
    assert len(receiver.taken) == 14


async def test_person_without_a_role_reaches_who_asked_for_the_person(
    receiver: Any, publish: Publish, person: Person, wait_until: WaitUntil
) -> None:
    """Without any decision: the endpoint for the one with a country, and for the one without."""
    plain = await publish(person(A, "Bill Clay"))
    known = await publish(person(B, "Bill Clay", "GB"))
    again = await publish(person(A, "Bill Clay"))

    await wait_until(lambda: bodies(receiver, again).keys() >= {"all", "id", "name"})
    await wait_until(lambda: bodies(receiver, known).keys() >= {"all", "id", "name"})
    assert bodies(receiver, again)["id"] == [B]
    assert bodies(receiver, plain).keys() == {"all", "name"}


async def test_first_report_with_a_role_reaches_who_asked_for_the_one_without(
    service: Any,
    receiver: Any,
    publish: Publish,
    person: Person,
    wait_until: WaitUntil,
) -> None:
    """The very summary that makes the link counts for it, before it is stored."""
    await publish(person(B, "Bill Clay"))
    first = await publish(person(A, "Bill Clay", "GB"))

    await wait_until(lambda: "id" in bodies(receiver, first))
    assert bodies(receiver, first)["id"] == [A]


async def test_retries_and_replays_carry_the_ids_of_their_time(
    service: Any,
    receiver: Any,
    operator: Any,
    publish: Publish,
    person: Person,
    wait_until: WaitUntil,
) -> None:
    """A delivery that waits is sent under the id that is canonical when it is sent."""
    await publish(person(A, "William Clay", "US"))
    await wait_until(lambda: receiver.taken)
    receiver.down = True
    summary = await publish(person(B, "Bill Clay", "GB"))
    await operator(service).merge(A, B)
    receiver.down = False

    await wait_until(lambda: len(bodies(receiver, summary)) == 3, timeout_seconds=15)
    assert bodies(receiver, summary) == {"all": [A], "id": [A], "name": [A]}
