"""Date expressions, resolved against the day of publication."""

from newsroom_enrich.components.dates.resolve import DateSpan, Tense, dateline_day, find_dates

__all__ = ["DateSpan", "Tense", "dateline_day", "find_dates"]
