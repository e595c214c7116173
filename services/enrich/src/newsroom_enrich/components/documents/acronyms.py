"""Documents called by the acronym that stood in brackets behind their title: "the DMA"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from newsroom_enrich.components.documents.phrase import DocumentPhrase

_MIN_LETTERS = 2


def by_acronym(doc: Doc, phrases: list[DocumentPhrase]) -> Iterator[DocumentPhrase]:
    """The phrases of acronyms that the text has given to a title before."""
    meant: dict[str, DocumentPhrase] = {}
    for phrase in phrases:
        behind = doc[phrase.end : phrase.end + 3]
        if phrase.title and len(behind) == 3 and behind[0].text == "(" and behind[2].text == ")":
            name = behind[1].text
            if name.isupper() and len(name) >= _MIN_LETTERS:
                meant.setdefault(name, phrase)
    if not meant:
        return
    taken = {at for phrase in phrases for at in range(phrase.start, phrase.end)}
    for token in doc:
        told = meant.get(token.text)
        if told is None or token.i <= told.end + 1 or token.i in taken or token.dep_ == "compound":
            continue
        start = token.i - 1 if token.i and token.nbor(-1).lower_ == "the" else token.i
        yield replace(
            told,
            head=token.i,
            start=start,
            end=token.i + 1,
            definite=True,
            draft=False,
            outer=frozenset({token.i}),
        )
