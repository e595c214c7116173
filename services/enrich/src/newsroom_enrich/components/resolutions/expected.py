"""What will be done, told as a wish or a possibility with its day: "it should be signed in May"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.grammar import agents, auxiliaries, is_passive
from newsroom_enrich.components.resolutions.unreal import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

_CONCLUDES = frozenset("signed ratified adopted approved endorsed agreed".split())
_POSSIBLE = frozenset("should could may might".split())
_INTENDS = frozenset("expect want hope aim intend wish".split())
_PRESENT = frozenset({"VBZ", "VBP"})
_REPORTS = frozenset("say tell add note report state according".split())
# What is to be done at the latest by some day is a demand.
_DEADLINES = frozenset({"by", "before", "until"})
_SOON = re.compile(
    r"\b(?:later this|next|the coming) (?:week|month|year|spring|summer|autumn|fall|winter)\b|"
    r"\b(?:half|quarter|end|course|part) of (?:the|this|next) (?:year|month|week)\b"
)
_CONDITIONS = frozenset("if unless whether once until".split())


def as_expected(reading: Reading, act: Act) -> Act:
    """The act as a planned one, where a coming day makes its possibility a plan."""
    if act.mood != "unreal" or act.action not in _CONCLUDES or not (act.phrases or act.pronoun):
        return act
    verb = act.verb
    if is_negated(verb) or not (_may_be_done(verb) or _is_intended(verb)):
        return act
    if any(token.lower_ in _CONDITIONS for token in verb.sent):
        return act
    return replace(act, mood="planned") if _has_coming_day(reading, verb) else act


def _may_be_done(verb: Token) -> bool:
    """As in "could be signed in June", "should be signed in June, the minister said"."""
    if not (auxiliaries(verb) & _POSSIBLE and is_passive(verb)) or agents(verb):
        return False
    told = verb.dep_ == "ccomp" and verb.head.lemma_.casefold() in _REPORTS
    return told or verb.dep_ in {"ROOT", "conj"}


def _is_intended(verb: Token) -> bool:
    """As in "both sides want to sign it there", "the ministry expects it to be signed in June"."""
    above = verb.head
    intends = above.lemma_.casefold() in _INTENDS and above.tag_ in _PRESENT and not auxiliaries(above)
    return "to" in auxiliaries(verb) and intends and not is_negated(above)


def _has_coming_day(reading: Reading, verb: Token) -> bool:
    """Whether the sentence tells a month or a day ahead, or the clause points to a coming meeting."""
    today = reading.setting.day.isoformat()
    may_be_late = _is_intended(verb)
    for token, day in reading.dates_in(verb.sent.start, verb.sent.end):
        before = reading.doc[token.i - 1].lower_ if token.i else ""
        ahead = len(day.first) > len("2025") and day.first > today[: len(day.first)]
        if ahead and (may_be_late or before not in _DEADLINES):
            return True
    return _SOON.search(reading.words_of(verb.sent)) is not None
