"""The text of a report as sentences and tokens, made once."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import notes_of, text_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc, Span, Token

    from newsroom_enrich.annotations import Annotations


@dataclass(frozen=True)
class TextReading:
    """A Doc with what earlier components found in it, and its sentences and tokens."""

    doc: Doc
    notes: Annotations = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "notes", notes_of(self.doc))

    @cached_property
    def text(self) -> str:
        """The text of the report; Doc.text builds it anew each time."""
        return text_of(self.doc)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the report, made once: spaCy makes new ones whenever a Doc or a Span is asked."""
        return list(self.doc)

    def tokens_of(self, sentence: Span) -> list[Token]:
        return self.tokens[sentence.start : sentence.end]

    def words_of(self, sentence: Span) -> str:
        """The text of a sentence, cut from that of the report: spaCy puts it together from the tokens."""
        return self.text[sentence.start_char : sentence.end_char]

    @cached_property
    def _lemmas(self) -> list[str]:
        return [token.lemma_ for token in self.tokens]

    def with_lemma(self, lemmas: AbstractSet[str], sentence: Span) -> list[Token]:
        """The tokens of a sentence with one of these lemmas, in order."""
        told = self._lemmas[sentence.start : sentence.end]
        return [self.tokens[at] for at, lemma in enumerate(told, sentence.start) if lemma in lemmas]

    @cached_property
    def sentences(self) -> list[Span]:
        return list(self.doc.sents)

    @cached_property
    def prose(self) -> list[Span]:
        """The sentences that are more than white space."""
        return [sentence for sentence in self.sentences if self.words_of(sentence).strip()]

    @cached_property
    def _prose_starts(self) -> list[int]:
        return [sentence.start for sentence in self.prose]

    def sentence_after(self, sentence: Span) -> Span | None:
        """The next sentence."""
        at = bisect_left(self._prose_starts, sentence.end)
        return self.prose[at] if at < len(self.prose) else None

    def sentence_before(self, sentence: Span) -> Span | None:
        """The sentence before."""
        return next(iter(self.sentences_before(sentence, 1)), None)

    def sentences_before(self, sentence: Span, number: int) -> list[Span]:
        """So many sentences before one, the nearest first."""
        at = bisect_left(self._prose_starts, sentence.start)
        return self.prose[max(0, at - number) : at][::-1]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def index_of(self, sentence: Span) -> int:
        """The place of a sentence among all."""
        return bisect_left(self._starts, sentence.start)

    def earlier_in_paragraph(self, sentence: Span) -> list[Span]:
        """The sentences of its paragraph before one, in order."""
        start = self.text.rfind("\n", 0, sentence.start_char) + 1
        at = first = self.index_of(sentence)
        while first > 0 and self.sentences[first - 1].start_char >= start:
            first -= 1
        return self.sentences[first:at]
