"""Who was at a meeting."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.afar import is_afar, is_outsider, says_from_afar
from newsroom_enrich.components.events.mourned import mourned_people
from newsroom_enrich.components.events.presence import ABSENT, AT_MEETING, ATTENDED, SPEECH, STOOD_IN
from newsroom_enrich.components.resolutions.grammar import carrying_verb
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.reading import Reading

_SESSION = frozenset("session meeting summit plenary conference assembly sitting forum debate".split())
_ARRIVED = re.compile(r"\b(?:flown in|flew in|travell?ed to|(?:had|has|have) (?:sent|come|arrived|flown))\b")
_MET = frozenset(
    "meet gather convene hold receive host greet welcome pay arrive wind wrap conclude end begin start "
    "pass".split()
)
_REACTION = frozenset(
    "welcome hail applaud condemn criticize criticise praise congratulate call deplore lament denounce "
    "slam expect".split()
)
_ATTENDING = frozenset("attend take participate join represent chair preside co-chair lead head".split())
_FOR_STATES = re.compile(
    r"represent|ambassador|envoy|delegat|observer|executive secretary|secretary-general|deputy$|lawmaker|"
    r"senator|legislator|speaker|\bME?P\b",
    re.IGNORECASE,
)
_STATESMAN = re.compile(r"president|minister|premier|chancellor|king|queen|emir|sultan", re.IGNORECASE)
_CLAUSE_END = re.compile(r";|, (?:while|but|whereas|although|though)\b")
_PRESS = re.compile(r"\b(?:writer|reporter|correspondent|editor|journalist|photographer)s?\b", re.IGNORECASE)
_COMING = re.compile(r"\b(?:will|shall|(?:is|are) (?:to|due|set|expected|scheduled)) ")
_BESIDE = frozenset({"appos", "compound", "conj", "nmod"})
_OF = frozenset({"of", "to", "for", "from"})
# As in "handed the gavel to X".
_HANDING = frozenset({"hand", "pass", "give", "present"})
_AFTER = frozenset({"after", "since", "before", "until"})
_ASIDE = frozenset("against about behalf for to under since unlike despite".split())
_CREDIT = re.compile(
    r"^\W*(?:photos?|pictures?|credit|by|reporting|additional reporting|with reporting|media contact|"
    r"editing|read also|"
    r"image)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\b(?:rather than|instead of)(?: by| for| with)?(?: [\w-]+){0,4} ?$")
_INSTEAD_CHARACTERS = 60
_BULLET = re.compile(r"\s*(?:[•*–-]|\(?\d{1,2}[.)])\s")
_OPENING_CHARACTERS = 120
_LIST_CHARACTERS = 6_000
_DAY = len("2025-01-31")
_LIST_SEMICOLONS = 2


def participants(
    reading: Reading, chair: EntityDraft | None, start: str | None = None, body: str | None = None
) -> list[EntityDraft]:
    """The persons said to attend or to have spoken at the meeting that the report covers, in order.

    What was said or done on a day before its start counts for nothing; nor do words of those who have no
    place in a chamber, where `body` is one.
    """
    found: list[EntityDraft] = [chair] if chair is not None else []
    dead = mourned_people(reading)
    for sentence in reading.sentences:
        there = people_there(reading, sentence, start, body)
        found += [person for person in there if person not in found and person not in dead]
    return found


def people_there(
    reading: Reading, sentence: Span, start: str | None, body: str | None = None
) -> list[EntityDraft]:
    """The persons of a sentence who were at the meeting."""
    people = people_in(reading, sentence)
    text = reading.words_of(sentence)
    if not people or _CREDIT.match(text) or is_afar(reading, sentence):
        return []
    told = ATTENDED.search(text) or AT_MEETING.match(text) or _in_list(reading, sentence)
    listed = bool(told) and not is_to_come(sentence)
    people = [(person, token) for person, token in people if not _is_before(reading, token, start)]
    if not listed:
        people = [(p, token) for p, token in people if not is_outsider(reading, p, sentence, body)]
    there = [person for person, token in people if _was_there(reading, person, token, listed=listed)]
    return _present(reading, sentence, there) if there and ABSENT.search(text) else there


def _present(reading: Reading, sentence: Span, people: list[EntityDraft]) -> list[EntityDraft]:
    """Those whom no clause of a sentence on the absent names: "X spoke; Y stayed away"."""
    text = reading.words_of(sentence)
    bounds = [0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)]
    absent = [(a, b) for a, b in pairwise(bounds) if ABSENT.search(text[a:b])]
    spans = [(sentence.start_char + a, sentence.start_char + b) for a, b in absent]
    kept = [p for p in people if not any(a <= at < b for a, b in spans for at, _ in p.mentions)]
    stood_in = _stood_in(reading, sentence, people)
    return [p for p in people if p in kept or p in stood_in]


def _stood_in(reading: Reading, sentence: Span, people: list[EntityDraft]) -> list[EntityDraft]:
    """As Y in "X stayed away and was represented by Y"."""
    told = STOOD_IN.search(reading.words_of(sentence))
    if told is None:
        return []
    start = sentence.start_char + told.end()
    return [p for p in people if any(start <= at < sentence.end_char for at, _ in p.mentions)]


def is_to_come(sentence: Span) -> bool:
    """As in "The Council will hold a debate on Friday, with X presiding"."""
    return _COMING.search(sentence.text) is not None and all(t.tag_ != "VBD" for t in sentence)


def _is_before(reading: Reading, token: Token, start: str | None) -> bool:
    """As in "The ministers had signed it on Tuesday", before a meeting that began on Wednesday."""
    if start is None or len(start) != _DAY:
        return False
    verb = carrying_verb(token)
    date = reading.date_of(verb) if verb is not None else None
    if date is None and verb is not None and _tells_when(verb):
        date = _date_led_by(reading, verb)
    return date is not None and (date.last or date.first) < start[: len(date.first)]


def _tells_when(verb: Token) -> bool:
    """As "got" in "in 1975, when X got it through"."""
    return verb.dep_ in {"advcl", "relcl"} and any(child.lower_ == "when" for child in verb.children)


def _date_led_by(reading: Reading, verb: Token) -> DateSpan | None:
    """The date right before the clause of a verb."""
    start = verb.left_edge.i
    dates = [date for token, date in reading.dates_in(verb.sent.start, start)]
    near = dates[-1] if dates else None
    text = reading.text[near.end : reading.doc[start].idx] if near is not None else ""
    return near if text.strip(" ,") == "" else None


def people_in(reading: Reading, sentence: Span) -> list[tuple[EntityDraft, Token]]:
    """The persons of a sentence with the last token of their name there."""
    found: dict[int, tuple[EntityDraft, Token]] = {}
    for token, entity in reading.named_in(sentence.start, sentence.end, "person"):
        found[id(entity)] = (entity, token)
    return list(found.values())


def _was_there(reading: Reading, person: EntityDraft, token: Token, *, listed: bool) -> bool:
    """Whether a person of a sentence, which may list those who attended, was there or spoke there."""
    head = _head(reading, person, token)
    verb = carrying_verb(head)
    if listed and not _is_aside(reading, head):
        told = mood(_main(verb)) if verb is not None else "done"
        if (
            told not in {"earlier", "planned"}
            or _arrived(token)
            or _addressed(verb)
            or _attends(reading, verb)
        ):
            return True
    if verb is None or says_from_afar(reading, token.sent):
        return False
    did = _spoke(person, verb) or (_base(head).dep_ == "nsubj" and _acted(person, verb))
    return (_is_subject(head) and did) or _met(head, verb)


def _main(verb: Token) -> Token:
    """As "sign" in "are to sign", for "are"."""
    led = (child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB")
    return next(led, verb) if verb.lemma_ == "be" else verb


def _arrived(token: Token) -> bool:
    return _ARRIVED.search(token.sent.text) is not None


def _attends(reading: Reading, verb: Token | None) -> bool:
    """As in "X and Y are attending": at a meeting under way."""
    if verb is None or verb.tag_ != "VBG" or verb.lemma_ not in _ATTENDING:
        return False
    date = reading.date_of(verb)
    return date is None or date.first <= reading.setting.day.isoformat()[: len(date.first)]


def _addressed(verb: Token | None) -> bool:
    """As in "had addressed the inaugural session": an earlier hour of the same meeting."""
    told = (child for child in verb.children if child.dep_ == "dobj") if verb is not None else ()
    return any(child.lemma_.casefold() in _SESSION for child in told)


def _spoke(person: EntityDraft, verb: Token) -> bool:
    """Whether the verb is one of speaking; from afar everybody reacts, in the room those who sit there."""
    if mood(verb) not in {"done", "earlier"} and verb.tag_ not in {"VBZ", "VBP"}:
        return False
    if _is_time(verb):
        return False
    lemma = verb.lemma_.casefold()
    if lemma == "call" and any(_STATESMAN.search(role.title) for role in person.roles):
        return True
    if lemma in _REACTION:
        return any(_FOR_STATES.search(role.title) for role in person.roles)
    return lemma in SPEECH


def _is_time(verb: Token) -> bool:
    """As in "three months after X appealed": a clause that only tells when."""
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _AFTER for c in verb.children)


def _acted(person: EntityDraft, verb: Token) -> bool:
    """Whether somebody in office did whatever the report tells, but for reactions."""
    if _is_time(verb):
        return False
    finite = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ == "ROOT")
    if not finite or mood(verb) != "done" or verb.lemma_.casefold() in _REACTION:
        return False
    return any(not _PRESS.search(role.title) for role in person.roles)


def _met(head: Token, verb: Token) -> bool:
    """Whether somebody met, held or received, or was met or received."""
    told = mood(verb) == "done" or (verb.lemma_ == "meet" and verb.tag_ == "VBG" and verb.dep_ == "advcl")
    return told and verb.lemma_ in _MET and (_is_subject(head) or _base(head).dep_ == "dobj")


def _base(head: Token) -> Token:
    """The first name of those that stand together, also across "of": "A of Peru, B of Chile and C"."""
    current = head
    while True:
        if current.dep_ in _BESIDE:
            current = current.head
        elif current.i != head.i and current.dep_ == "pobj" and current.head.lower_ in _OF:
            current = current.head.head
        else:
            return current


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
    before = reading.text[head.sent.start_char : reading.doc[head.left_edge.i].idx]
    if _INSTEAD.search(before[-_INSTEAD_CHARACTERS:]):
        return True
    if head.dep_ == "poss" or (head.i + 1 < len(reading.doc) and reading.doc[head.i + 1].tag_ == "POS"):
        return True
    current = head
    while current.dep_ in _BESIDE:
        current = current.head
    if current.dep_ != "pobj" or current.head.lower_ not in _ASIDE:
        return False
    governor = current.head.head.lemma_
    first_time = current.head.lower_ == "for" and governor in _SESSION  # "the first summit for X"
    return not first_time and (current.head.lower_ != "to" or governor not in _HANDING)


def _is_subject(head: Token) -> bool:
    """Whether a name is the subject of its clause, also as an apposition or as one of several."""
    return _base(head).dep_ in {"nsubj", "nsubjpass"}
