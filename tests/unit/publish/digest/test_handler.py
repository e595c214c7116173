"""What the publish hop decides, without any server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from newsroom.contracts import Summary
from newsroom.streams.outcome import Effect, Expect, Outcome
from newsroom_publish import index
from newsroom_publish.filters import Term
from newsroom_publish.handler import Publisher, decide, describe
from newsroom_publish.index import Entry

Publish = Callable[[Entry | None, Summary], Awaitable[Outcome]]


class StoredRedis:
    """Answers HGETALL from a dict."""

    def __init__(self, hashes: dict[str, dict[bytes | str, bytes | str]]) -> None:
        self.hashes = hashes

    async def hgetall(self, key: str) -> dict[bytes | str, bytes | str]:
        return self.hashes.get(key, {})


class RecordingWebhooks:
    """Queues one visible effect, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    async def plan(
        self, previous: Summary | None, summary: Summary, *, due_at: datetime
    ) -> tuple[Effect, ...]:
        self.asked.append((previous and previous.version, summary.version, due_at))
        return (Effect("RPUSH", "queue", (str(summary.id),)),)


@pytest.fixture
def webhooks() -> RecordingWebhooks:
    return RecordingWebhooks()


@pytest.fixture
def publish(webhooks: RecordingWebhooks, now: datetime) -> Publish:
    """Run the publisher over a store that holds one entry or nothing."""

    async def run(stored: Entry | None, summary: Summary) -> Outcome:
        hashes: dict[str, dict[bytes | str, bytes | str]] = {}
        if stored:
            store = index.effects(0, None, stored, now)[0]
            values = [str(argument).encode() for argument in store.arguments]
            hashes[store.key] = dict(zip(values[::2], values[1::2], strict=True))
        return await Publisher(StoredRedis(hashes), webhooks, partitions=1, clock=lambda: now).publish(
            summary
        )

    return run


async def test_first_version_is_stored_listed_and_delivered(
    publish: Publish, webhooks: RecordingWebhooks, summary: Summary, now: datetime
) -> None:
    """One outcome stores the summary, puts it in every set, and queues its deliveries; if none was stored."""
    outcome = await publish(None, summary)

    key = index.summary_key(0, summary.id)
    assert outcome.expects == (Expect(key, "version", None),)
    assert outcome.effects[0].key == key
    sets = {effect.key for effect in outcome.effects if effect.command == "ZADD"}
    assert {index.all_key(0), "newsroom:{0}:digest:by:country:np"} <= sets
    assert outcome.effects[-1] == Effect("RPUSH", "queue", (str(summary.id),))
    assert webhooks.asked == [(None, 1, now)]


@pytest.mark.parametrize("version", [1, 2])
async def test_stale_version_changes_nothing(
    publish: Publish,
    webhooks: RecordingWebhooks,
    create_summary: Callable[..., Summary],
    create_entry: Callable[[Summary], Entry],
    version: int,
) -> None:
    """A version that is not above the stored one is done with."""
    assert (
        await publish(create_entry(create_summary(version=2)), create_summary(version=version)) == Outcome()
    )
    assert webhooks.asked == []


async def test_update_leaves_the_sets_it_no_longer_belongs_to(
    publish: Publish, create_summary: Callable[..., Summary], create_entry: Callable[[Summary], Entry]
) -> None:
    """Version 2 without the entities is taken out of their sets, expects version 1, and keeps its place."""
    outcome = await publish(create_entry(create_summary()), create_summary(version=2, entities=[]))

    removed = {effect.key for effect in outcome.effects if effect.command == "ZREM"}
    added = {effect.key for effect in outcome.effects if effect.command == "ZADD"}
    assert "newsroom:{0}:digest:by:country:np" in removed
    assert "newsroom:{0}:digest:by:kind:treaty" in added
    assert not removed & added
    assert outcome.expects[0].value == "1"


