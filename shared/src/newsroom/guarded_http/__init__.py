"""The one way out: every outgoing HTTP request of Newsroom goes through GuardedHttp.

It reaches public addresses only, reads no more than it was told to, and ends by its deadline, whatever the
other side does (docs/decisions/0040).
"""

from newsroom.errors import FetchError, ForbiddenAddressError
from newsroom.guarded_http.client import GuardedHttp
from newsroom.guarded_http.errors import FetchFailedError, FetchTimeoutError, ResponseTooLargeError
from newsroom.guarded_http.exchange import Response

__all__ = [
    "FetchError",
    "FetchFailedError",
    "FetchTimeoutError",
    "ForbiddenAddressError",
    "GuardedHttp",
    "Response",
    "ResponseTooLargeError",
]
