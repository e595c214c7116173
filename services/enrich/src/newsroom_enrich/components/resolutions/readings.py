"""The ways in which a verb can act on a document, and what that is done to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.grammar import (
    after_preposition,
    agents,
    auxiliaries,
    conjuncts,
    is_by_veto,
    is_passive,
    is_reduced,
    lemma_of,
    objects,
    particle,
    subject,
)
from newsroom_enrich.components.resolutions.idioms import idioms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.resolutions.act import Reason
    from newsroom_enrich.components.resolutions.mood import Mood


_BEING = frozenset("has have been was were is are".split())
_ENDS = frozenset({"xcomp", "advcl", "acl", "relcl"})


@dataclass(frozen=True, slots=True)
class VerbReading:
    """One way to read a verb: what it says is done, the words it is done to, why it counts, and its mood
    where the form of the verb does not tell it.
    """

    action: Action
    words: list[Token]
    reason: Reason = "verb"
    mood: Mood | None = None


def readings(verb: Token) -> Iterator[VerbReading]:
    """The readings of a verb, the most telling first."""
    lemma = lemma_of(verb)
    passive = is_passive(verb)
    down = particle(verb)
    yield from _idiomatic(verb)
    yield from _light(verb, lemma)
    yield from _with_particle(verb, lemma, down)
    yield from _won(verb, lemma)
    for (word, preposition), action in verbs.PREPOSITIONAL.items():
        if word == lemma and (found := after_preposition(verb, preposition)):
            yield VerbReading(action, found)
    if lemma in verbs.TRANSITIVE and down not in {"down", "off", "out", "up"}:
        yield VerbReading(verbs.TRANSITIVE[lemma], patients(verb))
    if lemma in verbs.ISSUED:
        yield VerbReading("adopted", patients(verb), "issued")
    if lemma in verbs.CLOSING:  # "closed their meeting with a declaration"
        yield VerbReading("adopted", after_preposition(verb, "with"), "issued")
    if lemma in verbs.TAKEN:
        yield VerbReading("adopted", patients(verb), "taken")
    falls_to = lemma == "fall" and any(
        child.dep_ == "prep" and child.lower_ == "to" for child in verb.children
    )
    deed = lemma == "fail" and any(child.dep_ == "xcomp" for child in verb.children)
    bears = lemma == "carry" and bool(objects(verb))  # "carries the name of the city"
    if lemma in verbs.INTRANSITIVE and not (passive or falls_to or deed or bears):
        yield VerbReading(verbs.INTRANSITIVE[lemma], _own_subject(verb), "intransitive")
    yield from _put_forward(verb, lemma, passive=passive)
    yield from _votes(verb, lemma)


def _idiomatic(verb: Token) -> Iterator[VerbReading]:
    for action, words in idioms(verb):
        if words is not None:
            yield VerbReading(action, words)
        else:
            own = patients(verb) if is_passive(verb) else _own_subject(verb)
            yield VerbReading(action, own, "intransitive")
    yield from _of_signatures(verb)


def _of_signatures(verb: Token) -> Iterator[VerbReading]:
    """As in "the text bears the signatures of X and Y", "awaits the signature of the president"."""
    lemma = lemma_of(verb)
    for noun in objects(verb) if lemma in {"bear", "await"} else ():
        awaited = verbs.NOMINAL.get(noun.lemma_) if lemma == "await" else None
        if lemma == "bear" and noun.lemma_ == "signature":
            yield VerbReading("signed", _own_subject(verb), "intransitive", mood="done")
        if awaited is not None:
            yield VerbReading(awaited, _own_subject(verb), "put", mood="planned")


def _with_particle(verb: Token, lemma: str, down: str | None) -> Iterator[VerbReading]:
    """As in "voted down the bill", "put out a statement", "sailed through parliament"."""
    if down is None:
        return
    if (lemma, down) in verbs.PHRASAL:
        yield VerbReading(verbs.PHRASAL[lemma, down], patients(verb) or after_preposition(verb, down))
    if (lemma, down) == ("sign", "off"):
        yield VerbReading("approved", patients(verb) if is_passive(verb) else after_preposition(verb, "on"))
    if (lemma, down) in verbs.PHRASAL_ISSUED:
        yield VerbReading("adopted", patients(verb), "issued")
    if (lemma, down) == ("come", "out"):
        yield VerbReading("adopted", _own_subject(verb), "issued")
    led = [inner for child in verb.children if child.lower_ == down for inner in child.children]
    chamber = all(inner.lemma_.casefold() in verbs.CHAMBERS for inner in led)
    if chamber and (lemma, down) in verbs.PHRASAL_INTRANSITIVE:
        yield VerbReading(verbs.PHRASAL_INTRANSITIVE[lemma, down], _own_subject(verb), "intransitive")


def patients(verb: Token) -> list[Token]:
    """What the verb is done to: the object, or the subject of the passive."""
    if not is_passive(verb):
        return objects(verb)
    labels = {"nsubjpass", "nsubj"} if is_reduced(verb) else {"nsubjpass"}
    own = [item for child in verb.children if child.dep_ in labels for item in conjuncts(child)]
    if not own:
        # "Also adopted were the Guidelines": the subject stands behind the verb.
        near = [verb, *(child for child in verb.children if child.dep_ == "auxpass")]
        behind = [child for token in near for child in token.children if child.dep_ == "attr"]
        if verb.dep_ in {"acl", "relcl"} and "to" in auxiliaries(verb):
            return [verb.head]  # "on a date to be agreed"
        return behind or _inherited_subject(verb)
    relative = all(item.tag_ in {"WDT", "WP"} for item in own)
    if not relative or (own[0].lower_ in {"that", "which"} and verb.dep_ != "relcl"):
        return own
    return [found for found in [subject(verb)] if found is not None]


def actors(verb: Token, reason: Reason = "verb") -> tuple[Token, ...]:
    """Who did it; nobody where the document itself is the subject."""
    if reason in {"intransitive", "votes"} or lemma_of(verb) in {"come", "gavel"} or is_by_veto(verb):
        return ()
    if is_passive(verb):
        return tuple(agents(verb))
    found = subject(verb)
    return tuple(conjuncts(found)) if found is not None else ()


def _light(verb: Token, lemma: str) -> Iterator[VerbReading]:
    """As in "put their signatures to X", "gave its approval to X", "voted in favour of X"."""
    nouns = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "nsubj"}]
    for noun in nouns + after_preposition(verb):
        action = verbs.LIGHT.get((lemma, noun.lemma_.casefold()))
        if action is None:
            continue
        leads = ("to", "on", "for", "against", *(("under", "beneath") if action == "signed" else ()))
        found = [item for item in after_preposition(verb, *leads) if item.i != noun.i]
        if noun.lemma_ == "pen":  # "put pen to paper on a treaty"
            led = [t for t in verb.subtree if t.i > noun.i and t.lower_ in {"to", "on"}]
            found += [child for token in led for child in token.children if child.dep_ == "pobj"]
        found += after_noun(noun, "to", "on", "of", "for", "against")
        if action == "vetoed":  # "used its veto to stop the draft"
            ends = [c for head in (verb, noun) for c in head.children if c.dep_ in _ENDS and c.tag_ == "VB"]
            found += [item for end in ends for item in objects(end)]
        # "The gavel came down on X": the subject is no actor.
        yield VerbReading(action, found, "intransitive" if noun.dep_ == "nsubj" else "verb")
        return


def after_noun(noun: Token, *words: str) -> list[Token]:
    """What the prepositions behind a noun lead to: "signing of X and Y", "conclusion of amending X"."""
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in words:
            for inner in child.children:
                things = [inner] if inner.dep_ == "pobj" else [c for c in inner.children if c.dep_ == "dobj"]
                found += [item for thing in things for item in conjuncts(thing)]
    return found


def _won(verb: Token, lemma: str) -> Iterator[VerbReading]:
    """As in "the declaration got the nod", "was given the green light"."""
    if lemma not in verbs.WINS and not (lemma == "give" and is_passive(verb)):
        return
    for item in objects(verb):
        if action := verbs.WON.get(item.lemma_.casefold()):
            yield VerbReading(
                action, patients(verb) if is_passive(verb) else _own_subject(verb), "intransitive"
            )
            return


def _put_forward(verb: Token, lemma: str, *, passive: bool) -> Iterator[VerbReading]:
    """Papers on their way to a body: "will be put before", "is to be submitted", "will vote on"."""
    if lemma == "vote" and not passive:
        yield VerbReading("proposed", after_preposition(verb, "on"), "put")
    due = [c for c in verb.children if c.lower_ in {"due", "ready", "up"} and lemma == "be"]
    for inner in [
        word for head in due for word in [*after_noun(head, "for"), *after_preposition(verb, "for")]
    ]:
        if action := verbs.UP_FOR.get(inner.lemma_.casefold()):
            yield VerbReading(action, _own_subject(verb), "put", mood="planned")
    for inner in after_preposition(verb, "for"):
        if (action := verbs.NOMINAL.get(inner.lemma_.casefold())) and (
            lemma in verbs.EXPECTED or lemma in verbs.SENT
        ):
            goes = lemma == "go" and verb.tag_ == "VBZ"  # "the bill now goes to the president for signature"
            sent = passive and lemma in verbs.SENT - {"open"} and action in {"signed", "ratified"}
            on_its_way = sent and not auxiliaries(verb) - _BEING
            mood: Mood | None = "planned" if goes or on_its_way or lemma in verbs.EXPECTED else None
            yield VerbReading(action, patients(verb) or _inherited_subject(verb), "put", mood=mood)
    words = {child.lower_ for child in verb.children if child.dep_ in {"prep", "prt", "advmod"}}
    if lemma in verbs.PUT_FORWARD or {(lemma, word) for word in words} & verbs.PUT_PHRASES:
        yield VerbReading("proposed", patients(verb) or _inherited_subject(verb), "put")
    if lemma in verbs.ACT_ON and not passive:
        taken = [noun for noun in objects(verb) if noun.lemma_ in verbs.ACT_ON[lemma]]
        led = [found for noun in taken for found in after_noun(noun, "on", "upon")]
        if taken:  # "takes effect on July 1" is no action on it
            yield VerbReading("proposed", led or after_preposition(verb, "on", "upon"), "put")
    if lemma == "have" and "before" in words:
        yield VerbReading("proposed", objects(verb), "put")


def _votes(verb: Token, lemma: str) -> Iterator[VerbReading]:
    """Votes that state the act by themselves: "84 countries supported the resolution", "it drew ten
    votes".
    """
    if lemma in verbs.SUPPORT:
        yield VerbReading("adopted", patients(verb), "support")
    if lemma == "say" and any(child.lower_ == "yes" for child in verb.children):
        yield VerbReading("adopted", after_preposition(verb, "to"), "support")
    if lemma == "be" and (favoured := _favoured(verb)):
        yield VerbReading("adopted", favoured, "support")
    if lemma == "go" and any(c.dep_ == "nsubj" and c.lemma_ == "hand" for c in verb.children):
        yield VerbReading(
            "adopted", after_preposition(verb, "for"), "votes"
        )  # "14 hands went up for the text"
    won = [item for item in objects(verb) if item.lemma_ in {"vote", "support", "backing"}]
    if lemma in verbs.GOT_VOTES and won:
        yield VerbReading("adopted", _own_subject(verb), "votes")
        yield VerbReading("adopted", after_noun(won[0], "for") + after_preposition(verb, "for"), "votes")


def _favoured(verb: Token) -> list[Token]:
    """As in "twelve members were in favour of the draft"."""
    led = [word for word in after_preposition(verb, "in") if word.lower_ in {"favour", "favor"}]
    return [item for word in led for item in after_noun(word, "of")]


def _own_subject(verb: Token) -> list[Token]:
    own = [item for child in verb.children if child.dep_ == "nsubj" for item in conjuncts(child)]
    if verb.dep_ == "relcl" and own and own[0].lower_ in {"that", "which"}:
        return [verb.head]  # "the communiqué that came out of the summit"
    return own or _inherited_subject(verb)


def _inherited_subject(verb: Token) -> list[Token]:
    found = subject(verb)
    if found is None or (is_passive(verb) and found.i > verb.i and verb.dep_ in {"ccomp", "advcl"}):
        return []  # "a decision was approved; it will let ..."
    return [found] if verb.dep_ == "acl" else conjuncts(found)
