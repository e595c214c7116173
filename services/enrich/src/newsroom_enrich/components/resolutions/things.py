"""Decisions that are told without a document: on a thing, to do something, to let somebody in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.act import Act
from newsroom_enrich.components.resolutions.actors import classify_word
from newsroom_enrich.components.resolutions.balloting import UNCOUNTED
from newsroom_enrich.components.resolutions.grammar import (
    after_preposition,
    agents,
    is_operative,
    is_passive,
    lemma_of,
    objects,
    subject,
)
from newsroom_enrich.components.resolutions.measures import is_sum, measures
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.components.resolutions.readings import actors, patients
from newsroom_enrich.components.resolutions.targets import ADJACENT_TOKENS, documents
from newsroom_enrich.components.votes import read_tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.resolutions.act import Reason
    from newsroom_enrich.components.resolutions.reading import Reading

# "A general approach", "the Council's negotiating mandate": what ministers agree on a draft law.
_POSITIONS = frozenset({"approach", "mandate"})
# What bodies resolve to do that is no decision to be listed.
_IDLE = frozenset(
    "meet look continue work consider discuss remain cooperate talk consult intensify strengthen deepen "
    "enhance promote develop explore study seek try go wait return stay speak support focus join take make "
    "do have be adjourn pursue proceed step boost review examine proceed debate hear ask call urge".split()
)
_TOLD_BY_ITSELF = frozenset({"ROOT", "conj", "ccomp"})
_MANY_VOTES = 12
_VOTING = frozenset("vote favour favor against ballot".split())
_BY_VOTE = frozenset({"adopted", "approved", "rejected", "extended"})
_RESOLVE = frozenset("agree decide resolve vote".split())
_BY_ALL = frozenset("consensus acclamation unanimously vote ballot decision majority".split())


def on_things(reading: Reading, verb: Token) -> Iterator[Act]:
    """As in "approved a flag", "agreed on a framework", "decided to invite Finland", "admitted Fiji"."""
    lemma = lemma_of(verb)
    if told := list(_voted_through(reading, verb, lemma)) or list(_spent(reading, verb, lemma)):
        yield from told
    elif lemma in verbs.DECIDING:
        things = [word for word in patients(verb) if word.pos_ in {"NOUN", "PROPN"}]
        yield from _on_each(verb, verbs.DECIDING[lemma], things)
    elif lemma == "agree" and not is_passive(verb):
        yield from _agreed(reading, verb)
    elif lemma == "reach":
        yield from _on_first(verb, "agreed", _positions(verb), "thing")
    elif lemma in {"decide", "resolve", "vote"}:
        yield from _resolved(reading, verb)
    elif lemma in verbs.LETS_IN and not _is_agreed(verb):
        yield from _let_in(reading, verb)


def _spent(reading: Reading, verb: Token, lemma: str) -> Iterator[Act]:
    """As in "approved $60 billion in aid"."""
    if lemma == "approve" and any(is_sum(word) for word in patients(verb)):
        yield from measures(reading, verb)


def _voted_through(reading: Reading, verb: Token, lemma: str) -> Iterator[Act]:
    """As in "aid for Fiji passed 366-58", "the candidacy was approved by 20 votes to three"."""
    passive = is_passive(verb)
    action = verbs.TRANSITIVE.get(lemma) if passive else verbs.INTRANSITIVE.get(lemma)
    if action not in _BY_VOTE or agents(verb) or objects(verb) or mood(verb) != "done":
        return
    documents_told = reading.phrases_in(verb.sent.start, verb.sent.end)
    if verb.dep_ not in _TOLD_BY_ITSELF or any(phrase.strong for phrase in documents_told):
        return
    found = patients(verb)[:1] if passive else [word for word in [subject(verb)] if word is not None]
    if not found or not _is_won_by_vote(reading, verb) or not _can_be_voted_on(reading, found[0]):
        return
    yield Act(verb, verb, action, "done", thing=found[0], passive=passive, reason="measure")


def _is_won_by_vote(reading: Reading, verb: Token) -> bool:
    """Whether the numbers are those of votes: a match is won by two to one."""
    tally = read_tally(reading.words_of(verb.sent), reading.voters_in(verb.sent))
    cast = (tally.in_favour or 0) + (tally.against or 0)
    told = cast >= _MANY_VOTES or any(token.lemma_.casefold() in _VOTING for token in verb.sent)
    return (
        tally.unanimous
        or (tally.is_complete and told)
        or UNCOUNTED.search(reading.words_of(verb.sent)) is not None
    )


def _can_be_voted_on(reading: Reading, word: Token) -> bool:
    """Whether a word is that of a thing or a sum, and not of people or bodies."""
    if reading.entity_at(word) is not None or word.pos_ not in {"NOUN", "PROPN"}:
        return is_sum(word)
    return classify_word(reading, word) == "other"


def _agreed(reading: Reading, verb: Token) -> Iterator[Act]:
    things = [word for word in after_preposition(verb, "on", "upon") if word.pos_ == "NOUN"]
    # "Without a vote, the committee agreed to move it": a decision, whatever it is.
    by_all = UNCOUNTED.search(reading.words_of(verb.sent)) is not None
    deeds = [
        c
        for c in verb.children
        if c.dep_ == "xcomp" and (c.lemma_.casefold() in verbs.RESOLVED_ON or (by_all and not _is_idle(c)))
    ]
    yield from _on_first(verb, "agreed", things, "thing")
    if not any(documents(reading, objects(deed)) for deed in deeds):  # "agreed to prolong the sanctions"
        yield from _on_first(verb, "agreed", deeds, "decided")
    yield from _on_first(verb, "agreed", _positions(verb), "thing")


def _positions(verb: Token) -> list[Token]:
    return [word for word in patients(verb) if word.lemma_.casefold() in _POSITIONS]


def _resolved(reading: Reading, verb: Token) -> Iterator[Act]:
    """As in "decided to invite Finland", "voted, eight to one, to drop the cap", "X joins, they decided"."""
    if lemma_of(verb) == "vote" and (voted := _voted_on(reading, verb)) is not None:
        yield voted
        return
    told = [
        deed
        for deed in _deeds(verb)
        if lemma_of(verb) != "vote" or deed.tag_ == "VB" or _is_that_clause(deed)
    ]
    deeds = [deed for deed in told if deed.dep_ == "ccomp" or not _is_idle(deed)]
    if deeds and not (lemma_of(deeds[0]) in verbs.TELLING and documents(reading, objects(deeds[0]))):
        yield from _on_first(verb, "adopted", deeds, "decided")


def _is_that_clause(deed: Token) -> bool:
    """As in "voted that Russia was responsible"."""
    return deed.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in deed.lefts)


def _is_idle(deed: Token) -> bool:
    """Whether the deed is none ("to meet again"), or one that a rule of its own reads ("to extend")."""
    lemma = deed.lemma_.casefold()
    return lemma in _IDLE or lemma in verbs.DECIDING


def _voted_on(reading: Reading, verb: Token) -> Act | None:
    """As in "voted by 56 to 32, with two abstentions, for a law": the syntax hangs "for" elsewhere."""
    for phrase in reading.phrases_in(verb.i + 1, verb.sent.end):
        leads = reading.tokens[phrase.start - 1]
        action: Action = "rejected" if leads.lower_ == "against" else "adopted"
        in_favour = leads.lower_ == "of" and reading.tokens[leads.i - 1].lower_ in {"favour", "favor"}
        if leads.lower_ in {"for", "against"} or in_favour:
            return Act(verb, verb, action, mood(verb), (phrase,), actors=actors(verb))
        if leads.pos_ == "VERB":
            return None
    return None


def _is_agreed(verb: Token) -> bool:
    """As in "agreed to admit Fiji": the decision is the verb above."""
    above = verb.head
    return verb.dep_ == "xcomp" and above.lemma_ in _RESOLVE and not is_operative(above)


def _let_in(reading: Reading, verb: Token) -> Iterator[Act]:
    """As in "Fiji was admitted by consensus", "the Union suspended Gabon": a state's or a member's place."""
    named = [word for word in patients(verb) if reading.entity_at(word) is not None]
    by_all = any(token.lower_ in _BY_ALL for token in verb.sent)
    as_member = any(word.lemma_ == "member" for word in after_preposition(verb, "as"))
    if not named or (is_passive(verb) and not (by_all or as_member or agents(verb))):
        return
    yield Act(
        verb, verb, "adopted", mood(verb), thing=verb, actors=actors(verb), passive=True, reason="decided"
    )


def _on_each(verb: Token, action: Action, things: list[Token]) -> Iterator[Act]:
    """As in "approved the start of a union and an extension of the mandate": each that is told as one."""
    for number, thing in enumerate(things):
        if number == 0 or any(child.dep_ == "det" for child in thing.lefts):
            yield from _on_first(verb, action, [thing], "thing")


def _on_first(verb: Token, action: Action, things: list[Token], reason: Reason) -> Iterator[Act]:
    if things:
        yield Act(
            verb,
            verb,
            action,
            mood(verb),
            thing=things[0],
            actors=actors(verb),
            passive=is_passive(verb),
            reason=reason,
        )


def _is_reporting(verb: Token) -> bool:
    """As in "..., the ministers decided on Friday": a comma before the subject, no clause behind the verb."""
    found = [child for child in verb.children if child.dep_ == "nsubj"]
    led = found[0].left_edge.i - 1 if found else -1
    return led >= 0 and verb.doc[led].text == ","


def _deeds(verb: Token) -> list[Token]:
    """What was decided to be done: the clause or the infinitive beside "decided", also where the syntax
    hangs it elsewhere.
    """
    told = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.pos_ in {"VERB", "AUX"}]
    behind = [child for child in told if child.i > verb.i and child.pos_ == "VERB"]
    # "Fiji becomes a member, the ministers decided": the decision is told first.
    found = behind or [child for child in told if child.dep_ == "ccomp" and subject(verb) is not None]
    if not found and verb.dep_ == "advcl" and verb.head.i < verb.i and _is_reporting(verb):
        return [verb.head]
    return found or [t for t in verb.subtree if t.tag_ == "VB" and verb.i < t.i <= verb.i + ADJACENT_TOKENS]
