"""Documents on which the words around them say that nothing is decided, whatever their likelihood."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAVES_OPEN = frozenset(
    "have shelve postpone defer delay withdraw drop seek want demand oppose criticise criticize discuss "
    "debate draft prepare study mull weigh miss lack need".split()
)
_OF_ONE = frozenset({"a", "his", "her"})
_NOBODY = frozenset({"nobody", "none", "neither"})
_SPOKEN = frozenset({"opinion", "commitment", "pledge", "proposal"})  # exchanged in talks, not on paper
# Of a part of it, or of what people think of it, something is said, and not of the document.
_PARTS = frozenset(
    "clause article paragraph section chapter wording implementation version rejection criticism review "
    "support note study discussion debate opponent critic supporter breach violation".split()
)
_WISHED = frozenset("aim goal idea hope dream target objective ambition wish purpose prize question".split())


def is_left_open(head: Token) -> bool:
    """As in "The House had two bills", "shelved the bill", "the aim is a pact", "a clause of the bill"."""
    if head.dep_ == "attr":
        return any(child.dep_ == "nsubj" and child.lemma_ in _WISHED for child in head.head.children)
    if head.dep_ == "pobj":
        if (head.head.lower_, head.lower_) == ("in", "statement") and head.nbor(-1).lower_ in _OF_ONE:
            return True  # "she said in a statement"
        above = head.head.head
        noted = above.lemma_ == "take" and any(child.lemma_ == "note" for child in above.children)
        return noted or above.lemma_ in _PARTS
    if head.dep_ not in {"dobj", "nsubjpass"}:
        return False
    by_none = any(child.dep_ == "nsubj" and child.lower_ in _NOBODY for child in head.head.children)
    verb = head.head.lemma_.casefold()
    return by_none or verb in _LEAVES_OPEN or (verb == "exchange" and head.lemma_ in _SPOKEN)
