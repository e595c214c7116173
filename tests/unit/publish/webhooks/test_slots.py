"""Fair turns, and no endpoint in the way of another."""

from __future__ import annotations

from newsroom_publish.webhooks.slots import Lane, Slots


def lanes(*names: str) -> list[Lane]:
    return [Lane(0, name) for name in names]


def prove(slots: Slots, name: str, times: int = 10) -> None:
    """Let the endpoint succeed that often."""
    for _ in range(times):
        slots.take(Lane(0, name), 1)
        slots.release(name, well=True)


def test_an_endpoint_begins_with_one_and_earns_its_cap() -> None:
    slots = Slots(total=100, per_endpoint=3)
    seen = [slots.grant(lanes("a"), 0)[Lane(0, "a")]]
    for _ in range(4):
        prove(slots, "a", 1)
        seen.append(slots.grant(lanes("a"), 0)[Lane(0, "a")])

    assert seen == [1, 2, 3, 3, 3]


def test_a_failure_puts_it_back_to_one() -> None:
    slots = Slots(total=100, per_endpoint=4)
    prove(slots, "a")
    slots.take(Lane(0, "a"), 1)
    slots.release("a", well=False)

    assert slots.grant(lanes("a"), 0) == {Lane(0, "a"): 1}


def test_what_was_not_sent_proves_nothing() -> None:
    slots = Slots(total=100, per_endpoint=4)
    slots.take(Lane(0, "a"), 1)
    slots.release("a", well=None)

    assert slots.grant(lanes("a"), 0) == {Lane(0, "a"): 1}


def test_requests_under_way_count_against_the_cap() -> None:
    """Also across the partitions, since the receiver is the same."""
    slots = Slots(total=100, per_endpoint=4)
    prove(slots, "a")
    slots.take(Lane(0, "a"), 3)

    assert slots.grant([Lane(0, "a"), Lane(1, "a")], 0).total() == 1


def test_free_slots_go_round_in_turns() -> None:
    """Five slots, two endpoints that could each take four."""
    slots = Slots(total=5, per_endpoint=4)
    prove(slots, "a")
    prove(slots, "b")

    assert sorted(slots.grant(lanes("a", "b"), 0).values()) == [2, 3]


def test_who_waited_longest_goes_first() -> None:
    slots = Slots(total=1, per_endpoint=1)
    order = []
    for _ in range(6):
        (lane,) = slots.grant(lanes("a", "b", "c"), 0)
        order.append(lane.endpoint_id)
        slots.take(lane, 1)
        slots.release(lane.endpoint_id, well=True)

    assert order == ["a", "b", "c"] * 2


def test_half_of_the_slots_stay_with_those_that_answer() -> None:
    """A hundred endpoints hang, and fill no more than half."""
    slots = Slots(total=10, per_endpoint=4)
    prove(slots, "good")
    hanging = lanes(*(f"hangs-{number}" for number in range(100)))
    granted = slots.grant(hanging, 0)
    for lane, count in granted.items():
        slots.take(lane, count)

    assert granted.total() == 5
    assert slots.grant([*hanging, Lane(0, "good")], 0) == {Lane(0, "good"): 4}


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    slots = Slots(total=10, per_endpoint=4)
    slots.pause("a", until_ms=1_000)
    slots.pause("a", until_ms=500)

    assert slots.grant(lanes("a"), 999).total() == 0


def test_a_pause_ends() -> None:
    slots = Slots(total=10, per_endpoint=4)
    slots.pause("a", until_ms=1_000)

    assert slots.grant(lanes("a"), 999).total() == 0
    assert slots.grant(lanes("a"), 1_000).total() == 1


def test_nothing_is_granted_beyond_the_total() -> None:
    slots = Slots(total=3, per_endpoint=1)
    for lane, count in slots.grant(lanes("a", "b", "c", "d"), 0).items():
        slots.take(lane, count)

    assert slots.in_flight == 3
    assert slots.grant(lanes("d"), 0).total() == 0


def test_deleted_endpoints_are_forgotten() -> None:
    slots = Slots(total=10, per_endpoint=4)
    prove(slots, "a")
    slots.pause("a", 1_000)
    slots.forget_all_but(["b"])

    assert slots.grant(lanes("a"), 0) == {Lane(0, "a"): 1}