async def test_canceled_version_leaves_every_set(
    publish: Publish,
    webhooks: RecordingWebhooks,
    create_summary: Callable[..., Summary],
    create_entry: Callable[[Summary], Entry],
    now: datetime,
) -> None:
    """A withdrawn summary stays stored, so that it can be answered for, and is listed nowhere."""
    stored = create_entry(create_summary())
    outcome = await publish(stored, create_summary(version=2, status="canceled"))

    removed = {effect.key for effect in outcome.effects if effect.command == "ZREM"}
    assert removed == {index.all_key(0), *(index.term_key(0, term) for term in stored.terms)}
    assert [effect.key for effect in outcome.effects if effect.command == "ZADD"] == [index.changed_key(0)]
    assert webhooks.asked == [(1, 2, now)]


async def test_failure_of_the_webhooks_is_raised(
    publish: Publish, webhooks: RecordingWebhooks, summary: Summary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hop is to see it and try again; nothing is published without its deliveries."""

    async def fail(*args: object, **kwargs: object) -> None:
        raise ConnectionError("no answer")

    monkeypatch.setattr(webhooks, "plan", fail)
    with pytest.raises(ConnectionError):
        await publish(None, summary)


def test_embargo_is_a_place_in_the_future(create_summary: Callable[..., Summary], now: datetime) -> None:
    """A summary under embargo is placed at its end, where deliveries are due too."""
    until = now + timedelta(days=1)

    entry = decide(None, create_summary(embargoed_until=until), now)

    assert entry is not None
    assert (entry.visible_at, entry.modified_at) == (until, until)
    assert not entry.public(until - timedelta(milliseconds=1))
    assert entry.public(until)


def test_embargo_of_the_past_is_none(create_summary: Callable[..., Summary], now: datetime) -> None:
    """The end of an embargo that is over moves nothing."""
    entry = decide(None, create_summary(embargoed_until=now - timedelta(days=1)), now)

    assert entry is not None
    assert entry.visible_at == now


def test_update_keeps_the_place_of_a_summary_that_was_seen(
    create_summary: Callable[..., Summary], create_entry: Callable[[Summary], Entry], now: datetime
) -> None:
    """An update is modified later and stands where it stood."""
    later = now + timedelta(hours=1)

    entry = decide(create_entry(create_summary()), create_summary(version=2), later)

    assert entry is not None
    assert (entry.visible_at, entry.modified_at) == (now, later)


def test_embargo_that_is_lifted_publishes_now(create_summary: Callable[..., Summary], now: datetime) -> None:
    """Version 2 without embargo appears at once, although version 1 was not due yet."""
    waiting = decide(None, create_summary(embargoed_until=now + timedelta(days=1)), now)

    entry = decide(waiting, create_summary(version=2), now)

    assert entry is not None
    assert entry.visible_at == now


def test_summary_that_comes_back_is_placed_anew(
    create_summary: Callable[..., Summary], now: datetime
) -> None:
    """What was withdrawn and is published again is news."""
    later = now + timedelta(hours=1)
    canceled = decide(None, create_summary(status="canceled"), now)

    entry = decide(canceled, create_summary(version=2), later)

    assert entry is not None
    assert entry.visible_at == later


def test_changes_have_words(
    create_summary: Callable[..., Summary], create_entry: Callable[[Summary], Entry], now: datetime
) -> None:
    """The log tells what became of a version."""
    stored = create_entry(create_summary())
    canceled = decide(stored, create_summary(version=2, status="canceled"), now)

    assert describe(None, stored) == "published"
    assert describe(stored, stored) == "updated"
    assert describe(stored, canceled) == "canceled"
    assert describe(stored, None) == "stale"


def test_stored_entry_reads_back(
    create_entry: Callable[[Summary], Entry], summary: Summary, now: datetime
) -> None:
    """What the effects store is what is read."""
    entry = create_entry(summary)
    arguments = [str(argument).encode() for argument in index.effects(0, None, entry, now)[0].arguments]

    assert index.read(dict(zip(arguments[::2], arguments[1::2], strict=True))) == entry


def test_long_term_has_a_short_key() -> None:
    """A name of any length makes a key of bounded length, each its own."""
    first, second = (index.term_key(0, Term("entity", "x" * 10_000 + end)) for end in "ab")

    assert len(first) < 100
    assert first != second
