"""What all contracts have in common."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


class Contract(BaseModel):
    """A frozen value; unknown fields are ignored on reading."""

    model_config = ConfigDict(frozen=True, extra="ignore", validate_by_name=True, serialize_by_alias=True)


def _as_utc(moment: datetime) -> datetime:
    """A moment without a zone is taken as UTC, and every moment is written in UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


UtcDatetime = Annotated[datetime, AfterValidator(_as_utc)]


_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def _as_encodable(text: str) -> str:
    """JSON can carry halves of surrogate pairs, which UTF-8 cannot: each becomes U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text)


Text = Annotated[str, AfterValidator(_as_encodable)]
"""Text that can be written as UTF-8; what cannot is replaced one for one, so that offsets stay."""
