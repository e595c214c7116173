"""Whether the words of a sentence name several sides: a state and an organization, the presidents of three
states, some states together with others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.actors import LEADERS, MEMBERS, MINISTERS, belongs
from newsroom_enrich.components.resolutions.grammar import noun_of, noun_phrase_end
from newsroom_enrich.components.resolutions.sides import is_state
from newsroom_enrich.components.resolutions.signers import listed_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

# Before a name: others who act as well.
TOGETHER = re.compile(r"\b(?:plus|joined by|along with|together with|as well as) (?:the )?", re.IGNORECASE)
_OF_STATE = frozenset({"ministry", "government", "treasury", "minister"})
_MINISTRY_REACH = 4


def is_joint(reading: Reading, act: Act) -> bool:
    """Whether the document is "a joint statement", which several sides make."""
    return any(t.lower_ == "joint" for phrase in act.phrases for t in reading.doc[phrase.start : phrase.head])


def sides_of(reading: Reading, word: Token) -> list[str]:
    """As in "the leaders of India and the European Union": a state and an organization, both sides."""
    if word.tag_ not in {"NNS", "NNPS"} or noun_of(word) not in LEADERS | MINISTERS:
        return []
    named = reading.entities_in(word.left_edge.i, noun_phrase_end(word), "country", "organization")
    sides = [
        entity
        for entity in named
        if not any(other is not entity and belongs(entity, other) for other in named)
    ]
    return [e.name for e in sides] if {e.type for e in sides} == {"country", "organization"} else []


def is_of_several(reading: Reading, word: Token) -> bool:
    """As in "the presidents of Chile, Peru and Cuba", "officials from Lima and Quito"."""
    if word.tag_ not in {"NNS", "NNPS"} or noun_of(word) not in LEADERS | MINISTERS | MEMBERS:
        return False
    named = reading.entities_in(word.left_edge.i, noun_phrase_end(word), "country", "organization", "place")
    return len(named) > 1 and all(entity.type in {"country", "place"} for entity in named)


def is_joined(reading: Reading, act: Act) -> bool:
    """As in "Together with Peru and Chile, the eight issued a joint communique"."""
    sentence = act.verb.sent
    told = TOGETHER.search(sentence.text)
    if told is None or not is_joint(reading, act):
        return False
    at = sentence.start_char + told.end()
    named = reading.entities_in(sentence.start, act.verb.i, "country")
    return any(start == at for entity in named for start, _ in entity.mentions)


def several_listed(reading: Reading, act: Act) -> bool:
    """As in "the European Investment Bank and Moldova signed": an organization and a state."""
    sides: list[EntityDraft] = []
    for word in listed_words(reading, act):
        entity = reading.entity_at(word)
        if (
            entity is None
            or not (entity.type == "organization" or is_state(entity))
            or (is_owner(reading, word) and not _has_ministry(word))
        ):
            continue
        sides += [entity] if entity not in sides else []
    countries = [side for side in sides if is_state(side)]
    return len(sides) > 1 and 0 < len(countries) < len(sides)


def _has_ministry(owner: Token) -> bool:
    """As in "Armenia's finance ministry": what signs for the state that has it."""
    behind = owner.doc[owner.i + 1 : owner.i + 2 + _MINISTRY_REACH]
    return behind.text.startswith(("'s", "’s")) and any(t.lower_ in _OF_STATE for t in behind)


def is_owner(reading: Reading, word: Token) -> bool:
    """As "Ukraine" in "the Rada of Ukraine", "Ukraine's Rada", "Ukrainian Rada"."""
    doc, entity = reading.doc, reading.entity_at(word)
    start = word.i
    while start and reading.entity_at(doc[start - 1]) is entity:
        start -= 1
    before = doc[start - 1] if start else word
    before = doc[start - 2] if before.lower_ == "the" and start > 1 else before
    following = doc[word.i + 1] if word.i + 1 < len(doc) else word
    return before.lower_ in {"of", "in", "from", "for"} or following.tag_ == "POS" or word.pos_ == "ADJ"
