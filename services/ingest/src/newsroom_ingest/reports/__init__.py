"""The intake of raw reports."""
