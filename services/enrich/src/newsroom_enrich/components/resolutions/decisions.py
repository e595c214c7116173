"""Acts told by other words than a verb with its document: in a noun, "so did", "in a joint statement"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import is_in_date
from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.act import Act
from newsroom_enrich.components.resolutions.actors import classify_word
from newsroom_enrich.components.resolutions.grammar import (
    after_preposition,
    agents,
    auxiliaries,
    carrying_verb,
    conjuncts,
    lemma_of,
    objects,
    subject,
)
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.components.resolutions.readings import after_noun
from newsroom_enrich.components.resolutions.targets import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.resolutions.mood import Mood
    from newsroom_enrich.components.resolutions.reading import Reading

_ITS_OR_ALL = frozenset({"its", "their", "all", "both", "them"})
_AFTER = frozenset({"after", "with", "following", "by", "through"})
_BE_AMONG = frozenset({"be", "figure", "rank", "come"})
# Of "the anniversary of the signing" nothing is news but the anniversary.
_MEMORIES = frozenset({"anniversary", "memory", "story", "photo", "picture", "painting", "history"})
_JOINT = frozenset({"joint", "common", "trilateral"})
_SAYING = frozenset({"VBD", "VBP", "VBZ"})
_FINAL = frozenset({"final", "closing", "concluding"})


def in_nouns(reading: Reading, noun: Token) -> Iterator[Act]:
    """As in "saw the signing of X", "closed with the adoption of X", "a vote on X is expected"."""
    lemma = noun.lemma_.casefold()
    if lemma == "ceremony" and any(child.lower_ == "signing" for child in noun.lefts):
        lemma = "signing"  # "a signing ceremony for the treaty was held"
    action: Action | None = "proposed" if lemma == "vote" else verbs.NOMINAL.get(lemma)
    verb = carrying_verb(noun)
    if action is None or noun.tag_ == "NNS" or verb is None or noun.head.head.lemma_ in _MEMORIES:
        return
    leads = ("on",) if lemma == "vote" else ("of", "under", "to", "for")
    owner = next((word for word in _standing_for(noun) if _stands_for_documents(word)), None)
    if owner is not None and _is_expected(verb) and noun.dep_ in {"nsubj", "nsubjpass"}:
        by = tuple(item for word in (noun, owner) for item in after_noun(word, "by"))
        yield Act(
            noun, verb, action, "planned", pronoun=owner, actors=by, reason="noun"
        )  # "Its signing is expected in May", "Adoption of all four is due in May"
    owners = [child for child in noun.children if child.dep_ == "poss"]  # "the resolution's adoption"
    led = after_noun(noun, *leads) or owners
    if lemma == "conclusion":  # "announced the conclusion of negotiations on a free trade agreement"
        led = [item for word in led for item in _negotiated(word) or [word]]
    phrases = tuple(documents(reading, led))
    if not phrases:
        return
    by = tuple(after_noun(noun, "by"))
    if (
        lemma == "vote" and lemma_of(verb) == "fail" and mood(verb) == "done"
    ):  # "the vote on the draft failed"
        yield Act(noun, verb, "rejected", "done", phrases, reason="intransitive")
        return
    expected = _is_expected(verb) or mood(verb) == "planned"
    if expected and noun.dep_ in {"nsubj", "nsubjpass"}:
        yield Act(
            noun, verb, action, "planned", phrases, actors=by, reason="put" if lemma == "vote" else "noun"
        )
    elif action != "proposed" and (_happened(noun, verb) or _is_told_of_body(reading, noun, verb)):
        yield Act(noun, verb, action, mood(verb), phrases, actors=by, reason="noun")


def _negotiated(word: Token) -> list[Token]:
    return after_noun(word, "on", "for", "about") if word.lemma_ in {"negotiation", "talk"} else []


def _standing_for(noun: Token) -> list[Token]:
    """The words that can stand for the documents of an act in a noun: "its signing", "adoption of both"."""
    return [*noun.lefts, *after_noun(noun, "of")]


def _stands_for_documents(word: Token) -> bool:
    return word.lower_ in _ITS_OR_ALL or (word.pos_ == "NUM" and word.dep_ == "pobj")


def _is_expected(verb: Token) -> bool:
    """As in "is expected in May", "is due in May"."""
    due = verb.lemma_ == "be" and any(child.lower_ == "due" for child in verb.children)
    return lemma_of(verb) in verbs.EXPECTED or due


def _happened(noun: Token, verb: Token) -> bool:
    if lemma_of(verb) in verbs.GREETED and noun.dep_ in {"nsubjpass", "dobj"}:
        return any(is_in_date(token) for token in verb.sent)
    return lemma_of(verb) in verbs.HAPPENING or (verb.lemma_ == "be" and noun.dep_ == "attr")


def _is_told_of_body(reading: Reading, noun: Token, verb: Token) -> bool:
    """As in "the rejection of the treaty by the Senate dismayed Brussels": what is told has happened."""
    year = str(reading.setting.day.year)
    dated = [date.first for _, date in reading.dates_in(noun.left_edge.i, noun.right_edge.i + 1)]
    # "The adoption of the treaty by the Senate": the syntax may hang it on the treaty.
    by = [item for word in (noun, *after_noun(noun, "of")) for item in after_noun(word, "by")]
    if not by or mood(verb) != "done" or any(not first.startswith(year) for first in dated):
        return False
    leads = noun.dep_ == "nsubj" or (noun.dep_ == "pobj" and noun.head.lower_ in _AFTER)
    return leads and classify_word(reading, by[0]) == "body"


def included(reading: Reading, verb: Token) -> Iterator[Act]:
    """As in "Documents adopted at the session include the Plan": what was done with the subject."""
    if mood(verb) == "unreal" and verb.tag_ not in {"VBP", "VBZ"}:
        return
    if verb.lemma_ in _BE_AMONG:
        yield from _among(reading, verb)
    if verb.lemma_ not in {"include", "comprise"}:
        return
    phrases = tuple(phrase for phrase in documents(reading, objects(verb)) if phrase.is_named)
    for child in verb.children:
        if child.dep_ != "nsubj" or reading.phrase_at(child) is None or not phrases:
            continue
        for done in child.children:
            action = verbs.TRANSITIVE.get(done.lemma_.casefold())
            if done.dep_ == "acl" and done.tag_ == "VBN" and action is not None:
                yield Act(done, verb, action, "done", phrases, actors=tuple(agents(done)), passive=True)
                return


def _among(reading: Reading, verb: Token) -> Iterator[Act]:
    """As in "The “Roadmap on Rice” was among the documents signed": a titled one in the set."""
    found = [item for child in verb.children if child.dep_ == "nsubj" for item in conjuncts(child)]
    phrases = tuple(phrase for phrase in documents(reading, found) if phrase.title is not None)
    for noun in after_preposition(verb, "among", "amongst") if phrases else ():
        done = next((child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"), None)
        action = verbs.TRANSITIVE.get(lemma_of(done)) if done is not None else None
        if done is not None and action is not None:
            yield Act(done, verb, action, "done", phrases, actors=tuple(agents(done)), passive=True)
            return


def so_did(reading: Reading, token: Token, before: Act | None) -> Iterator[Act]:
    """As in "X got the nod, and so did Y": the same is done with the subject."""
    if before is None or token.lemma_ not in {"do", "be"}:
        return
    if not any(child.lower_ in {"so", "as"} and child.i < token.i for child in token.children):
        return
    subjects = [
        item for child in token.children if child.dep_ in {"nsubj", "attr"} for item in conjuncts(child)
    ]
    if phrases := tuple(documents(reading, subjects)):
        yield replace(before, trigger=token, phrases=phrases, pronoun=None)


def verbless(reading: Reading, sentence: Span) -> Iterator[Act]:
    """A sentence in which the parser saw no finite verb: "X and its allies, led by Y, extended cuts"."""
    for token in reading.tokens_of(sentence):
        action = verbs.DECIDING.get(_deciding_verb(token))
        if action is None or token.dep_ not in {"amod", "acl", "advcl", "ROOT"}:
            continue
        things = [token.head] if token.dep_ == "amod" and token.head.i > token.i else objects(token)
        named = [word for word, _ in reading.named_in(sentence.start, token.i, "organization")]
        if things and named:
            yield Act(token, token, action, "done", thing=things[0], actors=(named[-1],), reason="thing")


def _deciding_verb(participle: Token) -> str:
    """The verb of a participle, which the syntax takes for an adjective before its noun."""
    if participle.tag_ in {"VBN", "VBD"}:
        return participle.lemma_.casefold()
    stem = participle.lower_.removesuffix("d") if participle.tag_ == "JJ" else ""
    return stem if stem in verbs.DECIDING else stem.removesuffix("e")


def joint_statements(reading: Reading, sentence: Span) -> Iterator[Act]:
    """As in "In a joint statement released after the meeting, A and B vowed", "in its final communique": the
    statement was made.
    """
    for phrase in reading.phrases_in(sentence.start, sentence.end):
        noun = reading.doc[phrase.head]
        words = {reading.doc[i].lower_ for i in range(phrase.start, phrase.head)}
        made = words & _FINAL or (words & _JOINT and not phrase.definite)
        if phrase.kind not in verbs.ISSUED_KINDS or not made:
            continue
        if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "by"}:
            continue
        verb = carrying_verb(noun)
        found = subject(verb) if verb is not None else None
        who = tuple(conjuncts(found)) if found is not None else ()
        if verb is None:
            # "In a joint statement issued on Tuesday, Chad and Mali called": taken for what was issued.
            verb = next((t for t in reading.doc[phrase.end : sentence.end] if t.tag_ in _SAYING), None)
            who = reading.last_words_of_named(phrase.end, verb.i) if verb is not None else ()
        if verb is None:
            continue
        told = _mood_of_statement(verb)
        yield Act(noun, verb, _signed_or_adopted(noun), told, (phrase,), actors=who, reason="joint")


def _signed_or_adopted(noun: Token) -> Action:
    """As in "in a joint statement signed by both": what a participle says was done with the statement."""
    beside = (child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")
    told = (verbs.TRANSITIVE.get(lemma_of(child)) for child in beside)
    return next((action for action in told if action == "signed"), "adopted")


def _mood_of_statement(verb: Token) -> Mood:
    """What a statement says is told in the present too: "In a joint statement, they call for calm"."""
    says = verb.tag_ in {"VBP", "VBZ"} or (verb.tag_ == "VB" and verb.dep_ == "ROOT")
    return "done" if says and not auxiliaries(verb) else mood(verb)
