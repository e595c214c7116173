"""Meetings for which a report has no noun: "Ministers of X gathered in Y", "A and B signed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.contracts import Event
from newsroom_enrich.annotations import sentence_evidence
from newsroom_enrich.components.events.attendance import participants
from newsroom_enrich.components.events.calendar import lead_day, meeting_span
from newsroom_enrich.components.events.chairs import chair_of
from newsroom_enrich.components.events.naming import phrase_of
from newsroom_enrich.components.events.setting import is_online
from newsroom_enrich.components.resolutions.actors import can_decide
from newsroom_enrich.components.resolutions.grammar import subject
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom.contracts import Resolution
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

_LEAD_SENTENCES = 12
_GATHERING_SENTENCES = 3
_MEET = frozenset({"meet", "gather", "convene", "assemble"})
_DELEGATES = frozenset("minister leader president delegate envoy negotiator official chief head".split())
_TALKS = frozenset({"talks", "consultations", "negotiations", "deliberations"})
_TALKS_REACH_TOKENS = 4


def gathering(reading: Reading) -> Event | None:
    """A meeting that the lead tells by its verb alone: "Ministers of X gathered in Y on Wednesday"."""
    lead = [s for s in reading.sentences[:_LEAD_SENTENCES] if s.text.strip()][:_GATHERING_SENTENCES]
    for sentence in lead:
        for verb in sentence:
            if verb.pos_ != "VERB":
                continue
            if not (
                _meeting_aside(verb)
                or (mood(verb) == "done" and (verb.lemma_ in _MEET or _sat_down(verb) or _talks(verb)))
            ):
                continue
            who = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)
            who = subject(verb) if _meeting_aside(verb) else who
            if who is not None and not (_is_of_two(reading, verb) or _calls(verb)):
                name = f"{_noun_for(reading, sentence)} of {phrase_of(reading, who)}{_with(reading, verb)}"
                return _plain(
                    reading, name[:120], _days_of(reading, verb), _place_of(reading, verb), sentence
                )
    return None


def _is_of_two(reading: Reading, verb: Token) -> bool:
    """As in "President X met his colleague Y": talks on a visit."""
    told = next((child for child in verb.children if child.dep_ == "dobj"), None)
    return told is not None and bool(reading.entities_in(told.left_edge.i, told.right_edge.i + 1, "person"))


def _calls(verb: Token) -> bool:
    """As in "convened an extraordinary sitting": who calls it is not who meets."""
    return verb.lemma_ in {"convene", "assemble"} and any(child.dep_ == "dobj" for child in verb.children)


def _noun_for(reading: Reading, sentence: Span) -> str:
    """What the sentence calls the gathering: "met with the leaders at a summit"."""
    told = (m.noun for m in reading.meetings if reading.sentences[m.sentence] == sentence and not m.planned)
    return next((noun for noun in told if noun in {"summit", "conference", "retreat"}), "meeting")


def _with(reading: Reading, verb: Token) -> str:
    """As " and the leaders of the Nordic countries": with whom a person met."""
    led = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "with")
    others = next((inner for child in led for inner in child.children if inner.dep_ == "pobj"), None)
    is_group = others is not None and others.lemma_.casefold() in _DELEGATES
    return f" and {phrase_of(reading, others)}" if others is not None and is_group else ""


def _meeting_aside(verb: Token) -> bool:
    """As in "Ministers of X, meeting in Y on Thursday, agreed"."""
    is_aside = verb.tag_ == "VBG" and verb.dep_ in {"acl", "advcl"} and verb.lemma_ in _MEET
    who = subject(verb) if is_aside else None
    return who is not None and who.lemma_.casefold() in _DELEGATES


def _sat_down(verb: Token) -> bool:
    """As in "sat down together", "came together"."""
    words = {child.lower_ for child in verb.children}
    return (verb.lemma_ == "sit" and "down" in words) or (verb.lemma_ == "come" and "together" in words)


def _talks(verb: Token) -> bool:
    """As in "Ministers of X ended three days of talks": more than two persons who talk."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    told = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if who is None or told is None or who.lemma_.casefold() not in _DELEGATES:
        return False
    return any(word.lower_ in _TALKS for word in told.subtree if word.i <= told.i + _TALKS_REACH_TOKENS)


def _days_of(reading: Reading, verb: Token) -> tuple[str, str | None]:
    date = reading.date_of(verb)
    if date is not None and date.is_day and date.last:
        return date.first, date.last
    day = date.first if date is not None and date.is_day else lead_day(reading, [])
    return meeting_span(reading, [], day)


def _place_of(reading: Reading, verb: Token) -> str | None:
    """The place of the clause, else that of the dateline; none for those who met online."""
    if is_online(verb.sent.text):
        return None
    return reading.place_of(verb) or reading.setting.place


def of_sides(reading: Reading, decided: list[Resolution]) -> str:
    """As " of Peru and Chile": the states that signed together, where that tells whose meeting it was."""
    sides = next((s for r in decided if r.body is None and len(s := _sides(reading, r)) > 1), None)
    return f" of {_listed(sides)}" if sides is not None else ""


def _listed(names: list[str]) -> str:
    return ", ".join(names[:-1]) + f" and {names[-1]}"


def _sides(reading: Reading, signed: Resolution) -> list[str]:
    """The states and unions of states among the parties; banks and commissions hold no meeting of states."""
    named = {e.name: e for e in reading.notes.entities if e.type in {"country", "organization"}}
    parties = [(name, named.get(name)) for name in signed.parties]
    return [name for name, e in parties if e is not None and (e.type == "country" or _is_union(e))]


def _is_union(entity: EntityDraft) -> bool:
    return can_decide(entity) and "Commission" not in entity.name


def _plain(
    reading: Reading, name: str, days: tuple[str, str | None], place: str | None, sentence: Span
) -> Event:
    chair = chair_of(reading, None)
    people = participants(reading, chair, days[0])
    return Event(
        name=name,
        start=days[0],
        end=days[1],
        place=place,
        status="past",
        chair=chair.name if chair else None,
        participants=tuple(person.name for person in people),
        evidence=sentence_evidence(sentence),
    )
