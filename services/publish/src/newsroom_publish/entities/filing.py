"""The effects that enter the facts of a summary into the registry, committed with it by the hop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsroom.contracts import Summary
from newsroom.streams.outcome import MAX_ARGUMENTS, Effect
from newsroom_publish.entities import names, search
from newsroom_publish.entities.facts import facts_of


def effects(partition: int, summary: Summary) -> tuple[Effect, ...]:
    """Register what the summary says of its entities; all on keys of its partition.

    Facts are only ever added: other summaries may have said the same.
    """
    facts = facts_of(summary)
    filed = sorted({str(member) for fact in facts for member in search.members(fact)})
    return (
        *(Effect("SADD", names.facts(partition, fact.id), (fact.json(),)) for fact in facts),
        *(
            Effect("ZADD", names.words(partition), tuple(part for member in chunk for part in (0, member)))
            for chunk in _chunks(filed, MAX_ARGUMENTS // 2)
        ),
    )


def _chunks(members: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (members[start : start + size] for start in range(0, len(members), size))
