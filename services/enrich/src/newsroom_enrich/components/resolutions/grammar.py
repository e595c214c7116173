"""What the syntax says about a verb: who does it, to what, and whether it has been done.

Built on the dependency labels of spaCy's English pipelines (ClearNLP style: nsubj, dobj, nsubjpass, agent ...).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

Mood = Literal["done", "earlier", "planned", "failed", "unreal"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MIGHT = frozenset({"would", "could", "might", "may", "should", "must", "can", "ca", "'d", "’d"})
_COMING = frozenset(
    "expect schedule set plan due intend slate poise prepare likely be have remain ready prepared scheduled expected "
    "planned supposed going meet gather tip bind".split()
)
_RESOLVED = frozenset("vote agree decide manage move proceed go resolve choose opt help use exercise".split())
_REFUSED = frozenset("fail refuse decline reject unable unwilling".split())
_CONDITIONS = frozenset("if unless whether once until till lest provided".split())
_WISHES = frozenset(
    "call urge ask demand propose suggest want recommend hope warn insist recall remind deny expect request appeal "
    "remember doubt wish beg threaten promise pledge vow encourage invite oblige require need seek consider advise "
    "allow instruct authorize authorise commit".split()
)
_DOING_AFTER = frozenset("after by in with following upon on before and besides".split())
# "By" leads to how it was done here, not to who did it.
_MEANS = frozenset(
    "vote votes majority consensus margin show acclamation tally ballot hand signature video year month unanimity favour favor deadline end "
    "decree decision resolution time virtue means way percent".split()
)
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj"})
_MAX_CLIMB = 12


def climb(token: Token) -> Iterator[Token]:
    """The heads of a token, nearest first, up to the root."""
    for _ in range(_MAX_CLIMB):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in order."""
    found = [token]
    for item in found:
        found.extend(
            child for child in item.children if child.dep_ in {"conj", "appos"} and child.dep_ == "conj"
        )
    return sorted(found, key=lambda t: t.i)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, also without an auxiliary of its own: "was signed and sealed"."""
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if any(child.dep_ == "aux" for child in verb.children) or any(
        child.dep_ == "dobj" for child in verb.children
    ):
        return False
    if verb.dep_ == "acl" or (
        verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and is_passive(verb.head)
    ):
        return True
    return verb.dep_ in {"advcl", "ccomp"} and not any(child.dep_ == "nsubj" for child in verb.children)


def subject(verb: Token) -> Token | None:
    """The head word of the subject, also when it stands with another verb of the chain."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return _antecedent(child, verb)
    if _hangs_on_clause(verb):
        above = next((head for head in climb(verb) if head.pos_ in {"VERB", "AUX"}), None)
        return subject(above) if above is not None else None
    if verb.dep_ == "acl":
        return verb.head
    if (
        verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "acomp", "parataxis"}
        and verb.head.i != verb.i
    ):
        head = verb.head
        while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
            head = head.head
        return subject(head) if head.i != verb.i and head.pos_ in {"VERB", "AUX"} else None
    return None


def _hangs_on_clause(verb: Token) -> bool:
    """ ", adopting resolution 2723": said of the whole clause, whatever noun the parser hangs it on."""
    return verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.i > 0 and verb.doc[verb.i - 1].text == ","


