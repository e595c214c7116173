"""Whether what a verb says has been done, is planned, has failed, or is only talked of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsroom_enrich.components.resolutions.grammar import (
    auxiliaries,
    carrying_verb,
    clause_above,
    hangs_on_clause,
    is_aside_to_come,
    is_opening_participle,
    is_operative,
    is_passive,
)
from newsroom_enrich.components.resolutions.unreal import (
    INVITES,
    MIGHT,
    WILL,
    WISHES,
    is_hypothetical,
    is_negated,
    is_not_until,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Mood = Literal["done", "earlier", "planned", "failed", "unreal"]

_COMING = frozenset(
    "expect schedule set plan due intend slate poise prepare likely be have remain ready prepared "
    "scheduled expected planned supposed going meet gather tip bind mean pencil destine fix".split()
)
_RESOLVED = frozenset("vote agree decide manage move proceed go resolve choose opt help use exercise".split())
_PROMISED = frozenset({"agree", "decide", "resolve"})
_TO_BE_SIGNED = frozenset({"sign", "ratify", "conclude", "initial"})
_SIGN = frozenset({"sign", "ink", "pen", "initial"})
_COME_TOGETHER = frozenset(
    "meet gather sit assemble convene file line queue step join stand take pause".split()
)
_REFUSED = frozenset("fail refuse decline reject unable unwilling".split())
_REPORTS = frozenset("say tell add announce note state explain report confirm declare".split())
_DOING_AFTER = frozenset("after by in with following upon on before and besides".split())
_PERCEIVED = frozenset("see watch hear witness make let help have".split())
_VERBS = frozenset({"VERB", "AUX"})


def mood(verb: Token) -> Mood:
    """The mood of a verb. "earlier" is the past perfect; "failed" is a deed that did not come about."""
    if is_hypothetical(verb) or is_not_until(verb):
        return "unreal"
    own = _own_mood(verb)
    if own in {"done", "planned", "earlier"} and is_negated(verb):
        return "failed" if own == "done" and not _is_pending(verb) else "unreal"
    return own


def _own_mood(verb: Token) -> Mood:
    words = auxiliaries(verb)
    if words & WILL:
        return "planned"
    if "could" in words and is_negated(verb):
        return "done"  # "could not adopt": negated below
    if words & MIGHT:
        return "planned" if "would" in words and _is_reported(verb) else "unreal"
    if "to" in words:
        return _infinitive(verb)
    if "had" in words:
        return "earlier"
    if "did" in words:
        return "done"
    if _is_perceived(verb):
        return mood(verb.head)
    if verb.tag_ == "VBG" or is_opening_participle(verb):
        return _gerund(verb)
    return _finite(verb)


def _is_reported(verb: Token) -> bool:
    """As in "he said that the plan would be submitted in May": the future of what is told in the past."""
    above = verb.head
    if verb.dep_ == "acl" and any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children):
        above = carrying_verb(verb.head) or above  # "noted with pleasure that it would be signed"
    told = above.lemma_.casefold() in _REPORTS and above.tag_ in {"VBD", "VBG", "VBN"}
    return verb.dep_ in {"ccomp", "acl"} and told


def _is_perceived(verb: Token) -> bool:
    """As in "saw the Senate reject the treaty", "made the House pass the bill"."""
    bare = verb.tag_ in {"VB", "VBP"} and verb.dep_ == "ccomp"
    return bare and verb.head.lemma_ in _PERCEIVED


def _finite(verb: Token) -> Mood:
    """Past forms are done; the present only in the chronicle's "today ... adopts"."""
    if is_operative(verb):
        return "done"
    coordinated = verb.dep_ == "conj" and verb.head.pos_ in _VERBS
    if verb.tag_ in {"VBD", "VBN"}:
        return _shared(verb) if coordinated else "done"
    if coordinated:
        return mood(verb.head)
    return "done" if _reports_in_present(verb) else "unreal"


def _shared(verb: Token) -> Mood:
    """A second verb shares the auxiliary of the first: "will be signed and sent", "had signed and sealed"."""
    if verb.tag_ == "VBD" or any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return "done"
    first = mood(verb.head)
    return first if first in {"planned", "unreal", "earlier"} else "done"


