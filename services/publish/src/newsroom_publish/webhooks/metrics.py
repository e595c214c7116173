"""What Prometheus learns about the webhooks."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

ATTEMPTS = Counter(
    "newsroom_webhook_attempts_total", "Requests made for deliveries, by what became of it", ["outcome"]
)
SECONDS = Histogram(
    "newsroom_webhook_attempt_seconds",
    "Duration of these requests",
    buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30),
)
WAIT_SECONDS = Histogram(
    "newsroom_webhook_first_attempt_delay_seconds",
    "From when a delivery was due to the start of its first attempt",
    buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 15, 60, 300, 1_800),
)
IN_FLIGHT = Gauge("newsroom_webhook_in_flight", "Requests under way")
DISABLED = Counter("newsroom_webhook_endpoints_disabled_total", "Endpoints that were disabled for failing")
