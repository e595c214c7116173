"""The bearer token that everything needs that writes or administers (RFC 6750)."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Annotated

from fastapi import Header

from newsroom.web.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from pydantic import SecretStr


def require_token(token: SecretStr | None) -> Callable[..., Awaitable[None]]:
    """A FastAPI dependency that admits only requests with this token; with None it admits no one."""
    expected = token.get_secret_value().encode() if token else b""

    async def check(authorization: Annotated[str | None, Header()] = None) -> None:
        if not expected:
            raise Problem(
                403,
                "This route is closed: set NEWSROOM_TOKEN for the service, then send it as a bearer token.",
            )
        scheme, _, given = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), expected):
            raise Problem(
                401,
                "Send the header Authorization: Bearer with the value of NEWSROOM_TOKEN"
                " (newsroom up keeps it in var/token).",
                {"WWW-Authenticate": 'Bearer realm="newsroom"'},
            )

    return check
