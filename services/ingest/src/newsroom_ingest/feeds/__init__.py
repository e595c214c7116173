"""Polled feeds: when, how, and what becomes of their entries."""