def _antecedent(word: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if word.tag_ in {"WDT", "WP"} or (
        word.lower_ == "that" and word.dep_ in _SUBJECTS and verb.dep_ == "relcl"
    ):
        for head in (verb, *climb(verb)):
            if head.dep_ == "relcl":
                return head.head
    return word


def objects(verb: Token) -> list[Token]:
    """Direct objects, with what is coordinated with them, and the noun before "which ... signed"."""
    found = [
        item for child in verb.children if child.dep_ in {"dobj", "oprd", "attr"} for item in conjuncts(child)
    ]
    relative = [item for item in found if item.tag_ in {"WDT", "WP"}]
    head = next((h for h in (verb, *climb(verb)) if h.dep_ == "relcl"), None)
    if head is not None and (relative or (not found and head.i == verb.i and _needs_object(verb))):
        found = [item for item in found if item not in relative]
        found.insert(0, head.head)
    return found


def _needs_object(verb: Token) -> bool:
    """A relative clause without a pronoun, or with "that": "the memorandums that India and Sri Lanka signed"."""
    return not is_passive(verb) and any(
        child.dep_ == "nsubj" and child.tag_ not in {"WDT", "WP"} and child.lower_ != "that"
        for child in verb.children
    )


def after_preposition(verb: Token, *words: str) -> list[Token]:
    """The objects of the verb's prepositions (or particles) of these words, with what is coordinated."""
    return [
        item
        for child in verb.children
        if child.dep_ in {"prep", "prt", "dative"} and (not words or child.lower_ in words)
        if child.i > verb.i and child.doc[child.i - 1].lower_ != "not"
        for inner in child.children
        if inner.dep_ == "pobj"
        for item in conjuncts(inner)
    ]


def agents(verb: Token) -> list[Token]:
    """Who did it, in the passive."""
    return [
        item
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and is_passive(verb))
        for inner in child.children
        if inner.dep_ == "pobj" and inner.pos_ != "NUM" and inner.lemma_.casefold() not in _MEANS
        for item in conjuncts(inner)
    ]


def particle(verb: Token) -> str | None:
    """ "down" in "voted down"."""
    for child in verb.children:
        if (
            child.dep_ in {"prt", "advmod", "prep"}
            and child.i - verb.i <= 2
            and child.lower_ in {"down", "through", "out", "over", "off", "up"}
        ):
            return child.lower_
    return None


def mood(verb: Token) -> Mood:
    """Whether the act of the verb is done, was done earlier (past perfect), is planned, failed, or is only talked of."""
    if _is_hypothetical(verb):
        return "unreal"
    own = _own_mood(verb)
    if own in {"done", "planned", "earlier"} and _is_negated(verb):
        return "failed" if own == "done" and not _is_pending(verb) else "unreal"
    return own


def _own_mood(verb: Token) -> Mood:
    words = _auxiliaries(verb)
    if words & _WILL:
        return "planned"
    if words & _MIGHT:
        return "unreal"
    if "to" in words:
        return _infinitive(verb)
    if "had" in words:
        return "earlier"
    if verb.tag_ == "VBG":
        return _gerund(verb)
    if verb.tag_ in {"VBD", "VBN"}:
        return "done" if verb.dep_ != "conj" or verb.head.pos_ not in {"VERB", "AUX"} else _shared(verb)
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return mood(verb.head)
    if verb.tag_ in {"VBZ", "VBP", "VB"}:
        return "done" if _reports_in_present(verb) else "unreal"
    return "unreal"


def _shared(verb: Token) -> Mood:
    """A second verb shares the auxiliary of the first: "will be signed and sent", "had signed and sealed"."""
    if any(child.dep_ in {"aux", "auxpass"} for child in verb.children) or verb.tag_ == "VBD":
        return "done"
    first = mood(verb.head)
    return first if first in {"planned", "unreal", "earlier"} else "done"


