"""Resolutions of other languages than English, where number and verb leave no doubt.

A finite verb of adoption and a numbered resolution in one sentence, without a negation. What a text merely
recalls ("la résolution 2231, adoptée en 2015") has no such verb, or bears an earlier year, and is left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.contracts import Resolution
from newsroom_enrich.annotations import evidence, notes_of
from newsroom_enrich.components import component

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a language says that a numbered resolution was adopted. The groups are `number` and `year`."""

    numbered: re.Pattern[str]
    adopted: re.Pattern[str]
    undone: re.Pattern[str]


_BOUNDARY = re.compile(r"\n+|(?<=[.!?…؟])\s+(?![a-zà-ÿа-яё\d(])|(?<=[。！？])")
_NUMBER = r"(?P<number>\d{1,3}/\d{1,3}|\d{3,4})(?:\s*[(（](?P<year>\d{4})[)）])?"


def _wording(noun: str, adopted: str, undone: str) -> _Wording:
    return _Wording(
        re.compile(rf"\b(?:{noun})\s+(?:n[o°º.]*\s*|№\s*|رقم\s+)?{_NUMBER}(?![\w/])", re.IGNORECASE),
        re.compile(rf"\b(?:{adopted})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{undone})\b", re.IGNORECASE),
    )


_WORDINGS = {
    "fr": _wording(
        "résolutions?",
        r"(?:a|ont)(?: \w+)? adopté|adopte|(?:a|ont)(?: \w+)? approuvé|a été (?:\w+ )?adoptée",
        r"pas|rejeté\w*|veto|projet de",
    ),
    "es": _wording(
        "resolución|resoluciones",
        r"(?:adoptó|aprobó|aprobaron|adoptaron|fue (?:adoptada|aprobada))",
        r"no|rechaz\w+|vet[oó]|proyecto de",
    ),
    "pt": _wording(
        "resolução|resoluções",
        r"(?:adot|adopt|aprov)(?:ou|aram)|foi (?:adot|adopt|aprov)ada",
        r"não|rejeit\w+|vet\w+|projeto de",
    ),
    "it": _wording(
        "risoluzione|risoluzioni",
        r"(?:ha|hanno) (?:adottato|approvato)|è stata (?:adottata|approvata)",
        r"non|respint\w+|veto|bozza",
    ),
    "de": _wording(
        "Resolution",
        r"verabschiedete[nt]?(?!\s+Resolution)|nahm\w*\b.{0,80}\ban|(?:hat|haben|wurde)\b.{0,120}\b(?:verabschiedet|angenommen)",
        r"nicht|keine|abgelehnt|Veto|Entwurf",
    ),
    "ru": _wording(
        r"резолюци[яюи]", r"принял[аи]?|принята|одобрил[аи]?|одобрена", r"не|вето|отклони\w+|проект\w*"
    ),
    "ar": _wording(r"القرار|قرار", r"اعتمد(?:ت)?|تبنّ?ى|تبنت|أقر(?:ت)?", r"لم|لن|رفض|الفيتو|مشروع"),
    "zh": _Wording(
        re.compile(rf"第?{_NUMBER}\s*号决议"), re.compile("通过"), re.compile("未|没有|否决|草案")
    ),
}


@component("adopted")
def adopted(doc: Doc) -> None:
    """Add a resolution for each numbered one that a sentence says was adopted."""
    notes = notes_of(doc)
    wording = _WORDINGS.get(notes.language or "")
    if wording is not None:
        for start, end in _sentences(doc.text):
            notes.resolutions.extend(_adopted(doc, start, end, wording))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between line breaks and full stops, since not every language has sentences in the Doc."""
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        yield start, boundary.start()
        start = boundary.end()
    yield start, len(text)


def _adopted(doc: Doc, start: int, end: int, wording: _Wording) -> Iterator[Resolution]:
    text = doc.text[start:end]
    verb = wording.adopted.search(text)
    if verb is None or wording.undone.search(text):
        return
    # One verb adopts one resolution, or those that it lists; numbers elsewhere are what the text refers to.
    nearest = min(
        wording.numbered.finditer(text), key=lambda found: abs(found.start() - verb.end()), default=None
    )
    if nearest is not None and not _is_of_old(nearest, notes_of(doc).published_at.year):
        yield Resolution(
            kind="resolution",
            action="adopted",
            status="done",
            count=1,
            symbol=_symbol(nearest),
            body=_body(doc, start, end),
            evidence=evidence(doc, start, end),
        )


def _is_of_old(found: re.Match[str], year: int) -> bool:
    """Whether the resolution is of an earlier year than the news; in January, last year is news."""
    return found["year"] is not None and int(found["year"]) < year - 1


def _symbol(found: re.Match[str]) -> str:
    """The number, with its year, in European digits."""
    number, year = _digits(found["number"]), found["year"]
    return f"{number} ({_digits(year)})" if year else number


def _digits(text: str) -> str:
    return "".join(character if character == "/" else str(unicodedata.digit(character)) for character in text)


def _body(doc: Doc, start: int, end: int) -> str | None:
    """The organization of the sentence, where it names exactly one."""
    named = [*notes_of(doc).mentioned(start, end, "organization")]
    return named[0].name if len(named) == 1 else None
