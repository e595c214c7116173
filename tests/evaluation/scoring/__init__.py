"""Measures summaries against annotated reports. docs/evaluation.md tells the method."""
