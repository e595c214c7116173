"""Reads feeds and raw reports into the stream of reports."""
