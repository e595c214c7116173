"""What `newsroom up` keeps an eye on: readiness, the embedded server, the health of feeds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import aiohttp
from rich.markup import escape

from newsroom.cli.up.plan import Service
from newsroom.embedded import EmbeddedValkey
from newsroom.errors import NewsroomError

POLL_SECONDS = 0.2
REMIND_SECONDS = 30.0
SERVER_POLL_SECONDS = 1.0
FEEDS_POLL_SECONDS = 3.0
REQUEST_TIMEOUT = aiohttp.ClientTimeout(total=5)


async def wait_until_ready(services: Sequence[Service], notice: Callable[[str], None]) -> None:
    """Return when every service answers /readyz with 200; says every half minute what is missing."""
    loop = asyncio.get_running_loop()
    remind_at = loop.time() + REMIND_SECONDS
    async with aiohttp.ClientSession(timeout=REQUEST_TIMEOUT) as http:
        while True:
            waiting = {service.name: await _not_ready(http, service) for service in services}
            if not any(waiting.values()):
                return
            if loop.time() > remind_at:
                remind_at += REMIND_SECONDS
                for name, reason in waiting.items():
                    if reason:
                        notice(f"{name} is not ready yet: {escape(reason)}")
            await asyncio.sleep(POLL_SECONDS)


async def _not_ready(http: aiohttp.ClientSession, service: Service) -> str | None:
    try:
        async with http.get(f"{service.url}/readyz") as answer:
            document = await answer.json()
            return None if answer.status == 200 else " ".join(document["problems"])
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError):
        return "it does not answer."


async def keep_server_running(server: EmbeddedValkey, notice: Callable[[str], None]) -> None:
    """Start the embedded server again whenever it has died; the services reconnect by themselves."""
    while True:
        await asyncio.sleep(SERVER_POLL_SECONDS)
        if server.running:
            continue
        notice("The embedded server ended; starting it again with its append-only file.")
        try:
            await asyncio.to_thread(server.start)
        except NewsroomError as error:
            notice(escape(str(error)))


async def announce_feed_problems(ingest_url: str, token: str, notice: Callable[[str], None]) -> None:
    """Say it once when a feed starts to fail, and once when it is well again."""
    known: dict[str, str | None] = {}
    headers = {"Authorization": f"Bearer {token}"}
    async with aiohttp.ClientSession(timeout=REQUEST_TIMEOUT, headers=headers) as http:
        while True:
            await asyncio.sleep(FEEDS_POLL_SECONDS)
            try:
                async with http.get(f"{ingest_url}/feeds") as answer:
                    feeds: Sequence[Mapping[str, Any]] = (await answer.json())["items"]
            except (aiohttp.ClientError, TimeoutError, ValueError, KeyError):
                continue  # ingest is starting, or starting again
            for sentence in changes(known, feeds):
                notice(escape(sentence))


def changes(known: dict[str, str | None], feeds: Sequence[Mapping[str, Any]]) -> list[str]:
    """Sentences for the feeds whose error is another than the known one; brings `known` up to date."""
    sentences = []
    for feed in feeds:
        name, error = feed.get("name") or feed["url"], feed["health"]["last_error"]
        before = known.get(feed["id"])
        known[feed["id"]] = error
        if error and error != before:
            sentences.append(f"Feed {name}: {error}")
        elif before and not error:
            sentences.append(f"Feed {name} is read again.")
    return sentences
