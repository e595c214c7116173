"""The embedded server: durable, one owner, clear about what is wrong."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import redis

from newsroom.embedded import EmbeddedServerError, EmbeddedValkey, running_url


def client_of(server: EmbeddedValkey) -> redis.Redis:
    return redis.Redis.from_url(server.url, socket_timeout=10)


def test_data_survives_a_restart(tmp_path: Path) -> None:
    """What was written is there again after stop and start."""
    with EmbeddedValkey(tmp_path) as server, client_of(server) as client:
        client.set("kept", "1")
    with EmbeddedValkey(tmp_path) as server, client_of(server) as client:
        assert client.get("kept") == b"1"


def test_data_survives_a_killed_server(tmp_path: Path) -> None:
    """A confirmed write outlives kill -9, and the same object starts the server again."""
    with EmbeddedValkey(tmp_path) as server, client_of(server) as client:
        client.set("kept", "1")
        subprocess.run(["kill", "-9", str(server.pid)], check=True)
        assert server._process is not None
        server._process.wait(10)
        assert not server.running

        server.start()

        assert client.get("kept") == b"1"


def test_second_owner_is_refused(tmp_path: Path) -> None:
    """Two servers on one append-only file would destroy it."""
    with (
        EmbeddedValkey(tmp_path),
        pytest.raises(EmbeddedServerError, match="Another Newsroom already uses") as caught,
    ):
        EmbeddedValkey(tmp_path).start()

    assert str(tmp_path) in str(caught.value)


def test_refused_owner_leaves_the_first_alone(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as server, client_of(server) as client:
        second = EmbeddedValkey(tmp_path)
        with pytest.raises(EmbeddedServerError):
            second.start()
        second.stop()

        assert client.ping()
        assert running_url(tmp_path) == server.url


def test_server_of_a_killed_owner_is_replaced(tmp_path: Path) -> None:
    """After kill -9 of the owner its server still runs; the next start takes over, with the data."""
    owner = textwrap.dedent("""
        import os, signal, sys
        from pathlib import Path
        import redis
        from newsroom.embedded import EmbeddedValkey
        server = EmbeddedValkey(Path(sys.argv[1]))
        server.start()
        redis.Redis.from_url(server.url).set("kept", server.pid)
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    subprocess.run([sys.executable, "-c", owner, str(tmp_path)], check=False, timeout=30)
    assert running_url(tmp_path) is not None

    with EmbeddedValkey(tmp_path) as server, client_of(server) as client:
        assert int(client.get("kept") or 0) not in {0, server.pid}
        assert client.info("server")["process_id"] == server.pid


def test_running_url_tells_other_processes_where_it_is(tmp_path: Path) -> None:
    assert running_url(tmp_path) is None
    with EmbeddedValkey(tmp_path) as server:
        assert running_url(tmp_path) == server.url
    assert running_url(tmp_path) is None


def test_long_paths_get_a_short_socket(tmp_path: Path) -> None:
    """A Unix socket path holds about a hundred bytes; a data directory may be deeper."""
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    with EmbeddedValkey(deep) as server, client_of(server) as client:
        assert client.ping()
        assert running_url(deep) == server.url
        socket_directory = Path(server.url.removeprefix("unix://")).parent
    assert not socket_directory.exists()


def test_unusable_directory_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(EmbeddedServerError, match="NEWSROOM_DATA_DIR"):
        EmbeddedValkey(tmp_path / "file" / "var").start()


def test_server_that_fails_shows_its_log(tmp_path: Path) -> None:
    """A damaged append-only file stops the start, with the server's own words."""
    with EmbeddedValkey(tmp_path) as server, client_of(server) as client:
        client.set("kept", "1")
    for part in (tmp_path / "appendonlydir").iterdir():
        part.write_bytes(b"damaged")

    with pytest.raises(EmbeddedServerError, match=r"ended at once.*valkey\.log"):
        EmbeddedValkey(tmp_path).start()


def test_data_is_private(tmp_path: Path) -> None:
    """No other user may read the data or open the socket."""
    directory = tmp_path / "var"
    with EmbeddedValkey(directory):
        assert directory.stat().st_mode & 0o077 == 0
