"""The acts that a sentence probably tells where no rule found one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.act import Act
from newsroom_enrich.components.resolutions.actors import classify
from newsroom_enrich.components.resolutions.grammar import carrying_verb, is_passive, lemma_of
from newsroom_enrich.components.resolutions.likely.features import features
from newsroom_enrich.components.resolutions.likely.left_open import is_doubted, is_left_open
from newsroom_enrich.components.resolutions.measures import is_voted
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.components.resolutions.readings import actors
from newsroom_enrich.components.resolutions.unreal import is_negated
from newsroom_enrich.weights import trained

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Span, Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

# Picked by the figures on held out training reports (ADR 68). A little below one half: the rules leave fewer
# decisions unread in reports that were read for them than in others.
PROBABLE = 0.45
# Of words that mean a document only beside some verbs ("plan", "opinions").
PROBABLE_WEAK = 0.5
# Where the words seem to say that nothing was done: "had adopted" may be the news all the same.
PROBABLE_SETTLED = 0.7


def likely_acts(
    reading: Reading, sentence: Span, settled: AbstractSet[int], left_out: AbstractSet[int] = frozenset()
) -> list[Act]:
    """The probable acts on the documents of a sentence.

    `settled` has the heads of those on which the words themselves say that nothing was done; those of
    `left_out` are of another time.
    """
    weights = trained("decisions")
    found: list[DocumentPhrase] = []
    if reading.words_of(sentence).isupper():
        return []  # a heading
    for phrase in reading.phrases_in(sentence.start, sentence.end):
        head = reading.doc[phrase.head]
        entity = reading.entity_at(head)
        if (
            phrase.head in left_out
            or is_left_open(head)
            or (entity is not None and entity.type == "organization")
        ):
            continue  # "Committee I of the Convention": who acts
        if phrase.one_more:  # "a statement on trade and a second one": as the one before
            probable = head.dep_ == "conj" and any(head.head.i in other.outer for other in found)
        else:
            probable = weights.probability(features(reading, phrase, sentence)) >= _least(phrase, settled)
        if probable:
            found.append(phrase)
    acts = (_act(reading, phrase, sentence) for phrase in found)
    return [act for act in acts if not (_is_open(act) or _is_of_others(reading, act))]


def _is_open(act: Act) -> bool:
    """As in "could not agree on how to go on with them", "refused to sign it", "left without signing it",
    "unlikely to be adopted", "has yet to ratify it".
    """
    verb = act.verb
    to_do = (
        verb.tag_ == "VB"
        and verb.dep_ not in {"acl", "relcl"}  # "it was the turn of the ministers to exchange documents"
        and verb.head.lemma_ not in {"be", "become"}  # "became the 20th country to sign the treaty"
        and act.mood != "planned"
        and any(c.lower_ == "to" for c in verb.lefts)
    )
    leads = {verb.head.lower_, *(child.lower_ for child in verb.lefts)} if verb.tag_ == "VBG" else set()
    denied = is_negated(verb) or mood(verb) == "failed" or "without" in leads
    return denied or is_doubted(verb) or (to_do and all(p.start > verb.i for p in act.phrases))


def _is_of_others(reading: Reading, act: Act) -> bool:
    """As in "Iran rejected the resolution of the Board", "the coach signed a contract": an opinion of those
    who decide on no such document, or papers of private people.
    """
    if not act.actors or act.passive or lemma_of(act.trigger) not in verbs.TRANSITIVE:
        return False
    who = classify(reading, act)
    if act.action == "rejected":
        return who in {"country", "person", "other"} and not is_voted(reading, act.verb)
    one = all(w.tag_ == "NN" and not reading.entities_in(w.left_edge.i, w.i + 1) for w in act.actors)
    return act.action == "signed" and who == "other" and one


def _least(phrase: DocumentPhrase, settled: AbstractSet[int]) -> float:
    """How probable a decision on the document has to be."""
    if phrase.head in settled:
        return PROBABLE_SETTLED
    return PROBABLE if phrase.strong or phrase.is_named else PROBABLE_WEAK


def _act(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Act:
    head = reading.doc[phrase.head]
    verb = _verb_of(head, sentence)
    action = verbs.TRANSITIVE.get(lemma_of(verb)) or _usual(phrase)
    return Act(
        trigger=verb,
        verb=verb,
        action=action,
        mood="planned" if mood(verb) == "planned" else "done",
        phrases=(phrase,),
        actors=actors(verb),
        passive=is_passive(verb),
        reason="likely",
    )


def _verb_of(head: Token, sentence: Span) -> Token:
    """The nearest verb of deciding, else the verb on which the document hangs."""
    acts = [t for t in sentence if t.tag_.startswith("VB") and lemma_of(t) in verbs.TRANSITIVE]
    return min(acts, key=lambda t: abs(t.i - head.i), default=None) or carrying_verb(head) or head


def _usual(phrase: DocumentPhrase) -> Action:
    """What is done with such documents where no verb of deciding says it."""
    return "agreed" if phrase.kind in verbs.AGREEMENT_KINDS else "adopted"
