"""Where the server is, for commands that look into it directly."""

from __future__ import annotations

from newsroom.embedded import running_url
from newsroom.errors import NewsroomError
from newsroom.settings import Settings


def server_url(settings: Settings) -> str:
    """The configured server, else the embedded one of a running `newsroom up`."""
    if settings.redis_url:
        return settings.redis_url
    if url := running_url(settings.data_dir / "valkey"):
        return url
    raise NewsroomError(
        f"No server is configured and none runs in {settings.data_dir / 'valkey'}: "
        "start newsroom up, or set NEWSROOM_REDIS_URL."
    )
