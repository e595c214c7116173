"""Where a running `newsroom up` serves: written beside its data, so that commands find it on any port."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

FILE_NAME = "services.json"


@contextmanager
def announced(data_dir: Path, urls: Mapping[str, str]) -> Iterator[None]:
    """The URLs of the services can be found in the directory while this is open."""
    path = data_dir / FILE_NAME
    data_dir.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(dict(urls)) + "\n", "utf-8")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def running_service_url(data_dir: Path, service: str) -> str | None:
    """The URL of a service, None where no `newsroom up` announced any."""
    try:
        found = json.loads((data_dir / FILE_NAME).read_text("utf-8")).get(service)
    except (OSError, ValueError, AttributeError):
        return None
    return found if isinstance(found, str) else None
