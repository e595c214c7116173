"""Real processes, a real server, a real receiver: what the end-to-end tests are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from newsroom.embedded import EmbeddedValkey
from support.http import QuietFiles, Serving
from support.processes import Installation, Launch, launching, start_installation
from support.receiver import Receiver, receiving


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A receiver of webhooks on loopback."""
    with receiving() as found:
        yield found


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the URL under which it is served."""
    folder = tmp_path / "site"
    folder.mkdir()
    with Serving(partial(QuietFiles, directory=str(folder))) as url:
        yield folder, url


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    """Start modules as processes; every process is gone after the test."""
    with launching(tmp_path) as start:
        yield start


@pytest.fixture
def install(
    launch: Launch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Installation]]:
    """Start an installation on an embedded server of its own."""
    with EmbeddedValkey(tmp_path_factory.mktemp("valkey")) as server:
        yield partial(start_installation, launch, server.url)
