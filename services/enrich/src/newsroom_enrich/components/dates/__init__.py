"""Date expressions, resolved against the day of publication."""

from newsroom_enrich.components.dates.resolve import DateSpan, Tense, find_dates

__all__ = ["DateSpan", "Tense", "find_dates"]
