"""All settings of Newsroom: newsroom.toml and NEWSROOM_* environment variables (the environment wins).

One file configures every service, so one model knows every section: a misspelt name is an error wherever it
stands. Units are part of the names. docs/configuration.md lists them all.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AnyHttpUrl, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from newsroom.errors import SettingError

DEFAULT_CONFIG = Path("newsroom.toml")
PREFIX = "NEWSROOM_"

# Variables that are no settings: where the file is, where the command line finds the services, and whether
# a service ends with the process that started it (newsroom.web.serve).
OTHER_VARIABLES = frozenset(
    {"NEWSROOM_CONFIG", "NEWSROOM_INGEST_URL", "NEWSROOM_PUBLISH_URL", "NEWSROOM_SUPERVISED"}
)


class Section(BaseModel):
    """A table of newsroom.toml; an unknown name in it is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _plain_url(value: object) -> str:
    return str(AnyHttpUrl(str(value)))


HttpUrl = Annotated[str, BeforeValidator(_plain_url)]
OneOrMany = Annotated[
    tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)
]


class FetchSettings(Section):
    """Outgoing HTTP: feeds that are polled and webhooks that are delivered."""

    allow_private_addresses: bool = False
    connect_timeout_seconds: float = Field(default=5, gt=0)
    total_timeout_seconds: float = Field(default=20, gt=0)
    max_body_bytes: int = Field(default=10_000_000, gt=0)
    max_redirects: int = Field(default=5, ge=0)
    user_agent: str = "Newsroom/0.1"


class HopSettings(Section):
    """How events move between services."""

    max_batch: int = Field(default=64, gt=0)
    block_ms: int = Field(default=1_000, gt=0, lt=5_000)
    lease_seconds: float = Field(default=30, gt=0)  # a worker silent for longer is taken for dead
    retry_delay_seconds: float = Field(default=2, ge=0)
    max_failures: int = Field(default=3, gt=0)
    max_crashes: int = Field(default=10, gt=0)
    stop_timeout_seconds: float = Field(default=20, gt=0)
    trim_interval_seconds: float = Field(default=10, gt=0)


class IngestSettings(Section):
    """Polling and the intake of raw reports."""

    host: str = "127.0.0.1"
    port: int = Field(default=8081, ge=0, le=65_535)
    min_poll_interval_seconds: float = Field(default=300, gt=0)
    poll_interval_seconds: float = Field(default=900, gt=0)
    max_concurrent_polls: int = Field(default=8, gt=0)
    max_report_bytes: int = Field(default=5_000_000, gt=0)  # 413 above it
    max_backlog: int = Field(default=100_000, gt=0)  # unread reports at which intake answers 503
    idempotency_ttl_seconds: int = Field(default=86_400, gt=0)


class EnrichSettings(Section):
    """The language pipeline."""

    host: str = "127.0.0.1"
    port: int = Field(default=8082, ge=0, le=65_535)
    model: str = "newsroom"  # "base" is the packaged pipeline without our names model; else a spaCy package
    batch_size: int = Field(default=16, gt=0)
    max_text_characters: int = Field(default=200_000, gt=0)  # a longer text is enriched up to here
    cache_entries: int = Field(default=1_000, ge=0)
    pipelines: dict[str, str] = Field(default_factory=dict)  # language code -> spaCy package


class PublishSettings(Section):
    """The digest and the webhooks."""

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65_535)
    public_url: HttpUrl | None = None  # how the world reaches us; else the Host header of each request
    title: str = "Newsroom"
    feed_items: int = Field(default=50, gt=0, le=500)
    page_items: int = Field(default=50, gt=0, le=500)


class WebhookSettings(Section):
    """Deliveries to endpoints."""

    retry_seconds: tuple[float, ...] = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
    retry_jitter: float = Field(default=0.2, ge=0, lt=1)
    timeout_seconds: float = Field(default=15, gt=0)
    max_response_bytes: int = Field(default=20_000, gt=0)
    max_concurrent_deliveries: int = Field(default=100, gt=0)
    max_concurrent_per_endpoint: int = Field(default=4, gt=0)
    disable_after_seconds: float = Field(default=432_000, gt=0)  # failing for five days
    secret_overlap_seconds: float = Field(default=86_400, ge=0)  # both secrets sign after a rotation
    max_attempts_kept: int = Field(default=20, gt=0)
    delivery_ttl_seconds: int = Field(default=2_592_000, gt=0)


class Filter(Section):
    """Which summaries: AND across the fields, OR within one; an empty field admits all."""

    entity: OneOrMany = ()
    country: OneOrMany = ()
    body: OneOrMany = ()
    kind: OneOrMany = ()
    action: OneOrMany = ()
    topic: OneOrMany = ()
    source: OneOrMany = ()
    language: OneOrMany = ()
    q: OneOrMany = ()