def _auxiliaries(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def _infinitive(verb: Token) -> Mood:
    """ "is to be signed", "due to be signed", "voted to adopt", "failed to pass"; not "called on them to sign"."""
    governor = verb.head
    if verb.dep_ == "conj":
        return _infinitive(governor) if governor.pos_ == "VERB" and governor.i != verb.i else "unreal"
    if verb.dep_ not in {"xcomp", "ccomp", "acomp", "advcl"} or governor.i == verb.i:
        return "unreal"
    lemma = governor.lemma_.casefold()
    if lemma in _REFUSED:
        return "failed" if mood_of_governor(governor) == "done" else "unreal"
    if lemma in {"agree", "decide", "resolve"} and verb.lemma_ in {"sign", "ratify", "conclude", "initial"}:
        return "planned" if mood_of_governor(governor) == "done" else "unreal"
    if lemma in _RESOLVED and verb.dep_ in {"xcomp", "ccomp", "advcl"}:
        return mood_of_governor(governor)
    if lemma in _COMING or governor.lower_ in _COMING:
        if any(child.dep_ == "neg" for child in governor.children):
            return "unreal"
        if any(child.dep_ == "dobj" for child in governor.children) and lemma in {"have", "set"}:
            return "unreal"
        past = governor.tag_ == "VBD" or any(
            c.lower_ in {"was", "were", "had"}
            for c in (*governor.children, governor, governor.head)
            if c.dep_ in {"auxpass", "aux", "ROOT"} or c.i == governor.i
        )
        return "unreal" if past or _auxiliaries(governor) & _MIGHT else "planned"
    return "unreal"


def mood_of_governor(governor: Token) -> Mood:
    if governor.pos_ not in {"VERB", "AUX"}:
        return "done"
    return mood(governor)


def _gerund(verb: Token) -> Mood:
    """ "Adopting resolution 2749, the Council ...", "after signing"; not "without adopting", "for signing"."""
    if any(child.lower_ in {"is", "are", "'re", "’re"} and child.dep_ == "aux" for child in verb.children):
        return "planned"
    if any(child.lower_ in {"was", "were"} and child.dep_ == "aux" for child in verb.children):
        return "unreal"
    if verb.dep_ == "pcomp":
        return "done" if verb.head.lower_ in _DOING_AFTER else "unreal"
    if _hangs_on_clause(verb):
        above = next((head for head in climb(verb) if head.pos_ in {"VERB", "AUX"}), None)
        return mood(above) if above is not None else "unreal"
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "prep", "advmod"}}
    if marks & {"without", "before"}:
        return "unreal"
    if verb.dep_ == "advcl":
        return mood_of_governor(verb.head) if verb.head.pos_ in {"VERB", "AUX"} else "done"
    return "unreal" if verb.dep_ != "conj" else mood(verb.head)


def _reports_in_present(verb: Token) -> bool:
    """ "Today the Council adopts ...": the present of a chronicle, with a day."""
    return (
        verb.tag_ in {"VBZ", "VBP"}
        and verb.dep_ == "ROOT"
        and any(t.lower_ in {"today", "hereby"} for t in verb.subtree)
    )


def _is_negated(verb: Token) -> bool:
    return any(
        child.dep_ == "neg" or (child.lower_ in {"never", "nor"} and child.dep_ in {"advmod", "preconj"})
        for child in verb.children
    )


def _is_pending(verb: Token) -> bool:
    """ "has not yet been signed": nothing failed."""
    return bool({"has", "have"} & _auxiliaries(verb)) or any(child.lower_ == "yet" for child in verb.children)


def _is_hypothetical(verb: Token) -> bool:
    """In a condition, or in what somebody wants, recalls or asks for."""
    below = verb
    for head in (verb, *climb(verb)):
        if any(
            child.dep_ in {"mark", "advmod"} and child.lower_ in _CONDITIONS and child.i < head.i
            for child in head.children
        ):
            return True
        if (
            head.i != verb.i
            and below.dep_ in _CLAUSES
            and head.lemma_.casefold() in _WISHES
            and below.dep_ != "relcl"
        ):
            if below.dep_ != "advcl" and not (head.lemma_ in {"expect", "allow"} and is_passive(head)):
                return True
        below = head
        if head.dep_ in {"relcl", "ROOT"}:
            break
    return False


def governor(token: Token) -> int:
    """The verb to whose clause a token belongs, or -1; nouns that act count with the verb above them."""
    for head in climb(token):
        if head.pos_ in {"VERB", "AUX"}:
            return head.i
    return -1
