"""The errors of Newsroom. Each message is for a person and says what to do next."""

from __future__ import annotations


class NewsroomError(Exception):
    """Anything that Newsroom itself reports as wrong; the command line prints it without a traceback."""


class SettingError(NewsroomError):
    """A setting that stops the start: names the setting, where it stands, and what is expected."""


class Rejected(NewsroomError):  # noqa: N818 - the word of the design: a rejected event
    """An event that can never succeed (invalid, permanent). It goes to the dead letters at once."""


class FetchError(NewsroomError):
    """A request that brought no usable answer; the sentence names the peer, never the whole URL."""


class ForbiddenAddressError(FetchError):
    """A URL whose address this installation must not reach (SSRF guard)."""
