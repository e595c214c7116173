"""Who is expected at a coming meeting, and who will preside over it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.attendance import is_to_come
from newsroom_enrich.components.events.clauses import verb_of
from newsroom_enrich.components.events.meant import people_meant
from newsroom_enrich.components.events.onward import TRAVEL
from newsroom_enrich.components.events.visits import visitor_of
from newsroom_enrich.components.resolutions.grammar import carrying_verb, climb, subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_EXPECTED = re.compile(
    r"\b(?:(?:is|are) (?:also )?(?:expected|due|set|invited|scheduled)|will (?:also )?(?:attend|join|address|"
    r"chair|preside|open|host|lead|represent|take part|participate|travel|fly|be joined|be chaired|"
    r"speak|meet\b|hold talks|be received|"
    r"be accompanied|be welcomed)|"
    r"joins? them|(?:is|are) to (?:also )?(?:attend|join|address|take part|speak|chair|open|represent|"
    r"brief|sign)|(?:is|are) (?:also )?coming|(?:has|have) announced (?:himself|herself|themselves)|"
    r"(?:has|have) (?:announced|signalled|confirmed) (?:that|his|her|their)|"
    r"confirmed|(?:travels|flies|heads) to (?:the|a)\b|to attend|(?:has|have) been invited)\b",
    re.IGNORECASE,
)
_WILL_CHAIR = re.compile(
    r"\b(?:(?:will|is to|is due to|"
    r"is expected to) (?:be (?:[\w ,-]{1,60} )?(?P<after>(?:co-)?chaired|presided over) by|chair|"
    r"co-chair|preside)|will (?:be in|take) the chair|(?P<aside>presiding|in the chair)|"
    r"(?P<under>under the (?:chairmanship|presidency|chair) of))\b",
    re.IGNORECASE,
)
_PRESIDE = frozenset({"chair", "co-chair", "preside"})
_TELLING = frozenset({"say", "add", "announce", "tell"})
_ATTEND = frozenset("hold host attend join chair address open lead take".split())
_FOLLOWING_SENTENCES = 3


def expected_at(reading: Reading, meeting: Meeting) -> tuple[EntityDraft | None, list[EntityDraft]]:
    """Who will chair an announced meeting, and all who are expected there."""
    visitor = visitor_of(reading, meeting) if meeting.noun == "visit" else None
    first = ([visitor] if visitor is not None else []) + _holders(reading, meeting)
    first += [p for p in _travellers(reading, reading.doc[meeting.token]) if p not in first]
    return expected_around(reading, meeting.sentence, first)


def expected_around(
    reading: Reading, index: int, first: list[EntityDraft]
) -> tuple[EntityDraft | None, list[EntityDraft]]:
    """The chair and the people of the sentence that announces a meeting, and of those that go on about it."""
    about = [reading.sentences[index], *_sentences_on(reading, index)]
    chair = next((person for told in about if (person := _chair(reading, told)) is not None), None)
    people = [chair] if chair is not None else []
    people += [p for p in first if p not in people]
    for told in about:
        if _EXPECTED.search(told.text):
            tellers = _tellers(reading, told)
            named = reading.entities_in(told.start, told.end, "person")
            people += [p for p in named if p not in people and p not in tellers]
    return chair, people


def _tellers(reading: Reading, sentence: Span) -> list[EntityDraft]:
    """As X in "A and B are to sign it, said X", "A will host it, X said after meeting Y": whoever only tells
    who will be there, and all whom the words on that name.
    """
    found: list[EntityDraft] = []
    for verb in reading.with_lemma(_TELLING, sentence):
        who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        if verb.tag_ != "VBD" or who is None:
            continue
        if who.i > verb.i or (clause is not None and clause.right_edge.i < who.left_edge.i):
            found += reading.entities_in(who.left_edge.i, max(who.i, verb.right_edge.i) + 1, "person")
    return found


def _holders(reading: Reading, meeting: Meeting) -> list[EntityDraft]:
    """The persons who will hold it: "A and B will hold a summit"."""
    verb = verb_of(reading.doc[meeting.token])
    who = subject(verb) if verb is not None and verb.lemma_ in _ATTEND else None
    return people_meant(reading, who) if who is not None else []


def _travellers(reading: Reading, token: Token) -> list[EntityDraft]:
    """As in "X left for Honiara, where the summit takes place", "flies to Lima for the summit": he will be
    there.
    """
    for verb in (head for head in climb(token) if head.pos_ == "VERB"):
        led = verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children)
        if led and (above := carrying_verb(verb.head)) is not None and above.lemma_ in TRAVEL:
            who = subject(above)
            return people_meant(reading, who) if who is not None else []
        if verb.lemma_ in TRAVEL and any(
            c.dep_ == "prep" and c.lower_ in {"to", "for"} for c in verb.children
        ):
            who = subject(verb) if token.dep_ == "pobj" and token.head.lower_ in {"for", "to"} else None
            return people_meant(reading, who) if who is not None else []
    return []


def _sentences_on(reading: Reading, index: int) -> list[Span]:
    """The sentences right behind an announcement that go on about it: no other meeting is announced there."""
    other = {m.sentence for m in reading.meetings if m.planned and m.first}
    found: list[Span] = []
    for at in range(index + 1, len(reading.sentences)):
        sentence = reading.sentences[at]
        if at in other or len(found) == _FOLLOWING_SENTENCES:
            break
        found += [sentence] if sentence.text.strip() else []
    return found


def _chair(reading: Reading, sentence: Span) -> EntityDraft | None:
    """Who will preside: "will be chaired by X", "X will chair"."""
    told = _WILL_CHAIR.search(sentence.text)
    if told is None or (told["aside"] and not is_to_come(sentence)):
        return None
    cut = sentence.start_char + told.start()
    at = next((token.i for token in sentence if token.idx >= cut), sentence.end)
    behind = told["after"] or told["under"]
    people = reading.entities_in(*((at, sentence.end) if behind else (sentence.start, at)), "person")
    verb = next((token for token in reading.tokens[at : sentence.end] if token.lemma_ in _PRESIDE), None)
    who = subject(verb) if verb is not None and not people else None
    if who is not None:
        people = people_meant(reading, who)
    return (people[0] if behind else people[-1]) if people else None
