"""What the clause around a meeting's mention says: whose it is, when, and whether it is still to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as calendar_date
from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.venues import BEGINNING, TAKING_PLACE, held_aside, is_said_of
from newsroom_enrich.components.resolutions.actors import is_body
from newsroom_enrich.components.resolutions.grammar import (
    carrying_verb,
    climb,
    subject,
)
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.reading import Reading

_COMING = frozenset("next coming upcoming forthcoming following".split())
_RECALLED = frozenset("previous earlier last former recent".split())
_ENDING = frozenset("end close conclude finish wrap wind run last".split())
# What people do at a meeting that is still to come: "who will preside over COP28 in Dubai".
_ATTENDING = frozenset("preside chair co-chair attend join address take participate speak represent".split())
_FIXING = frozenset({"schedule", "plan", "slate", "fix", "call"})
_LAYING = frozenset("put lay bring come go place".split())
_PARTS = frozenset({"closing", "opening", "concluding"})
# What had been put off or planned takes place now.
_DELAYING = frozenset(
    "put postpone delay defer reschedule plan expect await schedule call convene arrange announce".split()
)
_CANCELLING = frozenset({"cancel", "scrap"})
_TERMS = frozenset("since before until".split())
_MAX_CHAIN = 3
_HELD_TOKENS = 4
_YEAR_CHARACTERS = 4
# A meeting that ended longer ago is one that the report looks back at.
_RECALLED_AFTER_DAYS = 14


def verb_of(token: Token) -> Token | None:
    """The verb of the clause, down the chain of "is to be held", "is expected to take place"."""
    verb = _held_behind(token) or carrying_verb(token)
    for _ in range(_MAX_CHAIN):
        below = (
            [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"] if verb is not None else []
        )
        if not below:
            break
        verb = below[0]
    return _with_prefix(verb) if verb is not None else None


def _with_prefix(verb: Token) -> Token:
    """The "co" of "will co-chair", which the parser takes for the verb."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start + 1 else None
    parted = before is not None and before.text == "-" and verb.doc[verb.i - 2].lower_ == "co"
    return verb.doc[verb.i - 2] if parted and verb.doc[verb.i - 2].pos_ == "VERB" else verb


def _held_behind(token: Token) -> Token | None:
    """The "held" of "the next summit, to be held in Lome", which need not hang on the noun."""
    behind = token.doc[token.i + 1 : token.i + 1 + _HELD_TOKENS]
    words = [word for word in behind if word.text != ","]
    led = [word.lower_ for word in words[:3]]
    if led[:3] == ["to", "be", "held"]:
        return words[2]
    return words[1] if led == ["to", "take", "place"] else None


def body_of(reading: Reading, token: Token) -> EntityDraft | None:
    """Whose meeting it is: "session of the Council", "the Council's session", "held its session"."""
    verb = verb_of(token)
    if verb is not None and any(child.lower_ in {"its", "their"} for child in token.lefts):
        owner = subject(verb)
        entity = reading.entity_at(owner) if owner is not None else None
        if entity is not None and entity.type == "organization" and is_body(entity):
            return entity
    spans = [
        (c.left_edge.i, c.right_edge.i + 1) for c in token.children if c.dep_ in {"compound", "poss", "nmod"}
    ]
    led = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {"of", "at"}]
    spans += [(inner.left_edge.i, inner.right_edge.i + 1) for child in led for inner in child.children]
    named = [e for span in spans for e in reading.entities_in(*span, "organization") if is_body(e)]
    return named[0] if named else None


def date_of(reading: Reading, token: Token) -> DateSpan | None:
    """The date of the meeting: in its own phrase, or in the clause of which it is part."""
    sentence = token.sent
    inside = [
        (abs(first.i - token.i), date)
        for first, date in reading.dates_in(sentence.start, sentence.end)
        if token.left_edge.i <= first.i <= token.right_edge.i
        and date.form != "years"
        and _is_of_meeting(reading, token, first)
    ]
    own = min(inside, key=lambda pair: (pair[1].form == "year", pair[0]))[1] if inside else None
    if own is not None and len(own.first) > _YEAR_CHARACTERS:
        return own
    aside = held_aside(token)
    found = (reading.date_of(aside) if aside is not None else None) or _date_of_clause(reading, token)
    if own is None or found is None or found.first[:_YEAR_CHARACTERS] == own.first:
        return found or own
    return own if own.form == "year" else _in_year(found, own.first)


def _is_term(token: Token) -> bool:
    """As in "ahead of the summit, ministers will meet on 19 March": the day is that of something else."""
    if token.dep_ != "pobj":
        return False
    led = token.head.lower_
    if led == "before" and token.head.head.lemma_ in _LAYING:
        return False  # "put before the Assembly in May"
    return led in {"before", "after", "following"} or (led == "of" and token.head.head.lower_ == "ahead")


def _in_year(date: DateSpan, year: str) -> DateSpan:
    """As in "next year's session, from 20 to 24 October"."""
    if len(date.first) == _YEAR_CHARACTERS:
        return date
    last = date.last and year + date.last[_YEAR_CHARACTERS:]
    return replace(date, first=year + date.first[_YEAR_CHARACTERS:], last=last)


def _date_of_clause(reading: Reading, token: Token) -> DateSpan | None:
    if _is_term(token):
        return None
    verb = verb_of(token)
    for head in ([verb] if verb is not None else []) + list(climb(token)):
        if head.pos_ in {"VERB", "AUX"}:
            found = _not_of_another(reading, token, reading.date_of(head) or _date_for(reading, head))
            if found is not None or head.dep_ not in {"xcomp", "conj", "acl", "pcomp"}:
                return found
    return None


