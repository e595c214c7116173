"""The endpoint routes as operators use them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp
import pytest

from newsroom_publish.webhooks.records import text

if TYPE_CHECKING:
    from pathlib import Path

    from integration.conftest import WaitUntil
    from integration.publish.webhooks.conftest import (
        Behaviour,
        Installation,
        MakeSummary,
        Receiver,
        StartInstallation,
    )

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER = "whsec_" + "B" * 43


@pytest.fixture
def server_kind() -> str:
    """The routes do not depend on the kind of server."""
    return "valkey"


async def test_an_endpoint_is_created_shown_changed_and_deleted(newsroom: Installation) -> None:
    created = await newsroom.add(
        "https://hooks.example/in", id="mine", filter={"country": "KZ"}, description="ours", secret=SECRET
    )
    assert (created["id"], created["secret"], created["filter"]["country"]) == ("mine", SECRET, ["KZ"])
    shown = await newsroom.get("/endpoints/mine")
    assert shown == {key: value for key, value in created.items() if key != "secret"}
    assert (await newsroom.get("/endpoints"))["items"] == [shown]

    status, changed = await newsroom.request("PATCH", "/endpoints/mine", {"filter": {"kind": ["law"]}})
    assert (status, changed["filter"]["kind"], changed["filter"]["country"]) == (200, ["law"], [])
    assert changed["description"] == "ours"
    assert (await newsroom.request("PATCH", "/endpoints/mine", {"enabled": False}))[1]["enabled"] is False
    assert (await newsroom.post("/endpoints/mine/enable"))["enabled"] is True

    assert (await newsroom.request("DELETE", "/endpoints/mine"))[0] == 204
    status, problem = await newsroom.request("GET", "/endpoints/mine")
    assert (status, "GET /endpoints" in problem["detail"]) == (404, True)


async def test_a_secret_is_made_when_none_is_given_and_shown_once(newsroom: Installation) -> None:
    created = await newsroom.add("https://hooks.example/in")

    assert created["secret"].startswith("whsec_")
    everything = str(await newsroom.get("/endpoints")) + str(
        await newsroom.get(f"/endpoints/{created['id']}")
    )
    assert created["secret"] not in everything
    assert "whsec_" not in everything


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ({"url": "ftp://hooks.example"}, 422, "url"),
        ({"url": "https://me:pw@hooks.example/"}, 422, "user name or password"),
        ({"url": "https://hooks.example", "secret": "letmein"}, 422, "24 to 64"),
        ({"url": "https://hooks.example", "secret_file": "/etc/passwd"}, 422, "secret_file"),
        ({"url": "https://hooks.example", "secret_env": "HOME"}, 422, "secret_env"),
        ({"url": "https://hooks.example", "id": "Not An Id"}, 422, "id"),
        ({"url": "https://hooks.example", "filter": {"contry": ["KZ"]}}, 422, "contry"),
        ({"url": "https://hooks.example", "format": "xml"}, 422, "format"),
        ({}, 422, "url"),
        ([], 422, ""),
    ],
)
async def test_bad_endpoints_are_refused_with_a_sentence(
    newsroom: Installation, body: object, status: int, sentence: str
) -> None:
    answered, problem = await newsroom.request("POST", "/endpoints", body)

    assert answered == status
    assert sentence in problem["detail"]
    assert "letmein" not in problem["detail"]
    assert (await newsroom.get("/endpoints"))["items"] == []


async def test_a_private_address_is_refused_with_the_setting_that_allows_it(
    installation: StartInstallation,
) -> None:
    async with installation(fetch={"allow_private_addresses": False}) as newsroom:
        status, problem = await newsroom.request("POST", "/endpoints", {"url": "http://169.254.169.254/"})

    assert status == 422
    assert "allow_private_addresses" in problem["detail"]


async def test_the_same_url_twice_needs_an_id(newsroom: Installation) -> None:
    await newsroom.add("https://hooks.example/in")
    status, problem = await newsroom.request("POST", "/endpoints", {"url": "https://hooks.example/in"})

    assert status == 409
    assert "another id" in problem["detail"]
    await newsroom.add("https://hooks.example/in", id="second")


ROUTES = [
    ("GET", "/endpoints"),
    ("POST", "/endpoints"),
    ("GET", "/endpoints/x"),
    ("PATCH", "/endpoints/x"),
    ("DELETE", "/endpoints/x"),
    ("POST", "/endpoints/x/enable"),
    ("POST", "/endpoints/x/test"),
    ("POST", "/endpoints/x/replay"),
    ("POST", "/endpoints/x/rotate-secret"),
    ("GET", "/endpoints/x/deliveries"),
    ("GET", "/deliveries/x"),
    ("DELETE", "/deliveries/x"),
]


async def test_every_route_needs_the_token(newsroom: Installation) -> None:
    """With none and with a wrong one."""
    base = newsroom.api._base_url
    assert base
    for headers in ({}, {"Authorization": "Bearer wrong"}):
        async with aiohttp.ClientSession(base, headers=headers) as stranger:
            for method, path in ROUTES:
                async with stranger.request(method, path, json={"url": "https://a.example"}) as answer:
                    assert answer.status == 401, (method, path)


async def test_what_does_not_exist_is_a_404_that_helps(newsroom: Installation) -> None:
    for method, path in ROUTES[2:]:
        body = {"enabled": True} if method == "PATCH" else None
        status, problem = await newsroom.request(method, path, body)
        assert (status, bool(problem["detail"])) == (404, True), (method, path)


async def test_a_test_is_sent_at_once_and_queues_nothing(newsroom: Installation, receiver: Receiver) -> None:
    """Also to a disabled endpoint: to try before enabling it."""
    created = await newsroom.add(receiver.url + "/hook")
    path = f"/endpoints/{created['id']}"
    await newsroom.request("PATCH", path, {"enabled": False})
    result = await newsroom.post(path + "/test")

    (arrival,) = receiver.at("/hook")
    arrival.verify(created["secret"])
    assert arrival.json["type"] == "endpoint.test"
    assert (result["status"], result["error"]) == (204, None)
    assert await newsroom.deliveries(created["id"]) == []


async def test_a_failed_test_says_what_is_wrong(newsroom: Installation, receiver: Receiver) -> None:
    created = await newsroom.add(receiver.answer("/hook", 301, Location="/v2"))
    result = await newsroom.post(f"/endpoints/{created['id']}/test")

    assert result["status"] == 301
    assert f"redirects to {receiver.url}/v2" in result["error"]


async def test_after_a_rotation_both_secrets_verify_and_then_only_the_new_one(
    installation: StartInstallation, receiver: Receiver, wait_until: WaitUntil
) -> None:
    from standardwebhooks.webhooks import WebhookVerificationError

    async with installation(webhooks={"secret_overlap_seconds": 0.3}) as newsroom:
        created = await newsroom.add(receiver.url + "/hook")
        path = f"/endpoints/{created['id']}"
        rotated = await newsroom.post(path + "/rotate-secret")
        await newsroom.post(path + "/test")
        receiver.at("/hook")[-1].verify(created["secret"])
        receiver.at("/hook")[-1].verify(rotated["secret"])

        async def only_the_new_one_signs() -> bool:
            await newsroom.post(path + "/test")
            return receiver.at("/hook")[-1].headers["webhook-signature"].count("v1,") == 1

        await wait_until(only_the_new_one_signs)
        receiver.at("/hook")[-1].verify(rotated["secret"])
        with pytest.raises(WebhookVerificationError):
            receiver.at("/hook")[-1].verify(created["secret"])
        given = await newsroom.post(path + "/rotate-secret", {"secret": OTHER})
        assert given["secret"] == OTHER


async def test_deleting_an_endpoint_forgets_all_it_was_owed(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary
) -> None:
    """An endpoint of the same id begins anew, and the store holds nothing of the old one."""
    created = await newsroom.add(receiver.answer("/hook", 500))
    for _ in range(3):
        await newsroom.publish(make_summary())
    await newsroom.request("DELETE", f"/endpoints/{created['id']}")
    await newsroom.webhooks.stop()  # whatever was under way has ended

    left = {text(key).split(":", 2)[2] for key in await newsroom.redis.keys("*")}
    assert not [key for key in left if key.startswith(("delivery", "payload", "owed", "webhooks"))]


async def test_single_deliveries_can_be_replayed(
    newsroom: Installation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """Also one that was delivered: the receiver may have lost it."""
    created = await newsroom.add(receiver.url + "/hook")
    other = await newsroom.add(receiver.url + "/other")
    await newsroom.publish(make_summary())
    await wait_until(lambda: len(receiver.arrivals) == 2)
    delivery_id = receiver.at("/hook")[0].id
    replay = {"deliveries": [delivery_id]}

    assert await newsroom.post(f"/endpoints/{created['id']}/replay", replay) == {"replayed": 1}
    await wait_until(lambda: receiver.ids("/hook")[delivery_id] == 2)
    status, problem = await newsroom.request("POST", f"/endpoints/{other['id']}/replay", replay)
    assert (status, "belongs to endpoint" in problem["detail"]) == (422, True)


async def test_a_replay_leaves_an_attempt_under_way_alone_and_hurries_one_that_waits(
    installation: StartInstallation,
    receiver: Receiver,
    make_summary: MakeSummary,
    wait_until: WaitUntil,
    behaviours: dict[str, Behaviour],
) -> None:
    """A pending delivery is sent once at a time; one that waits for its retry is sent now."""
    async with installation(webhooks={"retry_seconds": (3_600,)}) as newsroom:
        await newsroom.add(receiver.behave("/hook", behaviours["hang"]), id="hook")
        await newsroom.publish(make_summary())
        await wait_until(lambda: receiver.at("/hook"))
        replay = {"deliveries": [receiver.at("/hook")[0].id]}
        assert await newsroom.post("/endpoints/hook/replay", replay) == {"replayed": 0}

        async def replayed() -> bool:
            return bool((await newsroom.post("/endpoints/hook/replay", replay))["replayed"])

        await wait_until(replayed)
        receiver.answer("/hook", 204)
        await wait_until(lambda: len(receiver.at("/hook")) == 2)


async def test_deliveries_are_paged_without_gaps_among_those_of_one_millisecond(
    installation: StartInstallation, make_summary: MakeSummary
) -> None:
    async with installation(started=False) as newsroom:
        created = await newsroom.add("https://hooks.example/in")
        await asyncio.gather(*(newsroom.publish(make_summary()) for _ in range(25)))
        seen, path = [], f"/endpoints/{created['id']}/deliveries?limit=4&state=pending"
        while path:
            page = await newsroom.get(path)
            seen += [delivery["id"] for delivery in page["items"]]
            path = page["next"]

        assert len(seen) == len(set(seen)) == 25
        status, _ = await newsroom.request("GET", f"/endpoints/{created['id']}/deliveries?before=x")
        assert status == 422


# Configuration


async def test_configured_endpoints_are_there_after_a_start(
    installation: StartInstallation, receiver: Receiver, tmp_path: Path
) -> None:
    """With the secret of the variable or the file, and managed by the file alone."""
    (tmp_path / "secret").write_text(OTHER)
    endpoints = [
        {"url": receiver.url + "/env", "id": "env", "secret_env": "HOOK", "filter": {"country": ["KZ"]}},
        {"url": receiver.url + "/file", "id": "file", "secret_file": str(tmp_path / "secret")},
    ]
    async with installation(endpoints=endpoints, environ={"HOOK": SECRET}) as newsroom:
        await newsroom.post("/endpoints/env/test")
        await newsroom.post("/endpoints/file/test")
        receiver.at("/env")[0].verify(SECRET)
        receiver.at("/file")[0].verify(OTHER)
        assert [(e["id"], e["managed_by"]) for e in (await newsroom.get("/endpoints"))["items"]] == [
            ("env", "configuration"),
            ("file", "configuration"),
        ]
        for method, body in (("PATCH", {"description": "x"}), ("DELETE", None)):
            status, problem = await newsroom.request(method, "/endpoints/env", body)
            assert (status, "newsroom.toml" in problem["detail"]) == (409, True)
        status, problem = await newsroom.request("POST", "/endpoints/env/rotate-secret")
        assert (status, "newsroom.toml" in problem["detail"]) == (409, True)


async def test_a_missing_secret_is_made_once_and_logged_once(
    installation: StartInstallation, receiver: Receiver, capsys: pytest.CaptureFixture[str]
) -> None:
    """The next start keeps it and says nothing."""
    endpoints = [{"url": receiver.url + "/hook", "id": "hook"}]
    async with installation(endpoints=endpoints) as newsroom:
        await newsroom.post("/endpoints/hook/test")
    first = capsys.readouterr().out
    async with installation(endpoints=endpoints) as newsroom:
        await newsroom.post("/endpoints/hook/test")
    second = capsys.readouterr().out

    secret = "whsec_" + first.split("whsec_")[1].split()[0].strip("'\"")
    assert first.count("endpoint.secret_made") == 1
    assert "whsec_" not in second
    for arrival in receiver.at("/hook"):
        arrival.verify(secret)


async def test_an_endpoint_that_left_the_configuration_is_retired_and_comes_back(
    installation: StartInstallation, receiver: Receiver, make_summary: MakeSummary, wait_until: WaitUntil
) -> None:
    """It keeps its secret, gets nothing while it is gone, and may be deleted then."""
    endpoints = [{"url": receiver.url + "/hook", "id": "hook", "secret": SECRET}]
    async with installation(endpoints=endpoints):
        pass
    async with installation() as newsroom:
        assert (await newsroom.get("/endpoints/hook"))[
            "disabled_reason"
        ] == "It is no longer in newsroom.toml."
        await newsroom.publish(make_summary())
        assert await newsroom.deliveries("hook") == []
        assert (await newsroom.request("POST", "/endpoints/hook/enable"))[0] == 409
        assert (await newsroom.request("PATCH", "/endpoints/hook", {"enabled": True}))[0] == 409
    async with installation(endpoints=endpoints) as newsroom:
        await newsroom.publish(make_summary())
        await wait_until(lambda: receiver.at("/hook"))
    receiver.at("/hook")[0].verify(SECRET)
    async with installation() as newsroom:
        assert (await newsroom.request("DELETE", "/endpoints/hook"))[0] == 204


async def test_a_new_secret_in_the_configuration_is_a_rotation(
    installation: StartInstallation, receiver: Receiver
) -> None:
    """Receivers have the overlap to follow."""
    for secret in (SECRET, OTHER):
        async with installation(
            endpoints=[{"url": receiver.url + "/hook", "id": "hook", "secret": secret}]
        ) as newsroom:
            await newsroom.post("/endpoints/hook/test")

    receiver.at("/hook")[1].verify(SECRET)
    receiver.at("/hook")[1].verify(OTHER)
