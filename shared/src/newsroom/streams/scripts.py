"""The server-side scripts, put together from their parts in lua/."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

OUTCOMES, ENTRIES = "outcomes", "entries"

_PARTS = {
    "commit": (OUTCOMES, ENTRIES),
    "apply": (OUTCOMES,),
    "fail": (ENTRIES,),
    "retry": (ENTRIES,),
    "reclaim": (ENTRIES,),
    "renew": (ENTRIES,),
    "release": (ENTRIES,),
    "tidy": (ENTRIES,),
    "requeue": (),
}


@cache
def source(name: str) -> str:
    """The text of a script, with the parts that it needs in front."""
    folder = files("newsroom.streams") / "lua"
    return "\n".join((folder / f"{part}.lua").read_text("utf-8") for part in (*_PARTS[name], name))
