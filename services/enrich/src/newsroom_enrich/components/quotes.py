"""Quotations: words in quotation marks that the report gives as speech, with the person who spoke."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.contracts import Evidence, Quotation
from newsroom_enrich.annotations import notes_of, text_of
from newsroom_enrich.components import component

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Annotations, EntityDraft

_QUOTED = re.compile(r"“([^“”\n]+)”|«([^«»\n]+)»|(?<![\w\"])\"([^\"\n]+)\"(?!\w)")
_SAYS = (
    r"(?:said|says|say|told|tells|wrote|writes|added|adds|warned|noted|stressed|argued|declared|"
    r"stated|explained|remarked|announced|"
    r"insisted|recalled|replied|asked|urged|called|put it|tweeted|posted|emphasi[sz]ed|underlined|"
    r"affirmed|according to|spoke of|"
    r"calling|calls|concluded|observed|commented|cried|quipped|read)"
)
_SAID = re.compile(rf"\b{_SAYS}\b", re.IGNORECASE)
_PRONOUN = re.compile(rf"\b(?:he|she)\s+{_SAYS}\b|\b{_SAYS}\s+(?:he|she)\b", re.IGNORECASE)
_NAMING = re.compile(
    r"\b(?:entitled|titled|called|named|known as|motto|slogan|the word|so-called|dubbed|theme)\s*(?:of\s*)?$",
    re.IGNORECASE,
)
_REACH_CHARACTERS = 220
_MIN_WORDS = 3
_MAX_QUOTATIONS = 40


@component("quotes")
def quotes(doc: Doc) -> None:
    """Add the quotations of a report; words that are a title or a name of something are none."""
    notes = notes_of(doc)
    text = text_of(doc)
    for match in _QUOTED.finditer(text):
        if len(notes.quotations) == _MAX_QUOTATIONS:
            return
        start, end = next(match.span(group) for group in (1, 2, 3) if match[group])
        if not _is_speech(text, match):
            continue
        speaker = _speaker(text, notes, match.start(), match.end())
        name = speaker.name if speaker is not None else None
        notes.quotations.append(
            Quotation(speaker=name, evidence=Evidence(quote=text[start:end], start=start, end=end))
        )


def _is_speech(text: str, match: re.Match[str]) -> bool:
    """Long enough, or said; and not the title of something."""
    if _NAMING.search(text[max(0, match.start() - 25) : match.start()]):
        return False
    words = match[0].split()
    said = _SAID.search(_around(text, match.start(), match.end()))
    if len(words) < _MIN_WORDS:
        return False
    return bool(said) or (len(words) >= 2 * _MIN_WORDS and not words[1][:1].isupper())


def _around(text: str, start: int, end: int) -> str:
    """The paragraph around a quotation, without it, as far as its speaker may stand away."""
    before, after = _context(text, start, end)
    return f"{before} {after}"


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH_CHARACTERS)
    last = text.find("\n", end)
    return text[first:start], text[end : min(last if last >= 0 else len(text), end + _REACH_CHARACTERS)]


def _speaker(text: str, notes: Annotations, start: int, end: int) -> EntityDraft | None:
    """The person named with a verb of saying behind the quotation, else before it, else whom "he" or "she"
    means.
    """
    before, after = _context(text, start, end)
    sentence_after = re.split(r"(?<=[.!?])\s", after, maxsplit=1)[0]
    sentence_before = re.split(r"(?<=[.!?])\s", before)[-1]
    if _SAID.search(sentence_after):
        if _PRONOUN.search(sentence_after):
            return _last_person(notes, start)
        if people := list(notes.mentioned(end, end + len(sentence_after), "person")):
            return people[0]
    if _SAID.search(sentence_before):
        if people := list(notes.mentioned(start - len(sentence_before), start, "person")):
            return people[-1]
        if _PRONOUN.search(sentence_before):
            return _last_person(notes, start - len(sentence_before))
    return None


def _last_person(notes: Annotations, before: int) -> EntityDraft | None:
    """The person named last before an offset."""
    named = [
        (at, entity)
        for entity in notes.entities
        if entity.type == "person"
        for at, _ in entity.mentions
        if at < before
    ]
    return max(named, key=lambda pair: pair[0], default=(0, None))[1]
