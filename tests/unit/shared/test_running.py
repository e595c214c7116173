"""A running installation can be found, a stopped or damaged one cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.running import FILE_NAME, announced, running_service_url


def test_it_is_found_while_it_runs(tmp_path: Path) -> None:
    """Written at the start, in a folder that need not exist yet; gone at the end."""
    folder = tmp_path / "var"
    with announced(folder, {"ingest": "http://127.0.0.1:9001"}):
        assert running_service_url(folder, "ingest") == "http://127.0.0.1:9001"
        assert running_service_url(folder, "publish") is None

    assert running_service_url(folder, "ingest") is None


@pytest.mark.parametrize("content", ["", "[]", '{"ingest": 5}', "not json"])
def test_a_damaged_file_announces_nothing(tmp_path: Path, content: str) -> None:
    """The commands fall back to the settings."""
    (tmp_path / FILE_NAME).write_text(content)

    assert running_service_url(tmp_path, "ingest") is None
