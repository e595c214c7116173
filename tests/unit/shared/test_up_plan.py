"""What newsroom up starts, from the settings and the options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newsroom.cli.up.plan import Plan, make_plan
from newsroom.cli.up.watch import changes
from newsroom.settings import PublishSettings, Settings
from newsroom.supervisor import Child


def plan(
    settings: Settings | None = None,
    *,
    workers: int = 1,
    port: int | None = None,
    config: Path | None = None,
) -> Plan:
    return make_plan(
        settings or Settings(), workers=workers, port=port, config=config, console=False, environment={}
    )


def environment_of(children: Sequence[Child], name: str) -> Mapping[str, str]:
    return next(child.environment for child in children if child.name == name)


def test_three_services_on_their_ports() -> None:
    """Without options: 8080, 8081, 8082."""
    assert [(s.name, s.port) for s in plan().services] == [
        ("publish", 8080),
        ("ingest", 8081),
        ("enrich", 8082),
    ]


def test_port_moves_all_three() -> None:
    """--port P gives P, P+1, P+2, and the children are told."""
    moved = plan(port=9000)

    children = moved.children(redis_url="redis://x", token="t")

    assert environment_of(children, "publish")["NEWSROOM_PUBLISH__PORT"] == "9000"
    assert environment_of(children, "enrich")["NEWSROOM_ENRICH__PORT"] == "9002"


def test_further_workers_take_any_health_port() -> None:
    """Workers 2 and 3 do not fight for the port of the first."""
    children = plan(workers=3).children(redis_url="redis://x", token="t")

    assert [child.name for child in children] == ["publish", "ingest", "enrich", "enrich-2", "enrich-3"]
    assert environment_of(children, "enrich-3")["NEWSROOM_ENRICH__PORT"] == "0"


def test_the_configuration_file_is_passed_on_as_an_absolute_path() -> None:
    """The children may run elsewhere."""
    children = plan(config=Path("some.toml")).children(redis_url="redis://x", token="t")

    assert Path(environment_of(children, "ingest")["NEWSROOM_CONFIG"]).is_absolute()


def test_a_service_on_all_addresses_is_reached_by_loopback() -> None:
    """0.0.0.0 is no address to print or to connect to."""
    settings = Settings(publish=PublishSettings(host="0.0.0.0"))

    found = plan(settings)

    assert found.publish.url == "http://127.0.0.1:8080"


def test_a_feed_problem_is_said_once_and_its_end_too() -> None:
    """The same error again is silent; another one, and recovery, are news."""
    known: dict[str, str | None] = {}
    failing: list[dict[str, Any]] = [
        {"id": "a", "name": "A", "url": "u", "health": {"last_error": "it is down."}}
    ]
    well: list[dict[str, Any]] = [{"id": "a", "name": "A", "url": "u", "health": {"last_error": None}}]

    said = [changes(known, feeds) for feeds in (well, failing, failing, well, well)]

    assert said == [[], ["Feed A: it is down."], [], ["Feed A is read again."], []]
