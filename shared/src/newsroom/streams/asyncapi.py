"""The AsyncAPI 3.0 document of a service: the streams that it reads and writes, with their payloads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from newsroom.keys import key
from newsroom.streams.outcome import DATA_FIELD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

Action = Literal["receive", "send"]


def document(
    title: str,
    *,
    receives: Mapping[str, type[BaseModel]],
    sends: Mapping[str, type[BaseModel]],
    partitions: int,
) -> dict[str, Any]:
    """Streams by name, with the model of their events; the payload schemas are those of docs/schemas."""
    streams: list[tuple[Action, str, type[BaseModel]]] = [
        *(("receive", name, model) for name, model in receives.items()),
        *(("send", name, model) for name, model in sends.items()),
    ]
    return {
        "asyncapi": "3.0.0",
        "info": {"title": title, "version": "1"},
        "defaultContentType": "application/json",
        "channels": {name: _channel(name, model, partitions) for _, name, model in streams},
        "operations": {
            f"{action}-{name}": _operation(action, name, model) for action, name, model in streams
        },
        "components": {
            "messages": {
                model.__name__: {
                    "payload": model.model_json_schema(
                        mode="validation" if action == "receive" else "serialization"
                    )
                }
                for action, _, model in streams
            }
        },
    }


def _channel(name: str, model: type[BaseModel], partitions: int) -> dict[str, Any]:
    message = model.__name__
    return {
        "address": key(0, name).replace("{0}", "{partition}"),
        "description": f"A Redis stream per partition; field {DATA_FIELD} of an entry holds the JSON.",
        # The braces belong to the key: they are the hash tag of Redis Cluster.
        "parameters": {"partition": {"enum": [f"{{{number}}}" for number in range(partitions)]}},
        "messages": {message: {"$ref": f"#/components/messages/{message}"}},
    }


def _operation(action: Action, name: str, model: type[BaseModel]) -> dict[str, Any]:
    return {
        "action": action,
        "channel": {"$ref": f"#/channels/{name}"},
        "messages": [{"$ref": f"#/channels/{name}/messages/{model.__name__}"}],
    }
