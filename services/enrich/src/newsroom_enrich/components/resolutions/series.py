"""Documents told in one series by their titles: "approved drafts on “Rivers”; “Bees”; and “Salt”"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.lexicon import is_plural
from newsroom_enrich.components.documents.titles import quoted
from newsroom_enrich.components.resolutions.listed import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading


def one_by_one(
    reading: Reading, phrases: Sequence[DocumentPhrase], sentence: Span
) -> Sequence[DocumentPhrase]:
    """The phrases of an act, those of a plural that is followed by several titles once for each title.

    A number before the plural counts a set, which stays a document of its own.
    """
    found: list[DocumentPhrase] = []
    end = sentence.start
    for phrase in phrases:
        if phrase.head < end:
            continue  # a word of a title that has been told
        titles = list(_titles_behind(reading, phrase, sentence))
        if len(titles) < 2:
            found.append(phrase)
            continue
        end = titles[-1][1]
        if phrase.count is not None:
            found.append(replace(phrase, title=None, plural=True))
        named = replace(phrase, count=1, plural=False, strong=True, symbol=None)
        found += [replace(named, title=reading.doc[a:b].text, start=a, end=b + 1) for a, b in titles]
    return found


def _titles_behind(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[tuple[int, int]]:
    """The quoted titles behind a plural noun, with no finite verb between them."""
    doc = reading.doc
    if not is_plural(doc[phrase.head].text):
        return
    at = phrase.head + 1
    while (title := quoted(doc, at, sentence.end)) is not None:
        between = doc[at : title[0]]
        if any(token.tag_ in FINITE_TAGS for token in between) or not doc[title[0]].text[0].isupper():
            return
        yield title
        at = title[1] + 1
