"""Merging and splitting over the real service: what readers find and see."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from redis.asyncio import Redis

from newsroom import keys
from newsroom.contracts import Summary
from newsroom.embedded import EmbeddedValkey
from newsroom_publish import index

Person = Callable[..., dict[str, Any]]
Publish = Callable[..., Awaitable[Summary]]
WaitUntil = Callable[..., Awaitable[None]]
TOKEN = "operator-token"
A, B, C = "person-aaaa", "person-bbbb", "person-cccc"


async def found(service: Any, value: str, field: str = "entity") -> set[str]:
    """The ids of the summaries that a filter finds."""
    query = urlencode({field: value})
    return {item["id"] for item in (await service.get_json(f"/summaries?{query}"))["items"]}


async def shown(service: Any, summary: Summary) -> list[str]:
    """The ids of the entities in a summary, as readers see it."""
    return [one["id"] for one in (await service.get_json(f"/summaries/{summary.id}.json"))["entities"]]


def ids(*summaries: Summary) -> set[str]:
    return {str(summary.id) for summary in summaries}


async def test_merged_ids_are_one_everywhere_until_they_are_split(
    service: Any, operator: Any, publish: Publish, person: Person
) -> None:
    """Any id or name of the group finds all of it, every view shows the canonical id, and a split ends it."""
    first = await publish(person(A, "William Clay", "US"))
    second = await publish(person(B, "Bill Clay", "GB"))
    third = await publish(person(C, "Billy Clay"))
    assert await found(service, A) == ids(first)

    assert (await operator(service).merge(B, C))[0] == 200
    status, merged = await operator(service).merge(A, B)

    assert status == 200
    assert (merged["id"], merged["summaries"]) == (A, 3)
    for value in (A, B, C, "william clay", "BILL CLAY", "Billy Clay"):
        assert await found(service, value) == ids(first, second, third), value
    assert [await shown(service, one) for one in (first, second, third)] == [[A]] * 3
    feed = await service.get_json(f"/feed.json?entity={C}")
    assert [item["_newsroom"]["summary"]["entities"][0]["id"] for item in feed["items"]] == [A] * 3
    page = (await service.get(f"/?entity={B}")).text
    assert page.count("<article>") == 3
    assert f"entity={A}" in (await service.get(f"/summaries/{third.id}", Accept="text/html")).text

    assert (await operator(service).split(B))[0] == 200
    assert await found(service, A) == ids(first)
    assert await found(service, C) == await found(service, B) == ids(second, third)
    assert [await shown(service, one) for one in (first, second, third)] == [[A], [B], [B]]


async def test_index_keeps_what_enrich_said(
    service: Any, operator: Any, publish: Publish, person: Person
) -> None:
    """A decision rewrites no summary, and holds for the versions that come after it."""
    await publish(person(A, "William Clay", "US"))
    summary = await publish(person(B, "Bill Clay", "GB"))
    await operator(service).merge(A, B)
    await publish(person(B, "Bill Clay", "GB"), person(C, "Asha Rai"), id=str(summary.id), version=2)

    assert await shown(service, summary) == [A, C]
    partition = keys.partition_of(summary.id, service.partitions)
    stored = await service.redis.hget(index.summary_key(partition, summary.id), index.SUMMARY_JSON)
    assert [one["id"] for one in json.loads(stored)["entities"]] == [B, C]


async def test_two_entities_of_one_summary_become_one(
    service: Any, operator: Any, publish: Publish, person: Person
) -> None:
    """And the summary counts once."""
    mention = {"text": "Clay", "start": 4, "end": 8}
    summary = await publish(person(A, "William Clay", "US"), person(B, "Bill Clay", "US", mentions=[mention]))
    _, merged = await operator(service).merge(A, B)

    entities = (await service.get_json(f"/summaries/{summary.id}.json"))["entities"]
    assert [(one["id"], one["mentions"]) for one in entities] == [(A, [mention])]
    assert merged["summaries"] == 1


async def test_merged_bodies_are_found_by_any_name(
    service: Any, operator: Any, publish: Publish, person: Person
) -> None:
    """The filter for bodies knows the groups of organizations too."""
    old, new = (
        person(entity_id, name, type="organization")
        for entity_id, name in ((A, "Council of the North"), (B, "Northern Council"))
    )
    decided = {
        "kind": "decision", "action": "adopted", "status": "done", "count": 1,
        "evidence": {"quote": "x", "start": 0, "end": 1},
    }  # fmt: skip
    first = await publish(old, resolutions=[decided | {"body": old["name"]}])
    second = await publish(new, resolutions=[decided | {"body": new["name"]}])
    await operator(service).merge(B, A)

    for value in (A, B, "northern council", "Council of the North"):
        assert await found(service, value, "body") == ids(first, second), value


async def test_person_without_a_role_is_the_only_one_of_the_name(
    service: Any, operator: Any, publish: Publish, person: Person, wait_until: WaitUntil
) -> None:
    """Without any operator; until a homonym of another country comes, and again when that is withdrawn."""
    plain = await publish(person(A, "Aigul Bekova"))
    kazakh = await publish(person(B, "Aigul BEKOVA", "KZ"))

    async def joined() -> bool:
        return await found(service, A) == ids(plain, kazakh)

    await wait_until(joined, what="a second later at most, the two are one")
    assert await shown(service, plain) == [B]
    listed = (await service.get_json("/entities?q=bek"))["items"]
    assert [(one["id"], one["summaries"], one["merged"][0]["by"]) for one in listed] == [(B, 2, "name")]

    uzbek = await publish(person(C, "Aigul Bekova", "UZ"))

    async def apart() -> bool:
        return await found(service, A) == ids(plain)

    await wait_until(apart, what="there are homonyms, and nobody knows who is meant")
    assert await shown(service, kazakh) == [B]
    assert await shown(service, uzbek) == [C]
    await publish(id=str(uzbek.id), version=2, status="canceled")
    await wait_until(joined, what="the homonym is gone")

    await operator(service).split(A)
    assert await found(service, A) == ids(plain)


async def test_name_of_a_summary_under_embargo_is_no_secret_told(
    service: Any, publish: Publish, person: Person, clock: Any, wait_until: WaitUntil
) -> None:
    """Before its time, nobody finds the entity, or learns of it by a link; then everybody does."""
    until = datetime.now(UTC) + timedelta(hours=1)
    plain = await publish(person(A, "Aigul Bekova"))
    await publish(person(B, "Aigul Bekova", "KZ"), embargoed_until=until.isoformat())

    assert [one["id"] for one in (await service.get_json("/entities"))["items"]] == [A]
    assert (await service.get(f"/entities/{B}")).status == 404
    assert await shown(service, plain) == [A]

    clock.ahead = timedelta(hours=1, seconds=5)

    assert (await service.get_json(f"/entities/{A}"))["id"] == B

    async def joined() -> bool:
        return await shown(service, plain) == [B]

    await wait_until(joined)


async def test_wikidata_id_gathers_what_was_local(
    service: Any, operator: Any, publish: Publish, person: Person
) -> None:
    """An operator knows the Wikidata id of a local one."""
    local = await publish(person(A, "Bill Clay", "GB"))
    known = await publish(person("Q42", "William Clay"))
    status, merged = await operator(service).merge("Q42", A)

    assert status == 200
    assert merged == {
        "id": "Q42",
        "type": "person",
        "name": "William Clay",
        "names": ["William Clay", "Bill Clay"],
        "country": "GB",
        "wikidata": "Q42",
        "summaries": 2,
        "merged": [
            {
                "id": A,
                "into": "Q42",
                "by": "operator",
                "names": ["Bill Clay"],
                "country": "GB",
                "summaries": 1,
            }
        ],
    }
    entity = (await service.get_json(f"/summaries/{local.id}.json"))["entities"][0]
    assert (entity["id"], entity["wikidata"], entity["name"]) == ("Q42", "Q42", "Bill Clay")
    assert await found(service, A) == await found(service, "q42") == ids(local, known)


async def test_readers_who_ask_by_date_learn_of_a_merge(
    service: Any, operator: Any, publish: Publish, person: Person, clock: Any
) -> None:
    """A copy from before the decision is out of date, by ETag and by date."""
    await publish(person(A, "William Clay", "US"))
    summary = await publish(person(B, "Bill Clay", "GB"))
    clock.ahead = timedelta(seconds=10)
    paths = ("/feed.json", "/summaries", f"/summaries/{summary.id}.json")
    before = [await service.get(path) for path in paths]
    await operator(service).merge(A, B)
    clock.ahead = timedelta(seconds=20)

    for path, old in zip(paths, before, strict=True):
        dated = await service.get(path, If_Modified_Since=old.headers["Last-Modified"])
        tagged = await service.get(path, If_None_Match=old.headers["ETag"])
        assert (dated.status, tagged.status) == (200, 200), path


async def test_list_is_searched_by_words_and_read_by_pages(
    service: Any, operator: Any, publish: Publish, person: Person
) -> None:
    """In the order of names, each entity once, also when it has several names."""
    people = [person(f"person-{number:04}", f"Name{number:03} Clay", "US") for number in range(25)]
    await publish(*people, person("org-1", "Clay Institute", type="organization"))
    await operator(service).merge("person-0007", "person-0003")

    path, pages = "/entities?q=CLAY&limit=10&type=person", list[list[str]]()
    while path:
        answer = await service.get_json(path)
        pages.append([one["id"] for one in answer["items"]])
        path = answer["next"]

    listed = [one for page in pages for one in page]
    assert [len(page) for page in pages] == [10, 10, 4]
    assert len(set(listed)) == 24
    assert "person-0003" not in listed
    everyone = (await service.get_json("/entities?limit=200"))["items"]
    assert [one["id"] for one in everyone][:4] == ["org-1", "person-0000", "person-0001", "person-0002"]
    assert len(everyone) == 25
    narrow = (await service.get_json("/entities?q=name003"))["items"]
    assert [(one["id"], one["names"]) for one in narrow] == [
        ("person-0007", ["Name007 Clay", "Name003 Clay"])
    ]
    assert (await service.get_json("/entities?q=nobody"))["items"] == []


@pytest.mark.parametrize(
    ("keep", "gone", "status", "sentence"),
    [
        (A, A, 422, "name two different ids"),
        (A, "org-1", 422, "only entities of one type can be one"),
        (A, "nobody", 404, "No summary names an entity nobody"),
        ("nobody", A, 404, "GET /entities?q= finds them"),
        (B, A, 409, "split B first"),
        (C, B, 409, "B is merged into A already"),
    ],
)
async def test_merges_that_cannot_be_are_problems(
    service: Any,
    operator: Any,
    publish: Publish,
    person: Person,
    keep: str,
    gone: str,
    status: int,
    sentence: str,
) -> None:
    """Itself, another type, somebody unknown, a circle, a second home: each says what to do."""
    await publish(*(person(one, f"Name {one}", "US") for one in (A, B, C)))
    await publish(person("org-1", "Clay Institute", type="organization"))
    await operator(service).merge(A, B)

    answered, problem = await operator(service).merge(keep, gone)

    assert answered == problem["status"] == status
    assert sentence.replace("B", B).replace(" A ", f" {A} ") in problem["detail"]
    assert (await service.get_json(f"/entities/{B}"))["id"] == A


async def test_other_mistakes_are_problems(
    service: Any, operator: Any, publish: Publish, person: Person
) -> None:
    """No token, no body, hostile ids, a split of what is not merged, a cursor from elsewhere."""
    await publish(person(A, "Bill Clay", "US"), person(B, "Billy Clay", "US"))
    someone = operator(service)

    assert (await someone.post(f"/entities/{A}/merge", {"with": B}, token=None))[0] == 401
    assert (await someone.post(f"/entities/{A}/split", token="wrong"))[0] == 401
    for body in (None, {}, {"with": ""}, {"with": ["x"]}, {"with": "x" * 201}, {"with": B, "more": 1}):
        assert (await someone.post(f"/entities/{A}/merge", body))[0] == 422, body
    status, problem = await someone.split(A)
    assert (status, problem["detail"]) == (409, f"{A} stands for itself already.")
    await someone.merge(A, B)
    assert f"({B})" in (await someone.split(A))[1]["detail"]
    assert (await someone.split("nobody"))[0] == 404
    for hostile in ("%00", "%F0%9F%8C%8A", "..%2F..", "x" * 5_000, "*", A.upper()):
        assert (await service.get(f"/entities/{hostile}")).status == 404, hostile
    for path, expected in (("cursor=ä%", 400), ("cursor=_w", 400), ("type=alien", 422), ("limit=0", 422)):
        assert (await service.get(f"/entities?{path.replace('ä', '%C3%A4')}")).status == expected, path


async def test_two_processes_agree(
    service: Any, start: Any, operator: Any, publish: Publish, person: Person, wait_until: WaitUntil
) -> None:
    """What is decided at one is seen at the other a second later, and at one that starts then at once."""
    other = await start(token=TOKEN, partitions=3)
    first = await publish(person(A, "William Clay", "US"))
    second = await publish(person(B, "Bill Clay", "GB"))
    assert await shown(other, second) == [B]
    await operator(service).merge(A, B)

    async def seen() -> bool:
        return await shown(other, second) == [A] and await found(other, B) == ids(first, second)

    await wait_until(seen, timeout_seconds=3)
    assert await shown(await start(token=TOKEN, partitions=3), second) == [A]


async def test_decisions_at_the_same_moment_do_not_contradict_each_other(
    service: Any, start: Any, operator: Any, publish: Publish, person: Person
) -> None:
    """Of two that close a circle, one is refused, whichever process takes it; none is lost."""
    services = [operator(one) for one in (service, await start(token=TOKEN, partitions=3))]
    people = [f"person-{number}" for number in range(12)]
    await publish(*(person(one, f"Name {one}", "US") for one in people))

    pairs = [pair for one, other in pairwise(people) for pair in ((one, other), (other, one))]
    answers = await asyncio.gather(*(services[number % 2].merge(*pair) for number, pair in enumerate(pairs)))

    assert {status for status, _ in answers} == {200, 409}
    everyone = [await service.get_json(f"/entities/{one}") for one in people]
    groups = {one["id"]: {one["id"], *(other["id"] for other in one["merged"])} for one in everyone}
    assert sorted(one for group in groups.values() for one in group) == sorted(people)
    accepted = sum(status == 200 for status, _ in answers)
    assert accepted == len(people) - len(groups)


@pytest.fixture
def own_server(tmp_path: Path, server_binary: Path | None) -> Iterator[EmbeddedValkey]:
    """A server that the test may restart; asked for first, so that it outlives the services on it."""
    server = EmbeddedValkey(tmp_path, binary=server_binary)
    server.start()
    yield server
    server.stop()


async def test_decisions_outlive_the_server(
    own_server: EmbeddedValkey, start: Any, operator: Any, person: Person, create_summary: Any, settled: Any
) -> None:
    """They are in its append-only file."""
    service = await start(redis_url=own_server.url, token=TOKEN)
    async with Redis.from_url(own_server.url) as redis:
        service.redis = redis
        await service.send(create_summary(entities=[person(A, "Bill Clay", "US"), person(B, "B. Clay")]))
        await settled(service)
    await operator(service).merge(A, B)

    own_server.stop()
    own_server.start()

    again = await start(redis_url=own_server.url, token=TOKEN)
    assert (await again.get_json(f"/entities/{B}"))["id"] == A
