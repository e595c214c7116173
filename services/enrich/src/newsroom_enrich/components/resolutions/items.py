"""Resolutions in the making: what acts state, with the slots filled from their clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.contracts import Resolution
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.documents.symbols import complete
from newsroom_enrich.components.votes import Tally

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom.contracts import Action, ResolutionKind, ResolutionStatus
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.documents.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Item:
    """One resolution with where it stands.

    `sentence` is the index of the sentence and `at` the token that states it; `day_said` tells whether
    its own clause gives the day, `words` by which content words it is known again, `by_pronoun` whether
    the document is only called "it" there, `set_at` the token that states the set of which it is a part.
    `also` tells that it is said to be one more ("also lifted"). `seats` is the number of members of the
    body, where that is certain.
    """

    kind: ResolutionKind
    action: Action
    status: ResolutionStatus
    count: int | None
    sentence: int
    at: int
    phrase: DocumentPhrase | None = None
    title: str | None = None
    body: str | None = None
    day: str | None = None
    day_said: bool = False
    place: str | None = None
    subjects: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    tally: Tally = field(default_factory=Tally)
    words: frozenset[str] = frozenset()
    reason: str = "verb"
    seats: int | None = None
    by_pronoun: bool = False
    also: bool = False
    set_at: int | None = None

    @property
    def symbol(self) -> Symbol | None:
        return self.phrase.symbol if self.phrase is not None else None

    @property
    def is_titled(self) -> bool:
        return self.phrase is not None and self.phrase.title is not None

    @property
    def is_named(self) -> bool:
        """Whether the document has a proper title or a symbol."""
        return self.phrase is not None and self.phrase.is_named

    @property
    def is_definite(self) -> bool:
        return self.phrase is not None and self.phrase.definite

    @property
    def is_anaphoric(self) -> bool:
        """Whether words such as "the text" or "it" stand for a document spoken of before."""
        if self.by_pronoun:
            return True
        if self.phrase is None or self.is_named or self.phrase.strong or not self.is_definite:
            return False
        # "The regulations of the Fund", "the school budget" say what they are; "the text" does not.
        return self.title is None

    def resolution(self, sentences: list[Span]) -> Resolution:
        """The contract value."""
        year = int(self.day[:4]) if self.day else None
        return Resolution(
            kind=self.kind,
            action=self.action,
            status=self.status,
            count=self.count,
            title=self.title,
            symbol=complete(self.symbol, self.body, year) if self.symbol else None,
            body=self.body,
            date=self.day,
            place=self.place,
            subjects=self.subjects if self.count != 1 else (),
            parties=self.parties,
            vote=self.tally.as_vote(self.seats),
            evidence=sentence_evidence(sentences[self.sentence]),
        )
