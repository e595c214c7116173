"""Filters of endpoints and filters of the digest mean the same, whoever is who."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from newsroom.contracts import Entity, Evidence, Resolution, Source, Summary
from newsroom.settings import Filter
from newsroom_enrich.summary import local_id
from newsroom_publish.entities.decisions import DecisionError, Decisions
from newsroom_publish.entities.facts import Identity, facts_of, name_key
from newsroom_publish.entities.identities import Identities
from newsroom_publish.entities.recent import MAX_AGE_SECONDS, Recent
from newsroom_publish.entities.registry import Registry
from newsroom_publish.entities.store import DecisionStore
from newsroom_publish.filters import Searchable, fold, matches

NOW = datetime(2024, 5, 22, 9, tzinfo=UTC)
NAMES = ("Aigul Bekova", "AIGUL-BEKOVA", "Asha Rai", "Lula")
IDS = ["Q1", "Q2", "Q3", *(local_id("person", name, country) for name in NAMES for country in (None, "KZ"))]


class FakeRegistry:
    """What these published summaries say."""

    def __init__(self, summaries: Sequence[Summary]) -> None:
        self._known: dict[str, Identity] = {}
        for fact in (fact for summary in summaries for fact in facts_of(summary)):
            known = self._known.get(fact.id, Identity(fact.id))
            self._known[fact.id] = known.with_facts((fact,), known.summaries + 1)

    async def identities(self, ids: Collection[str], *, fresh: bool = False) -> dict[str, Identity]:
        by_fold = {fold(known.id): known for known in self._known.values()}
        return {one: by_fold.get(fold(one), Identity(one)) for one in ids}

    async def named(self, name_keys: Collection[str], *, fresh: bool = False) -> dict[str, frozenset[str]]:
        return {
            name: frozenset(
                known.id
                for known in self._known.values()
                if name in {name_key(written) for written in known.names}
            )
            for name in name_keys
        }


class FakeDecisions:
    """What was decided."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions

    async def current(self, *, fresh: bool = False) -> Decisions:
        return self._decisions


def who_is_who(published: Sequence[Summary], decisions: Decisions) -> Identities:
    return Identities(
        cast("Registry", FakeRegistry(published)), cast("DecisionStore", FakeDecisions(decisions))
    )


def summary(number: int, entities: Sequence[Entity]) -> Summary:
    """One whose first entity decided something."""
    evidence = Evidence(quote="x", start=0, end=1)
    decided = [
        Resolution(kind="law", action="signed", status="done", body=one.name, evidence=evidence)
        for one in entities[:1]
    ]
    return Summary(
        id=UUID(int=number),
        version=1,
        headline="",
        source=Source(id="s", name="S"),
        published_at=NOW,
        received_at=NOW,
        enriched_at=NOW,
        entities=tuple(entities),
        resolutions=tuple(decided),
    )


def person(entity_id: str, name: str, country: str | None = None) -> Entity:
    wikidata = entity_id if entity_id.startswith("Q") else None
    return Entity(id=entity_id, type="person", name=name, country=country, wikidata=wikidata)


def named(wikidata: str | None, name: str, country: str | None) -> Entity:
    """As enrich writes it: a local id follows from name and country."""
    return person(wikidata or local_id("person", name, country), name, country)


names, countries = st.sampled_from(NAMES), st.sampled_from([None, "KZ", "UZ"])
people = st.builds(named, st.sampled_from([None, None, "Q1", "Q2", "Q3"]), names, countries)
published = st.lists(st.lists(people, max_size=3), max_size=5).map(
    lambda found: [summary(number, entities) for number, entities in enumerate(found)]
)
merges = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=4)


def decided(pairs: Sequence[tuple[str, str]], summaries: Sequence[Summary]) -> Decisions:
    """The merges that are possible: of known ids, and without contradiction."""
    known = {entity.id for one in summaries for entity in one.entities}
    decisions = Decisions()
    for keep, gone in (pair for pair in pairs if known.issuperset(pair)):
        try:
            decisions = decisions.merged(keep, gone)
        except DecisionError:
            continue
    return decisions


@given(published, merges)
def test_expanded_filter_finds_what_aliases_let_pass(
    summaries: list[Summary], pairs: list[tuple[str, str]]
) -> None:
    """A query of the digest and an endpoint with the same filter agree on every summary."""
    identities = who_is_who(summaries, decided(pairs, summaries))

    async def check() -> None:
        for field in ("entity", "body"):
            for value in (*IDS, *NAMES, "q1", "nobody"):
                wanted = Filter.model_validate({field: value})
                expanded = await identities.expand(wanted)
                for one in summaries:
                    aliases = await identities.aliases(one)
                    assert matches(expanded, one) == Searchable(one, aliases).passes(wanted)

    asyncio.run(check())


@given(published, merges)
def test_every_id_and_name_of_a_group_finds_all_of_it(
    summaries: list[Summary], pairs: list[tuple[str, str]]
) -> None:
    """What is shown under one id is found by each id and name of it, and by the shown id."""
    identities = who_is_who(summaries, decided(pairs, summaries))

    async def check() -> None:
        shown = await identities.canonical(summaries)
        by_canonical: dict[str, list[int]] = {}
        for number, one in enumerate(shown):
            for entity in one.entities:
                by_canonical.setdefault(entity.id, []).append(number)
        for canonical, numbers in by_canonical.items():
            wanted = await identities.expand(Filter(entity=(canonical,)))
            found = [number for number, one in enumerate(summaries) if matches(wanted, one)]
            assert sorted(set(numbers)) == found
        for one in summaries:
            for entity in one.entities:
                assert matches(await identities.expand(Filter(entity=(entity.name,))), one)
            stored = one.model_dump_json().encode()
            assert Summary.model_validate_json(await identities.canonical_json(stored)) in shown

    asyncio.run(check())


async def test_json_that_needs_no_change_stays_as_it_is() -> None:
    """Byte for byte, also what this release does not know."""
    stored = b'{"entities":[{"id":"p1","type":"person","name":"Asha Rai","new":1}],"newer":true}'

    assert await who_is_who([], Decisions()).canonical_json(stored) == stored


async def test_recent_answers_are_asked_for_once_a_second() -> None:
    """Many readers make one question; a fresh one is always asked."""
    asked: list[str] = []
    now = 0.0

    async def ask(keys: Sequence[str]) -> dict[str, int]:
        asked.extend(keys)
        return {key: len(asked) for key in keys}

    recent: Recent[Any] = Recent(ask, lambda: now)
    assert await recent.get(["a", "b"]) == await recent.get(["a", "b"])
    assert asked == ["a", "b"]
    await recent.get(["a"], fresh=True)
    now += MAX_AGE_SECONDS
    await recent.get(["a"])
    assert asked == ["a", "b", "a", "a"]
