"""The forms in which English news text writes dates, as one regular expression a form."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ],
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}

_LONGEST_SHORT_NAME = len("Sept")
_NAMES = sorted((m.title() for m in MONTHS), key=len, reverse=True)
_SHORT_NAMES = [
    name for name in _NAMES if len(name) <= _LONGEST_SHORT_NAME and name not in {"May", "June", "July"}
]
_MONTH_NAMES = "|".join(_NAMES)
_DOTTED = "|".join(rf"{name}\." for name in _SHORT_NAMES)
# Datelines in capitals write "10 NOVEMBER 2023".
_MONTH = rf"(?:{_DOTTED}|{_DOTTED.upper()}|(?:{_MONTH_NAMES}|{_MONTH_NAMES.upper()})\b)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_OVER = (*(f"twenty-{one}" for one in _ONES), "thirtieth", "thirty-first")
# The days of a month in words: "the twenty-sixth day of June".
ORDINALS = {word: day for day, word in enumerate((*_ONES, *_TEENS, *_OVER), start=1)}
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s*(?:[-\u2010-\u2015/]|\bto\b|\band\b|\buntil\b|\bthrough\b|&)\s*"
_WEEKDAY = "(?:" + "|".join(w.title() for w in WEEKDAYS) + "|" + "|".join(w.upper() for w in WEEKDAYS) + ")"
_AFTER = rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})\b)?"
_LED = rf"(?:{_WEEKDAY}(?:,\s*|\s+)(?:the\s+)?)?"
_COUNTED = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several"

# What the forms open with: words in lower case, or NUMBER for what begins with a digit.
NUMBER = "0"
_NUMBER = frozenset({NUMBER})
_COUNTS = _NUMBER | frozenset(
    "a an one two three four five six seven eight nine ten eleven twelve several".split()
)


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write dates. Every match starts at the start of a word, and that word is one of `openings`."""

    name: str
    pattern: re.Pattern[str]
    openings: AbstractSet[str]


