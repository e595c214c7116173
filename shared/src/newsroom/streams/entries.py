"""From the raw fields of a stream entry to a typed event, or to the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import pydantic_core
from faststream.redis.parser import BinaryMessageFormatV1
from pydantic import BaseModel, ValidationError

from newsroom.errors import Rejected
from newsroom.streams.outcome import DATA_FIELD

if TYPE_CHECKING:
    from collections.abc import Mapping

EventT = TypeVar("EventT", bound=BaseModel)

_DATA = DATA_FIELD.encode()
_ONLY_GROUP = b"only-group"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as the server holds it."""

    id: str
    fields: Mapping[bytes, bytes]

    def meant_for(self, group: str) -> bool:
        """False for an entry that was put back for another group alone."""
        only = self.fields.get(_ONLY_GROUP)
        return only is None or only == group.encode()

    @property
    def data(self) -> bytes:
        return self.fields.get(_DATA, b"")


@dataclass(frozen=True, slots=True)
class Taken(Generic[EventT]):
    """An entry with its event."""

    id: str
    event: EventT


def decode(entry: Entry, model: type[EventT]) -> Taken[EventT]:
    """The event of an entry: plain JSON, or JSON in FastStream's envelope. Raises Rejected."""
    data = entry.fields.get(_DATA)
    if data is None:
        raise Rejected(f"The entry has no field {DATA_FIELD}.")
    if not data.startswith(b"{"):
        data = _unwrap(data)
    try:
        return Taken(entry.id, model.model_validate_json(data))
    except ValidationError as error:
        raise Rejected(f"The entry is no {model.__name__}: {_explain(error)}.") from error


def _unwrap(data: bytes) -> bytes:
    try:
        body, _headers = BinaryMessageFormatV1.parse(data)
    except Exception as error:
        raise Rejected(f"The field {DATA_FIELD} is neither JSON nor a FastStream message.") from error
    return body


def _explain(error: ValidationError) -> str:
    """The first mistakes by place and kind, without the content."""
    mistakes = [
        f"{'.'.join(map(str, mistake['loc'])) or 'JSON'}: {mistake['msg']}" for mistake in error.errors()[:3]
    ]
    more = error.error_count() - len(mistakes)
    return "; ".join(mistakes) + (f"; and {more} more" if more else "")


def report_id_of(data: bytes) -> str | None:
    """The id of the report or summary in `data`, None where it shows none: for logs and people."""
    try:
        event = pydantic_core.from_json(data)
    except ValueError:
        return None
    found = event.get("id") if isinstance(event, dict) else None
    return found if isinstance(found, str) else None
