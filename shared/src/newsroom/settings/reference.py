"""Writes the reference of all settings: python -m newsroom.settings.reference FILE."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from newsroom.settings.sections import PREFIX, EndpointSettings, FeedSettings, Filter, Section, Settings

INTRODUCTION = """# Configuration

Settings come from `newsroom.toml` (`newsroom up --config FILE` or `NEWSROOM_CONFIG`, else the one in the
working directory) and from environment variables, which win. The variable of a setting is `NEWSROOM_`, then
its name; in a table, the name of the table and two underscores come first: `NEWSROOM_PUBLISH__PORT=9000`. An
unknown or wrong setting stops the start with one sentence that names it and its line. This page is written
by `make schemas`.

```toml
[fetch]
allow_private_addresses = false

[[feeds]]
url = "https://news.example/rss"

[[endpoints]]
url = "https://hooks.example/newsroom"
secret_env = "HOOK_SECRET"
filter = { country = ["KZ"], kind = ["resolution", "declaration"] }
```
"""


def render() -> str:
    """The page, as the text of its file."""
    parts = [INTRODUCTION, _table("The installation", "", Settings)]
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, Section):
            parts.append(_table(f"`[{name}]`", f"{name}__", type(field.default)))
    parts.append(_table("`[[feeds]]`, one table a feed", None, FeedSettings))
    parts.append(_table("`[[endpoints]]`, one table an endpoint", None, EndpointSettings))
    parts.append(_table("`filter` of an endpoint, and the query of a digest", None, Filter))
    return "\n".join(parts)


def _table(title: str, prefix: str | None, model: type[BaseModel]) -> str:
    variables = prefix is not None
    lines = [
        f"## {title}",
        "",
        "| setting | default | meaning |" if not variables else "| setting | variable | default | meaning |",
        "|---|---|---|" if not variables else "|---|---|---|---|",
    ]
    for name, field in model.model_fields.items():
        if field.description is None:  # a table of its own
            continue
        variable = f" `{PREFIX}{(prefix or '').upper()}{name.upper()}` |" if variables else ""
        lines.append(f"| `{name}` |{variable} {_default(field)} | {field.description}{_choices(field)} |")
    return "\n".join([*lines, ""])


def _default(field: FieldInfo) -> str:
    if field.default is PydanticUndefined:
        return "required" if field.default_factory is None else "empty"
    value: Any = field.default
    if value is None or value in ((), ""):
        return "none"
    if isinstance(value, Section):
        return "all"
    if isinstance(value, tuple):
        return ", ".join(f"{item:g}" for item in value)
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _choices(field: FieldInfo) -> str:
    choices = [choice for choice in get_args(field.annotation) if isinstance(choice, str)]
    return f" One of: {', '.join(choices)}." if len(choices) > 1 else ""


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(render(), "utf-8")
