"""What the commands of the publish service share: asking it, and printing what came back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console

from newsroom.cli.client import locate

if TYPE_CHECKING:
    from rich.table import Table

PIPE_COLUMNS = 1_000  # what other programs read is never cut


def show(what: str | Table) -> None:
    """Print it; what came from elsewhere is shown as it is, never read as markup."""
    columns = None if sys.stdout.isatty() else PIPE_COLUMNS
    Console(highlight=False, markup=False, soft_wrap=isinstance(what, str), width=columns).print(what)


def ask(method: str, path: str, body: Any = None) -> Any:
    """The JSON that the service answers. Raises NewsroomError with its sentence."""
    with locate("publish") as service:
        return service.request(method, path, json=body).data


def printable(text: str) -> str:
    """The text without what could steer a terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
