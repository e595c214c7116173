"""newsroom submit and newsroom feeds against a running service."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
import structlog
from typer.testing import CliRunner, Result

from newsroom.cli.client import RefusedError, ServiceClient
from newsroom.cli.shell import build
from newsroom.errors import NewsroomError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from integration.ingest.conftest import FeedServer, Service

TOKEN = "test-token"


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """The service runs in this process, and its log must not stand among what the command prints."""
    with structlog.testing.capture_logs():
        yield


async def run(service: Service | None, *arguments: str, stdin: str = "", token: str = TOKEN) -> Result:
    """Run a command in a thread: it has a loop of its own, and this one serves it."""
    environ = {
        "NEWSROOM_INGEST_URL": service.url if service else "http://127.0.0.1:9",
        "NEWSROOM_TOKEN": token,
    }
    return await asyncio.to_thread(CliRunner().invoke, build(), arguments, input=stdin.encode(), env=environ)


async def test_submit(service: Service, tmp_path: Path) -> None:
    """Files of every kind are sent, with a line for each report."""
    (tmp_path / "a.txt").write_text("Headline\n\nText.")
    (tmp_path / "b.md").write_text("# Heading\n\nText *two*.")
    (tmp_path / "c.html").write_text("<title>Page</title><p>Text three.")
    (tmp_path / "d.json").write_text('[{"text": "Text four."}, {"text": "Text five."}]')
    files = [str(tmp_path / name) for name in ("a.txt", "b.md", "c.html", "d.json")]

    first = await run(service, "submit", *files, "--source", "Desk", "--published-at", "2024-05-22T09:00Z")
    again = await run(service, "submit", files[0], "--source", "Desk")

    reports = await service.appended()
    assert (first.exit_code, first.stderr) == (0, "")
    assert [line.split()[:4] for line in first.stdout.splitlines()] == [
        ["accepted", "version", "1", report["id"]] for report in reports
    ]
    assert [report["title"] for report in reports] == [
        "Headline",
        "Heading",
        "Page",
        "Text four.",
        "Text five.",
    ]
    assert {(report["source"]["name"], report["published_at"]) for report in reports} == {
        ("Desk", "2024-05-22T09:00:00Z")
    }
    assert again.stdout.startswith("unchanged  version 1")


async def test_submit_stdin(service: Service) -> None:
    """A report may be piped, with or without -, and a guid makes the next one a version of it."""
    first = await run(service, "submit", "--guid", "g", "--title", "T", stdin="Text.")
    second = await run(service, "submit", "-", "--guid", "g", "--title", "T", stdin='{"text": "Corrected."}')

    assert (first.stdout[:21], second.stdout[:21]) == ("accepted   version 1 ", "updated    version 2 ")
    assert [report["text"] for report in await service.appended()] == ["Text.", "Corrected."]


async def test_submit_goes_on_after_a_mistake(service: Service, tmp_path: Path) -> None:
    """Each bad file is named with what is wrong, the good ones are sent, and the exit code tells."""
    (tmp_path / "broken.json").write_text('{"text": ')
    (tmp_path / "good.txt").write_text("Text.")
    names = [str(tmp_path / name) for name in ("broken.json", "missing.txt", "good.txt")]

    result = await run(service, "submit", *names)

    assert result.exit_code == 1
    assert result.stdout.startswith("accepted")
    assert result.stderr.splitlines() == [
        f"newsroom: {names[0]}: The body is not valid JSON: EOF while parsing a value at line 1 column 9.",
        f"newsroom: {names[1]}: It cannot be read (No such file or directory).",
    ]


async def test_one_sentence_for_a_wrong_token(service: Service) -> None:
    """It is the same for every file, so it is said once."""
    result = await run(service, "submit", "-", "-", stdin="Text.", token="wrong")

    assert result.exit_code == 1
    assert str(result.exception).startswith("Send the header Authorization")
    assert isinstance(result.exception, RefusedError)


async def test_one_sentence_where_nothing_answers() -> None:
    """The command says how to start the service and how to name it."""
    result = await run(None, "submit", "-", stdin="Text.")

    assert isinstance(result.exception, NewsroomError)
    assert str(result.exception) == (
        "Nothing answers at http://127.0.0.1:9: start it with newsroom up, or name the service in "
        "NEWSROOM_INGEST_URL or NEWSROOM_PUBLISH_URL."
    )


async def test_the_life_of_a_feed(service: Service, feeds: FeedServer, rss: Callable[..., str]) -> None:
    """It is added with the outcome of its first poll, listed, refreshed and removed."""
    url = feeds.put("/rss", rss(("1", "First", "Text."), title="The [red]Wire"))

    assert "There are no feeds yet" in (await run(service, "feeds", "list")).stdout
    added = await run(service, "feeds", "add", url, "--id", "wire")
    listed = await run(service, "feeds", "list")
    as_json = await run(service, "feeds", "list", "--json")
    refreshed = await run(service, "feeds", "refresh", "wire")
    removed = await run(service, "feeds", "remove", "wire")

    assert added.stdout == "wire: RSS 2.0 of The [red]Wire, polled every 15 minutes.\n"
    heading, row = (line.split("  ") for line in listed.stdout.splitlines())
    assert [heading[0].strip(), row[0], row[1], row[2].strip()] == ["feed", "wire", "The [red]Wire", "ok"]
    assert json.loads(as_json.stdout)[0]["health"]["status"] == "ok"
    assert (refreshed.exit_code, refreshed.stdout) == (0, added.stdout)
    assert removed.stdout == "wire is polled no more.\n"
    assert (await service.send("GET", "/feeds")).data == {"items": []}


async def test_adding_a_web_page(service: Service, feeds: FeedServer) -> None:
    """The sentence says where the feed may be, and the exit code that it is none."""
    page = "<html><head><link rel=alternate type=application/rss+xml href=/rss></head></html>"
    url = feeds.put("/", page)

    added = await run(service, "feeds", "add", url, "--id", "page")
    listed = await run(service, "feeds", "list")

    sentence = f"This is a web page; its feed may be at {feeds.url}/rss."
    assert (added.exit_code, added.stdout) == (1, f"page: {sentence}\n")
    assert sentence in listed.stdout


async def test_mistakes_of_a_command(service: Service) -> None:
    """The sentence of the service is the sentence of the command."""
    unknown = await run(service, "feeds", "remove", "none")
    url = await run(service, "feeds", "add", "ftp://a.example/")

    assert str(unknown.exception) == "There is no feed none; GET /feeds lists the feeds."
    assert "URL scheme should be 'http' or 'https'" in str(url.exception)


@pytest.mark.parametrize("address", ["nonsense", "http://", "ftp://127.0.0.1"])
def test_an_address_that_is_none(address: str) -> None:
    """The sentence shows what an address looks like."""
    with (
        ServiceClient(address) as service,
        pytest.raises(NewsroomError, match=r"it looks like http://127\.0\.0\.1:8081"),
    ):
        service.request("GET", "/feeds")


async def test_an_answer_of_something_else(feeds: FeedServer) -> None:
    """What is no service of ours is said to be none."""

    def ask() -> str:
        with ServiceClient(feeds.url) as service, pytest.raises(RefusedError) as caught:
            service.request("GET", "/feeds")
        return str(caught.value)

    assert await asyncio.to_thread(ask) == (
        f"{feeds.url} answered 404 without a reason; is it a service of Newsroom?"
    )
