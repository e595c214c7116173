"""What the client says about addresses, and which errors pass by themselves."""

from __future__ import annotations

import pytest
from redis.exceptions import BusyLoadingError, DataError, ReadOnlyError, ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError

from newsroom.streams import StreamsError, check_server, create_redis
from newsroom.streams.client import is_group_missing, is_passing, without_password


def test_wrong_address_names_the_setting() -> None:
    with pytest.raises(StreamsError, match="NEWSROOM_REDIS_URL"):
        create_redis("http://localhost")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("redis://user:secret@host:6379/0", "redis://host:6379/0"),
        ("rediss://:secret@host/0?password=secret", "rediss://host/0"),
        ("unix:///var/run/valkey.sock?password=secret", "unix:///var/run/valkey.sock"),
    ],
)
def test_password_is_never_shown(url: str, shown: str) -> None:
    assert without_password(url) == shown


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RedisTimeoutError("no answer"), True),
        (BusyLoadingError("loading its data"), True),
        (ReadOnlyError("a replica"), True),
        (ResponseError("MISCONF Errors writing to the AOF file"), True),
        (ResponseError("WRONGTYPE Operation against a key"), False),
        (ResponseError("NOGROUP No such key"), False),
        (DataError("Invalid input of type"), False),
        (ValueError("ours"), False),
    ],
)
def test_errors_that_pass_by_themselves(error: Exception, *, expected: bool) -> None:
    """Those are waited out with the finished work in hand; the others would never end."""
    assert is_passing(error) is expected


@pytest.mark.parametrize("text", ["NOGROUP No such consumer group", "ERR no such key"])
def test_missing_group_is_recognized(text: str) -> None:
    assert is_group_missing(ResponseError(text))
    assert not is_group_missing(ValueError(text))


async def test_absent_server_is_named_without_its_password(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The message says what to do next."""
    absent = tmp_path_factory.mktemp("absent") / "valkey.sock"

    with pytest.raises(StreamsError, match="does not answer") as caught:
        await check_server(f"unix://{absent}?password=secret")

    assert "secret" not in str(caught.value)
    assert "NEWSROOM_REDIS_URL" in str(caught.value)
