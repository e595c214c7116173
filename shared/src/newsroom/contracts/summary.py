"""A summary: the structured result for one version of a report, every claim with its evidence."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from newsroom.contracts.base import Contract, UtcDatetime
from newsroom.contracts.report import ReportStatus, Source

EntityType = Literal["person", "organization", "country", "place", "event"]
ResolutionKind = Literal[
    "resolution",
    "declaration",
    "statement",
    "communique",
    "agreement",
    "memorandum",
    "treaty",
    "convention",
    "protocol",
    "roadmap",
    "plan",
    "strategy",
    "initiative",
    "decision",
    "law",
    "sanctions",
    "report",
    "charter",
    "document",
]
Action = Literal[
    "signed",
    "adopted",
    "approved",
    "endorsed",
    "ratified",
    "agreed",
    "rejected",
    "vetoed",
    "proposed",
    "extended",
    "repealed",
]
ResolutionStatus = Literal["done", "planned", "failed"]
EventStatus = Literal["past", "planned"]

PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""An ISO 8601 date as exact as the report gives it: YYYY, YYYY-MM or YYYY-MM-DD."""


class Mention(Contract):
    """A string of the report that names an entity: text[start:end], in Unicode code points."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Evidence(Contract):
    """The words of the report that support a claim: text[start:end] == quote, in Unicode code points."""

    quote: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Role(Contract):
    """An office that the report says a person holds, and of which country or organization."""

    title: str
    of: str | None = None
    evidence: Evidence


class Entity(Contract):
    """A person, organization, country, place or event, with every place where the report names it.

    `id` is the Wikidata id where it is known, else an id that is stable for the same name; `country` is an
    ISO 3166-1 alpha-2 code; `relevance` runs from 0 to 1.
    """

    id: str
    type: EntityType
    name: str
    wikidata: str | None = None
    country: str | None = None
    relevance: float = Field(default=0.0, ge=0.0, le=1.0)
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()


class Vote(Contract):
    """The tally that the report gives; null where it gives no number."""

    # `for` is a word of the language; the alias keeps the JSON plain.
    for_: int | None = Field(default=None, alias="for")
    against: int | None = None
    abstentions: int | None = None
    unanimous: bool = False


class Resolution(Contract):
    """A document or decision that a body or parties signed, adopted, approved, vetoed or plan to.

    `count` is 1 for a single document, null for several that are not counted; `evidence` is the sentence
    that states it.
    """

    kind: ResolutionKind
    action: Action
    status: ResolutionStatus
    count: int | None = None
    title: str | None = None
    symbol: str | None = None
    body: str | None = None
    date: PartialDate | None = None
    place: str | None = None
    subjects: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    vote: Vote | None = None
    evidence: Evidence


class Event(Contract):
    """A meeting, summit, session or visit that the report covers or announces."""

    name: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: str | None = None
    status: EventStatus
    chair: str | None = None
    participants: tuple[str, ...] = ()
    evidence: Evidence


class Topic(Contract):
    """An IPTC Media Topic, such as medtop:20000640."""

    code: str
    name: str
    evidence: Evidence | None = None


class Quotation(Contract):
    """Words in quotation marks, with the person who is said to have spoken them."""

    speaker: str | None = None
    evidence: Evidence


class Related(Contract):
    """Another report on the same matter."""

    id: UUID
    url: str | None = None
    source: str


class Summary(Contract):
    """The structured result for one version of a report; shares its id and version.

    Offsets count in the text of the report (GET /reports/{id}). `enrichment` is partial where a component
    failed or the language has no pipeline, and `problems` names the components.
    """

    id: UUID
    version: int = Field(ge=1)
    status: ReportStatus = "usable"
    headline: str
    abstract: str = ""
    language: str | None = None
    url: str | None = None
    source: Source
    published_at: UtcDatetime
    updated_at: UtcDatetime | None = None
    received_at: UtcDatetime
    enriched_at: UtcDatetime
    embargoed_until: UtcDatetime | None = None
    enrichment: Literal["full", "partial", "none"] = "full"
    problems: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    events: tuple[Event, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    topics: tuple[Topic, ...] = ()
    related: tuple[Related, ...] = ()
