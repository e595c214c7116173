"""The publish hop: a summary that arrives enters the digest, and deliveries are queued for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.contracts import Summary
    from newsroom.streams.outcome import Effect


class Webhooks(Protocol):
    """What the hop needs of the webhooks."""

    async def plan(
        self, previous: Summary | None, summary: Summary, *, due_at: datetime
    ) -> tuple[Effect, ...]:
        """The effects that queue the deliveries of this version; all on keys of the summary's partition.

        `previous` is the stored version that it replaces (it may be canceled), None for the first. No attempt
        may start before `due_at`: it is the end of an embargo, else now.
        """
