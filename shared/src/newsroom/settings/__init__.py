"""All settings of Newsroom: newsroom.toml and NEWSROOM_* environment variables (the environment wins).

One file configures every service, so one model knows every section: a misspelt name is an error wherever it
stands.
"""

from newsroom.settings.loading import load
from newsroom.settings.sections import (
    EndpointSettings,
    EnrichSettings,
    FeedSettings,
    FetchSettings,
    Filter,
    HopSettings,
    HttpUrl,
    IngestSettings,
    OneOrMany,
    PublishSettings,
    Section,
    Settings,
    WebhookSettings,
)

__all__ = [
    "EndpointSettings",
    "EnrichSettings",
    "FeedSettings",
    "FetchSettings",
    "Filter",
    "HopSettings",
    "HttpUrl",
    "IngestSettings",
    "OneOrMany",
    "PublishSettings",
    "Section",
    "Settings",
    "WebhookSettings",
    "load",
]
