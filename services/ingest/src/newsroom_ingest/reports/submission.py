"""What a sender says about a raw report, checked, and the draft that it makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)

from newsroom.contracts import Source
from newsroom.errors import NewsroomError
from newsroom_ingest.cleaning import clean_line, clean_text, split_title
from newsroom_ingest.drafts import Draft
from newsroom_ingest.naming import slug

DEFAULT_SOURCE = Source(id="raw", name="Raw reports")
# A date without a zone, written in the local time of the sender, is this far ahead at most.
FUTURE_TOLERANCE = timedelta(hours=24)
FIRST_YEAR, LAST_YEAR = 1900, 2200
# Fields of the contract that a sender may hand back, but that are ours to decide.
OURS = frozenset({"id", "version", "kind", "status", "received_at", "updated_at", "content_hash"})

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_URL: TypeAdapter[AnyHttpUrl] = TypeAdapter(AnyHttpUrl)


class BadReportError(NewsroomError):
    """A report that cannot be taken; the sentence says why and what to do, `status` is the one for HTTP."""

    def __init__(self, message: str, status: int = 422) -> None:
        super().__init__(message)
        self.status = status


def _line(value: str) -> str:
    if found := _CONTROL.search(value):
        raise ValueError(f"it holds the control character U+{ord(found[0]):04X}; send plain text")
    return clean_line(value)


def _text(value: str) -> str:
    if "\x00" in value:
        raise ValueError(
            f"it holds U+0000 at character {value.index(chr(0))}: this is no text; send plain text"
        )
    return value


def _url(value: str) -> str:
    _URL.validate_python(value)
    return value


def _moment(value: datetime) -> datetime:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"the year must be between {FIRST_YEAR} and {LAST_YEAR}")
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _none_if_blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _as_source(value: object) -> object:
    if isinstance(value, str) and value.strip():
        value = {"name": value}
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return {"id": slug(value["name"]), **value}
    return value


def _as_names(value: object) -> object:
    names = (value,) if isinstance(value, str) else value or ()
    return tuple(name for name in names if name != "") if isinstance(names, list | tuple) else names


Name = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_line)]
Title = Annotated[str, Field(max_length=1_000), AfterValidator(_line)]
Guid = Annotated[str, Field(max_length=2_000), AfterValidator(_line)]
Url = Annotated[str, Field(max_length=4_000), AfterValidator(_line), AfterValidator(_url)]
LanguageTag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$")]
Moment = Annotated[datetime, AfterValidator(_moment)]
Optional = BeforeValidator(_none_if_blank)


class SourceIn(BaseModel):
    """Who the report comes from; the id is made of the name where it is not given."""

    model_config = ConfigDict(extra="forbid")

    id: Name
    name: Name
    url: Annotated[Url | None, Optional] = None


SourceField = Annotated[SourceIn | None, BeforeValidator(_as_source), Optional]


class Submission(BaseModel):
    """A raw report as it is sent. Moments without a zone are taken as UTC."""

    title: Annotated[Title | None, Optional] = None
    text: Annotated[str, AfterValidator(_text)]
    url: Annotated[Url | None, Optional] = None
    published_at: Annotated[Moment | None, Optional] = None
    source: SourceField = None
    guid: Annotated[Guid | None, Optional] = None
    language: Annotated[LanguageTag | None, Optional] = None
    authors: Annotated[tuple[Name, ...], Field(max_length=50), BeforeValidator(_as_names)] = ()
    embargoed_until: Annotated[Moment | None, Optional] = None


KNOWN = tuple(Submission.model_fields)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the markup of a report says about it; it counts where the sender says nothing."""

    title: str | None = None
    url: str | None = None
    language: str | None = None
    published_at: str | None = None


def check(fields: Mapping[str, Any], metadata: Mapping[str, Any]) -> Submission:
    """What the body says, and what was said beside it, which wins. Raises BadReportError about one mistake.

    A body may carry more than a report has; but a field that was likely meant to be one of ours is a mistake.
    """
    for name in fields:
        if meant := _meant(name):
            raise BadReportError(f"Unknown field {name[:100]}: did you mean {meant}?")
    if unknown := next((name for name in metadata if name not in KNOWN), None):
        raise BadReportError(f"Unknown parameter {unknown[:100]}; there are {', '.join(KNOWN)}.")
    known = {name: value for name, value in {**fields, **metadata}.items() if name in KNOWN}
    if fields.get("id") is not None and known.get("guid") is None:
        known["guid"] = str(fields["id"])
    try:
        return Submission.model_validate(known)
    except ValidationError as error:
        raise BadReportError(_explain(error)) from error


def _meant(name: str) -> str | None:
    """The field of ours that a name is a misspelling of, if it looks like one."""
    if name in KNOWN or name in OURS:
        return None
    plain = name.lower()
    same_start = (known for known in KNOWN if len(plain) >= 7 and known.startswith(plain[:7]))
    close = get_close_matches(plain, KNOWN, n=1, cutoff=0.8)
    return next(same_start, close[0] if close else None)


def to_draft(submission: Submission, hints: Hints, now: datetime) -> Draft:
    """The draft of a checked submission. Raises BadReportError where nothing is left to read."""
    published_at = submission.published_at or _hinted_moment(hints.published_at, now)
    if published_at and published_at > now + FUTURE_TOLERANCE:
        raise BadReportError(
            "published_at lies in the future; to hold a report back, set embargoed_until instead."
        )
    text = clean_text(submission.text)
    if not text:
        raise BadReportError("The report has no text; send the text of the report, not only its title.")
    title = submission.title or clean_line(hints.title or "")
    if not title:
        title, text = split_title(text)
    source = submission.source
    return Draft(
        kind="raw",
        source=Source(**source.model_dump()) if source else DEFAULT_SOURCE,
        title=title,
        text=text,
        guid=submission.guid,
        url=submission.url or _hinted_url(hints.url),
        language=primary_language(submission.language or hints.language),
        authors=tuple(filter(None, submission.authors)),
        published_at=min(published_at, now) if published_at else None,
        embargoed_until=submission.embargoed_until,
    )


def primary_language(tag: str | None) -> str | None:
    """The language of a BCP 47 tag: en for en-GB; None where it is no such tag."""
    primary = re.split("[-_]", (tag or "").strip().lower())[0]
    return primary if re.fullmatch("[a-z]{2,3}", primary) else None


def _hinted_moment(value: str | None, now: datetime) -> datetime | None:
    try:
        moment = _moment(datetime.fromisoformat(value or ""))
    except ValueError:
        return None
    return moment if moment <= now else None


def _hinted_url(value: str | None) -> str | None:
    try:
        return _url(value) if value else None
    except ValidationError:
        return None


def _explain(error: ValidationError) -> str:
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "missing":
        return f"The field {name} is missing."
    return f"{name}: {first['msg'].removeprefix('Value error, ')}."
