"""What can be a side of a document, and which sides "they" stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.resolutions.actors import belongs
from newsroom_enrich.components.resolutions.grammar import noun_phrase_end

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

# Of these names the state acts.
OF_STATE = re.compile(
    r"\b(?:Ministry|Minist(?:er|ers)|Government|Department|Treasury|Cabinet|Presidency|President|Secretary)\b"
)
_NAME_REACH = 4
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_state(entity: EntityDraft) -> bool:
    """Whether a name is that of a state, or of a territory that signs for itself, as Greenland."""
    if entity.type != "place":
        return entity.type == "country"
    known = knowledge.country_by_code().get(entity.country or "")
    return known is not None and known.kind != "state" and known.name == entity.name


def sides_in(reading: Reading, start: int, end: int) -> list[EntityDraft]:
    """The states and organizations named in doc[start:end], in order, without the organs of others."""
    named = reading.entities_in(start, end, "country", "organization", "place")
    found = [entity for entity in named if entity.type == "organization" or is_state(entity)]
    return [e for e in found if not any(o is not e and o.type == e.type and belongs(e, o) for o in found)]


def is_home_of_another(reading: Reading, word: Token) -> bool:
    """As "Libya" in "with Libya's National Oil Corporation": where the other side is from, by its possessive
    before a name; a ministry or a government acts for its state.
    """
    doc, end = word.doc, word.sent.end
    if word.i + 2 >= end or doc[word.i + 1].tag_ != "POS":
        return False
    behind, entity = doc[word.i + 2], reading.entity_at(word)
    named = reading.entity_at(behind)
    if entity is None or entity.type != "country" or not behind.is_title or behind.pos_ != "PROPN":
        return False
    if named is not None and named.type == "person":  # one word that nothing tells of may be a company
        return not named.roles and len(named.name.split()) == 1
    if named is not None:
        return named.type == "organization" and OF_STATE.search(named.name) is None
    return OF_STATE.search(doc[behind.i : min(behind.i + _NAME_REACH, end)].text) is None


def sides_meant(reading: Reading, act: Act) -> list[EntityDraft]:
    """As in "The leaders of A and B met, and they signed", "A and B said that they have agreed": those of
    the nearest subject before, if it names several.
    """
    word = act.actors[0] if act.actors else None
    if word is None or word.lower_ not in {"they", "both"}:
        return []
    before = _subject_before(reading, word)
    if before is None:
        return []
    end = before.head.i if before.head.i > before.i else noun_phrase_end(before)
    found = sides_in(reading, before.left_edge.i, end)
    return found if len(found) > 1 and any(is_state(e) or len(found) == 2 for e in found) else []


def _subject_before(reading: Reading, word: Token) -> Token | None:
    """The last subject of the sentence before a word, else the one of the sentence before that is plural."""
    here = [t for t in reading.tokens[word.sent.start : word.i] if t.dep_ in SUBJECTS]
    if here:
        return here[-1]
    sentence = reading.sentence_before(word.sent)
    subjects = [t for t in reading.tokens_of(sentence) if t.dep_ in SUBJECTS] if sentence is not None else []
    return next((t for t in subjects if t.head.dep_ == "ROOT"), None)
