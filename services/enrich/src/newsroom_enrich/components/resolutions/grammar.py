"""What the syntax says about a verb: who does it, and to what.

Built on the dependency labels of spaCy's English pipelines (ClearNLP style: nsubj, dobj, nsubjpass, agent
...).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.lexicon import singular
from newsroom_enrich.components.resolutions.verbs import (
    LEMMAS,
    NEVER_PASSIVE,
    OPENING,
    OPERATIVE,
    PATIENT_VERBS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# "By" leads to how it was done here, not to who did it.
_MEANS = frozenset(
    "vote votes majority consensus margin show acclamation tally ballot hand signature video year month week "
    "day hour unanimity favour favor deadline end decree decision resolution time virtue means way percent "
    "narrowest slimmest barest".split()
)
_VERBS = frozenset({"VERB", "AUX"})
_TIMES = frozenset("minute hour day week moment".split())  # "adopted minutes later"
_NEEDS_NO_PATIENT = frozenset("aux auxpass nsubjpass dobj ccomp xcomp prt attr".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DEEMED = frozenset({"deem", "declare", "consider", "pronounce"})
_CHAINED = frozenset("oprd conj xcomp advcl ccomp pcomp dep acomp parataxis".split())
_PARTICLES = frozenset("down through out over off up".split())
_PARTICLE_REACH = 2
_MAX_CLIMB = 12
_STAMPED = frozenset({"stamp", "stamps", "stamped", "stamping"})


def lemma_of(token: Token) -> str:
    """The lemma in lower case, also of forms that the model does not know."""
    if token.lower_ in _STAMPED and token.i > 1 and token.doc[token.i - 2].lower_ == "rubber":
        return "rubberstamp"
    known = OPENING if is_opening_participle(token) else LEMMAS
    return known.get(token.lower_, token.lemma_.casefold())


def is_opening_participle(token: Token) -> bool:
    """As in "Adopting resolution 2769, the Council renewed": a participle that looks like a name."""
    return token.lower_ in OPENING and token.tag_ == "NNP" and token.dep_ in {"advcl", "dep", "csubj"}


def is_operative(token: Token) -> bool:
    """As in "Decides to suspend Fiji": the verb that opens a paragraph of a communiqué."""
    return token.lower_ in OPERATIVE and token.text[0].isupper() and token.i == token.sent.start


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
        found.extend(child for child in item.children if child.dep_ == "conj")
    return sorted(found, key=lambda t: t.i)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, also without an auxiliary of its own: "was signed and sealed"."""
    if lemma_of(verb) in NEVER_PASSIVE:
        return False
    if is_reduced(verb):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "acl":
        return not any(
            child.dep_ in {"nsubj", "dobj"} and child.lemma_ not in _TIMES for child in verb.children
        )  # a participle, taken for a past
    if verb.tag_ in {"VBN", "VBD"} and (_has_agent_only(verb) or is_deemed(verb)):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if any(child.dep_ in {"aux", "dobj"} for child in verb.children):
        return False
    if verb.dep_ == "acl" or (verb.dep_ == "conj" and verb.head.pos_ in _VERBS and is_passive(verb.head)):
        return True
    return verb.dep_ in {"advcl", "ccomp"} and not any(child.dep_ == "nsubj" for child in verb.children)


def is_deemed(verb: Token) -> bool:
    """As in "the bill is thereby deemed adopted"."""
    return (
        verb.tag_ == "VBN"
        and verb.head.lemma_ in _DEEMED
        and verb.dep_ in {"oprd", "xcomp", "ccomp", "acomp"}
    )


def _has_agent_only(verb: Token) -> bool:
    """As in ", spurned in the Senate by 42 members": nobody but the agent stands by the verb."""
    inner = {child.dep_ for child in verb.children}
    by = [t for child in verb.children if child.lower_ == "by" for t in child.children if t.dep_ == "pobj"]
    agent = "agent" in inner or any(t.pos_ != "NUM" and t.lemma_.casefold() not in _MEANS for t in by)
    alone = verb.tag_ == "VBN" or is_behind_comma(verb)
    return agent and alone and not inner & {"nsubj", "dobj", "aux", "ccomp", "xcomp"}


def is_reduced(verb: Token) -> bool:
    """As in "with all texts adopted", "the charter, adopted at the session, binds": a participle that the
    parser takes for the verb of its noun.
    """
    if verb.tag_ not in {"VBN", "VBD"} or lemma_of(verb) not in PATIENT_VERBS:
        return False
    inner = {child.dep_ for child in verb.children if child.lemma_ not in _TIMES}
    if "nsubj" not in inner or inner & _NEEDS_NO_PATIENT or verb.dep_ == "relcl":
        return False
    return verb.tag_ == "VBN" or is_behind_comma(verb)


def is_aside_to_come(verb: Token) -> bool:
    """As in "a plan, to be submitted in May"."""
    at = verb.i - 2
    return (
        at > verb.sent.start
        and verb.tag_ == "VBN"
        and verb.doc[at : verb.i].text == "to be"
        and verb.doc[at - 1].text == ","
    )


