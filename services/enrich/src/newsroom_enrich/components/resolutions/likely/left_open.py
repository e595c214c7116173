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


# "Is unlikely to be adopted", "was close to signing it".
_DOUBTS = frozenset(
    "unlikely impossible premature doubtful reluctant hesitant keen eager close near ready unable unwilling "
    "free able determined anxious entitled".split()
)
_TAKES_FORCE = {
    "enter": frozenset({"into"}),
    "come": frozenset({"into"}),
    "go": frozenset({"into"}),
    "take": frozenset({"effect", "force"}),
    "remain": frozenset({"in"}),
    "be": frozenset({"in"}),
}
_FORCE = frozenset({"force", "effect"})
_FORCE_REACH = 5


def is_doubted(verb: Token) -> bool:
    """As in "unlikely to be adopted", "close to signing it": what somebody may do or may not."""
    above = (verb.head, verb.head.head) if verb.head.pos_ == "ADP" else (verb.head,)
    to_do = verb.dep_ == "pcomp" or any(child.lower_ == "to" for child in verb.lefts)
    return to_do and any(word.lower_ in _DOUBTS for word in above)


def takes_force(head: Token) -> bool:
    """As in "The treaty entered into force", "the law will take effect in May": what was decided before."""
    verb = head.head
    beside = _TAKES_FORCE.get(verb.lemma_.casefold())
    if head.dep_ != "nsubj" or beside is None:
        return False
    near = verb.doc[verb.i + 1 : verb.i + _FORCE_REACH]
    return any(token.lower_ in beside for token in near) and any(token.lower_ in _FORCE for token in near)


def is_left_open(head: Token) -> bool:
    """As in "The House had two bills", "shelved the bill", "the aim is a pact", "a clause of the bill"."""
    if takes_force(head):
        return True
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
