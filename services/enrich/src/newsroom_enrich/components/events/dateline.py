"""Datelines and paragraph numbers: what stands in a line before its first sentence. Pure text, no language
model.
"""

from __future__ import annotations

import re

_HEAD_LINES = 8
_MAX_HEAD_CHARACTERS = 110
_MAX_WORDS_IN_LOWER_CASE = 3
_DASH = re.compile(r"\s*(?:--+|[\u2012-\u2015])\s*|\s+-\s+|\.-+\s+|\s/(?=\S)")
_COLON = re.compile(r"(?<=\d)[.:]\s+|\s+\|\s+|(?<=[a-z)])\.\s+(?=[A-Z/])")
# "London: The", "Lima, 3 May: The", "DAR ES SALAAM: The", "KAZAN. The".
_CITY_COLON = re.compile(
    r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}, \d{1,2} [A-Z][a-z]+(?: \d{4})?:(?= [A-Z])|"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}:(?= [A-Z])|[A-Z]{3,}(?:[ '’-][A-Z]{2,}){0,3}[:.](?= [A-Z][\w’']*[ ,])"
)
_STOP = re.compile(r"[:.]?\s+")
# "MEXICO CITY, June 17 (Wire) The": an agency in brackets without a dash behind it.
_AGENCY_ENDS = re.compile(
    r"(?:[A-Z]{3,}[A-Z .'’-]*|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}), [A-Z][a-z]+\.? \d{1,2} "
    r"\([^()]{2,30}\)(?= [A-Z])"
)
_NUMBER = re.compile(r"\s*(?:\(?\d{1,3}[.)]|\([a-z]\)|[•*])\s+(?=\S)")
_SENTENCE = re.compile(r"[a-z\u00e0-\u024f)\"”][.!?][\"”]?$")
_CAPITALS = re.compile(r"[A-Z]{3,}[A-Z .'’-]*,? ?(?:[A-Z][\w.]*)?$")
# "ATHENS (own report). The", "VERSAILLES, France. The": a city in capitals, with no dash or day behind it.
_CITY_IN_CAPITALS = re.compile(
    r"[A-Z]{3,}(?:[ '’-][A-Z]{2,}){0,3}(?:, [A-Z][a-z]+(?: [A-Z][a-z]+){0,2})?(?: \([^()]{2,30}\))?$"
)
_PROSE_WORD = re.compile(r"\b[a-z]{2,}\b")


def heads(text: str) -> list[tuple[int, int]]:
    """The short lines at the top of a report, and what stands before the dash of its first paragraph."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n")[:_HEAD_LINES]:
        if line.strip():
            ended = _SENTENCE.search(line.strip()) and not _CAPITALS.match(line)
            whole = len(line) <= _MAX_HEAD_CHARACTERS and not ended
            end = len(line) if whole else _prefix(line)
            if end:
                found.append((at, at + end))
            if not whole:
                break
        at += len(line) + 1
    return found


def lead_offsets(text: str) -> list[int]:
    """Where the first sentence of a line starts behind a dateline or a paragraph number."""
    offsets: list[int] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if match := _NUMBER.match(line):
            offsets.append(at + match.end())
        elif number < _HEAD_LINES and (end := _prefix(line)):
            match = _DASH.match(line, end) or _COLON.match(line, end) or _STOP.match(line, end)
            offsets.append(at + (match.end() if match else end))
        at += len(line) + 1
    return offsets


def _prefix(line: str) -> int:
    """The length of the dateline that opens a line, 0 without one."""
    top = line[:_MAX_HEAD_CHARACTERS]
    if match := _CITY_COLON.match(top):
        return match.end() - 1
    if match := _AGENCY_ENDS.match(top):
        return match.end()
    for pattern in (_DASH, _COLON):
        match = pattern.search(top)
        head = top[: match.start()] if match is not None else ""
        told = match is not None and (
            match[0][0] != "."
            or any(char.isdigit() for char in head)
            or _CITY_IN_CAPITALS.match(head) is not None
        )
        if match and told and match.start() and _is_dateline(top[: match.start()]):
            return match.start()
    return 0


def _is_dateline(head: str) -> bool:
    """Capitals, a date, an agency in brackets; at most a few words in lower case ("London, by our staff")."""
    return (
        head[:1].isupper()
        and len(_PROSE_WORD.findall(head)) <= _MAX_WORDS_IN_LOWER_CASE
        and bool(
            re.match(
                r"[A-Z][A-Z .'’/-]{2,}|"
                r"[A-Z][\w.'’-]*(?:[ ,/-]+(?:[A-Z][\w.'’-]*|el|al|de|da|do|di|la|le|del)){0,4}"
                r"[ ,/-]+(?:\d|\()|"
                r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}$|NEWS|PRESS",
                head,
            )
        )
    )
