"""The abstract: two or three sentences of the report, word for word, chosen by what they state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import notes_of, text_of
from newsroom_enrich.components import component
from newsroom_enrich.components.events.dateline import heads

if TYPE_CHECKING:
    from spacy.tokens import Doc

MAX_SENTENCES = 3
MAX_CHARACTERS = 900
_MIN_WORDS = 5
_NO_PROSE = re.compile(
    r"^\W*(?:photos?|pictures?|image|credit|by|read also|reporting|additional reporting|with "
    r"reporting|media contact|note to editors)\b",
    re.IGNORECASE,
)


@component("abstract")
def abstract(doc: Doc) -> None:
    """Take the lead and the sentences that state decisions, in the order of the text."""
    text = text_of(doc)
    tops = heads(text)
    spans = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    sentences = [(start, end) for start, end in spans if _is_prose(text[start:end], start, tops)]
    notes = notes_of(doc)
    stating = [r.evidence.start for r in notes.resolutions if r.status != "planned"]
    notes.abstract = join(text, choose(sentences, stating))


def choose(sentences: list[tuple[int, int]], stating: list[int]) -> list[tuple[int, int]]:
    """The lead, the sentences in which a decision is stated, and where none is, the one behind the lead.

    `stating` holds offsets inside the sentences that state decisions.
    """
    if not sentences:
        return []
    wanted = [sentences[0]]
    wanted += [s for s in sentences[1:] if any(s[0] <= offset < s[1] for offset in stating)]
    if len(wanted) == 1:
        wanted += sentences[1:2]
    return wanted[:MAX_SENTENCES]


def join(text: str, spans: list[tuple[int, int]]) -> str:
    """The sentences as they stand in the text, one space between them, whole sentences up to
    MAX_CHARACTERS.
    """
    parts: list[str] = []
    for start, end in spans:
        part = text[start:end].strip()
        if parts and sum(map(len, parts)) + len(part) > MAX_CHARACTERS:
            break
        parts.append(
            part if parts or len(part) <= MAX_CHARACTERS else part[:MAX_CHARACTERS].rsplit(" ", 1)[0]
        )
    return " ".join(parts)


def _is_prose(sentence: str, at: int, tops: list[tuple[int, int]]) -> bool:
    """A sentence of the report proper: no dateline, byline, credit or paragraph number."""
    text = sentence.strip()
    if len(text.split()) < _MIN_WORDS or _NO_PROSE.match(text):
        return False
    # A head line, or a dateline with the dash behind it.
    return not any(
        start <= at < end and not any(map(str.isalnum, sentence[end - at :])) for start, end in tops
    )
