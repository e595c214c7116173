"""The body of an office that the words beside it do not name: "Speaker", "Council President", "its chair"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.roles import wording
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.reading import Office, Reading

_PARLIAMENT = re.compile(
    r"(?i)\b(?:parliament|national assembly|legislative (?:assembly|council)|house of \w+|chamber of deputies"
    r"|congress|senate|duma|rada|sabha|majlis|mejlis|majilis|mazhilis|kenesh|knesset|sejm|seimas|saeima"
    r"|riigikogu|eduskunta|riksdag|storting|folketing|bundestag|khural|diet|cortes|maslahaty"
    r"|federation council|national council|supreme council|people['’]s (?:council|assembly|congress))\b"
)
_OF_A_PARLIAMENT = re.compile(r"(?i)\b(?:committee|commission|party|speaker|group|caucus|library|office)\b")
_WORDS = re.compile(r"['’ ]")
_CLAUSE_REACH = 120
_COMPOUNDED = re.compile(r"(?i)museum|bank")
_CHAMBER = re.compile(r"(?i)house|chamber|legislature|senate|parliament")


def kind_of(entity: EntityDraft) -> str | None:
    """The kind of a body of the table."""
    body = knowledge.bodies().get(entity.name)
    return body.kind if body else None


def is_parliament(entity: EntityDraft) -> bool:
    """Whether an organization has a speaker."""
    if entity.type != "organization":
        return False
    named = _PARLIAMENT.search(entity.name) and not _OF_A_PARLIAMENT.search(entity.name)
    return kind_of(entity) == "parliament" or bool(named)


def nearest(bodies: Iterable[EntityDraft], before: int) -> EntityDraft | None:
    """The body named last before an offset, else the first one after it."""
    mentions = [(start, body) for body in bodies for start, _ in body.mentions]
    return min(mentions, key=lambda mention: _distance(mention[0], before), default=(0, None))[1]


def _distance(start: int, before: int) -> tuple[bool, int]:
    return start > before, abs(before - start)


def look_for_body(reading: Reading, office: Office) -> None:
    """Commission President; chair of the committee; the council's expert: the body that this means."""
    if found := wording.BODY_BEFORE.match(office.title.text):
        office.owner = body_called(reading, found["word"], office.start)
        if office.owner is not None:
            office.title = replace(office.title, text=office.title.text[found.end() :])
    elif found := wording.BODY_AFTER.match(reading.blanked, office.end):
        office.owner = body_called(reading, found["word"], office.start)
        office.end = found.end()
    elif word := _possessor(reading, office):
        office.owner = body_called(reading, word, office.start)


def _possessor(reading: Reading, office: Office) -> str | None:
    """The short form of a body in "the council's expert" and "the Council, whose President"."""
    if office.possessive is None:
        return None
    if office.possessive.startswith("the "):
        return _WORDS.split(office.possessive)[1]
    if office.possessive not in {"its", "whose"}:
        return None
    low = max(0, office.start - _CLAUSE_REACH)
    found = wording.BODY_OF_POSSESSIVE.search(reading.blanked, low, office.start)
    return found["word"] if found else None


def body_called(reading: Reading, word: str, before: int) -> EntityDraft | None:
    """The organization with a word in its name that was named most until here, else that is named later."""
    organizations = [entity for entity in reading.notes.entities if entity.type == "organization"]
    # "Rijksmuseum" is a museum.
    start = "" if _COMPOUNDED.fullmatch(word) else r"\b"
    whole = re.compile(rf"{start}{re.escape(fold(word))}\b")
    bodies = [entity for entity in organizations if whole.search(fold(entity.name))]
    if _CHAMBER.fullmatch(word) and not any(fold(body.name) == fold(word) for body in bodies):
        return nearest(filter(is_parliament, organizations), before)
    named = [body for body in bodies if min(body.mentions)[0] < before]
    return max(named or bodies, key=lambda body: len(body.mentions), default=None)


def body_in_force(reading: Reading, word: str, before: int) -> EntityDraft | None:
    """The organization that a short form means: of those so called, or else of all, the one named most."""
    if called := body_called(reading, word, before):
        return called
    bodies = [
        entity
        for entity in reading.notes.entities
        if entity.type == "organization" and min(entity.mentions)[0] < before
    ]
    return max(bodies, key=lambda body: len(body.mentions), default=None)
