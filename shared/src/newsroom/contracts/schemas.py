"""JSON Schemas (2020-12) of the contracts: python -m newsroom.contracts.schemas DIRECTORY."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from newsroom.contracts import Contract, Notification, Report, Summary

PUBLISHED: dict[str, type[Contract]] = {
    "report": Report,
    "summary": Summary,
    "notification": Notification,
}


def render(model: type[Contract]) -> str:
    """The schema of what we write, as the text of its file."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(mode="serialization", by_alias=True),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write(directory: Path) -> None:
    """Write one file a contract."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, model in PUBLISHED.items():
        (directory / f"{name}.json").write_text(render(model), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
