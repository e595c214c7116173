"""Phrases that name a meeting, summit, session or visit, with what their clause says of when, where and whether."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.numbers import ordinal, parse_ordinal
from newsroom_enrich.components.resolutions.actors import is_body
from newsroom_enrich.components.resolutions.grammar import climb, governor, is_passive, subject
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.reading import Reading

NOUNS = frozenset(
    "summit session meeting conference sitting gathering congress forum plenary visit assembly dialogue consultation convention".split()
)
_OTHER_SENSE_AFTER = frozenset({"room", "hall", "place", "centre", "center", "point"})
_QUALIFIERS = frozenset(
    "extraordinary emergency special informal regular annual ministerial inaugural plenary trilateral bilateral joint high-level "
    "consultative virtual state official working next coming upcoming full international regional closed leaders consecutive "
    "intergovernmental full-format enlarged expanded ordinary spring autumn winter summer peace donor".split()
)
_COMING = frozenset("next coming upcoming forthcoming following".split())
_OF_BODIES = frozenset({"session", "summit", "sitting", "meeting", "plenary", "assembly"})
_GENERIC_TOPIC = re.compile(
    r"^(?:of|for|with|between) (?:the |its |their )?(?:group|bloc|organi[sz]ation|body|alliance|year|day|week|council|union|members?)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:on|of|for) (?:\d|next|last|this|today|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b)"
)
_MEETING_NAME = re.compile(
    r"summit|session|conference|forum|congress|assembly|meeting|\bcop ?\d|council|dialogue|talks|convention|plenary|consultation",
    re.IGNORECASE,
)
_ENDING = frozenset("end close conclude finish wrap run last".split())
_BEGINNING = frozenset("begin open start convene last".split())
_HOLDING = frozenset("hold open begin start conclude close end convene attend host have".split())
_RECALLED = frozenset("previous earlier last former recent".split())
_WHERE = frozenset({"in", "at", "on", "to"})
_TERMS = frozenset("since before until".split())


@dataclass(frozen=True, slots=True)
class Meeting:
    """One mention of a meeting. `body` is whose meeting it is, if said; `named` the event entity, if it is one."""

    token: int
    sentence: int
    noun: str
    number: int | None
    qualifiers: tuple[str, ...]
    body: str | None
    named: EntityDraft | None
    first: str | None
    last: str | None
    place: str | None
    planned: bool
    recalled: bool
    topic: str = ""
    holder: str = ""

    def name(self, fallback_body: str | None) -> str:
        """A name in the words of the report, completed with the body whose meeting it is."""
        if self.named is not None:
            return self.named.name
        number = ordinal(self.number) if self.number else ""
        words = " ".join(part for part in (number, *self.qualifiers, self.noun) if part)
        body = self.body or (fallback_body if self.noun in _OF_BODIES or not self.topic else None)
        if body:
            words += f" of the {body}" if " " in body else f" of {body}"
        return words + (f" {self.topic or self.holder}".rstrip() if not body else "")


def find_meetings(reading: Reading) -> list[Meeting]:
    """The mentions of meetings in the order of the text."""
    return [
        meeting
        for index, sentence in enumerate(reading.sentences)
        for meeting in _in_sentence(reading, index, sentence)
    ]


def _in_sentence(reading: Reading, index: int, sentence: Span) -> Iterator[Meeting]:
    done: set[int] = set()
    for token in sentence:
        entity = reading.entity_at(token)
        if entity is not None and entity.type == "event":
            if id(entity) not in done and _MEETING_NAME.search(entity.name):
                done.add(id(entity))
                yield _meeting(reading, index, _head_of_name(reading, token, entity), entity)
        elif _is_meeting_noun(reading, token):
            yield _meeting(reading, index, token, None)
        elif (
            entity is not None
            and entity.type == "organization"
            and id(entity) not in done
            and (dated := _dated_body(reading, index, token, entity))
        ):
            done.add(id(entity))
            yield dated


def _dated_body(reading: Reading, index: int, token: Token, entity: EntityDraft) -> Meeting | None:
    """ "the European Council of 27 and 28 June", "the Seventy-ninth World Health Assembly": a body for its meeting."""
    last = token
    while last.i + 1 < len(reading.doc) and reading.entity_at(reading.doc[last.i + 1]) is entity:
        last = reading.doc[last.i + 1]
    text = reading.text
    end = last.idx + len(last)
    date = next(
        (d for d in reading.dates if 0 < d.start - end <= 4 and text[end : d.start].strip() in {"of", "on"}),
        None,
    )
    hyphened = token.i > 2 and reading.doc[token.i - 2].text == "-"
    number = (
        parse_ordinal(text[reading.doc[token.i - (3 if hyphened else 1)].idx : token.idx])
        if token.i
        else None
    )
    if number is not None and (found := _date(reading, last)) is not None:
        date = found
    today = reading.setting.day.isoformat()
    if date is None or not is_body(entity) or date.first <= today[: len(date.first)]:
        return None
    noun = "session" if number else "meeting"
    return Meeting(
        token.i,
        index,
        noun,
        number,
        (),
        entity.name,
        None,
        date.first,
        date.last,
        None,
        planned=True,
        recalled=False,
    )


def _head_of_name(reading: Reading, token: Token, entity: EntityDraft) -> Token:
    """The syntactic head of an event's name."""
    head = token
    while reading.entity_at(head.head) is entity and head.head.i != head.i:
        head = head.head
    return head


