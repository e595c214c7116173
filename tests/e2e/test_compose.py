"""docker compose up, on a real engine: builds, healthy, delivers, and restarts under load lose nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial

import pytest

from support.http import AUTHORIZED, TOKEN, free_port, http, poll
from support.processes import ROOT
from support.receiver import Receiver, receiving

PROJECT = "newsroom-e2e"
SERVICES = ("redis", "ingest", "enrich", "publish")
BUILD_TIMEOUT_SECONDS = 1_500
REPORTS = 60


def engine_problem() -> str | None:
    """Why these tests cannot run here, None where they can."""
    if shutil.which("docker") is None:
        return "no docker command on this machine"
    for command in (["docker", "info"], ["docker", "compose", "version"]):
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return f"`{' '.join(command)}` fails: no engine answers"
    return None


PROBLEM = engine_problem()
pytestmark = [
    pytest.mark.skipif(PROBLEM is not None, reason=PROBLEM or ""),
    pytest.mark.timeout(BUILD_TIMEOUT_SECONDS + 600),
    pytest.mark.slow,
]


class Compose:
    """docker compose on our file, under a project name and ports of its own."""

    def __init__(self) -> None:
        self.ingest_port, self.publish_port = free_port(), free_port()
        self.environment = {
            **os.environ,
            "COMPOSE_PROJECT_NAME": PROJECT,
            "NEWSROOM_TOKEN": TOKEN,
            "NEWSROOM_INGEST_PORT": str(self.ingest_port),
            "NEWSROOM_PUBLISH_PORT": str(self.publish_port),
            # The receiver of the test is on the host, a private address for the containers.
            "NEWSROOM_FETCH__ALLOW_PRIVATE_ADDRESSES": "true",
            "DOCKER_BUILDKIT": "0",
        }

    def __call__(self, *arguments: str, timeout_seconds: float = 300) -> str:
        done = subprocess.run(
            ["docker", "compose", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=timeout_seconds,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
        return done.stdout

    def ingest(self, path: str) -> str:
        return f"http://127.0.0.1:{self.ingest_port}{path}"

    def publish(self, path: str) -> str:
        return f"http://127.0.0.1:{self.publish_port}{path}"

    def states(self) -> dict[str, str]:
        """Each container's health, by its id."""
        ids = self("ps", "-q").split()
        inspected = subprocess.run(
            ["docker", "inspect", *ids], capture_output=True, text=True, check=True
        ).stdout
        return {
            container["Name"]: container["State"].get("Health", {}).get("Status", "none")
            for container in json.loads(inspected)
        }

    def all_healthy(self, count: int) -> bool:
        states = self.states()
        return len(states) == count and set(states.values()) == {"healthy"}


@pytest.fixture(scope="module")
def compose() -> Iterator[Compose]:
    """Built and started; gone with its volume at the end."""
    running = Compose()
    running("build", timeout_seconds=BUILD_TIMEOUT_SECONDS)
    try:
        running("up", "-d")
        poll(partial(running.all_healthy, len(SERVICES)), timeout_seconds=180)
        yield running
    finally:
        running("down", "-v", "--timeout", "30")


@pytest.fixture
def host_receiver(compose: Compose) -> Iterator[Receiver]:
    """A receiver on the address under which the containers reach this machine, subscribed."""
    network = f"{PROJECT}_default"
    inspected = subprocess.run(
        ["docker", "network", "inspect", network], capture_output=True, text=True, check=True
    ).stdout
    gateway = json.loads(inspected)[0]["IPAM"]["Config"][0]["Gateway"]
    with receiving(gateway) as receiver:
        made = http("POST", compose.publish("/endpoints"), {"url": receiver.url})
        assert made.status == 201, made.text
        receiver.secret = made.json()["secret"]
        yield receiver
        http("DELETE", compose.publish(f"/endpoints/{made.json()['id']}"))


def submit(compose: Compose, number: int) -> str:
    """Post until it is taken, as a sender does whose connection broke off; the id of the report."""
    body = {
        "title": f"Report {number}",
        "guid": f"load-{number}",
        "text": f"The Security Council adopted resolution {2000 + number} (2020).",
    }
    taken = poll(
        lambda: (answer := http("POST", compose.ingest("/reports"), body)).status == 202 and answer, 120
    )
    assert taken
    return str(taken.json()["id"])


def test_every_service_is_healthy_and_none_runs_as_root(compose: Compose) -> None:
    """The images' users, and the health that /readyz reports."""
    assert compose.all_healthy(len(SERVICES))
    for service in ("ingest", "enrich", "publish"):
        assert compose("exec", "-T", service, "id", "-u").strip() != "0"


def test_a_report_reaches_webhook_and_digest(compose: Compose, host_receiver: Receiver) -> None:
    """Through four containers and back to this machine."""
    report_id = submit(compose, 0)

    poll(lambda: host_receiver.of(report_id))
    assert "Report 0" in http("GET", compose.publish("/feed.json"), headers={}).text
    assert host_receiver.unverified == []


def test_restarts_under_load_lose_nothing(compose: Compose, host_receiver: Receiver) -> None:
    """Each service is restarted while reports come in: every one arrives, with one id each."""
    services = iter(SERVICES)
    ids = set()
    for number in range(1, REPORTS + 1):
        ids.add(submit(compose, number))
        if number % (REPORTS // len(SERVICES)) == 10:
            compose("restart", next(services))

    poll(lambda: ids <= {one.data["id"] for one in host_receiver.received}, 180)
    per_report = {report_id: {one.webhook_id for one in host_receiver.of(report_id)} for report_id in ids}
    assert all(len(webhook_ids) == 1 for webhook_ids in per_report.values())
    poll(partial(compose.all_healthy, len(SERVICES)), timeout_seconds=120)


def test_more_workers_share_the_stream(compose: Compose, host_receiver: Receiver) -> None:
    """--scale enrich=3: six containers healthy, and a report still passes."""
    compose("up", "-d", "--scale", "enrich=3")
    try:
        poll(partial(compose.all_healthy, len(SERVICES) + 2), timeout_seconds=120)
        report_id = submit(compose, 1_000)
        poll(lambda: host_receiver.of(report_id))
    finally:
        compose("up", "-d", "--scale", "enrich=1")


def test_without_a_token_writing_is_closed(compose: Compose) -> None:
    """No header: 401 and a sentence; reading stays open."""
    refused = http("POST", compose.ingest("/reports"), {"text": "x"}, headers={})

    assert refused.status == 401
    assert "Authorization" in refused.json()["detail"]
    assert AUTHORIZED["Authorization"] not in refused.text
    assert http("GET", compose.publish("/"), headers={}).status == 200
