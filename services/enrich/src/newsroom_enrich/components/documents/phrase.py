"""What is known of a noun phrase that names documents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.elliptic import ORDINALS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsroom.contracts import ResolutionKind
    from newsroom_enrich.components.documents.symbols import Symbol

BARE_DRAFTS = frozenset({"draft", "drafts", "text", "texts", "measure"})


@dataclass(frozen=True, slots=True)
class DocumentPhrase:
    """A noun phrase that names one or several documents. Token indexes count in the Doc.

    `outer` are the tokens that stand for it in the syntax: its head, and a quantity noun before it ("a
    set of"). `count` is None for a plural without a number; `strong` tells that it is a document whoever
    acts on it; `one_more` that it is only called "another" or "one on X".
    """

    head: int
    start: int
    end: int
    kind: ResolutionKind
    count: int | None
    strong: bool
    plural: bool
    title: str | None = None
    symbol: Symbol | None = None
    draft: bool = False
    definite: bool = False
    outer: frozenset[int] = field(default_factory=frozenset)
    one_more: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it has a proper title or a symbol of its own."""
        return self.title is not None or self.symbol is not None

    def is_bare_draft(self, doc: Doc) -> bool:
        """Whether the word says nothing of the kind of document: "the draft", "a text titled “Bees”"."""
        noun = doc[self.head]
        if noun.lower_ in ORDINALS and self.kind == "document":
            return self.draft  # "the first" of two drafts
        return noun.lower_ in BARE_DRAFTS and noun.text not in (self.title or "")
