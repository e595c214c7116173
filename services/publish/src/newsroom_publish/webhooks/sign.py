"""Signatures of webhooks as in Standard Webhooks 1.0: scheme v1, HMAC-SHA256 over `id.timestamp.body`.

A secret names its scheme by its prefix, so that v1a (whsk_, Ed25519) can join without a change to callers.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from typing import TYPE_CHECKING

from newsroom.errors import NewsroomError

if TYPE_CHECKING:
    from collections.abc import Iterable

SECRET_PREFIX = "whsec_"  # noqa: S105 - what every secret begins with
NEW_SECRET_BYTES = 32
MIN_SECRET_BYTES = 24
MAX_SECRET_BYTES = 64


class SecretError(NewsroomError):
    """A secret that cannot sign; the sentence says what one looks like and never repeats it."""


def new_secret() -> str:
    """A fresh random secret in its text form."""
    return SECRET_PREFIX + base64.b64encode(secrets.token_bytes(NEW_SECRET_BYTES)).decode()


def key_of(secret: str) -> bytes:
    """The key in a secret: base64, with or without the prefix and the padding. Raises SecretError."""
    text = secret.strip().removeprefix(SECRET_PREFIX).rstrip("=")
    try:
        key = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise SecretError(
            f"A webhook secret is {SECRET_PREFIX} and the base64 of {MIN_SECRET_BYTES} to {MAX_SECRET_BYTES} "
            "random bytes; leave it out to have one made."
        ) from error
    if not MIN_SECRET_BYTES <= len(key) <= MAX_SECRET_BYTES:
        raise SecretError(
            f"A webhook secret holds {MIN_SECRET_BYTES} to {MAX_SECRET_BYTES} bytes in base64, this one "
            f"{len(key)}; leave it out to have one made."
        )
    return key


def sign(secrets_in_use: Iterable[str], webhook_id: str, timestamp: int, body: bytes) -> str:
    """The webhook-signature header: one signature a secret; `timestamp` in Unix seconds."""
    content = f"{webhook_id}.{timestamp}.".encode() + body
    return " ".join(_v1(secret, content) for secret in secrets_in_use)


def _v1(secret: str, content: bytes) -> str:
    return "v1," + base64.b64encode(hmac.digest(key_of(secret), content, "sha256")).decode()
