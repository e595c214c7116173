"""What can become of a request. Each message is one sentence for the person who gave the URL."""

from __future__ import annotations

import aiohttp

from newsroom.errors import FetchError, ForbiddenAddressError
from newsroom.guarded_http.addresses import FORBIDDEN_ERRNO


class FetchFailedError(FetchError):
    """No answer, or one that is not HTTP."""


class FetchTimeoutError(FetchError):
    """The deadline passed before the answer was complete."""


class ResponseTooLargeError(FetchError):
    """The answer is larger than allowed, as sent or once decompressed."""


def explain(error: Exception, peer: str) -> FetchError:
    """Our error for one of aiohttp's, or of what lies under it."""
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return FetchTimeoutError(f"No connection to {peer} came about in time.")
    if isinstance(error, aiohttp.ClientConnectorError) and error.os_error.errno == FORBIDDEN_ERRNO:
        return ForbiddenAddressError(f"{peer} must not be reached: {_detail(error.os_error)}.")
    return FetchFailedError(_sentence(error, peer))


def _sentence(error: Exception, peer: str) -> str:
    match error:
        case aiohttp.ClientConnectorCertificateError():
            what = f"The TLS certificate of {peer} is not valid: {_detail(error.certificate_error)}."
        case aiohttp.ClientConnectorDNSError():
            what = f"The name {peer} cannot be resolved: {_detail(error.os_error)}."
        case aiohttp.ClientConnectorError():
            what = f"No connection to {peer}: {_detail(error.os_error)}."
        case aiohttp.ServerDisconnectedError():
            what = f"{peer} closed the connection without an answer."
        case aiohttp.ClientResponseError():
            what = f"{peer} did not answer in valid HTTP: {_first_line(error.message)}."
        case aiohttp.ClientPayloadError():
            what = f"The answer of {peer} broke off."
        case _:
            what = f"The request to {peer} failed: {_detail(error)}."
    return what


def _detail(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _first_line(text) or type(error).__name__


def _first_line(text: str) -> str:
    """At most 200 characters: parts of it may come from the peer."""
    return text.strip().split("\n", 1)[0].rstrip(".: ")[:200]
