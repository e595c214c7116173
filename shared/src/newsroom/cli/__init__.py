"""The `newsroom` command; services add theirs through the entry-point group newsroom.commands."""

from newsroom.cli.shell import main

__all__ = ["main"]
