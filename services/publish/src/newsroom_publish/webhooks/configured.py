"""The endpoints of newsroom.toml, made to be as it says at each start."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsroom.errors import SettingError
from newsroom.logs import get_logger
from newsroom_publish.webhooks.endpoints import disabled, enabled, id_for, rotated
from newsroom_publish.webhooks.model import Endpoint, Secret
from newsroom_publish.webhooks.sign import SecretError, key_of, new_secret

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsroom.settings import EndpointSettings
    from newsroom_publish.webhooks.endpoints import EndpointStore

log = get_logger()

RETIRED = "It is no longer in newsroom.toml."


def wanted(
    entries: Sequence[EndpointSettings], environ: Mapping[str, str], now_ms: int
) -> tuple[Endpoint, ...]:
    """The configured endpoints; without secrets where none is given. Raises SettingError."""
    endpoints = tuple(_endpoint(entry, environ, now_ms) for entry in entries)
    twice = [name for name, count in Counter(endpoint.id for endpoint in endpoints).items() if count > 1]
    if twice:
        raise SettingError(f"Two [[endpoints]] are {twice[0]}: give one of them an id of its own.")
    return endpoints


async def apply(
    endpoints: Sequence[Endpoint], store: EndpointStore, now_ms: int, overlap_seconds: float
) -> None:
    """Create and update the endpoints, and retire those that the configuration had and has no more.

    A secret that is missing is made once, kept, and logged this one time.
    """
    for endpoint in endpoints:
        made = endpoint if endpoint.secrets else replace(endpoint, secrets=(Secret(new_secret()),))
        if await store.create(made):
            _announce(made, secret_made=not endpoint.secrets)
        else:
            await store.update(endpoint.id, partial(_merged, endpoint, now_ms, overlap_seconds))
    kept = {endpoint.id for endpoint in endpoints}
    for found in await store.all():
        if found.managed_by == "configuration" and found.id not in kept and not found.retired:
            await store.update(found.id, lambda e: replace(disabled(e, now_ms, RETIRED), retired=True))
            log.warning("endpoint.retired", endpoint=found.id, reason=RETIRED)


def _endpoint(entry: EndpointSettings, environ: Mapping[str, str], now_ms: int) -> Endpoint:
    endpoint_id = entry.id or id_for(entry.url)
    secret = _secret(entry, endpoint_id, environ)
    return Endpoint(
        id=endpoint_id,
        url=entry.url,
        secrets=(Secret(secret),) if secret else (),
        created_ms=now_ms,
        filter=entry.filter,
        format=entry.format,
        description=entry.description,
        managed_by="configuration",
        secret_configured=secret is not None,
    )


def _secret(entry: EndpointSettings, endpoint_id: str, environ: Mapping[str, str]) -> str | None:
    if entry.secret_env is not None:
        secret = environ.get(entry.secret_env, "")
        origin = f"The environment variable {entry.secret_env}"
    elif entry.secret_file is not None:
        origin = f"The file {entry.secret_file}"
        try:
            secret = entry.secret_file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingError(
                f"{origin}, the secret of endpoint {endpoint_id}, cannot be read: {error}."
            ) from error
    elif entry.secret is not None:
        secret, origin = entry.secret.get_secret_value(), "endpoints.secret"
    else:
        return None
    if not secret.strip():
        raise SettingError(f"{origin}, the secret of endpoint {endpoint_id}, is not set or empty.")
    try:
        key_of(secret)
    except SecretError as error:
        raise SettingError(f"{origin}, for endpoint {endpoint_id}: {error}") from error
    return secret.strip()


def _merged(configured: Endpoint, now_ms: int, overlap_seconds: float, found: Endpoint) -> Endpoint:
    """What is stored, with all that the configuration says about it."""
    merged = replace(
        enabled(found) if found.retired else found,
        url=configured.url,
        filter=configured.filter,
        format=configured.format,
        description=configured.description,
        managed_by="configuration",
        secret_configured=configured.secret_configured,
        retired=False,
    )
    given = configured.secrets[0].text if configured.secrets else merged.secrets[0].text
    return merged if given == merged.secrets[0].text else rotated(merged, given, now_ms, overlap_seconds)


def _announce(endpoint: Endpoint, *, secret_made: bool) -> None:
    if secret_made:
        log.warning(
            "endpoint.secret_made",
            endpoint=endpoint.id,
            secret=endpoint.secrets[0].text,
            hint="Give it to the receiver now: it is shown this one time only.",
        )
    log.info("endpoint.created", endpoint=endpoint.id, managed_by=endpoint.managed_by)
