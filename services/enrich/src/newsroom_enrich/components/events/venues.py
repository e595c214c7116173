"""Where a meeting takes place, by the clause around its mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.setting import CITY_STATES
from newsroom_enrich.components.resolutions.grammar import climb, governor, is_passive, subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

VENUE = re.compile(
    r"\b(?:House|Palace|Hotel|Hall|Cent(?:re|er)|Headquarters|Airport|Building|Court|Pavilion|Complex|"
    r"Stadium|Residence|Villa|Castle|University|Theat(?:re|er)|Museum)\b"
)
TAKING_PLACE = frozenset(
    "hold host take be convene open meet gather organize organise follow resume schedule".split()
)
_LEAD_SENTENCES = 6
_CITY = frozenset({"city", "town", "capital", "port", "resort"})
_ADJECTIVES = frozenset({"JJ", "NNP"})
_ABOUT = frozenset("on about over regarding concerning".split())
BEGINNING = frozenset("begin open start convene last".split())


def is_said_of(token: Token, inner: Token) -> bool:
    """Whether a word in the phrase of a meeting is said of it, not in a clause on another noun there."""
    for head in climb(inner):
        if head.i == token.i:
            return True
        if (head.dep_ == "prep" and head.lower_ in _ABOUT) or head.lower_ == "those":
            return False
        on_other = head.dep_ in {"acl", "relcl"} and head.head.i != token.i
        if on_other and head.lemma_ not in TAKING_PLACE | BEGINNING:
            return False
    return True


def place_of(reading: Reading, token: Token, verb: Token | None) -> str | None:
    """As in "in Doha", behind the noun or in its clause; "hosted by Tonga"; "Azerbaijan is to host"."""
    phrase = range(token.left_edge.i, token.right_edge.i + 1)
    inside = [at for at in phrase if _place_at(reading, at) and is_said_of(token, reading.doc[at])]
    inside.sort(key=lambda at: _is_led_by_at(reading, at))
    own = _place_at(reading, inside[0]) if inside else None
    if own is None and (aside := held_aside(token)) is not None:
        told = (_place_at(reading, at) for at in range(aside.i, aside.right_edge.i + 1))
        own = next((place for place in told if place), None)
    if own is not None or verb is None:
        return own
    if (antecedent := _where(reading, verb)) is not None:
        return antecedent
    sentence = verb.sent
    relative = next((c for c in token.rights if c.dep_ == "relcl" and c.lemma_ == "host"), verb)
    host = _host(reading, relative)
    if host is not None:
        countries = {e.name for e in reading.notes.entities if e.type == "country"}
        cities = (_place_at(reading, at) for at in range(verb.i, verb.right_edge.i + 1))
        city = next((place for place in cities if place and place not in countries), None)
        return city if city is not None and host in countries else host
    places = [at for at in range(sentence.start, sentence.end) if _place_at(reading, at)]
    for at in sorted(places, key=lambda at: _is_led_by_at(reading, at)):
        place = _place_at(reading, at)
        if place is not None and governor(reading.doc[at]) in {verb.i, verb.head.i, governor(token)}:
            return place
    return None


def held_aside(token: Token) -> Token | None:
    """The "held" of "took part in the meeting of the Council, held in Riyadh", whatever it hangs on."""
    end = token.right_edge.i + 1
    words = [word for word in token.doc[end : min(end + 3, token.sent.end)] if word.text != ","]
    aside = next(iter(words), None)
    if aside is None or aside.tag_ != "VBN" or aside.lemma_ not in TAKING_PLACE:
        return None
    return aside if not any(child.dep_ in {"aux", "auxpass"} for child in aside.children) else None


def _where(reading: Reading, verb: Token) -> str | None:
    """As in "invited them to Lima, where the next summit is to be held"."""
    clause = verb
    while clause.dep_ in {"xcomp", "ccomp", "conj"} and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ != "relcl" or all(
        word.lower_ != "where" for word in verb.sent[: verb.i - verb.sent.start]
    ):
        return None
    entity = reading.entity_at(clause.head)
    return entity.name if entity is not None and entity.type in {"place", "country"} else None


def _is_led_by_at(reading: Reading, at: int) -> bool:
    """As in "at the Grand Hotel in Kingston": a venue, which yields to the city."""
    return "at" in {word.lower_ for word in reading.doc[max(0, at - 2) : at]}


def _place_at(reading: Reading, at: int) -> str | None:
    """The city or country named at a token, behind "in" or "at"."""
    entity = reading.entity_at(reading.doc[at])
    if entity is None or entity.type not in {"place", "country"} or at == 0:
        return None
    if entity.type == "country" and _is_of_city(reading.doc[at + 1 : at + 3]):
        return None
    before = at - 1
    while before > 0 and _is_before_place(reading, before, entity):
        before -= 1
    return entity.name if reading.doc[before].lower_ in {"in", "at"} else None


def _is_of_city(behind: Span) -> bool:
    """As "Peruvian" in "in the Peruvian city of Cusco"."""
    words = [word.lower_ for word in behind]
    return words[:1] == ["capital"] or (bool(_CITY & set(words)) and all(word.is_alpha for word in behind))


def capital_meant(reading: Reading, sentence: Span) -> str | None:
    """As in "likewise in the Austrian capital", "in the capital of Austria", in a report from Vienna."""
    here = next((e for e in reading.notes.entities if e.name == reading.setting.place), None)
    if here is None or here.type != "place" or here.country is None:
        return None
    for token, entity in reading.named_in(sentence.start, sentence.end, "country"):
        near = reading.doc[max(0, token.i - 3) : token.i + 2]
        if entity.country == here.country and any(word.lower_ == "capital" for word in near):
            return here.name
    return None


def city_state_in_lead(reading: Reading) -> str | None:
    """As in "After twelve hours in Luxembourg": a country that is a city too, told without a dateline."""
    for sentence in reading.prose[:_LEAD_SENTENCES]:
        for token, entity in reading.named_in(sentence.start, sentence.end, "country"):
            if entity.name in CITY_STATES and token.i and reading.doc[token.i - 1].lower_ == "in":
                return entity.name
    return None


def _is_before_place(reading: Reading, at: int, place: EntityDraft) -> bool:
    """As "the Peruvian city of" before a name."""
    word = reading.doc[at]
    if word.lower_ in {"the", "kingdom", "of", "northern", "southern", "eastern", "western"} | _CITY:
        return True
    entity = reading.entity_at(word)
    return (
        entity is not None and entity is not place and entity.type == "country" and word.tag_ in _ADJECTIVES
    )


def _host(reading: Reading, verb: Token) -> str | None:
    """The country or city that hosts, or plays host."""
    plays = verb.lemma_ in {"play", "be"} and any(
        child.lower_ == "host" and child.dep_ in {"dobj", "attr"} for child in verb.children
    )
    if verb.lemma_ != "host" and not plays:
        return None
    owner = subject(verb) if not is_passive(verb) else None
    by = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")]
    for words in ([owner] if owner is not None else []) + by:
        found = reading.entities_in(words.left_edge.i, words.right_edge.i + 1, "country", "place")
        if found:
            return found[0].name
    return None
