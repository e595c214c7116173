"""Where a meeting takes place, by the clause around its mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.grammar import climb, governor, is_passive, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.resolutions.reading import Reading

VENUE = re.compile(
    r"\b(?:House|Palace|Hotel|Hall|Cent(?:re|er)|Headquarters|Airport|Building|Court|Pavilion|Complex|"
    r"Stadium|Residence|Villa|Castle|University|Theat(?:re|er)|Museum)\b"
)
TAKING_PLACE = frozenset(
    "hold host take be convene open meet gather organize organise follow resume schedule".split()
)
_ABOUT = frozenset("on about over regarding concerning".split())
BEGINNING = frozenset("begin open start convene last".split())


def is_said_of(token: Token, inner: Token) -> bool:
    """Whether a word in the phrase of a meeting is said of it, not in a clause on another noun there."""
    for head in climb(inner):
        if head.i == token.i:
            return True
        if head.dep_ == "prep" and head.lower_ in _ABOUT:
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
    if own is not None or verb is None:
        return own
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
        if place is not None and governor(reading.doc[at]) in {verb.i, verb.head.i}:
            return place
    return None


def _is_led_by_at(reading: Reading, at: int) -> bool:
    """As in "at the Grand Hotel in Kingston": a venue, which yields to the city."""
    return "at" in {word.lower_ for word in reading.doc[max(0, at - 2) : at]}


def _place_at(reading: Reading, at: int) -> str | None:
    """The city or country named at a token, behind "in" or "at"."""
    entity = reading.entity_at(reading.doc[at])
    if entity is None or entity.type not in {"place", "country"} or at == 0:
        return None
    before = at - 1
    while before > 0 and reading.doc[before].lower_ in {"the", "kingdom", "of", "city"}:
        before -= 1
    return entity.name if reading.doc[before].lower_ in {"in", "at"} else None


def _host(reading: Reading, verb: Token) -> str | None:
    """The country or city that hosts, or plays host."""
    plays = verb.lemma_ == "play" and any(child.lower_ == "host" for child in verb.children)
    if verb.lemma_ != "host" and not plays:
        return None
    owner = subject(verb) if not is_passive(verb) else None
    by = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")]
    for words in ([owner] if owner is not None else []) + by:
        found = reading.entities_in(words.left_edge.i, words.right_edge.i + 1, "country", "place")
        if found:
            return found[0].name
    return None
