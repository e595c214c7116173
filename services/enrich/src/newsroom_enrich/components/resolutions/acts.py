"""Acts on documents: which verb or noun of a sentence says that something was done with which documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import decisions, idioms, rulings, things
from newsroom_enrich.components.resolutions.act import Act
from newsroom_enrich.components.resolutions.actors import classify_word
from newsroom_enrich.components.resolutions.companions import accompanied, brought_forth
from newsroom_enrich.components.resolutions.expected import as_expected
from newsroom_enrich.components.resolutions.fitting import fitting
from newsroom_enrich.components.resolutions.grammar import (
    after_preposition,
    is_aside_to_come,
    is_by_veto,
    is_opening_participle,
    is_operative,
    is_passive,
    lemma_of,
    objects,
)
from newsroom_enrich.components.resolutions.instruments import by_documents
from newsroom_enrich.components.resolutions.inverted import inverted
from newsroom_enrich.components.resolutions.listed import FINITE_TAGS
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.components.resolutions.readings import actors, readings
from newsroom_enrich.components.resolutions.sharing import shared_out
from newsroom_enrich.components.resolutions.targets import (
    adjacent,
    before_relative,
    documents,
    leading,
    to_come,
    trailing,
    voted_for,
    what_is_called,
)
from newsroom_enrich.components.resolutions.verbs import TELLING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading
    from newsroom_enrich.components.resolutions.readings import VerbReading

_PRONOUNS = frozenset({"it", "them", "both", "all"})
_BEFORE_ADJECTIVES = frozenset({"DET", "ADJ", "ADV", "PRON"})
# Words for documents that were told before: as the document itself, or as the owner of its adoption.
_FOR_DOCUMENTS = _PRONOUNS | frozenset({"its", "their"})
_VERBS = frozenset({"VERB", "AUX"})


def find_acts(reading: Reading, sentence: Span) -> list[Act]:
    """The acts of one sentence in the order of the text, whatever their mood."""
    acts: list[Act] = []
    tokens = reading.tokens_of(sentence)
    documented = bool(reading.phrases_in(sentence.start, sentence.end))
    # Without a document or a word for one in its sentence, a verb can only decide on a thing.
    told = documented or any(token.lower_ in _FOR_DOCUMENTS for token in tokens)
    verbs = [token for token in tokens if _is_verb(token)]
    positions = {token.i for token in verbs}
    for token in tokens:
        if token.i in positions:
            acts.extend(_verbal(reading, token) if told else things.on_things(reading, token))
            acts.extend(decisions.so_did(reading, token, acts[-1] if acts else None))
        elif told and token.pos_ == "NOUN":
            acts.extend(decisions.in_nouns(reading, token))
    if documented:
        known = [phrase for act in acts for phrase in act.phrases]
        acts.extend(act for act in inverted(reading, sentence) if act.phrases[0] not in known)
        acts.extend(_so_were(reading, sentence))
        acts.extend(by_documents(reading, sentence))
    if not acts and not any(token.tag_ in FINITE_TAGS and token.dep_ != "amod" for token in tokens):
        acts.extend(decisions.verbless(reading, sentence))
    acts.extend(decisions.joint_statements(reading, sentence))
    if not acts and documented:
        acts.extend(act for verb in verbs for act in brought_forth(reading, verb))
    if not acts:
        acts = [act for verb in verbs for act in rulings.rulings(reading, verb)][:1]
    return shared_out(reading, sentence, [as_expected(reading, accompanied(reading, act)) for act in acts])


def _so_were(reading: Reading, sentence: Span) -> list[Act]:
    """As in "So was the Plan on Rivers": the same as in the sentence before."""
    opening = reading.tokens[sentence.start]
    before = reading.sentence_before(sentence) if opening.lower_ == "so" else None
    acts = find_acts(reading, before) if before is not None else []
    return list(decisions.so_did(reading, opening.nbor(), acts[-1])) if acts else []


def _is_verb(token: Token) -> bool:
    if not _looks_like_verb(token):
        return False
    if token.is_title and token.i > token.sent.start and token.nbor(-1).lower_ == "to":
        return False  # "the Conference to Negotiate an Instrument", "the Bill to Amend the Act"
    attributive = token.dep_ == "amod" and token.tag_ == "VBN" and token.i > 0
    # "A ratified treaty": what it is, and not what was done.
    return not (attributive and token.nbor(-1).pos_ in _BEFORE_ADJECTIVES)


def _looks_like_verb(token: Token) -> bool:
    if token.pos_ in _VERBS or is_operative(token):
        return True
    tag = token.tag_
    if tag == "NNP":
        return is_opening_participle(token)
    return tag.startswith("VB") and token.dep_ not in {"amod", "compound"}


def _verbal(reading: Reading, verb: Token) -> Iterator[Act]:
    """The act of a verb in its first reading that leads to a document, else what it decides without one."""
    if lemma_of(verb) not in TELLING and lemma_of(verb) not in idioms.VERBS:
        return
    passive = is_passive(verb)
    for way in readings(verb):
        phrases = _documents(reading, verb, way, passive=passive)
        pronoun = next((word for word in way.words if word.lower_ in _PRONOUNS), None)
        action = fitting(verb, way, phrases) if phrases else way.action
        if action is None or (not phrases and pronoun is None):
            continue
        yield Act(
            trigger=verb,
            verb=verb,
            action="vetoed" if action == "rejected" and is_by_veto(verb) else action,
            mood=way.mood or mood(verb),
            phrases=tuple(phrases),
            actors=actors(verb, way.reason)
            or _chamber(reading, verb, way)
            or _named_before(reading, verb, way, passive=passive),
            passive=passive,
            pronoun=None if phrases else pronoun,
            reason=way.reason,
        )
        return
    yield from things.on_things(reading, verb)
    yield from decisions.included(reading, verb)


def _chamber(reading: Reading, verb: Token, way: VerbReading) -> tuple[Token, ...]:
    """As in "sailed through the House", "cleared the Senate": the body that the document gets through."""
    if way.reason != "intransitive" or is_passive(verb):
        return ()
    found = [*after_preposition(verb, "through", "past"), *objects(verb)]
    return tuple(word for word in found if classify_word(reading, word) == "body")


def _named_before(reading: Reading, verb: Token, way: VerbReading, *, passive: bool) -> tuple[Token, ...]:
    """The people and states named before an active verb whose subject the syntax lost, by their last
    words.
    """
    if passive or way.reason != "verb":
        return ()
    if verb.dep_ == "amod" and verb.i and verb.nbor(-1).pos_ in {"NOUN", "PROPN"}:
        return (verb.nbor(-1),)  # "the 15-nation organ adopted resolution 2664": taken for an adjective
    return reading.last_words_of_named(verb.sent.start, verb.i)


def _documents(reading: Reading, verb: Token, way: VerbReading, *, passive: bool) -> list[DocumentPhrase]:
    if is_aside_to_come(verb):
        return to_come(reading, verb)
    found = documents(reading, way.words)
    if found:
        return found
    if way.reason == "verb" and not passive and (told := what_is_called(reading, verb)):
        return told
    if way.reason == "verb" and (told := trailing(reading, verb)):
        return told
    if told := before_relative(reading, verb):
        return told
    if way.reason == "votes":
        return voted_for(reading, verb) or (leading(reading, verb) if not way.words else [])
    if passive and verb.dep_ == "acl" and way.reason == "verb" and (told := adjacent(reading, verb)):
        return told
    if passive:
        return [] if way.words else leading(reading, verb)
    return adjacent(reading, verb) if way.reason in {"verb", "issued", "support"} else []
