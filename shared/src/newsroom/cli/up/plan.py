"""What `newsroom up` starts: pure, from the settings and the options."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.settings import Settings
from newsroom.supervisor import Child


@dataclass(frozen=True, slots=True)
class Service:
    """A service and where it listens."""

    name: str
    host: str
    port: int

    @property
    def url(self) -> str:
        """How this machine reaches it."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104 - only mapped
        return f"http://{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Plan:
    """Three services; enrich may have further workers, whose health ports are left to the system."""

    publish: Service
    ingest: Service
    enrich: Service
    workers: int
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def services(self) -> tuple[Service, ...]:
        return self.publish, self.ingest, self.enrich

    @property
    def publish_url(self) -> str:
        return self.publish.url

    @property
    def ingest_url(self) -> str:
        return self.ingest.url

    @property
    def enrich_url(self) -> str:
        return self.enrich.url

    def children(self, *, redis_url: str, token: str) -> Sequence[Child]:
        """One process a service, and one for each further enrich worker."""
        common = {
            **self.environment,
            "NEWSROOM_REDIS_URL": redis_url,
            "NEWSROOM_TOKEN": token,
            "NEWSROOM_SUPERVISED": "1",
            "PYTHONUNBUFFERED": "1",
        }
        listening = [(service.name, service.name, service.port) for service in self.services]
        listening += [(f"enrich-{number}", "enrich", 0) for number in range(2, self.workers + 1)]
        return [
            Child(
                name,
                (sys.executable, "-m", f"newsroom_{service}"),
                {**common, f"NEWSROOM_{service.upper()}__PORT": str(port)},
            )
            for name, service, port in listening
        ]


def make_plan(
    settings: Settings,
    *,
    workers: int,
    port: int | None,
    config: Path | None,
    console: bool,
    environment: Mapping[str, str],
) -> Plan:
    """Ports from --port (P, P+1, P+2) or the settings; `environment` is added to that of each process."""
    ports = (
        (port, port + 1, port + 2)
        if port is not None
        else (settings.publish.port, settings.ingest.port, settings.enrich.port)
    )
    return Plan(
        publish=Service("publish", settings.publish.host, ports[0]),
        ingest=Service("ingest", settings.ingest.host, ports[1]),
        enrich=Service("enrich", settings.enrich.host, ports[2]),
        workers=workers,
        environment={
            **({"NEWSROOM_CONFIG": str(config.absolute())} if config else {}),
            **({"NEWSROOM_LOG_FORMAT": "console", "FORCE_COLOR": "1"} if console else {}),
            **environment,
        },
    )
