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
from newsroom_ingest.cleaning import clean_line, clean_text, primary_language, split_title
from newsroom_ingest.drafts import Draft
from newsroom_ingest.naming import slug

DEFAULT_SOURCE = Source(id="raw", name="Raw reports")
# A date without a zone, written in the local time of the sender, is this far ahead at most.
FUTURE_TOLERANCE = timedelta(hours=24)
MAX_URL_CHARACTERS = 4_000
FIRST_YEAR, LAST_YEAR = 1900, 2200
# Fields of the contract that a sender may hand back, but that are ours to decide.
OURS = frozenset({"id", "version", "kind", "status", "received_at", "updated_at", "content_hash"})
# A date that is passed over unnoticed does harm, so its names are watched more closely than others.
TELLING_STARTS = {"embargo": "embargoed_until", "published": "published_at"}

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
Url = Annotated[str, Field(max_length=MAX_URL_CHARACTERS), AfterValidator(_line), AfterValidator(_url)]
LanguageTag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$")]
Moment = Annotated[datetime, AfterValidator(_moment)]
BlankIsNone = BeforeValidator(_none_if_blank)


class SourceIn(BaseModel):
    """Who the report comes from; the id is made of the name where it is not given."""

    model_config = ConfigDict(extra="forbid")

    id: Name
    name: Name
    url: Annotated[Url | None, BlankIsNone] = None


SourceField = Annotated[SourceIn | None, BeforeValidator(_as_source), BlankIsNone]


class Submission(BaseModel):
    """A raw report as it is sent. Moments without a zone are taken as UTC."""

    title: Annotated[Title | None, BlankIsNone] = None
    text: Annotated[str, AfterValidator(_text)]
    url: Annotated[Url | None, BlankIsNone] = None
    published_at: Annotated[Moment | None, BlankIsNone] = None
    source: SourceField = None
    guid: Annotated[Guid | None, BlankIsNone] = None
    language: Annotated[LanguageTag | None, BlankIsNone] = None
    authors: Annotated[tuple[Name, ...], Field(max_length=50), BeforeValidator(_as_names)] = ()
    embargoed_until: Annotated[Moment | None, BlankIsNone] = None


KNOWN = tuple(Submission.model_fields)
PARAMETERS = tuple(name for name in KNOWN if name != "text")


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
    if unknown := next((name for name in metadata if name not in PARAMETERS), None):
        raise BadReportError(f"Unknown parameter {unknown[:100]}; there are {', '.join(PARAMETERS)}.")
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
    for start, meant in TELLING_STARTS.items():
        if plain.startswith(start):
            return meant
    close = get_close_matches(plain, KNOWN, n=1, cutoff=0.8)
    return close[0] if close else None


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
        guid=submission.guid or None,
        url=submission.url or _hinted_url(hints.url),
        language=primary_language(submission.language or hints.language),
        authors=tuple(filter(None, submission.authors)),
        published_at=min(published_at, now) if published_at else None,
        embargoed_until=submission.embargoed_until,
    )


def _hinted_moment(value: str | None, now: datetime) -> datetime | None:
    try:
        moment = _moment(datetime.fromisoformat(value or ""))
    except ValueError:
        return None
    return moment if moment <= now else None


def _hinted_url(value: str | None) -> str | None:
    try:
        return _url(value) if value and len(value) <= MAX_URL_CHARACTERS else None
    except ValidationError:
        return None


def _explain(error: ValidationError) -> str:
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "missing":
        return f"The field {name} is missing."
    return f"{name}: {first['msg'].removeprefix('Value error, ')}."
