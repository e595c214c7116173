"""Who was at a meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.mourned import mourned_people
from newsroom_enrich.components.events.presence import ABSENT, ATTENDED, SPEECH
from newsroom_enrich.components.resolutions.grammar import carrying_verb
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

_SESSION = frozenset("session meeting summit plenary conference assembly sitting forum debate".split())
_ARRIVED = re.compile(r"\b(?:flown in|flew in|travell?ed to)\b")
_MET = frozenset(
    "meet gather convene hold receive host greet pay arrive wind wrap conclude end begin start pass".split()
)
_REACTION = frozenset(
    "welcome hail applaud condemn criticize criticise praise congratulate call deplore lament denounce "
    "slam expect".split()
)
_FAR = re.compile(
    r"\b(?:wrote|tweeted|posted|in a statement|analysts?|strategist|economist|professor of|campaigners?|"
    r"Human Rights Watch|Amnesty International|by (?:phone|telephone)|spokes(?:man|woman|person)|on "
    r"X\b|social media|"
    r"on Telegram|in an interview|televised address)"
)
_FOR_STATES = re.compile(
    r"represent|ambassador|envoy|delegat|observer|executive secretary|secretary-general|deputy$|lawmaker|"
    r"senator|legislator|speaker|\bME?P\b",
    re.IGNORECASE,
)
_ASIDE = frozenset("against about behalf for to under since unlike despite".split())
_CREDIT = re.compile(
    r"^\W*(?:photos?|pictures?|credit|by|reporting|additional reporting|with reporting|media contact|"
    r"editing|read also|"
    r"image)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[•*–-]|\(?\d{1,2}[.)])\s")
_OPENING_CHARACTERS = 120
_OPENING_TOKENS = 4
_LIST_CHARACTERS = 6_000
_DAY = len("2025-01-31")
_LIST_SEMICOLONS = 2


def participants(reading: Reading, chair: EntityDraft | None, start: str | None = None) -> list[EntityDraft]:
    """The persons said to attend or to have spoken at the meeting that the report covers, in order.

    What was said or done on a day before its start counts for nothing.
    """
    found: list[EntityDraft] = [chair] if chair is not None else []
    dead = mourned_people(reading)
    for sentence in reading.sentences:
        there = _people_there(reading, sentence, start)
        found += [person for person in there if person not in found and person not in dead]
    return found


def _people_there(reading: Reading, sentence: Span, start: str | None) -> list[EntityDraft]:
    """The persons of a sentence who were at the meeting."""
    people = people_in(reading, sentence)
    text = reading.words_of(sentence)
    if not people or _CREDIT.match(text) or _is_elsewhere(reading, sentence):
        return []
    listed = bool(ATTENDED.search(text)) or _in_list(reading, sentence)
    people = [(person, token) for person, token in people if not _is_before(reading, token, start)]
    there = [person for person, token in people if _was_there(reading, person, token, text, listed=listed)]
    return [] if there and ABSENT.search(text) else there


def _is_before(reading: Reading, token: Token, start: str | None) -> bool:
    """As in "The ministers had signed it on Tuesday", before a meeting that began on Wednesday."""
    if start is None or len(start) != _DAY:
        return False
    verb = carrying_verb(token)
    date = reading.date_of(verb) if verb is not None else None
    return date is not None and (date.last or date.first) < start[: len(date.first)]


def people_in(reading: Reading, sentence: Span) -> list[tuple[EntityDraft, Token]]:
    """The persons of a sentence with the last token of their name there."""
    found: dict[int, tuple[EntityDraft, Token]] = {}
    for token, entity in reading.named_in(sentence.start, sentence.end, "person"):
        found[id(entity)] = (entity, token)
    return list(found.values())


def _was_there(reading: Reading, person: EntityDraft, token: Token, text: str, *, listed: bool) -> bool:
    """Whether a person of a sentence, which may list those who attended, was there or spoke there."""
    head = _head(reading, person, token)
    verb = carrying_verb(head)
    if listed and not _is_aside(reading, head):
        told = mood(verb) if verb is not None else "done"
        if told not in {"earlier", "planned"} or _ARRIVED.search(text) or _addressed(verb):
            return True
    if verb is None or _FAR.search(text):
        return False
    return (_is_subject(head) and _spoke(person, verb)) or _met(head, verb)


def _addressed(verb: Token | None) -> bool:
    """As in "had addressed the inaugural session": an earlier hour of the same meeting."""
    told = (child for child in verb.children if child.dep_ == "dobj") if verb is not None else ()
    return any(child.lemma_.casefold() in _SESSION for child in told)


def _spoke(person: EntityDraft, verb: Token) -> bool:
    """Whether the verb is one of speaking; from afar everybody reacts, in the room those who sit there."""
    if mood(verb) not in {"done", "earlier"} and verb.tag_ not in {"VBZ", "VBP"}:
        return False
    lemma = verb.lemma_.casefold()
    if lemma in _REACTION:
        return any(_FOR_STATES.search(role.title) for role in person.roles)
    return lemma in SPEECH


def _met(head: Token, verb: Token) -> bool:
    """Whether somebody met, held or received, or was met or received."""
    told = mood(verb) == "done" or (verb.lemma_ == "meet" and verb.tag_ == "VBG" and verb.dep_ == "advcl")
    return told and verb.lemma_ in _MET and (_is_subject(head) or _base(head).dep_ == "dobj")


def _base(head: Token) -> Token:
    """The first name of those that stand together."""
    while head.dep_ in {"appos", "compound", "conj"}:
        head = head.head
    return head


def _head(reading: Reading, person: EntityDraft, token: Token) -> Token:
    """The syntactic head of a name."""
    head = token
    while reading.entity_at(head.head) is person and head.head.i != head.i:
        head = head.head
    return head


def _in_list(reading: Reading, sentence: Span) -> bool:
    """Whether the sentence is part of a list of people that its paragraph, or a line before, opens."""
    text = reading.text
    start = text.rfind("\n", 0, sentence.start_char) + 1
    end = text.find("\n", sentence.end_char)
    paragraph = text[start : end if end >= 0 else len(text)]
    if paragraph.count(";") >= _LIST_SEMICOLONS and ATTENDED.search(paragraph[:_OPENING_CHARACTERS]):
        return True
    lines = text[max(0, start - _LIST_CHARACTERS) : start].rstrip().split("\n")
    while len(lines) > 1 and _BULLET.match(paragraph) and (_BULLET.match(lines[-1]) or not lines[-1].strip()):
        lines.pop()
    heading = lines[-1].rstrip()
    return heading.endswith(":") and bool(ATTENDED.search(heading))


def _is_aside(reading: Reading, head: Token) -> bool:
    """As in "X's friends", "a message for X": named, but not as somebody who is there."""
    if head.dep_ == "poss" or (head.i + 1 < len(reading.doc) and reading.doc[head.i + 1].tag_ == "POS"):
        return True
    current = head
    while current.dep_ in {"appos", "conj", "compound"}:
        current = current.head
    return current.dep_ == "pobj" and current.head.lower_ in _ASIDE


def _is_subject(head: Token) -> bool:
    """Whether a name is the subject of its clause, also as an apposition or as one of several."""
    return _base(head).dep_ in {"nsubj", "nsubjpass"}


def _is_elsewhere(reading: Reading, sentence: Span) -> bool:
    """As in "In Beijing, ...", "From Brussels, ...": said in another city than that of the meeting."""
    words = [token for token in reading.tokens_of(sentence) if not token.is_space][:_OPENING_TOKENS]
    if not words or words[0].lower_ not in {"in", "from"}:
        return False
    named = (reading.entity_at(token) for token in words[1:])
    city = next((entity.name for entity in named if entity is not None and entity.type == "place"), None)
    return city is not None and city != reading.setting.place
