"""Decompression that stops at a limit."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.guarded_http.bodies import Body, EncodingError, TooLargeError


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda data: data,
    "identity": lambda data: data,
    "gzip": gzip.compress,
    "X-GZIP": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": bare_deflate,
}


@given(data=st.binary(max_size=2_000), coding=st.sampled_from(sorted(CODINGS)), size=st.integers(30, 200))
def test_every_coding_comes_out_as_it_went_in(data: bytes, coding: str, size: int) -> None:
    """Whatever the coding, and however the network cuts it."""
    packed = CODINGS[coding](data)
    body = Body(coding, limit_bytes=2_000)
    for start in range(0, len(packed), size):
        body.feed(packed[start : start + size])

    assert (body.content, body.complete) == (data, True)


def test_gzip_members_follow_each_other() -> None:
    """Several members in one stream are one body (RFC 1952)."""
    body = Body("gzip", limit_bytes=100)
    body.feed(gzip.compress(b"one ") + gzip.compress(b"two"))

    assert body.content == b"one two"


@pytest.mark.parametrize("coding", ["", "gzip", "deflate"])
def test_a_body_of_exactly_the_limit_is_allowed(coding: str) -> None:
    body = Body(coding, limit_bytes=1_000)
    body.feed(CODINGS[coding](b"x" * 1_000))

    assert len(body.content) == 1_000


@pytest.mark.parametrize("coding", ["", "gzip", "deflate"])
def test_one_byte_more_is_not(coding: str) -> None:
    """The content then holds the limit, for those who want the beginning."""
    body = Body(coding, limit_bytes=1_000)
    with pytest.raises(TooLargeError):
        body.feed(CODINGS[coding](b"x" * 1_001))

    assert body.content == b"x" * 1_000


def test_a_bomb_of_many_members_stops_at_the_limit() -> None:
    """Small members in a row add up."""
    body = Body("gzip", limit_bytes=5_000)
    with pytest.raises(TooLargeError):
        body.feed(gzip.compress(b"\0" * 1_000) * 6)


def test_a_cut_off_stream_is_incomplete() -> None:
    body = Body("gzip", limit_bytes=5_000)
    body.feed(gzip.compress(b"whole")[:-4])

    assert not body.complete


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "\x00"])
def test_codings_that_were_not_asked_for_are_refused(coding: str) -> None:
    with pytest.raises(EncodingError, match="not asked for"):
        Body(coding, limit_bytes=1)


def test_damaged_data_is_refused() -> None:
    """Neither gzip, zlib nor bare deflate; and gzip that turns into something else."""
    with pytest.raises(EncodingError):
        Body("gzip", limit_bytes=100).feed(b"\xff" * 50)
    turned = Body("gzip", limit_bytes=100)
    with pytest.raises(EncodingError):
        turned.feed(gzip.compress(b"good") + b"\xff" * 50)
