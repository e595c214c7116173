"""Summaries under canonical ids."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsroom.contracts import Entity, Evidence, Mention, Role, Summary
from newsroom_publish.entities.rewriting import with_canonical_ids

SAMPLE = Path(__file__).parents[3] / "contract/samples/summary.v1.json"


@pytest.fixture
def summary() -> Summary:
    return Summary.model_validate_json(SAMPLE.read_text("utf-8"))


def named(entity_id: str, start: int, **fields: Any) -> Entity:
    values: dict[str, Any] = {
        "id": entity_id,
        "type": "person",
        "name": "Asha Rai",
        "mentions": (Mention(text="Rai", start=start, end=start + 3),),
    }
    return Entity(**(values | fields))


def test_nothing_to_replace_is_the_same_summary(summary: Summary) -> None:
    """The common case makes no copy."""
    assert with_canonical_ids(summary, lambda entity_id: entity_id) is summary


def test_only_the_id_changes(summary: Summary) -> None:
    """The name stays what the report says; a Wikidata id is one in both fields."""
    changed = with_canonical_ids(summary, {"Q837": "Q837", "person-3f2a": "Q42"}.__getitem__)

    before, after = (json.loads(one.model_dump_json()) for one in (summary, changed))
    assert after["entities"][1]["id"] == after["entities"][1]["wikidata"] == "Q42"
    after["entities"][1] |= {"id": "person-3f2a", "wikidata": None}
    assert after == before


def test_local_canonical_id_keeps_what_wikidata_knows(summary: Summary) -> None:
    """An operator may prefer the local id."""
    changed = with_canonical_ids(summary, lambda _: "person-1")

    assert changed.entities[0].wikidata == "Q837"


def test_two_entities_that_are_one_become_one(summary: Summary) -> None:
    """With the mentions and roles of both, each once; the canonical one speaks first."""
    role = Role(title="Speaker", of="Parliament", evidence=Evidence(quote="Speaker", start=0, end=7))
    first = named("p-0", 30, name="A. Rai", relevance=0.9, country=None, roles=(role,))
    second = named("p-np", 10, country="NP", relevance=0.2, roles=(role,))
    both = summary.model_copy(update={"entities": (first, summary.entities[0], second)})

    one, nepal = with_canonical_ids(
        both, {"p-0": "p-np", "p-np": "p-np", "Q837": "Q837"}.__getitem__
    ).entities

    assert nepal.id == "Q837"
    assert (one.id, one.name, one.country, one.relevance) == ("p-np", "Asha Rai", "NP", 0.9)
    assert [mention.start for mention in one.mentions] == [10, 30]
    assert one.roles == (role,)
