"""What ingest counts."""

from __future__ import annotations

from prometheus_client import Counter

REPORTS = Counter("newsroom_ingest_reports", "Items that came in, by what became of them", ["kind", "status"])
POLLS = Counter("newsroom_ingest_polls", "Polls of feeds, by outcome", ["outcome"])
