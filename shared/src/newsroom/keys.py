"""Names of everything in Redis.

Each key carries the hash tag of its partition, so that one script can touch all keys of one partition on a
Redis Cluster too. Keys of the installation as a whole live in partition 0.
"""

from __future__ import annotations

from zlib import crc32

PREFIX = "newsroom"

REPORTS = "reports"
SUMMARIES = "summaries"


def partition_of(item_id: object, partitions: int) -> int:
    """The partition of a report or summary id (its canonical string form)."""
    return crc32(str(item_id).encode()) % partitions


def key(partition: int, *parts: object) -> str:
    """The name of a key: partition 0 and the parts "report", id give newsroom:{0}:report:<id>."""
    return ":".join((PREFIX, f"{{{partition}}}", *map(str, parts)))
