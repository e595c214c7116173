"""The server-side scripts; each is one atomic step on keys of one hash slot."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redis.asyncio import Redis
    from redis.commands.core import AsyncScript


def script(redis: Redis, name: str) -> AsyncScript:
    """The script in `<name>.lua` beside this module, which states its keys and arguments."""
    return redis.register_script(files(__package__).joinpath(f"{name}.lua").read_text("utf-8"))