def _infinitive(verb: Token) -> Mood:
    """The mood comes from above: "is to be signed", "voted to adopt", "failed to pass"."""
    above = verb.head
    if above.i == verb.i:
        return "unreal"
    if verb.dep_ == "conj":
        return _infinitive(above) if above.pos_ == "VERB" else "unreal"
    if verb.dep_ in {"relcl", "acl"} or is_aside_to_come(verb):
        return _of_noun(verb)
    if verb.dep_ not in {"xcomp", "ccomp", "acomp", "advcl"}:
        return "unreal"
    lemma = above.lemma_.casefold()
    if lemma in _REFUSED:
        return "failed" if _mood_above(above) == "done" else "unreal"
    if lemma in INVITES:  # "will be asked to approve"
        return "planned" if is_passive(above) and auxiliaries(above) & WILL else "unreal"
    if lemma in _PROMISED and verb.lemma_ in _TO_BE_SIGNED:
        return "planned" if _mood_above(above) == "done" else "unreal"
    if lemma in _RESOLVED or _is_signing_together(verb, above):
        return _mood_above(above)
    if above.lower_ == "able" or lemma == "fall":
        told = {
            child.lower_ for word in (above, above.head) for child in word.children if child.dep_ == "aux"
        }
        return "planned" if told & (WILL | {"should"}) else "unreal"
    coming = lemma in _COMING or above.lower_ in _COMING
    return "planned" if coming and _is_still_coming(above, lemma) else "unreal"


def _of_noun(verb: Token) -> Mood:
    """As in "a plan, to be submitted in May", "became the second state to sign"."""
    noun, above = verb.head, verb.head.head
    joins = noun.dep_ == "attr" and above.lemma_ == "become" and "to" not in auxiliaries(above)
    if joins:
        return _mood_above(above)
    return "planned" if _is_coming_document(verb) else "unreal"


def _is_signing_together(verb: Token, above: Token) -> bool:
    """As in "ministers sat down to sign", "filed past to sign": told as done by those who came for it."""
    told = above.tag_ in {"VBD", "VBN"} and above.lemma_.casefold() in _COME_TOGETHER
    return told and verb.lemma_ in _SIGN


def _is_coming_document(verb: Token) -> bool:
    """As in "will draw up a plan, to be submitted in May": not what somebody asks for."""
    above = carrying_verb(verb)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if not passive or above is None or above.lemma_.casefold() in WISHES:
        return False
    return is_aside_to_come(verb) or mood(above) == "planned"


def _is_still_coming(above: Token, lemma: str) -> bool:
    """Whether "is due to", "expects to" and the like speak of the future of the report, not of a past one."""
    if any(child.dep_ == "neg" for child in above.children):
        return False
    if lemma == "have" and any(child.lower_ == "yet" for child in above.children):
        return False
    if lemma in {"have", "set"} and any(child.dep_ == "dobj" for child in above.children):
        return False
    around = (above, above.head, *above.children)
    was = any(t.lower_ in {"was", "were", "had"} and t.dep_ in {"auxpass", "aux", "ROOT"} for t in around)
    return not (
        was or above.tag_ == "VBD" or above.lower_ in {"was", "were", "had"} or auxiliaries(above) & MIGHT
    )


def _mood_above(above: Token) -> Mood:
    return mood(above) if above.pos_ in _VERBS else "done"


def _gerund(verb: Token) -> Mood:
    """As in "Adopting resolution 2749, the Council", "after signing"; not "without adopting", "for
    signing".
    """
    words = auxiliaries(verb)
    if words & {"is", "are", "'re", "’re"}:
        return "planned"
    if words & {"was", "were"}:
        return "unreal"
    if verb.dep_ == "pcomp":
        return "done" if verb.head.lower_ in _DOING_AFTER else "unreal"
    if _is_absolute(verb):
        return _mood_above(verb.head)
    if hangs_on_clause(verb):
        above = clause_above(verb)
        return mood(above) if above is not None else "unreal"
    leads = (child for child in verb.children if child.dep_ in {"mark", "prep", "advmod"})
    if any(child.lower_ in {"without", "before"} and child.i < verb.i for child in leads):
        return "unreal"
    if verb.dep_ == "advcl":
        return _mood_above(verb.head)
    return mood(verb.head) if verb.dep_ == "conj" else "unreal"


def _is_absolute(verb: Token) -> bool:
    """As in "the Board rebuked Iran, nineteen members voting for the text": a clause with its own subject."""
    own = [child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i]
    led = own[0].left_edge.i - 1 if own else -1
    return led >= 0 and verb.doc[led].text == "," and verb.head.i < verb.i


def _reports_in_present(verb: Token) -> bool:
    present = verb.tag_ in {"VBZ", "VBP"} and verb.dep_ == "ROOT"
    return present and any(token.lower_ in {"today", "hereby"} for token in verb.subtree)


def _is_pending(verb: Token) -> bool:
    """Nothing failed where something "has not been signed yet"."""
    return bool({"has", "have"} & auxiliaries(verb)) or any(child.lower_ == "yet" for child in verb.children)
