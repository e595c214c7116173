"""The query parameters of the digest."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query
from pydantic import BaseModel, Field, StringConstraints, field_validator

from newsroom.settings import Filter
from newsroom.web import Problem
from newsroom_publish.digest.query import Cursor

MAX_LIMIT = 200

_Value = Annotated[str, StringConstraints(max_length=200)]
_Values = Annotated[tuple[_Value, ...], Field(max_length=20)]


class FilterQuery(BaseModel):
    """A filter as query parameters, each repeatable: AND across them, OR within one.

    Other parameters are ignored: links collect them on their way.
    """

    entity: _Values = Field((), description="id, name, or how the report names it")
    country: _Values = Field((), description="ISO 3166-1 code or name of a country that is named")
    body: _Values = Field((), description="id or name of a body that decided something")
    kind: _Values = Field((), description="kind of document, such as resolution")
    action: _Values = Field((), description="what was done with it, such as adopted")
    topic: _Values = Field((), description="IPTC Media Topic, by code or name")
    source: _Values = Field((), description="id or name of the source")
    language: _Values = Field((), description="language code, such as en")
    q: _Values = Field((), description="words that all occur in headline, abstract or names")

    @field_validator("*")
    @classmethod
    def _without_blanks(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        """A form sends its empty fields too; they ask for nothing."""
        return tuple(dict.fromkeys(stripped for value in values if (stripped := value.strip())))


def read_filter(query: Annotated[FilterQuery, Query()]) -> Filter:
    """The filter that a request asks for."""
    return Filter(**query.model_dump())


def read_cursor(
    cursor: Annotated[str | None, Query(description="taken from `next` of the page before")] = None,
) -> Cursor | None:
    """The place where a page starts; None for the top."""
    if not cursor:
        return None
    try:
        return Cursor.parse(cursor)
    except ValueError as error:
        raise Problem(
            400, "This cursor is not one of ours: follow `next` as given, or leave it out."
        ) from error


WantedFilter = Annotated[Filter, Depends(read_filter)]
StartCursor = Annotated[Cursor | None, Depends(read_cursor)]
Limit = Annotated[int | None, Query(ge=1, le=MAX_LIMIT)]
