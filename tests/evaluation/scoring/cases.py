"""The annotated reports: their form, and how they become reports."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel, ConfigDict

from newsroom.contracts import (
    Action,
    EntityType,
    EventStatus,
    PartialDate,
    Report,
    ResolutionKind,
    ResolutionStatus,
    Source,
    UtcDatetime,
    Vote,
)

Genre = Literal["wire", "press-release", "communique", "meeting-coverage", "feature", "brief", "negative"]

HERE = Path(__file__).parents[1]
# All but the last were read while the rules were written; that one only by who annotated it.
SETS = {name: HERE / name for name in ("development", "cases", "hands", "opened", "sealed")}
TITLES = {
    "development": "Development",
    "cases": "More development",
    "hands": "By other hands",
    "opened": "Opened",
    "sealed": "Sealed",
}
# Mistakes on these are not printed: who has read them writes rules for them.
UNREAD = frozenset({"sealed"})


class Annotation(BaseModel):
    """A part of a case; a field that is misspelt or missing is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldRole(Annotation):
    title: str
    of: str | None


class GoldEntity(Annotation):
    type: EntityType
    name: str
    mentions: tuple[str, ...]
    wikidata: str | None
    roles: tuple[GoldRole, ...]


class GoldVote(Vote, extra="forbid"):
    """The contract's vote, without room for a misspelt field."""


class GoldResolution(Annotation):
    kind: ResolutionKind
    action: Action
    status: ResolutionStatus
    count: int | None
    title: str | None
    symbol: str | None
    body: str | None
    date: PartialDate | None
    place: str | None
    subjects: tuple[str, ...]
    parties: tuple[str, ...]
    vote: GoldVote | None
    evidence: str


class GoldEvent(Annotation):
    name: str
    start: PartialDate | None
    end: PartialDate | None
    place: str | None
    status: EventStatus
    chair: str | None
    participants: tuple[str, ...]


class Gold(Annotation):
    entities: tuple[GoldEntity, ...]
    resolutions: tuple[GoldResolution, ...]
    events: tuple[GoldEvent, ...]


class Case(Annotation):
    """A report with everything that its summary should say."""

    id: str
    genre: Genre
    title: str
    published_at: UtcDatetime
    text: str
    gold: Gold

    def report(self) -> Report:
        """The report as it comes in: nothing that the annotation knows, not even the language."""
        return Report(
            id=uuid5(NAMESPACE_URL, f"case:{self.id}"),
            version=1,
            kind="raw",
            source=Source(id="evaluation", name="Evaluation"),
            title=self.title,
            text=self.text,
            published_at=self.published_at,
            received_at=self.published_at,
            content_hash=self.id,
        )


def read(path: Path) -> Case:
    """One case. Raises ValidationError where the file has not the form."""
    return Case.model_validate_json(path.read_bytes())


def read_all(directory: Path) -> list[Case]:
    """The cases of a set, by file name. Raises FileNotFoundError where there are none."""
    paths = sorted(directory.glob("*.json"))
    if not paths:
        raise FileNotFoundError(f"No cases in {directory}.")
    return [read(path) for path in paths]
