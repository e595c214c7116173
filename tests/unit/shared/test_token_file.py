"""The token is made once, kept for its owner alone, and the configured one wins."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from newsroom.errors import NewsroomError
from newsroom.settings import Settings
from newsroom.token_file import ensure_token, known_token, token_path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "var")


def test_the_first_run_makes_a_token_and_the_next_finds_it(settings: Settings) -> None:
    """A second start keeps the token, so scripts go on working."""
    assert known_token(settings) is None

    token = ensure_token(settings)

    assert len(token) >= 32
    assert ensure_token(settings) == known_token(settings) == token


def test_only_the_owner_reads_it(settings: Settings) -> None:
    """Mode 0600."""
    ensure_token(settings)

    assert token_path(settings).stat().st_mode & 0o777 == 0o600


def test_a_configured_token_wins_and_is_not_written(settings: Settings) -> None:
    """NEWSROOM_TOKEN stays where the operator keeps it."""
    configured = settings.model_copy(update={"token": SecretStr("chosen")})

    assert ensure_token(configured) == "chosen"
    assert not token_path(settings).exists()


def test_an_unwritable_directory_is_a_sentence(tmp_path: Path) -> None:
    """A file where the directory should be: the message says what can be done."""
    (tmp_path / "var").write_text("not a directory")

    with pytest.raises(NewsroomError, match="NEWSROOM_DATA_DIR"):
        ensure_token(Settings(data_dir=tmp_path / "var" / "deeper"))
