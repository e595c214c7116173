"""Wires the ingest service."""