def _not_of_another(reading: Reading, token: Token, date: DateSpan | None) -> DateSpan | None:
    """The date, unless it is in a clause on another noun: "the summit, set for July 3, and the meeting"."""
    span = reading.doc.char_span(date.start, date.end, alignment_mode="expand") if date is not None else None
    if span is None:
        return date
    return None if any(_is_clause_on_other(head, token) for head in climb(span.root)) else date


def _is_clause_on_other(clause: Token, token: Token) -> bool:
    """Whether a clause hangs on a noun that neither is the meeting nor has it among its own words."""
    if clause.dep_ in {"csubj", "csubjpass"}:
        return not clause.is_ancestor(token)
    is_due = clause.dep_ == "amod" and clause.i > clause.head.i  # "the summit, due on 3 June"
    if clause.dep_ not in {"acl", "relcl"} and not is_due:
        return False
    return clause.head.i != token.i and not clause.head.is_ancestor(token)


def _is_of_meeting(reading: Reading, token: Token, first: Token) -> bool:
    """Whether a date in the phrase is that of the meeting, not of when it had begun."""
    led = first.head if first.dep_ == "pobj" and first.head.lower_ == "on" else first
    if reading.doc[first.i - 1].lower_ in _TERMS or not is_said_of(token, led):
        return False
    begun = (head for head in climb(first) if head.i > token.i and head.lemma_ in BEGINNING)
    return all(head.tag_ in {"VBZ", "VBP"} for head in begun)


def _date_for(reading: Reading, verb: Token) -> DateSpan | None:
    """As in "is scheduled for December 1", "set for July 3-4", "will be held from 6 May"."""
    sentence = verb.sent
    for first, date in reading.dates_in(sentence.start, sentence.end):
        led = reading.doc[first.i - 1].lower_
        fixed = led == "for" or (led == "from" and mood(verb) == "planned")
        exact = date.form != "year" or verb.lemma_ in _FIXING
        if fixed and exact and any(head.i == verb.i for head in climb(first)):
            return date
    return None


def is_planned(reading: Reading, token: Token, words: list[str], date: DateSpan | None) -> bool:
    """Whether the meeting is still to come: by its date, by "next", or by the verb."""
    today = reading.setting.day.isoformat()
    verb = verb_of(token)
    if set(words) & _PARTS:
        return False
    if verb is not None and verb.lemma_ == "follow" and token.dep_ == "nsubjpass":
        return False  # "the summit will be followed by a dinner"
    if verb is not None and verb.lemma_ in _ENDING and token.dep_ in {"nsubj", "dobj", "nsubjpass"}:
        return False
    if date is not None and _was_held(reading, date, verb):
        return False
    if date is not None and (date.first > today[: len(date.first)] or _is_ahead(reading, date)):
        return True
    told = mood(verb) if verb is not None else "unreal"
    if date is not None and len(date.first) > _YEAR_CHARACTERS:
        return date.first == today and told == "planned"
    if set(words) & _COMING and told != "earlier":
        return True
    if verb is None or told != "planned":
        return False
    if token.dep_ == "pobj" and token.head.lower_ == "before":
        return True  # "will visit Rome before the summit"
    takes_place = verb.lemma_ in TAKING_PLACE | {"co"} and token.dep_ in {
        "nsubj",
        "nsubjpass",
        "dobj",
        "attr",
    }
    return takes_place or (verb.lemma_ in _ATTENDING and carrying_verb(token) == verb)


def _was_held(reading: Reading, date: DateSpan, verb: Token | None) -> bool:
    """As in "on the same day they held a session", whatever coming day was told just before."""
    same = "same day" in reading.text[date.start : date.end].casefold()
    return same and verb is not None and verb.tag_ == "VBD" and mood(verb) == "done"


def _is_ahead(reading: Reading, date: DateSpan) -> bool:
    """As "next week", "later this month", which may be in the month that runs."""
    words = reading.text[date.start : date.end].casefold()
    return date.form == "period" and words.startswith(("next", "the coming", "later"))


def is_recalled(reading: Reading, token: Token, words: list[str], date: DateSpan | None) -> bool:
    """Whether it is only looked back at: another year, another month, the past perfect, "the previous
    summit".
    """
    verb = verb_of(token)
    if set(words) & _RECALLED or (verb is not None and _fell_through(token, verb)):
        return True
    today = reading.setting.day
    if date is not None:
        reach = date.last or date.first
        if len(reach) == 10:
            return (today - calendar_date.fromisoformat(reach)).days > _RECALLED_AFTER_DAYS
        return reach < today.isoformat()[: len(reach)]
    if token.dep_ == "pobj":
        return _is_told_of_the_past(reading, token)
    return verb is not None and mood(verb) == "earlier" and verb.lemma_ not in _DELAYING


def _fell_through(token: Token, verb: Token) -> bool:
    """As in "the session did not begin", "the summit was cancelled": nobody met."""
    if token.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    off = verb.lemma_ == "call" and any(child.lower_ == "off" for child in verb.children)
    told = mood(verb)
    return (verb.lemma_ in BEGINNING | TAKING_PLACE and told == "failed") or (
        told == "done" and (off or verb.lemma_ in _CANCELLING)
    )


def _is_told_of_the_past(reading: Reading, token: Token) -> bool:
    """As in "It began in May 2022, when a protocol was signed at a summit": all days of the sentence are
    long past.
    """
    today = reading.setting.day
    reached = [date.last or date.first for _, date in reading.dates_in(token.sent.start, token.sent.end)]
    limit = (today - timedelta(_RECALLED_AFTER_DAYS)).isoformat()
    return bool(reached) and all(reach < limit[: len(reach)] for reach in reached)
