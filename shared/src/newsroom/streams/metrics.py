"""What the hops count for Prometheus."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

_HOP = ("stream", "group")

EVENTS = Counter(
    "newsroom_hop_events",
    "Events by result: committed, failed (waits for its next attempt), dead, conflict (handled again), "
    "lost (another worker settled it), repeated (was settled before its group was lost)",
    (*_HOP, "result"),
)
RECLAIMED = Counter("newsroom_hop_reclaimed", "Entries taken over from workers that fell silent", _HOP)
HANDLING_SECONDS = Histogram(
    "newsroom_hop_handling_seconds",
    "Time from taking a batch to its commit",
    _HOP,
    buckets=(0.005, 0.02, 0.1, 0.5, 1, 5, 20, 60, 300),
)
UNREAD = Gauge("newsroom_hop_unread", "Entries that no worker has taken yet", _HOP)
PENDING = Gauge("newsroom_hop_pending", "Entries taken and not settled", _HOP)