def _is_meeting_noun(reading: Reading, token: Token) -> bool:
    word = token.lemma_.casefold()
    if word not in NOUNS or token.pos_ not in {"NOUN", "PROPN"} or token.tag_ in {"NNS", "NNPS"}:
        return False
    if token.dep_ == "compound" and token.head.i > token.i:
        return False
    if token.i + 1 < len(reading.doc) and reading.doc[token.i + 1].lower_ in _OTHER_SENSE_AFTER:
        return False
    if (
        word == "conference"
        and token.text[0].isupper()
        and reading.doc[token.i - 1].lower_ in {"the", "this"}
    ):
        return False  # "the Conference of the States Parties" is a body; its sessions are the meetings
    if word in {"assembly", "congress", "forum", "convention", "dialogue", "consultation"}:
        return any(parse_ordinal(c.text) for c in token.children) and reading.entity_at(token) is None
    return reading.entity_at(token) is None


def _meeting(reading: Reading, index: int, token: Token, entity: EntityDraft | None) -> Meeting:
    body = None if entity is not None else _body(reading, token)
    lefts = [c for c in token.lefts if c.dep_ in {"amod", "compound", "nmod", "det", "poss", "nummod"}]
    words = [t.lower_ for c in lefts for t in c.subtree]
    number = next((n for c in lefts for n in [_ordinal(c)] if n), None)
    date = _date(reading, token)
    verb = _verb_of(token)
    planned = _is_planned(reading, token, verb, words, date)
    return Meeting(
        token=token.i,
        sentence=index,
        noun=token.lower_,
        number=number,
        qualifiers=tuple(w for w in words if w in _QUALIFIERS),
        body=body.name if body is not None else None,
        named=entity,
        first=date.first if date else None,
        last=date.last if date else None,
        place=_place(reading, token, verb),
        planned=planned,
        recalled=not planned and _is_recalled(reading, token, verb, words, date),
        topic=_topic(reading, token),
        holder=_holder(reading, verb),
    )


def _holder(reading: Reading, verb: Token | None) -> str:
    """ "of the foreign ministers of the Nordic countries": who held the meeting, in the words of the text."""
    if verb is None or verb.lemma_ not in _HOLDING:
        return ""
    found = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)
    if found is None:
        return ""
    words = reading.doc[found.left_edge.i : found.right_edge.i + 1].text
    return "of " + re.split(r"[,;:(]", words)[0].strip()[:80] if not _DATED.search(words) else ""


def _verb_of(token: Token) -> Token | None:
    """The verb of the clause, down the chain of "is to be held", "is expected to take place"."""
    verb = next((h for h in climb(token) if h.pos_ in {"VERB", "AUX"}), None)
    for _ in range(3):
        below = (
            next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
            if verb is not None
            else None
        )
        if below is None:
            return verb
        verb = below
    return verb


def _ordinal(child: Token) -> int | None:
    text = " ".join(t.text for t in child.subtree).replace(" - ", "-")
    return parse_ordinal(text) or parse_ordinal(child.text)


def _body(reading: Reading, token: Token) -> EntityDraft | None:
    """ "session of the Council", "the Council's session", "the NATO summit"."""
    if (
        any(child.lower_ in {"its", "their"} for child in token.lefts)
        and (verb := _verb_of(token)) is not None
    ):
        owner = subject(verb)
        entity = reading.entity_at(owner) if owner is not None else None
        if entity is not None and entity.type == "organization" and is_body(entity):
            return entity
    for child in token.children:
        if child.dep_ in {"compound", "poss", "nmod"}:
            found = [
                e
                for e in reading.entities_in(child.left_edge.i, child.right_edge.i + 1, "organization")
                if is_body(e)
            ]
            if found:
                return found[0]
        if child.dep_ == "prep" and child.lower_ in {"of", "at"}:
            for inner in child.children:
                end = inner.right_edge.i + 1
                found = [e for e in reading.entities_in(inner.left_edge.i, end, "organization") if is_body(e)]
                if found:
                    return found[0]
    return None


