"""Whether a verb is said of such a document: statements are issued, agreements struck, laws amended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.grammar import is_passive, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.readings import VerbReading

_PUBLIC_REACH = 6
_CARRIED = frozenset("motion text draft proposal motions texts drafts proposals".split())
_OF_COURTS = frozenset({"opinion", "ruling", "judgment", "judgement"})
_HANDED_DOWN = frozenset({"issue", "deliver", "release", "publish"})
_SET_KINDS = frozenset({"resolution", "decision"})


def fitting(verb: Token, reading: VerbReading, phrases: list[DocumentPhrase]) -> Action | None:
    """The action that fits the kind of document, or None when the verb says nothing about such a document."""
    first, lemma = phrases[0], lemma_of(verb)
    if reading.reason == "issued" or lemma == "announce":
        return "adopted" if _is_made_known(verb, lemma, phrases) else None
    if reading.reason == "taken":
        return "adopted" if first.kind == "decision" and first.strong else None
    if not _suits(verb, lemma, reading, first):
        return None
    if reading.action == "extended" and first.kind in _SET_KINDS:
        return "adopted"
    return reading.action


def _is_made_known(verb: Token, lemma: str, phrases: list[DocumentPhrase]) -> bool:
    """As in "issued a statement", "closed its session with nine decisions"."""
    first = phrases[0]
    if verb.doc[first.head].lower_ in _OF_COURTS:  # "delivered its advisory opinion"
        return lemma in _HANDED_DOWN
    if lemma == "deliver":
        return False
    known = first.kind in verbs.ISSUED_KINDS and first.strong
    known = known or (first.kind == "resolution" and lemma in {"issue", "release"})
    ends_with = lemma in verbs.CLOSING and first.strong and not first.definite
    known = known or (ends_with and first.kind in _SET_KINDS)
    titled = lemma != "announce" and any(phrase.title for phrase in phrases)
    return (lemma != "make" or _made_public(verb)) and (known or titled)


def _suits(verb: Token, lemma: str, reading: VerbReading, first: DocumentPhrase) -> bool:
    """Whether the verb is said of such a document in the sense of the reading."""
    if lemma in verbs.OF_AGREEMENTS and reading.action == "agreed":
        exchanged = lemma == "exchange" and first.strong  # documents, but not views
        return first.kind in verbs.AGREEMENT_KINDS or exchanged
    if lemma in verbs.FIGURATIVE and not first.strong:
        # "The motion was carried by 30 votes to 7", but no report is.
        return lemma == "carry" and is_passive(verb) and verb.doc[first.head].lower_ in _CARRIED
    if lemma in verbs.ENDED_BY_LIFTING:
        return first.kind in {"sanctions", "law"}
    if lemma == "amend":
        return first.kind in {"law", "charter"} and not first.draft
    if reading.reason == "verb" and lemma == "get":  # "got through thirty resolutions"
        return first.plural and first.strong
    return not (lemma == "carry" and reading.reason == "verb" and not is_passive(verb))


def _made_public(verb: Token) -> bool:
    """As in "made public", "made the statement public"; "made" alone says nothing."""
    return any(token.lower_ == "public" for token in verb.subtree if abs(token.i - verb.i) <= _PUBLIC_REACH)
