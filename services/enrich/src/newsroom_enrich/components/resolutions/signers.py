"""Who stands in one list with an actor, read from the surface, since long lists break the syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import is_in_date
from newsroom_enrich.components.resolutions.actors import belongs, is_body
from newsroom_enrich.components.resolutions.sides import is_state

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

_MAX_LIST_TOKENS = 150
_JOINING = frozenset(
    ", ; and & the of for from by as well also both his her its their that ( ) 's ’s - "
    "then along with plus".split()
)
BETWEEN_NAMES = frozenset({"and", ",", "the", "&", "(", ")"})
_AMONG_MANY = re.compile(
    r"\b(?:countries|states|nations|governments|members|parties|delegations|capitals),? "
    r"(?:among (?:them|others)|including|amongst them|such as),? "
)
_OF_VERB = frozenset({"verb", "likely"})
_OFFICE_TAGS = frozenset({"NN", "NNP", "NNS", "NNPS", "JJ", "HYPH", "NN|SYM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMED = frozenset({"person", "organization"})


def listed_words(reading: Reading, act: Act) -> list[Token]:
    """The last words of the names in the list that an act's actors open, in order.

    The list runs over names, their offices and what joins them; it ends at the first other word. A name
    that is the subject of another verb belongs to the next clause.
    """
    start = _start(act)
    if start is None or _is_lost(act, start):
        return named_before(reading, act)
    doc = reading.doc
    limit = min(act.verb.sent.end, start + _MAX_LIST_TOKENS)
    found: list[Token] = []
    for at in range(start, limit):
        token = doc[at]
        entity = reading.entity_at(token)
        if entity is None:
            if token.lower_ in _JOINING or (token.tag_ in _OFFICE_TAGS and token.pos_ not in {"VERB", "AUX"}):
                continue
            break
        if at + 1 < limit and reading.entity_at(doc[at + 1]) is entity:
            continue
        if _may_sign(entity) and not _opens_clause(token, act.verb):
            found.append(token)
    return found


def _is_lost(act: Act, start: int) -> bool:
    """Whether the subject of an active verb was sought behind it."""
    return bool(act.actors) and start > act.verb.i and not act.passive and act.reason in _OF_VERB


def named_before(reading: Reading, act: Act) -> list[Token]:
    """The last words of the names that stand right before an active verb of signing: "A and B Monday
    signed", "In the palace, A and B signed"; also "In a joint statement read out by X, A and B said".
    """
    of_signing = act.action in {"signed", "agreed"} and act.reason in _OF_VERB
    if act.passive or not (of_signing or (act.reason == "joint" and not act.actors)):
        return []
    doc, start = reading.doc, act.verb.sent.start
    at = act.verb.i - 1
    while at > start and (doc[at].pos_ in {"ADV", "AUX", "PART"} or is_in_date(doc[at]) or _is_on(doc[at])):
        at -= 1
    found: list[Token] = []
    known: list[EntityDraft] = []
    while at >= start:
        entity = reading.entity_at(doc[at])
        if entity is None:
            if doc[at].lower_ not in BETWEEN_NAMES:
                break
        elif _may_sign(entity) and entity not in known:
            found.insert(0, doc[at])
            known.append(entity)
        at -= 1
    return found if len(found) > 1 else []


def _is_on(token: Token) -> bool:
    """As in "A and B on Monday signed"."""
    return token.lower_ == "on" and is_in_date(token.nbor())


def among_many(reading: Reading, act: Act) -> list[str]:
    """As in "Sixteen states, among them Peru and Chile, signed": those of many that are named."""
    sentence = act.verb.sent
    told = _AMONG_MANY.search(sentence.text)
    if told is None or act.action in {"ratified", "approved"}:
        return []
    found: list[str] = []
    behind = sentence.start_char + told.end()
    at = next((token.i for token in sentence if token.idx >= behind), sentence.end)
    for token in reading.doc[at : sentence.end]:
        entity = reading.entity_at(token)
        if entity is None and token.lower_ not in BETWEEN_NAMES:
            break
        if entity is not None and entity.type in {"country", "organization"} and entity.name not in found:
            found.append(entity.name)
    return found


def _may_sign(entity: EntityDraft) -> bool:
    return entity.type in _NAMED or is_state(entity)


def _start(act: Act) -> int | None:
    """Where the list begins: at the first actor, or behind "In a joint statement,"."""
    if act.actors:
        return min(*(word.left_edge.i for word in act.actors), act.actors[0].i)
    return act.phrases[0].end if act.reason == "joint" and act.phrases else None


def organizations(reading: Reading, act: Act) -> list[EntityDraft]:
    """The deciding bodies in the list, none of which is an organ of another."""
    words = listed_words(reading, act)
    found = [entity for word in words if (entity := reading.entity_at(word)) is not None]
    bodies = [entity for entity in _once(found) if entity.type == "organization" and is_body(entity)]
    return [e for e in bodies if not any(other is not e and belongs(e, other) for other in bodies)]


def _once(entities: list[EntityDraft]) -> list[EntityDraft]:
    kept: list[EntityDraft] = []
    for entity in entities:
        if entity not in kept:
            kept.append(entity)
    return kept


def _opens_clause(token: Token, verb: Token) -> bool:
    """As "the White House" in "signed by A and B, the White House said"."""
    head = token
    while head.dep_ in {"compound", "nmod", "poss", "det"} and head.head.i > head.i:
        head = head.head
    return head.dep_ in {"nsubj", "nsubjpass"} and head.head.i > verb.i and head.head.tag_ in _FINITE
