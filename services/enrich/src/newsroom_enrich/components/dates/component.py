"""The component that finds the dates of a report, and the dates that it found."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, cast

from spacy.tokens import Doc

from newsroom_enrich.annotations import notes_of, text_of
from newsroom_enrich.components.dates.resolve import DateSpan, Tense, TenseAt, find_dates

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "would"})
_POSSIBLE = frozenset({"should", "could", "might", "may"})
_COMING = frozenset(
    "expect schedule set plan due intend slate poise prepare be meet gather host offer".split()
)
# As in "the summit, due on 3 June", "ahead of the summit on 3 June", however the clause goes on; not "was
# due on", "had been planned for".
_DUE = re.compile(
    r"\b(?:[Aa]head|[Ii]n advance) of [^.;,\n]{2,45} on $|"
    r"(?<!was )(?<!were )(?<!had been )\b(?:(?:due|slated|scheduled|planned|set|called|fixed) "
    r"(?:for|on|to (?:open|start|begin) on)|to (?:be held|take place)(?: in [A-Z]\w+)?(?: on| from)?) $"
)
_DUE_CHARACTERS = 60
# What is fixed in calendars: "who leaves on Friday", "where the council meets on Friday" lie ahead.
_FIXED = frozenset(
    "meet gather convene reconvene assemble sit open begin start close end conclude leave depart arrive "
    "return travel fly take".split()
)
_AIMED = frozenset("announce schedule plan set prepare invite call expect slate book register".split())
# "They agreed to meet in May": what is resolved on lies ahead, whenever it was.
_RESOLVED = frozenset("agree decide resolve pledge promise vow undertake".split())
_MAX_CLIMB = 8
_LEAD_CHARACTERS = 1_000
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])|\n\n")

for extension in ("newsroom_dates", "newsroom_date_tokens", "newsroom_published"):
    if not Doc.has_extension(extension):
        Doc.set_extension(extension, default=None)


def dates_of(doc: Doc) -> list[DateSpan]:
    """The date expressions of a report, resolved against the day of its publication; found once."""
    if doc._.newsroom_dates is None:
        doc._.newsroom_dates = find_dates(text_of(doc), published_of(doc), _tenses(doc))
    return cast("list[DateSpan]", doc._.newsroom_dates)


def published_of(doc: Doc) -> date:
    """The day on which a report was published.

    Where nobody said when (it was posted without a date), the latest day that the first sentence with one
    tells, unless that lies ahead: a report about 21 May reads as if written then, whenever it comes in.
    """
    if doc._.newsroom_published is None:
        notes = notes_of(doc)
        published = notes.published_at.date()
        doc._.newsroom_published = published if notes.dated else _told_in_lead(doc, published) or published
    return cast("date", doc._.newsroom_published)


def _told_in_lead(doc: Doc, received: date) -> date | None:
    lead = text_of(doc)[:_LEAD_CHARACTERS]
    tense_at = _tenses(doc)
    told = find_dates(lead, received, lambda offset: tense_at(offset) or "past")
    days = [(span.start, span.first) for span in told if span.is_day and span.first <= received.isoformat()]
    if not days:
        return None
    end = _SENTENCE_END.search(lead, days[0][0])
    return date.fromisoformat(max(day for start, day in days if end is None or start < end.start()))


def _tenses(doc: Doc) -> TenseAt:
    # has_annotation looks at every token, so it is asked once and not at each date.
    return (lambda offset: _tense_at(doc, offset)) if doc.has_annotation("DEP") else (lambda _: None)


def is_in_date(token: Token) -> bool:
    """Whether a token belongs to a date expression."""
    doc = token.doc
    if doc._.newsroom_date_tokens is None:
        spans = (doc.char_span(date.start, date.end, alignment_mode="expand") for date in dates_of(doc))
        doc._.newsroom_date_tokens = frozenset(
            at for span in spans if span is not None for at in range(span.start, span.end)
        )
    return token.i in doc._.newsroom_date_tokens


def _tense_at(doc: Doc, offset: int) -> Tense | None:
    """The tense of the verb to whose clause an offset belongs."""
    if _DUE.search(text_of(doc)[max(0, offset - _DUE_CHARACTERS) : offset]):
        return "future"
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    token = span[0] if span is not None else None
    for _ in range(_MAX_CLIMB):
        if token is None:
            return None
        if token.lower_ == "for" and token.head.lemma_ in _AIMED:
            return "future"  # "has announced himself for the session on Friday"
        if (token.pos_ in {"VERB", "AUX"} or _is_to_come(token)) and (tense := _tense(token)):
            return tense
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _is_to_come(token: Token) -> bool:
    """As "convene" in "will next convene", which the model may take for a noun."""
    return any(child.dep_ == "aux" and child.lower_ in _AHEAD for child in token.lefts)


def _tense(verb: Token) -> Tense | None:
    words = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if words & _AHEAD or (words & _POSSIBLE and "have" not in words):
        return "future"
    if "to" in words:
        governor = verb.head
        if governor.lemma_ in _RESOLVED:
            return "future"
        coming = governor.lemma_ in _COMING or governor.lower_ in _COMING
        return "future" if coming and governor.tag_ != "VBD" else None
    if words & {"is", "are"} and verb.tag_ == "VBN" and (verb.lemma_ in _COMING or verb.lower_ in _COMING):
        return "future"
    if verb.tag_ == "VBD" or words & {"had", "has", "have", "was", "were"}:
        return "past"
    is_aside = verb.dep_ == "relcl" and verb.lemma_ not in _FIXED
    if verb.tag_ in {"VBZ", "VBP"} and verb.dep_ != "auxpass" and not is_aside:
        due = any(child.dep_ == "acomp" and child.lower_ in _COMING for child in verb.children)
        return None if verb.lemma_ == "be" and not (due or _is_to_do(verb)) else "future"
    if verb.tag_ == "VBN" and verb.lemma_ in {"set", "schedule", "slate", "plan", "due"}:
        return "future"
    return "past" if verb.tag_ == "VBN" and verb.dep_ == "acl" else None


def _is_to_do(verb: Token) -> bool:
    """As "is" in "On Wednesday the Council is to vote"."""
    led = (child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB")
    return any(word.lower_ == "to" and word.dep_ == "aux" for child in led for word in child.children)
