"""What bodies do to measures, states and sums without a document: they lift a ban, inscribe a town, spend a
billion, turn down a request.

Each sort of deed has its verbs and the nouns that make it a decision, and a body has to do it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.act import Act
from newsroom_enrich.components.resolutions.actors import LEGISLATORS, can_decide, classify_word
from newsroom_enrich.components.resolutions.grammar import (
    after_preposition,
    is_passive,
    lemma_of,
    noun_phrase_end,
    particle,
)
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.components.resolutions.readings import actors, patients
from newsroom_enrich.components.votes import read_tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newsroom.contracts import Action
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Reason
    from newsroom_enrich.components.resolutions.reading import Reading

_ENDS = frozenset("end lift scrap abolish remove cancel revoke terminate rescind discontinue".split())
_SETS = frozenset(
    "impose reimpose introduce tighten ease relax loosen waive suspend freeze widen raise lower cut reduce "
    "double increase cap slash halve declare proclaim reinstate restore set".split()
)
_PROLONGS = frozenset({"extend", "prolong", "renew"})
_MEASURES = frozenset(
    "sanction embargo ban mandate mission restriction suspension emergency curfew tax levy duty tariff quota "
    "cut moratorium blockade requirement cap limit ceiling immunity membership privilege prohibition fee "
    "surcharge subsidy freeze closure zone age threshold penalty contribution status".split()
)
# Whatever these are done to, the will of the body is told.
_ALLOWS = frozenset(
    "ban outlaw prohibit legalise legalize decriminalise decriminalize criminalise criminalize dissolve "
    "disband blacklist inscribe designate reclassify".split()
)
_RECOGNISES = frozenset({"recognise", "recognize"})
_RECOGNISED = frozenset("state statehood independence sovereignty government right genocide".split())
_STOPS = frozenset("suspend freeze halt restore resume".split())
_BENEFITS = frozenset("right support aid assistance funding payment export import deployment visa".split())
_UNSEATS = frozenset("impeach oust depose strip".split())
_FINES = frozenset({"fine", "fin", "fined"})  # as the model has it
_WATCHDOG = re.compile(r"\b(?:Commission|Authority|Court|Council|Tribunal)\b")
_ENTERS = frozenset("put place add include enter".split())
_LISTS = frozenset("list register blacklist".split())
_GRANTS = frozenset({"grant", "confer", "give", "accord"})
_RIGHTS = frozenset("status membership access seat right".split())
_SPENDS = frozenset("approve authorize authorise clear".split())
_CURRENCIES = frozenset("dollar euro pound yen yuan franc rupee rouble ruble krona real rand".split())
_FUNDS = re.compile(r"\b(?:(?:Development|Investment|World) Bank|(?:Monetary|Climate) Fund|Facility)\b")
_REFUSES = frozenset("reject refuse defeat dismiss deny".split())
_REFUSED_WITH = frozenset({("turn", "down"), ("vote", "down"), ("throw", "out"), ("strike", "down")})
_ASKED = frozenset("request bid attempt application petition appeal proposal move call demand".split())
_ORDERS = frozenset({"make", "issue", "give", "hand", "grant"})
_ORDERED = frozenset({"order", "injunction", "warrant"})
_UNDOES = frozenset(
    "annul overturn quash invalidate void block suspend dissolve remove bar disqualify".split()
)
_HIGH = frozenset("constitutional supreme top high highest appeals".split())
_COURT = re.compile(r"\b(?:Court|Tribunal|Chamber)\b")
# "Countries have raised tariffs": each for itself, and not as a body.
_FOR_THEMSELVES = frozenset("country state nation government side party group".split())
_VERBS = frozenset().union(
    *(_ENDS, _SETS, _PROLONGS, _STOPS, _ALLOWS, _RECOGNISES, _UNSEATS, _FINES, _ENTERS, _GRANTS, _SPENDS),
    *(_REFUSES, _ORDERS, _UNDOES),
    (verb for verb, _ in _REFUSED_WITH),
)


def measures(reading: Reading, verb: Token) -> Iterator[Act]:
    """The act of a body that ends, sets, allows, lists, grants, spends or refuses something."""
    lemma = lemma_of(verb)
    if lemma not in _VERBS or verb.dep_ == "pcomp" or mood(verb) != "done":  # "toyed with lifting it"
        return
    found = _deed(reading, verb, lemma)
    if found is None:
        return
    action, thing = found
    who = actors(verb)
    reason = _reason(reading, verb, who, action)
    if reason is None:
        return
    entity = reading.entity_at(thing)
    thing = verb if entity is not None else thing
    yield Act(verb, verb, action, "done", thing=thing, actors=who, passive=is_passive(verb), reason=reason)


def is_sum(word: Token) -> bool:
    """As in "$61 billion", "a loan of 40 million euros"."""
    return any(t.tag_ == "$" or t.lemma_.casefold() in _CURRENCIES for t in word.subtree)


def is_voted(reading: Reading, verb: Token) -> bool:
    """Whether the sentence of a verb gives the result of a vote."""
    return read_tally(reading.words_of(verb.sent), reading.voters_in(verb.sent)).is_complete


def _deed(reading: Reading, verb: Token, lemma: str) -> tuple[Action, Token] | None:
    """What is done to which word, as far as the verb and its nouns make a decision."""
    things = patients(verb)
    if not things:
        return None
    nouns = {word.lemma_.casefold() for word in things}
    if lemma in _REFUSES or (lemma, particle(verb)) in _REFUSED_WITH:
        return ("rejected", things[0]) if nouns & _ASKED or is_voted(reading, verb) else None
    if lemma in _SPENDS:
        return ("approved", things[0]) if is_sum(things[0]) else None
    if _is_willed(reading, verb, lemma, things[0]) or _is_of_right(reading, verb, lemma, nouns):
        return "adopted", things[0]
    measured = _MEASURES | _BENEFITS if lemma in _STOPS else _MEASURES
    told = next((word for word in things if word.lemma_.casefold() in measured), None)
    if told is None or lemma not in _ENDS | _SETS | _PROLONGS | _STOPS:
        return None
    return ("repealed" if lemma in _ENDS else "extended" if lemma in _PROLONGS else "adopted"), told


def _is_willed(reading: Reading, verb: Token, lemma: str, thing: Token) -> bool:
    """Whether the verb alone tells the will of a body, of a court or a watchdog, whatever it is done to."""
    entity = reading.entity_at(thing)
    if lemma in _ALLOWS:
        return entity is None or entity.type != "person"
    if lemma in _RECOGNISES:  # a state, but not the efforts of one
        is_state = entity is not None and entity.type == "country"
        return is_state or thing.lemma_.casefold() in _RECOGNISED
    if lemma in _FINES:
        return _is_by(reading, verb, _WATCHDOG)
    if lemma in _ENTERS:
        return _enters_list(verb, thing)
    return lemma in _UNSEATS or (lemma in _UNDOES and _is_by(reading, verb, _COURT))


def _is_of_right(reading: Reading, verb: Token, lemma: str, nouns: set[str]) -> bool:
    """As in "granted Bosnia candidate status", "issued a warrant"."""
    if lemma in _ORDERS and nouns & _ORDERED:
        return _is_by(reading, verb, _COURT) or is_voted(reading, verb)
    return lemma in _GRANTS and bool(nouns & _RIGHTS)


def _is_by(reading: Reading, verb: Token, name: re.Pattern[str]) -> bool:
    """Whether one of such a name does it, or "the top court", "the country's supreme court"."""
    who = actors(verb)
    named = (entity.name for word in who if (entity := reading.entity_at(word)) is not None)
    return any(name.search(told) for told in named) or any(_is_high_court(word) for word in who)


def _is_high_court(word: Token) -> bool:
    return word.lower_ == "court" and any(child.lower_ in _HIGH for child in word.lefts)


def _enters_list(verb: Token, thing: Token) -> bool:
    """As in "put the old town on its list of sites in danger"; not "high on the list"."""
    led = [word for head in (verb, thing) for word in after_preposition(head, "on", "to", "in")]
    lists = [word for word in led if word.lemma_.casefold() in _LISTS]
    return any(c.dep_ in {"poss", "compound"} or c.lower_ == "of" for word in lists for c in word.children)


def _reason(reading: Reading, verb: Token, who: tuple[Token, ...], action: Action) -> Reason | None:
    """Why the deed of an actor counts: words that name a body, and when it acted, or a vote tell it by
    themselves; whether "the ministers" are a body is for the report to say.
    """
    voted = is_voted(reading, verb)
    if not who:
        return "measure" if voted else None
    for word in who:
        own = reading.entity_at(word)
        if own is not None:
            named = own.type == "organization" and _may_decide(own, action)
            return "measure" if named and (voted or _is_dated(reading, verb)) else None
        if classify_word(reading, word) not in {"body", "collective"}:
            continue
        if voted or _names_body(reading, word, action):
            return "measure"
        if word.lemma_.casefold() in _FOR_THEMSELVES:
            return None
        return "decided" if action == "rejected" else "thing"
    return None


def _is_dated(reading: Reading, verb: Token) -> bool:
    return reading.date_of(verb) is not None or any(reading.dates_in(verb.sent.start, verb.i))


def _may_decide(entity: EntityDraft, action: Action) -> bool:
    """Whether an organization decides; banks and funds do on sums."""
    return can_decide(entity) or (action == "approved" and _FUNDS.search(entity.name) is not None)


def _names_body(reading: Reading, word: Token, action: Action) -> bool:
    """As in "leaders of the African Union", "the Gambian parliament"."""
    told = reading.entities_in(word.left_edge.i, noun_phrase_end(word))
    of_state = word.lemma_.casefold() in LEGISLATORS or _is_high_court(word)
    national = of_state and any(entity.type == "country" for entity in told)
    return national or any(e.type == "organization" and _may_decide(e, action) for e in told)
