"""From a planned summary to a receiver that verifies the signature, on a real server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newsroom.contracts import Notification, Summary
from newsroom_publish.webhooks.model import DeliveryId
from newsroom_publish.webhooks.records import text

if TYPE_CHECKING:
    from integration.conftest import WaitUntil
    from integration.publish.webhooks.conftest import (
        Installation,
        MakeSummary,
        Receiver,
        StartInstallation,
    )


async def test_a_summary_arrives_signed(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """The reference library verifies it, the body is a Notification with the whole summary."""
    endpoint = await newsroom.add(receiver.url + "/hook")
    summary = make_summary()
    await newsroom.publish(summary)
    await wait_until(lambda: receiver.at("/hook"))
    (arrival,) = receiver.at("/hook")

    arrival.verify(endpoint["secret"])
    notification = Notification.model_validate_json(arrival.body)
    assert (notification.type, notification.data) == ("summary.published", summary)
    assert arrival.id == str(DeliveryId.of(summary.id, 1, endpoint["id"]))
    assert arrival.headers["content-type"] == "application/json"
    assert arrival.headers["user-agent"].startswith("Newsroom/")


async def test_first_updates_then_the_cancelation_follow_the_filter_of_the_first(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """Who had the first version hears of the rest; who did not hears nothing of the end."""
    await newsroom.add(receiver.url + "/kz", filter={"country": ["KZ"]})
    await newsroom.add(receiver.url + "/fr", filter={"country": ["FR"]})
    first = make_summary()
    for summary in (
        first,
        make_summary(id=first.id, version=2, entities=()),
        make_summary(id=first.id, version=3, entities=(), status="canceled"),
    ):
        await newsroom.publish(summary)
        await wait_until(lambda version=summary.version: len(receiver.at("/kz")) == version)

    seen = [(arrival.json["type"], arrival.json["data"]["version"]) for arrival in receiver.at("/kz")]
    assert seen == [("summary.published", 1), ("summary.updated", 2), ("summary.canceled", 3)]
    assert len(receiver.ids("/kz")) == 3
    assert receiver.at("/fr") == []


async def test_failures_are_retried_under_the_same_id_and_signed_anew(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """Two failures, then success: one id, one body; the log of attempts tells the story."""
    endpoint = await newsroom.add(receiver.answer("/hook", 500, 404, 200))
    summary = make_summary()
    await newsroom.publish(summary)
    await wait_until(lambda: len(receiver.at("/hook")) == 3)
    delivery_id = receiver.at("/hook")[0].id

    async def done() -> bool:
        return bool((await newsroom.get(f"/deliveries/{delivery_id}"))["state"] == "delivered")

    await wait_until(done)
    assert len({(arrival.id, arrival.body) for arrival in receiver.at("/hook")}) == 1
    for arrival in receiver.at("/hook"):
        arrival.verify(endpoint["secret"])
    delivery = await newsroom.get(f"/deliveries/{delivery_id}")
    assert (delivery["attempts"], delivery["next_attempt_at"]) == (3, None)
    assert [made["status"] for made in delivery["attempt_log"]] == [200, 404, 500]
    assert delivery["attempt_log"][1]["error"].endswith("answered 404.")
    assert (await newsroom.get(f"/endpoints/{endpoint['id']}"))["failing_since"] is None


async def test_after_the_last_retry_it_is_dead_and_can_be_replayed(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """Kept with its reason; a replay sends it again under the same id."""
    endpoint = await newsroom.add(receiver.answer("/hook", 500, 500, 500, 200))
    await newsroom.publish(make_summary())

    async def is_now(state: str) -> bool:
        return await newsroom.states(endpoint["id"]) == [state]

    await wait_until(lambda: is_now("dead"))
    assert len(receiver.at("/hook")) == 3
    assert (await newsroom.get(f"/endpoints/{endpoint['id']}"))["parked"] == 1
    assert await newsroom.post(f"/endpoints/{endpoint['id']}/replay") == {"replayed": 1}
    await wait_until(lambda: is_now("delivered"))
    assert receiver.ids("/hook").most_common() == [(receiver.at("/hook")[0].id, 4)]
    assert (await newsroom.get(f"/endpoints/{endpoint['id']}"))["parked"] == 0


async def test_an_endpoint_that_says_gone_is_disabled_and_nothing_is_lost(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """What comes meanwhile is skipped, and delivered by a replay once it is enabled."""
    endpoint = await newsroom.add(receiver.answer("/hook", 410, 200))
    path = f"/endpoints/{endpoint['id']}"
    await newsroom.publish(make_summary())

    async def is_disabled() -> bool:
        return not (await newsroom.get(path))["enabled"]

    await wait_until(is_disabled)
    await newsroom.publish(make_summary())
    assert await newsroom.states(endpoint["id"]) == ["skipped", "skipped"]
    assert "410" in (await newsroom.get(path))["disabled_reason"]
    refused, problem = await newsroom.request("POST", path + "/replay")
    assert (refused, "enable" in problem["detail"]) == (409, True)
    assert (await newsroom.post(path + "/enable"))["enabled"]
    assert await newsroom.post(path + "/replay") == {"replayed": 2}

    async def all_delivered() -> bool:
        return await newsroom.states(endpoint["id"]) == ["delivered", "delivered"]

    await wait_until(all_delivered)


async def test_an_endpoint_that_fails_for_long_is_disabled(
    installation: StartInstallation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """With what is queued for it set aside, unsent."""
    async with installation(
        webhooks={"disable_after_seconds": 0.2, "retry_seconds": (0.1,) * 50}
    ) as newsroom:
        endpoint = await newsroom.add(receiver.answer("/hook", 500))
        for _ in range(3):
            await newsroom.publish(make_summary())

        async def all_set_aside() -> bool:
            return await newsroom.states(endpoint["id"]) == ["skipped"] * 3

        await wait_until(all_set_aside)
        found = await newsroom.get(f"/endpoints/{endpoint['id']}")
        assert (found["enabled"], "answered 500" in found["disabled_reason"]) == (False, True)
        attempts = len(receiver.at("/hook"))
        await newsroom.publish(make_summary())
        assert len(receiver.at("/hook")) == attempts


async def test_an_embargo_is_kept_and_a_withdrawal_before_its_end_tells_nobody(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """Three summaries of one embargo: one opens, one is updated before, one is withdrawn before."""
    await newsroom.add(receiver.url + "/hook")
    opens = datetime.now(UTC) + timedelta(seconds=0.8)
    kept, updated, withdrawn = (make_summary(embargoed_until=opens) for _ in range(3))
    for summary in (kept, updated, withdrawn):
        await newsroom.publish(summary)
    await newsroom.publish(make_summary(id=updated.id, version=2, embargoed_until=opens))
    await newsroom.publish(make_summary(id=withdrawn.id, version=2, status="canceled"))
    assert receiver.at("/hook") == []
    await wait_until(lambda: len(receiver.at("/hook")) == 2)

    seen = {(a.json["data"]["id"], a.json["data"]["version"], a.json["type"]) for a in receiver.at("/hook")}
    assert seen == {(str(kept.id), 1, "summary.published"), (str(updated.id), 2, "summary.published")}
    assert datetime.now(UTC) >= opens


async def test_retry_after_pauses_the_whole_endpoint(
    installation: StartInstallation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """After a 429 nothing is sent for a second, not even another summary."""
    async with installation(webhooks={"retry_seconds": (0.05, 60)}) as newsroom:
        await newsroom.add(receiver.answer("/hook", 429, 200, Retry_After="1"))
        await newsroom.publish(make_summary())
        await wait_until(lambda: receiver.at("/hook"))
        await newsroom.publish(make_summary())
        await wait_until(lambda: len(receiver.at("/hook")) == 3)

    first, *later = receiver.at("/hook")
    assert min(arrival.at for arrival in later) - first.at >= 1


async def test_the_text_is_kept_as_long_as_someone_is_owed_it(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """One endpoint has it, the other is dead: the text stays. Dropped: it goes."""
    await newsroom.add(receiver.url + "/good")
    bad = await newsroom.add(receiver.answer("/bad", 500))
    summary = make_summary()
    await newsroom.publish(summary)

    async def is_dead() -> bool:
        return await newsroom.states(bad["id"]) == ["dead"]

    await wait_until(is_dead)
    (payload,) = await newsroom.redis.keys("*:payload:*")
    assert await newsroom.redis.ttl(payload) == -1
    (dead,) = await newsroom.deliveries(bad["id"], "state=dead")
    assert (await newsroom.request("DELETE", f"/deliveries/{dead['id']}"))[0] == 204
    assert (await newsroom.request("GET", f"/deliveries/{dead['id']}"))[0] == 404
    assert await newsroom.redis.ttl(payload) != -1


async def test_what_was_delivered_is_forgotten_after_its_time(
    installation: StartInstallation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """No key of a delivery is left; who had the summary is remembered for its updates."""
    async with installation(webhooks={"delivery_ttl_seconds": 1}) as newsroom:
        await newsroom.add(receiver.url + "/hook")
        await newsroom.publish(make_summary())
        await wait_until(lambda: receiver.at("/hook"))

        async def only_these_left() -> bool:
            left = {text(key).split(":")[2] for key in await newsroom.redis.keys("*")}
            return not left & {"delivery", "payload", "owed"}

        await wait_until(only_these_left)
        assert await newsroom.redis.keys("*:recipients:*")


async def test_many_partitions_deliver_all(
    installation: StartInstallation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """Summaries of eight partitions reach one endpoint, once each, and are listed together, page by page."""
    async with installation(partitions=8) as newsroom:
        endpoint = await newsroom.add(receiver.url + "/hook")
        summaries = [make_summary() for _ in range(30)]
        for summary in summaries:
            await newsroom.publish(summary)
        await wait_until(lambda: len(receiver.at("/hook")) == 30)
        listed, path = [], f"/endpoints/{endpoint['id']}/deliveries?limit=7"
        while path:
            page = await newsroom.get(path)
            listed += [delivery["summary_id"] for delivery in page["items"]]
            path = page["next"]

    assert sorted(listed) == sorted(str(summary.id) for summary in summaries)
    assert set(receiver.ids("/hook").values()) == {1}


async def test_several_processes_share_the_work_without_doubling_it(
    installation: StartInstallation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """Three dispatchers on one queue: every delivery arrives exactly once."""
    async with installation() as one, installation(), installation():
        await one.add(receiver.url + "/a")
        await one.add(receiver.url + "/b")
        for _ in range(60):
            await one.publish(make_summary())
        await wait_until(lambda: len(receiver.arrivals) == 120, timeout_seconds=30)

    assert len(receiver.ids("/a")) == len(receiver.ids("/b")) == 60
    assert len(receiver.arrivals) == 120


async def test_a_redirect_is_not_followed_and_the_log_says_where_it_leads(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    endpoint = await newsroom.add(receiver.answer("/old", 308, Location="/new"))
    await newsroom.publish(make_summary())

    async def is_dead() -> bool:
        return await newsroom.states(endpoint["id"]) == ["dead"]

    await wait_until(is_dead)
    (delivery,) = await newsroom.deliveries(endpoint["id"])
    log = (await newsroom.get(f"/deliveries/{delivery['id']}"))["attempt_log"]
    assert f"redirects to {receiver.url}/new" in log[0]["error"]
    assert receiver.at("/new") == []


async def test_a_forbidden_address_is_a_failure_of_the_endpoint(
    installation: StartInstallation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """A name that leads to loopback gets through the form, and never through the guard."""
    async with installation(fetch={"allow_private_addresses": False}) as newsroom:
        endpoint = await newsroom.add(receiver.url.replace("127.0.0.1", "localhost") + "/hook")
        await newsroom.publish(make_summary())

        async def is_dead() -> bool:
            return await newsroom.states(endpoint["id"]) == ["dead"]

        await wait_until(is_dead)
        (delivery,) = await newsroom.deliveries(endpoint["id"])
        log = (await newsroom.get(f"/deliveries/{delivery['id']}"))["attempt_log"]

    assert "loopback" in log[0]["error"]
    assert receiver.arrivals == []


async def test_a_changed_url_holds_for_what_is_queued_already(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """The remedy for a wrong URL needs no replay."""
    endpoint = await newsroom.add(receiver.answer("/wrong", 500))
    await newsroom.publish(make_summary())
    await wait_until(lambda: receiver.at("/wrong"))
    status, _ = await newsroom.request(
        "PATCH", f"/endpoints/{endpoint['id']}", {"url": receiver.url + "/right"}
    )
    await wait_until(lambda: receiver.at("/right"))

    assert status == 200
    assert isinstance(Notification.model_validate_json(receiver.at("/right")[0].body).data, Summary)
