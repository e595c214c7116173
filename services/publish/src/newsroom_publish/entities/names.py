"""The Redis keys of the entities, one function a key.

What an operator decided belongs to the installation (partition 0); what the summaries say of entities lies in
the partition of each summary.
"""

from __future__ import annotations

from hashlib import blake2b

from newsroom import keys
from newsroom_publish.filters import fold

MAX_PLAIN_CHARACTERS = 100


def merged() -> str:
    """HASH id -> the id that it was merged into; empty for one that was split off and stands for itself."""
    return keys.key(0, "entities", "merged")


def state() -> str:
    """HASH whose field REVISION is one more at each decision: tells when a copy in memory is stale."""
    return keys.key(0, "entities", "state")


REVISION = "revision"


def facts(partition: int, entity_id: str) -> str:
    """SET of the facts (JSON) that summaries of the partition gave of an entity; case does not matter."""
    return keys.key(partition, "entity", shortened(fold(entity_id)))


def words(partition: int) -> str:
    """ZSET, all scores 0: a member for each word that begins a name or goes on with it; see `search`."""
    return keys.key(partition, "entities", "words")


def shortened(text: str) -> str:
    """The text where it is short; a long one's beginning and a digest of the whole."""
    if len(text) <= MAX_PLAIN_CHARACTERS:
        return text
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
    return f"{text[:MAX_PLAIN_CHARACTERS]}#{digest}"
