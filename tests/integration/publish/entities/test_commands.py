"""`newsroom entities`, as an operator uses it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from typer.testing import CliRunner

from newsroom.cli.shell import build
from newsroom.contracts import Summary
from newsroom.errors import NewsroomError

Person = Callable[..., dict[str, Any]]
Publish = Callable[..., Awaitable[Summary]]
TOKEN = "operator-token"
A, B = "person-aaaa", "person-bbbb"


@pytest.fixture
def server_kind() -> str:
    """The commands do not depend on the kind of server."""
    return "valkey"


async def run(service: Any, *arguments: str, fails: bool = False) -> str:
    """What `newsroom entities ...` prints, or the sentence that it fails with."""
    environ = {"NEWSROOM_PUBLISH_URL": service.url, "NEWSROOM_TOKEN": TOKEN}
    # The command runs a loop of its own, and this one serves it.
    result = await asyncio.to_thread(CliRunner().invoke, build(), ["entities", *arguments], env=environ)
    if fails:
        assert isinstance(result.exception, NewsroomError), result.output
        return str(result.exception)
    assert result.exit_code == 0, result.output + str(result.exception)
    return result.output


async def test_looking_merging_and_splitting(service: Any, publish: Publish, person: Person) -> None:
    """The whole way of an operator who finds that two are one, and was wrong."""
    assert "No summary names an entity yet." in await run(service, "list")
    await publish(person(A, "William Clay", "US"), person("Q1", "Asha Rai", "NP"))
    await publish(person(B, "Bill [bold]Clay\x1b[31m", "GB"))

    listed = await run(service, "list", "clay", "--type", "person")
    assert f"{A}  person  William Clay" in listed
    assert "Bill [bold]Clay\ufffd[31m" in listed
    assert "Asha" not in listed
    assert "There are more" in await run(service, "list", "--limit", "1")

    assert f"{B} is {A} now." in await run(service, "merge", A, B)
    shown = await run(service, "show", B)
    assert f"{A}: William Clay, person, US, 2 summaries." in shown
    assert f"GB) is {A}: an operator merged it; 1 summary." in shown
    assert json.loads(await run(service, "show", B, "--json"))["merged"][0]["id"] == B
    assert len(json.loads(await run(service, "list", "--json"))["items"]) == 2

    assert f"{B} stands for itself now." in await run(service, "split", B)
    assert "GB, 1 summary." in await run(service, "show", B)


async def test_mistakes_are_told_in_a_sentence(service: Any, publish: Publish, person: Person) -> None:
    """What the service says is what the person reads."""
    await publish(person(A, "William Clay", "US"))

    assert "name two different ids" in await run(service, "merge", A, A, fails=True)
    assert "No summary names an entity nobody" in await run(service, "merge", A, "nobody", fails=True)
    assert "stands for itself already" in await run(service, "split", A, fails=True)
    assert "There is nothing at" in await run(service, "show", "../summaries", fails=True)
    assert "No entity has such a name." in await run(service, "list", "nobody")
