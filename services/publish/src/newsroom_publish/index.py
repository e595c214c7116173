"""The index of the digest: what is kept of each summary, and the effects that change it.

`summary:<id>` is a hash with the stored version. `digest:all` and one `digest:by:<facet>:<value>` a term are
sorted sets of summary ids, scored by the moment (Unix milliseconds) from which the world may see the summary:
an embargo is a score in the future, so it needs no timer. A canceled summary keeps its hash and is in no set.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from newsroom import keys
from newsroom.contracts import Summary
from newsroom.streams.outcome import Effect
from newsroom_publish.entities import filing
from newsroom_publish.filters import Searchable, Term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

VERSION = "version"
SUMMARY_JSON = "json"
CHANGED = "changed"
_VISIBLE_MS = "visible_ms"
_MODIFIED_MS = "modified_ms"
_TERMS = "terms"
_TEXT = "text"

SEARCHED = (_TERMS, _TEXT)
"""The fields that `read_searched` takes."""

_MAX_PLAIN_TERM_CHARACTERS = 100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """A summary as the digest holds it.

    `visible_at` is its place in the digest, kept by later versions; `modified_at` is when this version may be
    seen. `terms` and `text` are what filters look at, kept since a later release may derive others from the
    same summary.
    """

    summary: Summary
    visible_at: datetime
    modified_at: datetime
    terms: frozenset[Term] = frozenset()
    text: str = ""

    @property
    def listed(self) -> bool:
        """Whether it has a place in the digest at all."""
        return self.summary.status == "usable"

    def public(self, now: datetime) -> bool:
        """Whether the world may see this version."""
        return self.listed and self.modified_at <= now


def milliseconds(moment: datetime) -> int:
    """Unix time, rounded down."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def moment(unix_milliseconds: int) -> datetime:
    """The inverse of `milliseconds`."""
    return _EPOCH + timedelta(milliseconds=unix_milliseconds)


def summary_key(partition: int, summary_id: UUID | str) -> str:
    """The hash of one summary."""
    return keys.key(partition, "summary", summary_id)


def all_key(partition: int) -> str:
    """The sorted set of every listed summary."""
    return keys.key(partition, "digest", "all")


def changed_key(partition: int) -> str:
    """The sorted set whose one member CHANGED has the moment of the last change as its score."""
    return keys.key(partition, "digest", "changed")


def term_key(partition: int, term: Term) -> str:
    """The sorted set of the listed summaries that have the term."""
    value = term.value
    if len(value) > _MAX_PLAIN_TERM_CHARACTERS:
        value = "#" + blake2b(value.encode("utf-8", "replace"), digest_size=16).hexdigest()
    return keys.key(partition, "digest", "by", term.facet, value)


def read(fields: Mapping[bytes | str, bytes | str]) -> Entry | None:
    """The entry in the hash of a summary; None for a hash that does not exist."""
    if not fields:
        return None
    stored = {_text(name): _text(value) for name, value in fields.items()}
    return Entry(
        summary=Summary.model_validate_json(stored[SUMMARY_JSON]),
        visible_at=moment(int(stored[_VISIBLE_MS])),
        modified_at=moment(int(stored[_MODIFIED_MS])),
        terms=_terms(stored[_TERMS]),
        text=stored[_TEXT],
    )


def read_searched(values: Sequence[bytes | str | None]) -> tuple[frozenset[Term], str] | None:
    """Terms and text out of the values of SEARCHED; None for a hash that does not exist."""
    terms, text = values
    return (_terms(_text(terms)), _text(text)) if terms is not None and text is not None else None


def _terms(stored: str) -> frozenset[Term]:
    return frozenset(Term(facet, value) for facet, value in json.loads(stored))


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def indexed(summary: Summary, *, visible_at: datetime, modified_at: datetime) -> Entry:
    """The entry of this version, with what filters look at."""
    if summary.status != "usable":
        return Entry(summary, visible_at, modified_at)
    searchable = Searchable(summary)
    return Entry(summary, visible_at, modified_at, searchable.terms, searchable.text)


def effects(partition: int, old: Entry | None, new: Entry, now: datetime) -> tuple[Effect, ...]:
    """Replace the old entry by the new one, in the store and in every sorted set; register its entities."""
    stale = old.terms - new.terms if old else frozenset()
    # GT: workers commit in another order than they decide.
    changed = Effect("ZADD", changed_key(partition), ("GT", milliseconds(now), CHANGED))
    return (_store(partition, new), *_list(partition, new), *_unlist(partition, new, stale), changed)


def _store(partition: int, entry: Entry) -> Effect:
    fields: dict[str, str | int] = {
        VERSION: entry.summary.version,
        SUMMARY_JSON: entry.summary.model_dump_json(),
        _VISIBLE_MS: milliseconds(entry.visible_at),
        _MODIFIED_MS: milliseconds(entry.modified_at),
        _TERMS: json.dumps(sorted(entry.terms), ensure_ascii=False),
        _TEXT: entry.text,
    }
    flat = tuple(part for field in fields.items() for part in field)
    return Effect("HSET", summary_key(partition, entry.summary.id), flat)


def _list(partition: int, entry: Entry) -> tuple[Effect, ...]:
    if not entry.listed:
        return ()
    member = (milliseconds(entry.visible_at), str(entry.summary.id))
    sets = (all_key(partition), *(term_key(partition, term) for term in sorted(entry.terms)))
    entities = filing.effects(partition, entry.summary)
    return (*(Effect("ZADD", key, member) for key in sets), *entities)


def _unlist(partition: int, entry: Entry, stale: frozenset[Term]) -> tuple[Effect, ...]:
    sets = [term_key(partition, term) for term in sorted(stale)]
    if not entry.listed:
        sets.append(all_key(partition))
    return tuple(Effect("ZREM", key, (str(entry.summary.id),)) for key in sets)
