"""Document symbols: "resolution 2756 (2024)", "A/HRC/51/L.6", "resolution 71/263", "GC(68)/RES/12"."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Slashed codes as the United Nations, its agencies and regional bodies write them.
_CODE = re.compile(
    r"(?<![\w/])[A-Z][A-Za-z]{0,6}(?:\(\d+\))?(?:/(?:[A-Za-z0-9.-]|\(\w+\))+){1,6}(?<![.,(-])(?:\s\((?:19|"
    r"20)\d\d\))?(?![\w/])"
)
_CODE_NEEDS = re.compile(
    r"/(?:RES|DEC|Res\.|Dec\.|L\.|\d{2,4}/|PRST|PV|CONF|\d{1,4}$|Rev|Add|CRP|[IVXL]+$)|\(\d+\)/"
)
_NUMBERED = re.compile(
    r"(?P<word>[Rr]esolutions?|RESOLUTIONS?|UNSCR|UNSC [Rr]esolution|[Dd]ecisions?)\s+(?:[Nn]o\.?\s*|"
    r"[Nn]umber\s+)?"
    r"(?P<number>ES-\d+/\d+|S-\d+/\d+|\d{1,3}/\d{1,3}|\d{2,4})(?:\s*\((?P<year>(?:19|"
    r"20)\d\d)\))?(?![\w/%]|[.,]\d|\s?[-\u2010-\u2015]\s?\d)"
    # "for that resolution 253 members voted"
    r"(?! (?:members?|votes?|voters?|delegat\w+|states|countries|nations|deputies|lawmakers|senators|"
    r"MPs|MEPs|people|parties|governments)\b)"
)
# Behind such a word a code needs no slash: "resolution A41-21", "decision 1/CP.28", "resolution XIV.12".
_CODED = re.compile(
    r"\b(?:[Rr]esolutions?|[Dd]ecisions?|[Rr]ecommendations?)\s+(?:[Nn]o\.?\s*)?"
    r"(?P<code>[A-Z]{1,5}\d{1,3}[-.]\d{1,4}|"
    r"\d{1,3}/[A-Z]{2,5}\.\d{1,3}|[XVI]{1,6}[./]\d{1,3}|[A-Z]{1,4}-\d{1,3}-\d{1,3})(?![\w/-])"
)
_IN_BRACKETS = re.compile(
    r"\((?:(?:contained in )?(?:document|draft resolution|draft decision|"
    r"resolution|decision|draft)s? )?(?=[A-Z])"
)
_DOCKET = re.compile(r"(?<![\w/-])(?:[A-Z]{1,4}-\d{1,4}/\d{2,4}|[A-Z]{2,6}\.\d{1,4}\(\d{1,3}\))(?![\w/-])")
# The Organization of American States: "AG/DEC. 73 (XLIII-O/13)".
_AMERICAN = re.compile(r"(?<![\w/])[A-Z]{2}/(?:RES|DEC)\.\s\d+ \([IVXLC]+-[A-Z]/\d{2}\)")
_LEGAL = re.compile(r"\((?:EU|CFSP|EC)\)\s*(?:No\.?\s*)?\d{2,4}/\d{2,4}")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol at text[start:end]; `number` where only a number stands there, `code` where it is complete.

    `noun` is the word before a number: "Resolution".
    """

    start: int
    end: int
    code: str | None = None
    number: str | None = None
    year: str | None = None
    noun: str | None = None


def find_symbols(text: str) -> list[Symbol]:
    """The symbols of a text in order."""
    whole = [match for pattern in (_LEGAL, _DOCKET, _AMERICAN) for match in pattern.finditer(text)]
    within = [match.span() for match in whole]
    whole += [
        match
        for match in _CODE.finditer(text)
        if _CODE_NEEDS.search(match[0])
        and re.search(r"\d", match[0])
        and not any(start <= match.start() < end for start, end in within)
    ]
    found = [Symbol(match.start(), match.end(), code=match[0]) for match in whole]
    found += [Symbol(*match.span("code"), code=match["code"]) for match in _CODED.finditer(text)]
    for match in _NUMBERED.finditer(text):
        span = (match.start("number"), match.end())
        if match["word"].casefold().startswith("decision") and "/" not in match["number"]:
            continue
        if all(span[1] <= other.start or other.end <= span[0] for other in found):
            found.append(Symbol(*span, number=match["number"], year=match["year"], noun=match["word"]))
    return sorted(found, key=lambda symbol: symbol.start)


def symbol_in_brackets(text: str) -> Symbol | None:
    """The symbol that stands first in brackets: "a text on Yemen (document A/HRC/54/L.20)"."""
    opened = _IN_BRACKETS.search(text)
    if opened is None:
        return None
    return next((s for s in find_symbols(text) if s.code is not None and s.start == opened.end()), None)


def complete(symbol: Symbol, body: str | None, year: int | None) -> str:
    """The usual full form of a symbol, given the body that decided and the year in which it did.

    "2756 (2024)" of the Security Council is "S/RES/2756 (2024)", "71/263" of the General Assembly
    "A/RES/71/263"; what is not known stays as in the text.
    """
    if symbol.code:
        return symbol.code
    number = symbol.number or ""
    name = (body or "").casefold()
    if "/" not in number:
        of_council = "security council" in name or (not name and len(number) == 4)
        told = symbol.year or (str(year) if year else None)
        full = f"{number} ({told})" if told else number
        if of_council:
            return f"S/RES/{full}"
        return f"{symbol.noun} {number} ({symbol.year})" if symbol.year and symbol.noun else number
    if "human rights council" in name:
        return f"A/HRC/RES/{number}"
    if "general assembly" in name:
        return f"A/RES/{number}"
    return number
