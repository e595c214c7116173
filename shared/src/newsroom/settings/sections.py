"""Every setting with its default, its bounds and a sentence; units are part of the names.

The sentences are written to docs/configuration.md (`make schemas`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AnyHttpUrl, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "NEWSROOM_"


class Section(BaseModel):
    """A table of newsroom.toml; an unknown name in it is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _plain_url(value: object) -> str:
    return str(AnyHttpUrl(str(value)))


HttpUrl = Annotated[str, BeforeValidator(_plain_url)]
OneOrMany = Annotated[
    tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)
]


class FetchSettings(Section):
    """Outgoing HTTP: feeds that are polled and webhooks that are delivered."""

    allow_private_addresses: bool = False
    """Whether feeds and webhooks on your own network, and on this machine, may be reached."""
    connect_timeout_seconds: float = Field(default=5, gt=0)
    """For the name lookup, the connection and TLS."""
    total_timeout_seconds: float = Field(default=20, gt=0)
    """For a request as a whole, redirects and body included."""
    max_body_bytes: int = Field(default=10_000_000, gt=0)
    """An answer above it is refused, compressed or not."""
    max_redirects: int = Field(default=5, ge=0)
    """How many redirects a fetch follows; webhooks follow none."""
    user_agent: str = "Newsroom/0.1"
    """How Newsroom names itself to servers."""


class HopSettings(Section):
    """How events move between services."""

    max_batch: int = Field(default=64, gt=0)
    """How many events a worker takes at once."""
    block_ms: int = Field(default=1_000, gt=0, lt=5_000)
    """How long a read waits for news; bounds how fast a stop is noticed."""
    lease_seconds: float = Field(default=30, gt=0)
    """A worker that is silent for longer is taken for dead and its events go to others."""
    retry_delay_seconds: float = Field(default=2, ge=0)
    """How long a failed event waits before it is tried again."""
    max_failures: int = Field(default=3, gt=0)
    """Failed tries after which an event becomes a dead letter."""
    max_crashes: int = Field(default=10, gt=0)
    """Crashes of a worker under an event after which it becomes a dead letter."""
    stop_timeout_seconds: float = Field(default=20, gt=0)
    """How long a stopping worker may finish what it took; the rest is released."""
    trim_interval_seconds: float = Field(default=10, gt=0)
    """How often entries are removed that every group has acknowledged."""
    max_pending_seconds: float = Field(default=300, gt=0)
    """A service is not ready while an event is in work for longer, or lies with a dead worker for longer."""


class IngestSettings(Section):
    """Polling and the intake of raw reports."""

    host: str = "127.0.0.1"
    """The address to listen on."""
    port: int = Field(default=8081, ge=0, le=65_535)
    """0 takes any free port."""
    min_poll_interval_seconds: float = Field(default=300, gt=0)
    """No feed is polled more often, whatever its own setting."""
    poll_interval_seconds: float = Field(default=900, gt=0)
    """How often a feed is polled that sets no interval of its own."""
    max_concurrent_polls: int = Field(default=8, gt=0)
    """How many feeds are fetched at the same time."""
    max_report_bytes: int = Field(default=5_000_000, gt=0)
    """A posted report above it is answered with 413."""
    max_backlog: int = Field(default=100_000, gt=0)
    """Unread reports at which intake answers 503 and polling waits."""
    idempotency_ttl_seconds: int = Field(default=86_400, gt=0)
    """How long the answer to an Idempotency-Key is kept."""


class EnrichSettings(Section):
    """The language pipeline."""

    host: str = "127.0.0.1"
    """The address to listen on."""
    port: int = Field(default=8082, ge=0, le=65_535)
    """0 takes any free port."""
    model: str = "newsroom"
    """newsroom: the packaged pipeline with our names model; base: without it; else an installed pipeline."""
    batch_size: int = Field(default=16, gt=0)
    """How many reports the model sees at once."""
    max_text_characters: int = Field(default=200_000, gt=0)
    """A longer text is enriched up to here and marked partial."""
    cache_entries: int = Field(default=1_000, ge=0)
    """How many results are kept for texts that come again."""
    pipelines: dict[str, str] = Field(default_factory=dict)
    """Further languages: code and spaCy pipeline, such as fr = "fr_core_news_sm"; natasha reads Russian."""


