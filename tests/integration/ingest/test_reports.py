"""POST, GET and DELETE /reports on a running service."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from newsroom.embedded import EmbeddedValkey
from newsroom.keys import REPORTS, key, partition_of

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from integration.ingest.conftest import Service, Start

REPORT = {"guid": "r1", "title": "Title", "text": "The text.", "url": "https://a.example/1"}


@pytest.fixture(params=["valkey", "redis7"])
def server_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def test_a_report_and_its_versions(service: Service) -> None:
    """New, the same again, changed, changed back: the stream has one entry for each version."""
    answers = [
        await service.post(body) for body in (REPORT, REPORT, {**REPORT, "text": "Corrected."}, REPORT)
    ]

    assert [answer.status for answer in answers] == [202] * 4
    assert [(answer.data["status"], answer.data["version"]) for answer in answers] == [
        ("accepted", 1),
        ("unchanged", 1),
        ("updated", 2),
        ("updated", 3),
    ]
    appended = await service.appended()
    assert [(report["version"], report["text"]) for report in appended] == [
        (1, "The text."),
        (2, "Corrected."),
        (3, "The text."),
    ]
    assert len({report["published_at"] for report in appended}) == 1
    assert (appended[0]["updated_at"], appended[1]["updated_at"]) == (None, appended[1]["received_at"])
    stored = await service.send("GET", f"/reports/{answers[0].data['id']}", token=None)
    assert stored.data == appended[-1]


@pytest.mark.parametrize(
    ("content_type", "body", "title", "text"),
    [
        ("text/plain", "Headline\n\nText.", "Headline", "Text."),
        ("text/plain; charset=latin-1", "Straße\n\nText.".encode("latin-1"), "Straße", "Text."),
        ("text/markdown", "# Headline\n\nThe *text*.", "Headline", "The text."),
        ("text/html", "<title>Headline</title><p>One.<p>Two.", "Headline", "One.\n\nTwo."),
    ],
)
async def test_texts(service: Service, content_type: str, body: str | bytes, title: str, text: str) -> None:
    """Other bodies than JSON take their fields as parameters."""
    answer = await service.send(
        "POST",
        "/reports",
        data=body,
        params=[("source", "Desk"), ("authors", "A"), ("authors", "B"), ("published_at", "2024-05-01")],
        headers={"Content-Type": content_type},
    )

    assert answer.status == 202, answer.body
    (report,) = await service.appended()
    assert (report["title"], report["text"]) == (title, text)
    assert report["source"] == {"id": "desk", "name": "Desk", "url": None}
    assert (report["authors"], report["published_at"]) == (["A", "B"], "2024-05-01T00:00:00Z")


async def test_the_same_report_many_times_at_once(service: Service) -> None:
    """It is accepted once."""
    answers = await asyncio.gather(*(service.post(REPORT) for _ in range(40)))

    statuses = [answer.data["status"] for answer in answers]
    assert (statuses.count("accepted"), statuses.count("unchanged")) == (1, 39)
    assert len(await service.appended()) == 1


async def test_many_versions_at_once(service: Service) -> None:
    """Each change has a version of its own, and the stream has them in order."""
    answers = await asyncio.gather(*(service.post({**REPORT, "text": f"Text {n}."}) for n in range(25)))

    versions = list(range(1, 26))
    assert sorted(answer.data["version"] for answer in answers) == versions
    assert [report["version"] for report in await service.appended()] == versions


async def test_partitions(start: Start, redis: Redis) -> None:
    """A report lies in the partition of its id, hash and stream alike."""
    service = await start(partitions=3)
    answers = [await service.post({**REPORT, "guid": f"r{n}"}) for n in range(12)]

    identifiers = [UUID(answer.data["id"]) for answer in answers]
    used = set()
    for identifier in identifiers:
        partition = partition_of(identifier, 3)
        used.add(partition)
        assert str(identifier) in {report["id"] for report in await service.appended(partition)}
        assert await redis.exists(key(partition, "report", identifier))
    assert used == {0, 1, 2}


async def test_withdrawing(service: Service) -> None:
    """A withdrawn report is a canceled version, once; sent again it is usable again."""
    identifier = (await service.post(REPORT)).data["id"]

    first = await service.send("DELETE", f"/reports/{identifier}")
    second = await service.send("DELETE", f"/reports/{identifier}")
    again = await service.post(REPORT)

    assert (first.status, first.data) == (202, {"id": identifier, "version": 2, "status": "canceled"})
    assert second.data == first.data
    assert again.data == {"id": identifier, "version": 3, "status": "updated"}
    assert [report["status"] for report in await service.appended()] == ["usable", "canceled", "usable"]


async def test_reports_that_are_not_there(service: Service) -> None:
    """404 says where ids come from; an id that is none is 422."""
    unknown = uuid4()

    assert (await service.send("GET", f"/reports/{unknown}")).problem[0] == 404
    assert (await service.send("DELETE", f"/reports/{unknown}")).problem == (
        404,
        f"There is no report {unknown}; POST /reports answers with the id of each report.",
    )
    assert (await service.send("GET", "/reports/no-id")).problem[0] == 422


async def test_embargoed_reports_are_not_public(service: Service) -> None:
    """What must not be published yet is shown with the token only."""
    until = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    identifier = (await service.post({**REPORT, "embargoed_until": until})).data["id"]

    assert (await service.send("GET", f"/reports/{identifier}", token=None)).problem[0] == 401
    assert (await service.send("GET", f"/reports/{identifier}")).data["title"] == "Title"


async def test_tokens(service: Service, start: Start) -> None:
    """Every route that writes wants the token; without one set, they are closed."""
    closed = await start(token=None)
    writing = [
        ("POST", "/reports"),
        ("DELETE", f"/reports/{uuid4()}"),
        ("POST", "/feeds"),
        ("DELETE", "/feeds/x"),
        ("POST", "/feeds/x/refresh"),
    ]

    for method, path in writing:
        assert (await service.send(method, path, token=None)).problem[0] == 401
        assert (await service.send(method, path, token="wrong")).problem[0] == 401
        assert (await closed.send(method, path)).problem[0] == 403
    assert await service.appended() == []


async def test_mistakes_are_problems(service: Service) -> None:
    """A mistake is answered with a sentence, and nothing is stored."""
    broken = await service.send(
        "POST", "/reports", data=b'{"text"', headers={"Content-Type": "application/json"}
    )
    image = await service.send("POST", "/reports", data=b"x", headers={"Content-Type": "image/png"})
    empty = await service.post({"text": " "})

    assert broken.problem[0] == 400
    assert image.problem[0] == 415
    assert image.headers["Accept"] == "application/json, text/plain, text/markdown, text/html"
    assert empty.problem == (
        422,
        "The report has no text; send the text of the report, not only its title.",
    )
    assert await service.appended() == []


async def test_too_large_by_its_own_word(service: Service) -> None:
    """A Content-Length above the limit is refused before any of the body is sent."""
    host, port = service.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = f"POST /reports HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer test-token\r\n"
    writer.write(f"{head}Content-Type: text/plain\r\nContent-Length: 20000000\r\n\r\n".encode())

    async with asyncio.timeout(5):
        status = await reader.readline()

    writer.close()
    await writer.wait_closed()
    assert status == b"HTTP/1.1 413 Request Entity Too Large\r\n"


async def test_too_large_in_chunks(start: Start) -> None:
    """Without a Content-Length the limit holds too, long before the end."""
    service = await start(ingest={"max_report_bytes": 100_000})

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(2_000):
            yield b"x" * 10_000

    answer = await service.send("POST", "/reports", data=chunks(), headers={"Content-Type": "text/plain"})

    status, sentence = answer.problem
    assert status == 413
    assert sentence.startswith(
        "The report is larger than 100,000 bytes (ingest.max_report_bytes); send the text"
    )


async def test_backpressure(start: Start, redis: Redis) -> None:
    """With too many reports unread, intake asks to come back later; what is withdrawn still goes through."""
    service = await start(ingest={"max_backlog": 2})
    identifier = (await service.post(REPORT)).data["id"]
    for _ in range(2):
        await redis.xadd(key(0, REPORTS), {"__data__": "{}"})

    full = await start(ingest={"max_backlog": 2})
    answer = await full.post({**REPORT, "guid": "r2"})
    withdrawn = await full.send("DELETE", f"/reports/{identifier}")

    assert answer.problem[0] == 503
    assert answer.problem[1].startswith("3 reports wait to be enriched, more than ingest.max_backlog allows")
    assert answer.headers["Retry-After"] == "30"
    assert withdrawn.status == 202


async def test_idempotency_key(service: Service) -> None:
    """The same request gets its first answer, however often and whatever happened since."""
    first = await service.post(REPORT, Idempotency_Key="k1")
    await service.post({**REPORT, "text": "Corrected."})
    repeated = await service.post(REPORT, Idempotency_Key="k1")
    other_key = await service.post({**REPORT, "text": "Corrected."}, Idempotency_Key="k2")

    assert repeated.data == first.data == {"id": first.data["id"], "version": 1, "status": "accepted"}
    assert other_key.data["status"] == "unchanged"
    assert len(await service.appended()) == 2


async def test_idempotency_key_of_another_request(service: Service) -> None:
    """A key stands for one request: another body, or other parameters, are refused."""
    await service.post(REPORT, Idempotency_Key="k1")

    other = await service.post({**REPORT, "text": "Other."}, Idempotency_Key="k1")
    long = await service.post(REPORT, Idempotency_Key="k" * 256)

    assert other.problem == (
        422,
        "This Idempotency-Key was used for another request; take a new key for a new report.",
    )
    assert long.problem[0] == 400
    assert len(await service.appended()) == 1


async def test_idempotent_requests_at_once(service: Service) -> None:
    """All get an answer, the report is accepted once, and the key expires."""
    answers = await asyncio.gather(*(service.post(REPORT, Idempotency_Key="k1") for _ in range(10)))

    assert {answer.status for answer in answers} == {202}
    assert {answer.data["version"] for answer in answers} == {1}
    assert len(await service.appended()) == 1
    (name,) = [name async for name in service.redis.scan_iter(match="*idempotency*")]
    assert 0 < await service.redis.ttl(name) <= 86_400


async def test_metrics_and_documentation(service: Service) -> None:
    """What came in is counted, and the routes and events are documented."""

    def counted(metrics: bytes) -> float:
        name = 'newsroom_ingest_reports_total{kind="raw",status="accepted"} '
        lines = [line for line in metrics.decode().splitlines() if line.startswith(name)]
        return float(lines[0].removeprefix(name)) if lines else 0

    before = counted((await service.send("GET", "/metrics")).body)
    await service.post(REPORT)

    assert counted((await service.send("GET", "/metrics")).body) == before + 1
    assert (
        "application/json"
        in (await service.send("GET", "/openapi.json")).data["paths"]["/reports"]["post"]["requestBody"][
            "content"
        ]
    )
    assert "send-reports" in (await service.send("GET", "/asyncapi")).data["operations"]
    assert (await service.send("GET", "/readyz")).status == 200


async def test_a_store_that_is_away(
    start: Start,
    tmp_path: Path,
    server_binary: Path | None,
    wait_until: Callable[..., Awaitable[Any]],
) -> None:
    """Without Redis intake says so and is not ready; when Redis is back, so is intake, with what it had."""
    server = EmbeddedValkey(tmp_path, binary=server_binary)
    server.start()
    service = await start(redis_url=server.url)
    try:
        await service.post(REPORT)
        server.stop()
        refused = await service.post({**REPORT, "guid": "r2"})
        unready = await service.send("GET", "/readyz")
        server.start()

        async def accepted() -> bool:
            return (await service.post({**REPORT, "guid": "r2"})).status == 202

        await wait_until(accepted, timeout_seconds=30)
        kept = await service.post(REPORT)
    finally:
        server.stop()

    assert refused.problem[0] == 503
    assert unready.status == 503
    assert "Redis does not answer" in unready.data["problems"][0]
    assert kept.data["status"] == "unchanged"
