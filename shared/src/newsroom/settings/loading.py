"""Reads newsroom.toml and the environment; what is wrong becomes one sentence with its place."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from newsroom.errors import SettingError
from newsroom.settings.sections import PREFIX, Settings

DEFAULT_CONFIG = Path("newsroom.toml")

# Variables that are no settings: where the file is, where the command line finds the services, and whether
# a service ends with the process that started it (newsroom.web.serve).
OTHER_VARIABLES = frozenset(
    {"NEWSROOM_CONFIG", "NEWSROOM_INGEST_URL", "NEWSROOM_PUBLISH_URL", "NEWSROOM_SUPERVISED"}
)


def load(config: Path | None = None) -> Settings:
    """Settings from the file (NEWSROOM_CONFIG, else ./newsroom.toml if it is there) and the environment.

    Raises SettingError with one sentence that names the setting and the line.
    """
    chosen = config or (Path(env) if (env := os.environ.get("NEWSROOM_CONFIG")) else None)
    path = chosen or DEFAULT_CONFIG
    text = ""
    if chosen or path.exists():
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingError(f"The configuration file {path} cannot be read: {error}.") from error
    try:
        values: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingError(f"{path} is not valid TOML: {error}.") from error
    try:
        settings = Settings(**values)
    except ValidationError as error:
        raise SettingError(_explain(error, path, text)) from error
    _refuse_unknown_variables(settings)
    return settings


def _refuse_unknown_variables(settings: Settings) -> None:
    """A misspelt variable would be ignored in silence; a secret named by an endpoint may have any name."""
    secrets = {endpoint.secret_env for endpoint in settings.endpoints}
    for variable in sorted(os.environ):
        section = variable.removeprefix(PREFIX).split("__")[0].lower()
        known = section in Settings.model_fields or variable in OTHER_VARIABLES or variable in secrets
        if variable.startswith(PREFIX) and not known:
            raise SettingError(
                f"Unknown environment variable {variable}: check its spelling against docs/configuration.md."
            )


def _explain(error: ValidationError, path: Path, text: str) -> str:
    """One sentence for the first thing that is wrong."""
    first = error.errors()[0]
    location = [str(part) for part in first["loc"]]
    name = ".".join(location)
    variable = PREFIX + "__".join(location).upper()
    place = f"the environment variable {variable}" if variable in os.environ else _place(location, path, text)
    if first["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        return f"Unknown setting {name} in {place}: check its spelling against docs/configuration.md."
    return f"Wrong value for {name} in {place}: {first['msg']}."


def _place(location: list[str], path: Path, text: str) -> str:
    """The file and the line of a setting; the file alone where the line cannot be told."""
    line = _line(location, text)
    return f"{path}, line {line}" if line else str(path)


def _line(location: list[str], text: str) -> int | None:
    """Follow table headers and keys down the file; tomllib keeps no positions."""
    tables: list[str] = []
    seen: dict[str, int] = {}
    best: int | None = None
    for number, raw in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[(\[?)\s*([^\]]+?)\s*\]", raw):
            name = header[2]
            tables = name.split(".")
            if header[1]:
                seen[name] = seen.get(name, -1) + 1
                tables.append(str(seen[name]))
            here = tables
        elif entry := re.match(r"\s*([\w.\"'-]+)\s*=", raw):
            here = [*tables, *entry[1].replace('"', "").replace("'", "").split(".")]
        else:
            continue
        if here == location[: len(here)]:
            best = number
    return best
