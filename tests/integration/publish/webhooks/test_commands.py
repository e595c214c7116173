"""`newsroom endpoints` and examples/receiver.py, as the README uses them."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from newsroom.cli.shell import build
from newsroom.errors import NewsroomError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from integration.conftest import WaitUntil
    from integration.publish.webhooks.conftest import Installation, MakeSummary, Receiver

RECEIVER = Path(__file__).parents[4] / "examples" / "receiver.py"
TOKEN = "test-token"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def server_kind() -> str:
    """The commands do not depend on the kind of server."""
    return "valkey"


async def run(newsroom: Installation, *arguments: str, fails: bool = False) -> str:
    """What `newsroom endpoints ...` prints, or the sentence that it fails with."""
    environ = {"NEWSROOM_PUBLISH_URL": str(newsroom.api._base_url), "NEWSROOM_TOKEN": TOKEN}
    # The command runs a loop of its own, and this one serves it.
    result = await asyncio.to_thread(CliRunner().invoke, build(), ["endpoints", *arguments], env=environ)
    if fails:
        assert isinstance(result.exception, NewsroomError), result.output
        return str(result.exception)
    assert result.exit_code == 0, result.output + str(result.exception)
    return result.output


async def test_the_life_of_an_endpoint_on_the_command_line(
    newsroom: Installation,
    receiver: Receiver,
    make_summary: MakeSummary,
    wait_until: WaitUntil,
    tmp_path: Path,
) -> None:
    assert "No endpoints yet" in await run(newsroom, "list")
    url = receiver.answer("/hook", 204, 500, 500, 500, 204)
    created = await run(newsroom, "add", url, "--id", "mine", "--country", "KZ", "--country", "UZ")
    secret = created.split("this one time: ")[1].split()[0]
    assert "Endpoint mine gets country=KZ|UZ." in created
    assert f"mine  enabled  0        0       country=KZ|UZ  {url}" in await run(newsroom, "list")

    assert "answered 204" in await run(newsroom, "test", "mine")
    receiver.at("/hook")[0].verify(secret)
    await newsroom.publish(make_summary())

    async def is_dead() -> bool:
        return await newsroom.states("mine") == ["dead"]

    await wait_until(is_dead)
    shown = await run(newsroom, "attempts", "mine", "--state", "dead")
    delivery_id = next(word for word in shown.split() if word.startswith("msg_"))
    assert (await run(newsroom, "attempts", delivery_id)).count("answered 500") == 3
    assert "1 queued again" in await run(newsroom, "replay", "mine")
    await wait_until(lambda: len(receiver.at("/hook")) == 5)

    (tmp_path / "secret").write_text(SECRET)
    assert SECRET in await run(newsroom, "rotate-secret", "mine", "--secret-file", str(tmp_path / "secret"))
    assert "is gone" in await run(newsroom, "remove", "mine")


async def test_mistakes_are_told_in_a_sentence(newsroom: Installation, receiver: Receiver) -> None:
    """What the service says is what the person reads; a failing test is a failing command."""
    assert "user name or password" in await run(newsroom, "add", "http://me:pw@x.example", fails=True)
    assert "There is no endpoint nobody" in await run(newsroom, "test", "nobody", fails=True)
    assert "There is nothing at" in await run(newsroom, "remove", "../../feed", fails=True)
    await newsroom.add(receiver.answer("/hook", 302, Location="/v2"), id="moved")
    assert f"redirects to {receiver.url}/v2" in await run(newsroom, "test", "moved", fails=True)
    listed = json.loads(await run(newsroom, "list", "--json"))
    assert [item["id"] for item in listed["items"]] == ["moved"]


@asynccontextmanager
async def example(secret: str) -> AsyncIterator[tuple[str, list[str]]]:
    """examples/receiver.py on a free port: its address, and the lines that it prints."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", str(RECEIVER), "--port", "0", "--secret", secret),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    lines: list[str] = []
    first = (await process.stdout.readline()).decode()

    async def collect(stream: asyncio.StreamReader) -> None:
        while line := await stream.readline():
            lines.append(line.decode().strip())

    collecting = asyncio.create_task(collect(process.stdout))
    try:
        yield first.split()[-1], lines
    finally:
        process.terminate()
        await process.wait()
        await collecting


async def test_the_example_receiver_verifies_and_prints(
    newsroom: Installation, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """The first, the update, the test, and the same once more."""
    async with example(SECRET) as (url, lines):
        await newsroom.add(url, id="example", secret=SECRET)
        summary = make_summary()
        await newsroom.publish(summary)
        await wait_until(lambda: len(lines) == 1)
        await newsroom.publish(make_summary(id=summary.id, version=2))
        await wait_until(lambda: len(lines) == 2)
        await newsroom.post("/endpoints/example/test")
        await wait_until(lambda: len(lines) == 3)
        oldest = (await newsroom.deliveries("example"))[-1]["id"]
        await newsroom.post("/endpoints/example/replay", {"deliveries": [oldest]})
        await wait_until(lambda: len(lines) == 4)

    assert lines[:2] == [
        "verified  summary.published  version 1  Foreign ministers meet in Astana",
        "verified  summary.updated  version 2  Foreign ministers meet in Astana",
    ]
    assert lines[2].startswith("verified  endpoint.test")
    assert lines[3] == f"again     {oldest}"


async def test_the_example_receiver_refuses_what_is_not_signed_for_it(
    newsroom: Installation, wait_until: WaitUntil
) -> None:
    """Another secret, no headers, an old timestamp, an endless body."""
    import aiohttp

    async with example("whsec_" + "B" * 43) as (url, lines), aiohttp.ClientSession() as stranger:
        await newsroom.add(url, id="example", secret=SECRET)
        assert (await newsroom.post("/endpoints/example/test"))["status"] == 401
        old = {"webhook-id": "a", "webhook-timestamp": "1614265330", "webhook-signature": "v1,x"}
        statuses = []
        for headers in ({}, old, {"Content-Length": "99999999999"}):
            async with stranger.post(
                url, data=b"{}" if "Content-Length" not in headers else None, headers=headers
            ) as got:
                statuses.append(got.status)
        await wait_until(lambda: len(lines) == 4)

    assert statuses == [401, 401, 401]
    assert [line.split("  ")[0] for line in lines] == ["REFUSED"] * 4
    assert "no signature matches" in lines[0]
    assert "not of this moment" in lines[2]
