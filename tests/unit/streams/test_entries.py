"""From an entry to an event, or to a reason that a person understands."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from newsroom.errors import Rejected
from newsroom.streams.entries import Entry, decode, report_id_of


class Parcel(BaseModel):
    id: str
    weight: int = Field(default=1, gt=0)


def entry(data: bytes, **fields: bytes) -> Entry:
    return Entry("1-0", {b"__data__": data} | {name.encode(): value for name, value in fields.items()})


def test_unknown_fields_are_ignored() -> None:
    """A newer producer does not break an older consumer."""
    assert decode(entry(b'{"id": "a", "colour": "red"}'), Parcel).event == Parcel(id="a")


def test_reason_names_the_place_and_not_the_content() -> None:
    """A dead letter's reason may be shown and logged; a report's text may be embargoed."""
    with pytest.raises(Rejected) as caught:
        decode(entry(b'{"id": "a", "weight": "SECRET"}'), Parcel)

    assert "weight" in str(caught.value)
    assert "SECRET" not in str(caught.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_event_or_rejected(data: bytes) -> None:
    """Nothing that a producer can write makes the decoder fail in another way."""
    with contextlib.suppress(Rejected):
        assert decode(entry(data), Parcel).event.weight > 0


@given(st.binary(max_size=100))
def test_any_bytes_have_an_id_or_none(data: bytes) -> None:
    assert report_id_of(data) is None or isinstance(report_id_of(data), str)


@pytest.mark.parametrize(
    ("data", "expected"), [(b'{"id": "a"}', "a"), (b'{"id": 1}', None), (b"[]", None), (b"", None)]
)
def test_id_for_the_logs(data: bytes, expected: str | None) -> None:
    assert report_id_of(data) == expected


def test_requeued_entry_is_for_one_group() -> None:
    put_back = Entry("1-0", {b"only-group": b"enrich"})

    assert put_back.meant_for("enrich")
    assert not put_back.meant_for("publish")
    assert entry(b"{}").meant_for("publish")