# Longer forms come first: the first form that matches at a place wins.
FORMS = [
    Form(name, re.compile(pattern, flags), openings)
    for name, openings, pattern, flags in [
        ("iso", _NUMBER, rf"(?<![\w/-])(?P<year>{_YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)(?![\w/-])", 0),
        ("dotted", _NUMBER, rf"(?<![\w.])(?P<d1>\d{{1,2}})\.(?P<m1>\d{{1,2}})\.(?P<year>{_YEAR})(?!\w)", 0),
        (
            "day month to day month",
            _NUMBER | WEEKDAYS.keys(),
            (
                rf"(?<![\w.,/]){_LED}(?P<d1>{_DAY})\s+(?P<m1>{_MONTH})(?:,?\s+(?P<year1>{_YEAR}))?{_TO}{_LED}"
                rf"(?P<d2>{_DAY})\s+(?P<m2>{_MONTH}){_AFTER}"
            ),
            0,
        ),
        (
            "days month",
            _NUMBER | WEEKDAYS.keys(),
            rf"(?<![\w.,/]){_LED}(?P<d1>{_DAY})(?:\s*,\s*{_DAY})*{_TO}{_LED}(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m1>{_MONTH}){_AFTER}",
            0,
        ),
        (
            "month day to month day",
            MONTHS.keys() | WEEKDAYS.keys(),
            (
                rf"\b{_LED}(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?:,\s+(?P<year1>{_YEAR}))?{_TO}{_LED}(?P<m2>{_MONTH})\s+"
                rf"(?P<d2>{_DAY})(?!\w|:\d)(?:,?\s+(?P<year>{_YEAR})\b)?"
            ),
            0,
        ),
        (
            "month days",
            MONTHS.keys() | WEEKDAYS.keys(),
            (
                rf"\b{_LED}(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?:\s*,\s*{_DAY})*{_TO}(?P<d2>{_DAY})(?![\w%]|:\d)"
                r"(?!\s*(?:percent|per cent|million|countries|members|votes))"
                rf"(?:,?\s+(?P<year>{_YEAR})\b)?"
            ),
            0,
        ),
        (
            "day month",
            _NUMBER | WEEKDAYS.keys(),
            rf"(?<![\w.,/]){_LED}(?P<d1>{_DAY})(?:\s+day)?(?:\s+of)?\s+(?P<m1>{_MONTH}){_AFTER}",
            0,
        ),
        (
            "day in words of month",
            {"the"},
            rf"\b[Tt]he\s+(?P<d1>{_ORDINAL})(?:\s+day)?\s+of\s+(?P<m1>{_MONTH}){_AFTER}",
            0,
        ),
        (
            "month day",
            MONTHS.keys() | WEEKDAYS.keys(),
            rf"\b{_LED}(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?!\w|[:.,]\d)(?:,?\s+(?P<year>{_YEAR})\b)?",
            0,
        ),
        (
            "months year",
            MONTHS.keys(),
            rf"\b(?P<m1>{_MONTH}){_TO}(?P<m2>{_MONTH})(?:,?\s+(?P<year>{_YEAR})\b)?",
            0,
        ),
        (
            "season year",
            {"spring", "summer", "autumn", "fall", "winter"},
            rf"\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?(?P<year>{_YEAR})\b",
            0,
        ),
        ("month year", MONTHS.keys(), rf"\b(?P<m1>{_MONTH})(?:,|\s+of)?\s+(?P<year>{_YEAR})\b", 0),
        (
            "relative month",
            {"last", "next", "this", "earlier"},
            (
                rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s+coming)?|[Tt]his\s+past|"
                rf"[Ee]arlier\s+this)\s+(?P<m1>{_MONTH})"
            ),
            0,
        ),
        (
            "month",
            MONTHS.keys() | {"mid", "late", "early"},
            (
                rf"(?<=\b[Ii]n\s)(?P<m1>{_MONTH})|(?<=\b[Oo]f\s)(?P<m1b>{_MONTH})|"
                rf"(?<=\b[Bb]y\s)(?P<m1c>{_MONTH})"
                rf"|(?<=\b[Ss]ince\s)(?P<m1d>{_MONTH})|(?<=\b[Ff]or\s)(?P<m1e>{_MONTH})|"
                rf"(?<=\b[Uu]ntil\s)(?P<m1f>{_MONTH})"
                rf"|(?P<m1i>{_MONTH})(?=\s+(?:session|summit|meeting|plenary|sitting|conference|gathering|"
                rf"congress|assembly|European\s+Council|[Cc]ouncil)\b)"
                rf"|\b[Mm]id-(?P<m1g>{_MONTH})|\b(?:[Ll]ate|[Ee]arly)\s+(?:in\s+)?(?P<m1h>{_MONTH})"
            ),
            0,
        ),
        (
            "weekdays",
            WEEKDAYS.keys(),
            rf"\b(?P<w1>{_WEEKDAY})(?:{_TO})(?P<w2>{_WEEKDAY})\b",
            0,
        ),
        (
            "weekday",
            WEEKDAYS.keys() | {"last", "next", "this", "the"},
            (
                rf"\b(?:(?P<which>last|next|this|this\s+coming|"
                rf"the\s+coming)\s+)?(?P<w1>{_WEEKDAY})\b(?P<week>\s+(?:of\s+)?last\s+week\b)?"
            ),
            0,
        ),
        (
            "day word",
            {"earlier", "later", "today", "tonight", "yesterday", "tomorrow"},
            r"\b(?:earlier\s+|later\s+)?(?P<word>today|tonight|yesterday|tomorrow)\b",
            re.IGNORECASE,
        ),
        (
            "part of day",
            {"last", "this", "on"},
            (
                r"\b(?:(?P<night>last\s+(?:night|evening))|this\s+(?:morning|afternoon|evening)|"
                r"on\s+the\s+day)\b"
            ),
            re.IGNORECASE,
        ),
        (
            "period",
            {"earlier", "later", "this", "last", "next", "the"},
            (
                r"\b(?P<which>earlier\s+this|later\s+this|(?:earlier|later)\s+in\s+the|this|last|next|the\s+coming|the\s+previous|"
                r"the\s+following)\s+"
                r"(?P<unit>week|month|year)\b(?!['\u2019]?s?\s+old)"
                r"|\b(?P<season>next)\s+(?P<part>spring|summer|autumn|winter)\b"
            ),
            re.IGNORECASE,
        ),
        (
            "weekend",
            {"last", "next", "this", "the", "at", "over", "before", "by"},
            r"\b(?:(?P<which>last|next|this(?:\s+coming)?|the\s+coming|(?:at|over|before|by)\s+the)\s+weekend)\b",
            re.IGNORECASE,
        ),
        (
            "ago",
            _COUNTS,
            rf"\b(?P<number>{_COUNTED})\s+(?P<unit>day|week|month|year)s?\s+ago\b",
            re.IGNORECASE,
        ),
        (
            "in time",
            {"in"},
            rf"\bin\s+(?P<number>{_COUNTED})\s+(?P<unit>day|week|month|year)s?['\u2019]?\s+time\b",
            re.IGNORECASE,
        ),
        (
            "from anchor",
            _COUNTS | {"the", "that", "later", "earlier"},
            (
                rf"\b(?:(?P<number>{_COUNTED})\s+(?P<unit>day|week)s?\s+(?P<way>earlier|before(?!hand)|later)(?!\s+than)"
                rf"|(?<!\bto\s)(?P<word>the\s+(?:day\s+before|previous\s+day|following\s+day|next\s+day|day\s+after|"
                rf"night\s+before|previous\s+(?:morning|afternoon|evening|night))"
                rf"|(?:that|the\s+same|later\s+that|earlier\s+that)\s+(?:day|evening|night|morning|"
                rf"afternoon)))\b"
            ),
            re.IGNORECASE,
        ),
        (
            "years",
            _NUMBER,
            rf"(?<![\w/(.,-])(?P<year>{_YEAR})\s*[-\u2010-\u2015]\s*(?P<year2>{_YEAR}|\d\d)(?![\w/-])",
            0,
        ),
        (
            "year",
            {"mid", "late", "early"},
            rf"\b(?:mid|late|early)[- ](?P<year>{_YEAR})\b(?!-)",
            re.IGNORECASE,
        ),
        (
            "year",
            _NUMBER,
            rf"(?<![\w/(.,$€£-])(?P<year>{_YEAR})(?![\w/-]|[.,]\d|\s*(?:people|votes|men|women|pages|\())",
            0,
        ),
    ]
]
