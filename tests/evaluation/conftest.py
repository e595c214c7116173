"""Cases, and summaries that are made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsroom.contracts import Entity, Event, Evidence, Mention, Resolution, Role, Summary
from scoring.cases import Case

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "ASTANA - Foreign ministers of the Example Union (EU) signed 14 agreements on trade on Tuesday. "
    "Ana Ruiz, Chile's foreign minister, was in the chair; Chilean officials were pleased. "
    "The Council adopted resolution 7 (2024) by 9 votes to 2 with 1 abstention."
)


@pytest.fixture
def case() -> Case:
    """A made-up report with something of each kind."""
    sentences = TEXT.removeprefix("ASTANA - ").split(". ")
    return Case.model_validate(
        {
            "id": "made-up",
            "genre": "wire",
            "title": "Ministers sign",
            "published_at": "2024-05-22T09:00:00Z",
            "text": TEXT,
            "gold": {
                "entities": [
                    _gold("place", "Astana", "ASTANA"),
                    _gold("organization", "Example Union", "Example Union", "EU"),
                    _gold("country", "Chile", "Chile", "Chilean", wikidata="Q298"),
                    _gold(
                        "person", "Ana Ruiz", "Ana Ruiz", roles=[{"title": "foreign minister", "of": "Chile"}]
                    ),
                ],
                "resolutions": [
                    {
                        **_DECISION,
                        "kind": "agreement",
                        "action": "signed",
                        "count": 14,
                        "subjects": ["trade"],
                        "evidence": f"{sentences[0]}.",
                    },
                    {
                        **_DECISION,
                        "kind": "resolution",
                        "action": "adopted",
                        "count": 1,
                        "symbol": "S/RES/7 (2024)",
                        "vote": {"for": 9, "against": 2, "abstentions": 1, "unanimous": False},
                        "evidence": sentences[2],
                    },
                ],
                "events": [
                    {
                        "name": "Astana meeting of foreign ministers",
                        "start": "2024-05-21",
                        "end": None,
                        "place": "Astana",
                        "status": "past",
                        "chair": "Ana Ruiz",
                        "participants": ["Ana Ruiz"],
                    }
                ],
            },
        }
    )


@pytest.fixture
def perfect(case: Case) -> Summary:
    """The summary that says what the annotation says."""
    return answer(case)


@pytest.fixture
def answer_of() -> Callable[[Case], Summary]:
    return answer


_DECISION: dict[str, object] = {
    "status": "done",
    "title": None,
    "symbol": None,
    "body": "Example Union",
    "date": "2024-05-21",
    "place": "Astana",
    "subjects": [],
    "parties": [],
    "vote": None,
}


def _gold(kind: str, name: str, *mentions: str, **rest: object) -> dict[str, object]:
    return {"type": kind, "name": name, "mentions": mentions, "wikidata": None, "roles": [], **rest}


def answer(case: Case) -> Summary:
    report = case.report()
    return Summary(
        id=report.id,
        version=1,
        headline=report.title,
        source=report.source,
        published_at=report.published_at,
        received_at=report.received_at,
        enriched_at=report.received_at,
        entities=tuple(
            Entity(
                id=gold.name,
                type=gold.type,
                name=gold.name,
                wikidata=gold.wikidata,
                mentions=tuple(_mention(case.text, mention) for mention in gold.mentions),
                roles=tuple(
                    Role(title=role.title, of=role.of, evidence=_evidence(case.text, role.title))
                    for role in gold.roles
                ),
            )
            for gold in case.gold.entities
        ),
        resolutions=tuple(
            Resolution.model_validate(
                {**gold.model_dump(by_alias=True), "evidence": _evidence(case.text, gold.evidence)}
            )
            for gold in case.gold.resolutions
        ),
        events=tuple(
            Event.model_validate({**gold.model_dump(), "evidence": _evidence(case.text, case.text)})
            for gold in case.gold.events
        ),
    )


def _mention(text: str, string: str) -> Mention:
    start = text.index(string)
    return Mention(text=string, start=start, end=start + len(string))


def _evidence(text: str, quote: str) -> Evidence:
    # A role may be worded across two names ("Presidents A and B"); the score does not look at its evidence.
    start = max(0, text.find(quote))
    return Evidence(quote=text[start : start + len(quote)], start=start, end=start + len(quote))
