"""Pushes summaries to webhooks and to the digest."""