class PublishSettings(Section):
    """The digest and the webhooks."""

    host: str = "127.0.0.1"
    """The address to listen on."""
    port: int = Field(default=8080, ge=0, le=65_535)
    """0 takes any free port."""
    public_url: HttpUrl | None = None
    """How the world reaches the digest; without it, links follow the Host header of each request."""
    title: str = "Newsroom"
    """The name of the digest."""
    feed_items: int = Field(default=50, gt=0, le=500)
    """How many summaries a feed holds."""
    page_items: int = Field(default=50, gt=0, le=500)
    """How many summaries a page and an answer of /summaries hold."""


class WebhookSettings(Section):
    """Deliveries to endpoints."""

    retry_seconds: tuple[float, ...] = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
    """The wait before each further attempt."""
    retry_jitter: float = Field(default=0.2, ge=0, lt=1)
    """Each wait is moved at random by up to this share of it."""
    timeout_seconds: float = Field(default=15, gt=0)
    """For one attempt as a whole."""
    max_response_bytes: int = Field(default=20_000, gt=0)
    """How much of an answer is read."""
    max_concurrent_deliveries: int = Field(default=100, gt=0)
    """Attempts under way at the same time."""
    max_concurrent_per_endpoint: int = Field(default=4, gt=0)
    """Attempts under way at the same time for one endpoint."""
    disable_after_seconds: float = Field(default=432_000, gt=0)
    """An endpoint that has failed for so long is disabled."""
    secret_overlap_seconds: float = Field(default=86_400, ge=0)
    """How long the old secret signs too after a rotation."""
    max_attempts_kept: int = Field(default=20, gt=0)
    """How many attempts of a delivery are kept."""
    delivery_ttl_seconds: int = Field(default=2_592_000, gt=0)
    """How long a settled delivery is kept."""


class Filter(Section):
    """Which summaries: AND across the fields, OR within one; an empty field admits all."""

    entity: OneOrMany = ()
    """Ids or names of entities."""
    country: OneOrMany = ()
    """ISO 3166-1 alpha-2 codes."""
    body: OneOrMany = ()
    """Ids or names of the bodies of resolutions."""
    kind: OneOrMany = ()
    """Kinds of resolutions, such as declaration."""
    action: OneOrMany = ()
    """What was done, such as signed."""
    topic: OneOrMany = ()
    """IPTC Media Topics, such as medtop:20000640."""
    source: OneOrMany = ()
    """Ids of sources."""
    language: OneOrMany = ()
    """Language codes."""
    q: OneOrMany = ()
    """Words of the headline, the abstract or an entity."""


class FeedSettings(Section):
    """A polled feed ([[feeds]], POST /feeds)."""

    url: HttpUrl
    """Where the feed is."""
    id: str | None = Field(default=None, pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    """A short name for paths and filters; made from the URL when it is left out."""
    name: str | None = None
    """Shown to readers; the title of the feed when it is left out."""
    full_text: bool = False
    """Whether the article behind an item is fetched when the feed has only its beginning."""
    max_age_seconds: float | None = Field(default=None, gt=0)
    """Items older than this are passed over."""
    poll_interval_seconds: float | None = Field(default=None, gt=0)
    """How often this feed is polled."""


class EndpointSettings(Section):
    """A webhook subscription ([[endpoints]], POST /endpoints)."""

    url: HttpUrl
    """Where webhooks are posted."""
    id: str | None = Field(default=None, pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    """A short name; made from the URL when it is left out."""
    secret: SecretStr | None = None
    """The signing secret (whsec_...); better kept out of the file, by one of the next two."""
    secret_env: str | None = None
    """The environment variable that holds the secret."""
    secret_file: Path | None = None
    """The file that holds the secret."""
    filter: Filter = Filter()
    """Which summaries; all when it is left out."""
    format: Literal["newsroom"] = "newsroom"
    """How the summary is written."""
    description: str = ""
    """For people."""


class Settings(BaseSettings):
    """The whole of newsroom.toml."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        env_ignore_empty=True,
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
    )

    redis_url: str | None = None
    """The Redis or Valkey server; without one, newsroom up starts an embedded one."""
    token: SecretStr | None = None
    """The bearer token for everything that writes or administers; without one, those routes are closed."""
    data_dir: Path = Path("var")
    """Where the embedded server and the token of newsroom up are kept."""
    partitions: int = Field(default=1, gt=0, le=1_024)
    """How many partitions the streams have; fixed once there is data."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """The least important lines to write."""
    log_format: Literal["auto", "console", "json"] = "auto"
    """auto is console on a terminal and JSON otherwise."""
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
