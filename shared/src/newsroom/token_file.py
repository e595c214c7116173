"""The token of an installation: configured, or made on the first run and kept in the data directory."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from newsroom.errors import NewsroomError
from newsroom.settings import Settings

TOKEN_BYTES = 32


def token_path(settings: Settings) -> Path:
    """Where the token of a first run is kept."""
    return settings.data_dir / "token"


def known_token(settings: Settings) -> str | None:
    """The configured token, else the kept one, else None."""
    if settings.token is not None:
        return settings.token.get_secret_value()
    try:
        return token_path(settings).read_text("utf-8").strip() or None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise NewsroomError(
            f"The token in {token_path(settings)} cannot be read ({error.strerror}). "
            "Set NEWSROOM_TOKEN instead."
        ) from error


def ensure_token(settings: Settings) -> str:
    """The known token; where there is none, a new one is written for the owner's eyes only (mode 0600)."""
    if token := known_token(settings):
        return token
    path = token_path(settings)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(token + "\n")
    except OSError as error:
        raise NewsroomError(
            f"The token cannot be kept in {path} ({error.strerror}). Make the directory writable, "
            "set NEWSROOM_DATA_DIR to another one, or set NEWSROOM_TOKEN."
        ) from error
    return token