def _topic(reading: Reading, token: Token) -> str:
    """ "on the reconstruction of Gaza", "of justice ministers of ...": what tells one conference from another."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"on", "of", "for", "with", "between"}:
            text = reading.doc[child.i : child.right_edge.i + 1].text
            topic = re.split(r"[,;:(]| (?:in|at|on) (?=[A-Z\d])", text)[0].strip()[:80]
            if not _GENERIC_TOPIC.match(topic) and not _DATED.match(topic):
                return topic
    return ""


def _date(reading: Reading, token: Token) -> DateSpan | None:
    """The date of the meeting: in its own phrase, or in the clause of which it is part."""
    sentence = token.sent
    inside = [
        (first, date)
        for first, date in reading.dates_in(sentence.start, sentence.end)
        if token.left_edge.i <= first.i <= token.right_edge.i
        and reading.doc[first.i - 1].lower_ not in _TERMS
        and not any(h.lemma_ in _BEGINNING for h in climb(first) if token.i < h.i)
    ]
    if inside:
        return min(inside, key=lambda pair: abs(pair[0].i - token.i))[1]
    verb = _verb_of(token)
    for head in ([verb] if verb is not None else []) + list(climb(token)):
        if head.pos_ in {"VERB", "AUX"}:
            found = reading.date_of(head) or _for_date(reading, head)
            if found is not None or head.dep_ not in {"xcomp", "conj", "acl", "pcomp"}:
                return found
    return None


def _for_date(reading: Reading, verb: Token) -> DateSpan | None:
    """ "is scheduled for December 1", "set for July 3-4"."""
    for first, date in reading.dates_in(verb.sent.start, verb.sent.end):
        if (
            reading.doc[first.i - 1].lower_ == "for"
            and verb.i in {h.i for h in climb(first)}
            and date.form != "year"
        ):
            return date
    return None


def _place(reading: Reading, token: Token, verb: Token | None) -> str | None:
    """ "in Doha" behind the noun or in its clause; "hosted by Tonga"; "Azerbaijan is to host"."""
    for at in range(token.left_edge.i, token.right_edge.i + 1):
        if (name := _place_at(reading, at)) is not None:
            return name
    if verb is None:
        return None
    host = _host(reading, verb)
    if host is not None:
        return host
    for at in range(verb.sent.start, verb.sent.end):
        if (name := _place_at(reading, at)) is not None and governor(reading.doc[at]) in {
            verb.i,
            verb.head.i,
        }:
            return name
    return None


def _place_at(reading: Reading, at: int) -> str | None:
    entity = reading.entity_at(reading.doc[at])
    if entity is None or entity.type not in {"place", "country"} or at == 0:
        return None
    before = at - 1
    while before > 0 and reading.doc[before].lower_ in {"the", "kingdom", "of", "city"}:
        before -= 1
    if reading.doc[before].lower_ not in {"in", "at"}:
        return None
    return entity.name


def _host(reading: Reading, verb: Token) -> str | None:
    if verb.lemma_ != "host":
        return None
    owner = subject(verb) if not is_passive(verb) else None
    if owner is not None and (
        found := reading.entities_in(owner.left_edge.i, owner.right_edge.i + 1, "country", "place")
    ):
        return found[0].name
    for child in verb.children:
        if child.dep_ in {"agent", "nsubj"} or (child.dep_ == "prep" and child.lower_ == "by"):
            found = reading.entities_in(child.left_edge.i, child.right_edge.i + 1, "country", "place")
            if found:
                return found[0].name
    return None


def _is_planned(
    reading: Reading, token: Token, verb: Token | None, words: list[str], date: DateSpan | None
) -> bool:
    today = reading.setting.day.isoformat()
    if verb is not None and verb.lemma_ in _ENDING and token.dep_ in {"nsubj", "dobj", "nsubjpass"}:
        return False
    if date is not None and date.first > today[: len(date.first)]:
        return True
    if date is not None and date.first <= today[: len(date.first)] and len(date.first) > 4:
        return False
    if set(words) & _COMING and not (verb is not None and mood(verb) == "earlier"):
        return True
    return (
        verb is not None
        and mood(verb) == "planned"
        and token.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}
        and verb.lemma_
        in {
            "hold",
            "host",
            "take",
            "be",
            "convene",
            "open",
            "meet",
            "gather",
            "organize",
            "organise",
            "follow",
            "resume",
            "schedule",
        }
    )


def _is_recalled(
    reading: Reading, token: Token, verb: Token | None, words: list[str], date: DateSpan | None
) -> bool:
    """Only looked back at: another year, another month, the past perfect, "at the previous summit"."""
    today = reading.setting.day
    if set(words) & _RECALLED:
        return True
    if date is not None:
        reach = date.last or date.first
        if len(reach) == 10:
            return (today - calendar_date.fromisoformat(reach)).days > 14
        return reach < today.isoformat()[: len(reach)]
    if verb is not None and mood(verb) in {"earlier", "unreal"} and token.dep_ not in {"pobj"}:
        return mood(verb) == "earlier"
    return False
