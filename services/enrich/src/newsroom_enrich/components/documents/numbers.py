"""Numbers in English news text, in digits and in words, with their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_DOZEN = 12
_MAX_DIGITS = 12  # longer runs are codes, not counts

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+"
_WORD = "|".join(sorted([*_UNITS, *_TENS, *_SCALES, "dozen", "and", "a", "half"], key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?P<digits>(?<![\w./-])(?:{_DIGITS})(?![\w/]|[.,]\d))|\b(?P<word>{_WORD})\b", re.IGNORECASE
)
_JOINT = re.compile(r"[ \t\u00a0]+|[-\u2010\u2011]")

_ORDINAL_UNITS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
}
_ORDINAL_TENS = {
    word: value * 10
    for value, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), start=2
    )
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands at text[start:end]."""

    value: int
    start: int
    end: int


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    digits: bool


def find_numbers(text: str) -> list[Number]:
    """Every number of the text in order: "22", "1,500", "twenty-two", "two dozen", "half a dozen"."""
    numbers = []
    for run in _runs(text):
        number = _evaluate(run)
        if number is not None:
            numbers.append(number)
    return numbers


def parse_number(text: str) -> int | None:
    """The value of a text that is a number and nothing else, else None."""
    stripped = text.strip()
    found = find_numbers(stripped)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(stripped):
        return found[0].value
    return None


def parse_ordinal(text: str) -> int | None:
    """The value of "44th", "9,876th", "forty-fourth" or "sixth", else None."""
    word = text.strip().casefold()
    if match := re.fullmatch(r"(\d{1,4}|\d{1,2},\d{3})(?:st|nd|rd|th)", word):
        return int(match[1].replace(",", ""))
    if word in _ORDINAL_UNITS:
        return _ORDINAL_UNITS[word]
    if word in _ORDINAL_TENS:
        return _ORDINAL_TENS[word]
    tens, _, unit = re.sub(r"[\s\u2010\u2011]", "-", word).partition("-")
    if tens in _TENS and 0 < _ORDINAL_UNITS.get(unit, 0) < 10:
        return _TENS[tens] + _ORDINAL_UNITS[unit]
    return None


def ordinal(value: int) -> str:
    """The short written form: 44 -> "44th"."""
    if value % 100 in {11, 12, 13}:
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def _runs(text: str) -> list[list[_Token]]:
    """Number tokens grouped where only a space or a hyphen stands between two words."""
    tokens = [
        _Token(match[0].casefold(), match.start(), match.end(), match["digits"] is not None)
        for match in _TOKEN.finditer(text)
    ]
    runs: list[list[_Token]] = [[token] for token in tokens[:1]]
    for left, right in pairwise(tokens):
        gap = text[left.end : right.start]
        if _JOINT.fullmatch(gap) and _continues(left, right, hyphen=not gap.isspace()):
            runs[-1].append(right)
        else:
            runs.append([right])
    return runs


def _continues(left: _Token, right: _Token, *, hyphen: bool) -> bool:
    """Whether two neighbours belong to one number: "twenty two", "three hundred and six", not "two three"."""
    if right.digits:
        return False
    if right.text in _SCALES or right.text == "dozen":
        return left.text != "and"
    if left.digits or (hyphen and left.text not in _TENS):
        return False
    if left.text in _TENS:
        return 0 < _UNITS.get(right.text, 0) < 10
    if left.text in _SCALES:
        return right.text == "and" or right.text in _UNITS or right.text in _TENS
    if left.text == "and":
        return right.text in _UNITS or right.text in _TENS
    return left.text == "half" and right.text == "a"


def _evaluate(run: list[_Token]) -> Number | None:
    """The value of one run, without the loose "a" and "and" at its ends."""
    while run and run[-1].text in {"and", "a", "half"}:
        run = run[:-1]
    while run and run[0].text == "and":
        run = run[1:]
    if not run or (run[0].text in {"a", "half"} and len(run) == 1):
        return None
    value = _value(run)
    return None if value is None else Number(value, run[0].start, run[-1].end)


def _value(run: list[_Token]) -> int | None:
    if run[0].text == "half":
        return _DOZEN // 2 if run[-1].text == "dozen" else None
    if run[0].text in {"dozen", *_SCALES}:
        return None if run[0].text != "dozen" else _DOZEN
    total = current = 0
    for token in run:
        if token.digits:
            digits = re.sub(r"\D", "", token.text)
            if len(digits) > _MAX_DIGITS:
                return None
            current = int(digits)
        elif token.text == "a":
            current = 1
        elif token.text in _SCALES:
            scale = _SCALES[token.text]
            current = max(current, 1) * scale
            if scale > 100:
                total, current = total + current, 0
        elif token.text == "dozen":
            current = max(current, 1) * _DOZEN
        else:
            current += _UNITS.get(token.text, 0) + _TENS.get(token.text, 0)
    return total + current