def is_behind_comma(verb: Token) -> bool:
    """Whether a comma stands before a verb and its adverbs: ", likewise adopted today"."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ == "ADV":
        at -= 1
    return at >= 0 and verb.doc[at].text == ","


def subject(verb: Token) -> Token | None:
    """The head word of the subject, also when it stands with another verb of the chain."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        # "Following the vote by X, the Council is expected": the nearest one before the verb.
        return _antecedent(next((c for c in reversed(own) if c.i < verb.i), own[0]), verb)
    if hangs_on_clause(verb):
        above = clause_above(verb)
        return subject(above) if above is not None else None
    if verb.dep_ == "acl":
        return verb.head
    above = carrying_verb(verb) if verb.dep_ in _CHAINED else None
    return subject(above) if above is not None else None


def hangs_on_clause(verb: Token) -> bool:
    """As in ", adopting resolution 2723": said of the whole clause, whatever word the parser hangs it on."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.doc[verb.i - 1].text != ",":
        return False
    return verb.dep_ == "acl" or (verb.dep_ == "advcl" and "to" in auxiliaries(verb.head))


def clause_above(verb: Token) -> Token | None:
    """The finite verb whose clause a participle tells more of: "denounced plans to build, adopting X"."""
    above = [head for head in climb(verb) if head.pos_ in _VERBS]
    finite = (h for h in above if h.tag_ in _FINITE or h.dep_ == "ROOT" or auxiliaries(h) - {"to"})
    return next(finite, above[0] if above else None)


def _antecedent(word: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    relative = word.tag_ in {"WDT", "WP"} or (word.lower_ == "that" and verb.dep_ == "relcl")
    clause = next((head for head in (verb, *climb(verb)) if head.dep_ == "relcl"), None)
    return clause.head if relative and clause is not None else word


def objects(verb: Token) -> list[Token]:
    """Direct objects, with what is coordinated with them, and the noun before "which ... signed"."""
    found = [
        item for child in verb.children if child.dep_ in {"dobj", "oprd", "attr"} for item in conjuncts(child)
    ]
    relative = [item for item in found if item.tag_ in {"WDT", "WP"}]
    head = next((h for h in (verb, *climb(verb)) if h.dep_ == "relcl"), None)
    if (
        not found
        and head is not None
        and verb.dep_ == "conj"
        and verb.head.i == head.i
        and _takes_which(head)
    ):
        return [head.head]  # "a bill which the Senate passed and the president signed"
    if head is not None and (relative or (not found and head.i == verb.i and _needs_object(verb))):
        found = [item for item in found if item not in relative]
        found.insert(0, head.head)
    return found


def _takes_which(verb: Token) -> bool:
    return any(child.dep_ == "dobj" and child.tag_ in {"WDT", "WP"} for child in verb.children)


def _needs_object(verb: Token) -> bool:
    """A relative clause without a pronoun, or with "that": "the memorandums that India and Sri Lanka
    signed".
    """
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
        for first in verb.children
        if first.dep_ == "agent" or (first.dep_ == "prep" and first.lower_ == "by" and is_passive(verb))
        for child in (first, *(other for other in first.rights if other.lower_ == "by"))  # "by A and by B"
        for inner in child.children
        if inner.dep_ == "pobj"
        and inner.pos_ != "NUM"
        and not {inner.lemma_.casefold(), inner.lower_} & _MEANS
        for item in conjuncts(inner)
    ]


def is_by_veto(verb: Token) -> bool:
    """As in "a veto by Russia sank the draft", "struck down by an American veto"."""
    found = [*agents(verb), *(child for child in verb.children if child.dep_ == "nsubj")]
    if verb.dep_ in {"xcomp", "advcl", "acl"}:  # "used its veto to strike down the draft"
        found += [verb.head, *(child for child in verb.head.children if child.dep_ == "dobj")]
    return any(word.lemma_ == "veto" for word in found)


def particle(verb: Token) -> str | None:
    """As "down" in "voted down": the particle of a verb."""
    for child in verb.children:
        near = child.i - verb.i <= _PARTICLE_REACH
        if near and child.lower_ in _PARTICLES and child.dep_ in {"prt", "advmod", "prep"}:
            return child.lower_
    return None


def auxiliaries(verb: Token) -> set[str]:
    """The auxiliaries of a verb, in lower case."""
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def carrying_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    return next((head for head in climb(token) if head.pos_ in _VERBS), None)


def governor(token: Token) -> int:
    """The index of the verb to whose clause a token belongs, or -1."""
    verb = carrying_verb(token)
    return verb.i if verb is not None else -1


def noun_of(word: Token) -> str:
    """The singular of a noun in lower case; the model leaves what it takes for a name as it is, as
    "Representatives" behind a dateline.
    """
    return singular(word.lower_) if word.tag_ == "NNPS" else word.lemma_.casefold()


def noun_phrase_end(head: Token) -> int:
    """The end of a noun phrase with its prepositional complements, without the clauses that hang on it."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in {"prep", "case", "nummod", "compound", "acomp"}:
            inner = child.right_edge.i + 1
            clause = (
                t.i
                for t in head.doc[child.i : inner]
                if t.pos_ in _VERBS and t.dep_ in {"relcl", "acl", "conj", "appos"}
            )
            end = max(end, next(clause, inner))
    return end
