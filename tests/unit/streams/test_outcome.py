"""How outcomes are put into the words of the script."""

from __future__ import annotations

from uuid import UUID

import pytest
from pydantic import BaseModel

from newsroom.keys import key, partition_of
from newsroom.streams import NOTHING, Effect, Expect, Outcome, append_effect
from newsroom.streams.outcome import MAX_ARGUMENTS, encode


class Parcel(BaseModel):
    id: UUID


def test_words_follow_the_order_of_the_script() -> None:
    """Keys are numbered from one, each stands once, an absent value says so."""
    a, b = key(0, "a"), key(0, "b")
    outcome = Outcome(
        effects=(Effect("HSET", a, ("f", 1)), Effect("DEL", b)),
        expects=(Expect(b, "g", None), Expect(a, "h", "")),
    )

    keys, words = encode([("1-0", outcome), ("2-0", NOTHING)], partition=0, keys=["fixed"])

    assert keys == ["fixed", b, a]
    assert words == [
        *("1-0", 2, 2, "g", 1, "", 3, "h", 0, "", 2, "HSET", 3, 2, "f", 1, "DEL", 2, 0),
        *("2-0", 0, 0),
    ]


@pytest.mark.parametrize("foreign", [key(1, "x"), key(10, "x"), "x", "newsroom:{0}"])
def test_key_of_another_partition_is_refused(foreign: str) -> None:
    """On a cluster one script reaches one partition; so it is refused everywhere."""
    with pytest.raises(ValueError, match="is not of partition 0"):
        encode([("1-0", Outcome((Effect("DEL", foreign),)))], partition=0, keys=[])
    with pytest.raises(ValueError, match="is not of partition 0"):
        encode([("1-0", Outcome(expects=(Expect(foreign, "f", None),)))], partition=0, keys=[])


def test_effect_too_long_for_the_script_is_refused() -> None:
    effect = Effect("SADD", key(0, "x"), ("m",) * (MAX_ARGUMENTS + 1))

    with pytest.raises(ValueError, match="more than"):
        encode([("1-0", Outcome((effect,)))], partition=0, keys=[])


@pytest.mark.parametrize("partitions", [1, 2, 16])
def test_event_is_appended_to_its_own_partition(partitions: int) -> None:
    parcel = Parcel(id=UUID(int=7))

    effect = append_effect("out", parcel, partitions)

    assert effect.key == key(partition_of(parcel.id, partitions), "out")
    assert effect.arguments == ("*", "__data__", parcel.model_dump_json())
