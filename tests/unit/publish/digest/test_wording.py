"""Facts in words."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.contracts import Entity, Event, Resolution, Vote
from newsroom.settings import Filter
from newsroom_publish.digest import wording

EVIDENCE = {"quote": "q", "start": 0, "end": 1}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"count": 22}, "22 resolutions signed"),
        ({"count": 1}, "Resolution signed"),
        ({"count": None}, "Resolutions signed"),
        ({"count": 1, "symbol": "2699 (2023)", "action": "adopted"}, "Resolution 2699 (2023) adopted"),
        ({"count": 2, "kind": "treaty", "status": "planned"}, "2 treaties to be signed"),
        ({"count": 1, "status": "failed", "action": "adopted"}, "Resolution not adopted"),
        ({"count": 1, "status": "failed", "action": "vetoed"}, "Resolution vetoed"),
        ({"count": 2, "kind": "sanctions", "action": "adopted"}, "2 sets of sanctions adopted"),
        ({"count": None, "kind": "sanctions", "action": "extended"}, "Sanctions extended"),
        ({"count": 1, "kind": "communique", "action": "adopted"}, "Communiqué adopted"),
        ({"count": None, "kind": "agreement", "action": "agreed"}, "Agreements reached"),
        (
            {
                "count": 22,
                "body": "SCO Council of Foreign Ministers",
                "place": "Astana",
                "date": "2024-05-21",
            },
            "22 resolutions signed · SCO Council of Foreign Ministers · Astana, 21 May 2024",
        ),
        ({"count": 1, "title": "Peace", "vote": Vote()}, "Resolution signed · “Peace”"),
    ],
)
def test_resolution(fields: dict[str, Any], words: str) -> None:
    """A resolution is one line."""
    base = {"kind": "resolution", "action": "signed", "status": "done", "evidence": EVIDENCE}

    assert wording.resolution_line(Resolution.model_validate(base | fields)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"for": 13, "against": 0, "abstentions": 2}, "13 for, 0 against, 2 abstentions"),
        ({"for": 14, "abstentions": 1}, "14 for, 1 abstention"),
        ({"unanimous": True}, "unanimous"),
        ({"unanimous": True, "for": 15}, "unanimous, 15 for"),
        ({}, ""),
    ],
)
def test_vote(fields: dict[str, Any], words: str) -> None:
    """A vote says the figures that there are."""
    assert wording.vote_line(Vote.model_validate(fields)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024", None, "2024"),
        ("2024-07", None, "July 2024"),
        ("2024-07-03", None, "3 July 2024"),
        ("2024-07-03", "2024-07-03", "3 July 2024"),
        ("2024-07-03", "2024-07-04", "3–4 July 2024"),
        ("2024-06-30", "2024-07-02", "30 June – 2 July 2024"),
        ("2024-12-30", "2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2024-06", "2024-07-02", "June 2024 – 2 July 2024"),
        ("2024-13-41", None, "2024-13-41"),
        ("0000-01", None, "0000-01"),
    ],
)
def test_dates(start: str, end: str | None, words: str) -> None:
    """Dates are as exact as the report, and nonsense stays what it is."""
    assert wording.human_date_range(start, end) == words


def test_event() -> None:
    """An event is one line, of what is known."""
    event = Event(
        name="Astana Summit",
        place="Astana",
        start="2024-07-03",
        end="2024-07-04",
        status="planned",
        evidence=EVIDENCE,
    )

    assert wording.event_line(event) == "Astana Summit · Astana, 3–4 July 2024"
    assert wording.event_line(Event(name="Talks", status="past", evidence=EVIDENCE)) == "Talks"


def test_roles_are_grouped_by_what_they_are_of() -> None:
    """Two offices of one country are said together; a title that names its country does not say it twice."""
    roles = [("President", "Iran"), ("Chair", "Iran"), ("UN envoy", "UN"), ("Poet", None), ("Poet", None)]
    person = Entity(
        id="p",
        type="person",
        name="P",
        roles=[{"title": title, "of": of, "evidence": EVIDENCE} for title, of in roles],
    )

    assert wording.roles_line(person) == "President and Chair, Iran; UN envoy; Poet"


def test_filter() -> None:
    """A filter reads as a sentence."""
    assert (
        wording.filter_line(Filter(country=["KZ", "UZ"], q="trade pact"))
        == "country KZ or UZ, words trade pact"
    )
    assert wording.filter_line(Filter()) == ""
