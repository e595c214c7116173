"""Mentions of bodies that tell of somebody else or of another time: who comes from them, who would join."""

from __future__ import annotations

import re

_OFFICE = (
    r"(?:presidents?|secretar(?:y|ies)[- ]general|chiefs?|heads?|envoys?|ambassadors?|commissioners?|"
    r"directors?|spokes\w+|officials?|high representative|chair(?:man|woman|person)?)\b"
)
_OFFICE_BEHIND = re.compile(rf"(?:['’]s?)? (?:[a-z-]+ ){{0,2}}{_OFFICE}", re.IGNORECASE)
_OFFICE_BEFORE = re.compile(
    rf"{_OFFICE} (?:of|for|to) (?:the )?(?:(?:[A-Z][\w-]+ )+and (?:the )?)?$", re.IGNORECASE
)
# Before a body these tell of who belongs to it, and of other times than now.
_ASIDE = re.compile(
    r"\b(?:join(?:ing|ed|s)?|path (?:in)?to|accession to|bid for|membership (?:of|in)|(?:only|a) member of|"
    r"(?:pull|walk)(?:ed|ing)? out of|before|ahead of|"
    r"(?:refer|report|complain|appeal)(?:s|red|ed|ring|ing)?(?: [\w’'-]+){0,4} to) (?:the )?(?:UN |U\.N\. )?$"
)
# As in "the UN nuclear watchdog", "the EU's border agency".
_AGENCY_BEHIND = re.compile(
    r"(?:['’]s?)? (?:[a-z-]+ ){0,3}(?:agency|watchdog|body|arm|panel|mission|force)\b"
)
_SPONSOR = re.compile(
    r"\b(?:on behalf of|(?:tabled|presented|sponsored|submitted|drafted|proposed|introduced|brought|led) by) "
    r"[^.;]{0,25}$",
    re.IGNORECASE,
)
_REACH = 60
_NEAR = 40


def is_owner(text: str, start: int, end: int) -> bool:
    """As in "the EU's foreign policy chief", "presidents of the Council and the Commission"."""
    before = _OFFICE_BEFORE.search(text, max(0, start - _REACH), start)
    return before is not None or _OFFICE_BEHIND.match(text, end) is not None


def is_of_agency(text: str, end: int) -> bool:
    """As the UN in "governors of the UN nuclear watchdog": another body is meant."""
    return _AGENCY_BEHIND.match(text, end) is not None


def is_by_sponsor(text: str, start: int) -> bool:
    """As in "guidelines submitted by its Sub-Committee"."""
    return _SPONSOR.search(text[max(0, start - _NEAR) : start]) is not None


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether a mention tells of a sponsor, a candidate or another time, is an acronym in brackets, or says
    whose agency another body is.
    """
    before = text[max(0, start - _NEAR) : start]
    aside = is_by_sponsor(text, start) or _ASIDE.search(before) is not None or is_of_agency(text, end)
    return aside or before.endswith("(")
