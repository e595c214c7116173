"""Whether the words say that a deed is only talked of: a condition, a wish, a denial, a possibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.grammar import auxiliaries, climb, hangs_on_clause, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MIGHT = frozenset({"would", "could", "might", "may", "should", "must", "can", "ca", "'d", "’d"})
_NOT_YET = {"not": frozenset({"until", "before"}), "only": frozenset({"when", "after", "if"})}
_CONDITIONS = frozenset("if unless whether once until till lest provided".split())
WISHES = frozenset(
    "call urge ask demand propose suggest want recommend hope warn insist recall remind deny expect "
    "request appeal remember doubt wish beg threaten promise pledge vow encourage invite oblige require "
    "need seek consider advise allow instruct authorize authorise commit".split()
)
INVITES = frozenset({"ask", "invite", "request"})
# Those who are told to do something have not done it.
_TOLD = frozenset("tell order have want like love be arrive fly travel head land".split())
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj"})


def is_said_unreal(verb: Token) -> bool:
    """Whether the words themselves say that a deed was not done: "should adopt", "told them to lift", "a plan
    to sign"; not where only the syntax gives no clue.
    """
    if is_hypothetical(verb) or is_not_until(verb) or is_negated(verb):
        return True
    words = auxiliaries(verb)
    if "to" not in words:
        return bool(words & MIGHT)
    above = verb.head
    if "to" in auxiliaries(above) and above.i != verb.i:  # "were to meet to sign"
        return is_said_unreal(above)
    return verb.dep_ in {"acl", "relcl"} or above.lemma_.casefold() in _TOLD


def is_not_until(verb: Token) -> bool:
    """As in "Not until May will the text be tabled", "Only when all agree will it be signed"."""
    start = verb.sent.start
    second = _NOT_YET.get(verb.doc[start].lower_)
    if second is None or verb.doc[start + 1].lower_ not in second:
        return False
    return not auxiliaries(verb) & {"did", "was", "were"}  # "Not until dawn did they agree"


def is_negated(verb: Token) -> bool:
    return any(
        child.dep_ == "neg" or (child.lower_ in {"never", "nor"} and child.dep_ in {"advmod", "preconj"})
        for child in verb.children
    )


def is_hypothetical(verb: Token) -> bool:
    """Whether the verb stands in a condition, or in what somebody wants, recalls or asks for."""
    below = verb
    for head in (verb, *climb(verb)):
        if _has_condition(head) or (head.i != verb.i and _is_wish(head, below)):
            return True
        below = head
        if head.dep_ in {"relcl", "ROOT"} or _is_participle_on_noun(head) or hangs_on_clause(head):
            break
    return False


def _is_participle_on_noun(verb: Token) -> bool:
    """As in "they pledged restraint in a declaration signed by both": what is signed is no wish."""
    return verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}


def _has_condition(verb: Token) -> bool:
    return any(
        child.dep_ in {"mark", "advmod"} and child.lower_ in _CONDITIONS and child.i < verb.i
        for child in verb.children
    )


def _is_wish(head: Token, below: Token) -> bool:
    """Whether `head` asks for, fears or recalls the clause of `below`."""
    lemma = head.lemma_.casefold()
    if lemma not in WISHES or below.dep_ not in _CLAUSES - {"relcl", "advcl"}:
        return False
    if lemma in INVITES and auxiliaries(head) & WILL and is_passive(head):
        return False
    if below.dep_ == "ccomp" and below.i < head.i and not any(c.dep_ == "mark" for c in below.children):
        return False  # "The law is to be adopted, he promised."
    return not (lemma in {"expect", "allow"} and is_passive(head))