class FeedSettings(Section):
    """A polled feed ([[feeds]], POST /feeds)."""

    url: HttpUrl
    id: str | None = Field(default=None, pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    name: str | None = None
    full_text: bool = False
    max_age_seconds: float | None = Field(default=None, gt=0)
    poll_interval_seconds: float | None = Field(default=None, gt=0)


class EndpointSettings(Section):
    """A webhook subscription ([[endpoints]], POST /endpoints)."""

    url: HttpUrl
    id: str | None = Field(default=None, pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    secret: SecretStr | None = None
    secret_env: str | None = None
    secret_file: Path | None = None
    filter: Filter = Filter()
    format: Literal["newsroom"] = "newsroom"
    description: str = ""


class Settings(BaseSettings):
    """The whole of newsroom.toml."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", env_ignore_empty=True, frozen=True, extra="forbid"
    )

    redis_url: str | None = None
    token: SecretStr | None = None
    data_dir: Path = Path("var")
    partitions: int = Field(default=1, gt=0, le=1_024)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["auto", "console", "json"] = "auto"  # auto: console on a terminal, else JSON
    fetch: FetchSettings = FetchSettings()
    hop: HopSettings = HopSettings()
    ingest: IngestSettings = IngestSettings()
    enrich: EnrichSettings = EnrichSettings()
    publish: PublishSettings = PublishSettings()
    webhooks: WebhookSettings = WebhookSettings()
    feeds: tuple[FeedSettings, ...] = ()
    endpoints: tuple[EndpointSettings, ...] = ()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the file, whose values arrive as init arguments."""
        del settings_cls, dotenv_settings, file_secret_settings
        return env_settings, init_settings


def load(config: Path | None = None) -> Settings:
    """Settings from the file (NEWSROOM_CONFIG, else ./newsroom.toml if it is there) and the environment.

    Raises SettingError with one sentence that names the setting and the line.
    """
    chosen = config or (Path(env) if (env := os.environ.get("NEWSROOM_CONFIG")) else None)
    path = chosen or DEFAULT_CONFIG
    text = ""
    if chosen or path.exists():
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingError(f"The configuration file {path} cannot be read: {error}.") from error
    try:
        values: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingError(f"{path} is not valid TOML: {error}.") from error
    try:
        settings = Settings(**values)
    except ValidationError as error:
        raise SettingError(_explain(error, path, text)) from error
    _refuse_unknown_variables(settings)
    return settings


def _refuse_unknown_variables(settings: Settings) -> None:
    """A misspelt variable would be ignored in silence; a secret named by an endpoint may have any name."""
    secrets = {endpoint.secret_env for endpoint in settings.endpoints}
    for variable in sorted(os.environ):
        section = variable.removeprefix(PREFIX).split("__")[0].lower()
        known = section in Settings.model_fields or variable in OTHER_VARIABLES or variable in secrets
        if variable.startswith(PREFIX) and not known:
            raise SettingError(
                f"Unknown environment variable {variable}: check its spelling against docs/configuration.md."
            )


def _explain(error: ValidationError, path: Path, text: str) -> str:
    """One sentence for the first thing that is wrong."""
    first = error.errors()[0]
    location = [str(part) for part in first["loc"]]
    name = ".".join(location)
    variable = PREFIX + "__".join(location).upper()
    place = f"the environment variable {variable}" if variable in os.environ else _place(location, path, text)
    if first["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        return f"Unknown setting {name} in {place}: check its spelling against docs/configuration.md."
    return f"Wrong value for {name} in {place}: {first['msg']}."


def _place(location: list[str], path: Path, text: str) -> str:
    """The file and the line of a setting; the file alone where the line cannot be told."""
    line = _line(location, text)
    return f"{path}, line {line}" if line else str(path)


def _line(location: list[str], text: str) -> int | None:
    """Follow table headers and keys down the file; tomllib keeps no positions."""
    tables: list[str] = []
    seen: dict[str, int] = {}
    best: int | None = None
    for number, raw in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[(\[?)\s*([^\]]+?)\s*\]", raw):
            name = header[2]
            tables = name.split(".")
            if header[1]:
                seen[name] = seen.get(name, -1) + 1
                tables.append(str(seen[name]))
            here = tables
        elif entry := re.match(r"\s*([\w.\"'-]+)\s*=", raw):
            here = [*tables, *entry[1].replace('"', "").replace("'", "").split(".")]
        else:
            continue
        if here == location[: len(here)]:
            best = number
    return best
