"""Acts told in passing, in the past perfect or beside a document: news of the report, or only recalled."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.patterns import MONTHS
from newsroom_enrich.components.resolutions.grammar import (
    auxiliaries,
    clause_above,
    climb,
    governor,
    is_behind_comma,
    is_reduced,
    subject,
)
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.components.votes import read_tally

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

# What is said of an act so that it belongs to the meeting of the report.
_OF_NOW = re.compile(
    r"\b(?:earlier|first|beforehand|prior to|before (?:that|this|then)|within (?:the|an) hour|also|likewise|"
    r"then|too|alongside|afterwards?|thereafter|later|meanwhile|"
    r"(?:minutes|hours|moments|shortly|immediately|right|just) (?:before|after|earlier|later)|"
    r"in the (?:morning|afternoon|evening|presence)|overnight|by the time|"
    r"(?:by|before|after|at|until|past) (?:then|dawn|sunrise|noon|lunchtime|lunch|nightfall|sunset|midnight)|"
    r"after (?:[\w-]+ ){0,3}(?:night|hours|days?|weeks?|round) of|"
    r"by (?:consensus|acclamation|common accord)|without a vote|"
    r"(?:in |at )?(?:that|the) (?:same|very) (?:morning|afternoon|evening|night|day|hour|breath|vote)|"
    r"(?:at|by|during|as|in) (?:the|their|its|this|today’s|today's|an?) (?:[a-z-]+ ){0,3}"
    r"(?:session|meeting|plenary|sitting|summit|conference|ceremony|talks|end|close))\b",
    re.IGNORECASE,
)
_ALIKE = frozenset("similar identical comparable previous earlier".split())
_BEFORE = re.compile(
    r"\b(?:last (?:week|month|year|spring|summer|autumn|fall|winter|[A-Z][a-z]+)|"
    r"(?:days|weeks|months) (?:ago|earlier)|"
    r"earlier (?:this|in the) (?:week|month|year))\b",
    re.IGNORECASE,
)
_PERFECT = frozenset({"has", "have", "had"})
_ALL_OR_MOST = frozenset({"all", "most", "many", "several", "some", "only"})
_LONG_SPANS = re.compile(r"\b(?:years?|months?|decades?|century|centuries|long (?:before|ago))\b")
_ADVERBIAL = frozenset({"advmod", "npadvmod", "prep", "advcl"})
_CLAUSES_ON = frozenset({"relcl", "acl", "amod", "advcl"})
_LEAD_SENTENCES = 4
_LATER_REACH = 8
_YEARS = frozenset("year years decade decades".split())
_SEASONS = frozenset("spring summer autumn fall winter".split())
_RECENT_DAYS = 31
_FULL_DATE = len("2025-01-31")
_LEADS_IN = frozenset({"in", "with", "through"})
_CLAUSES = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB"})


def is_recalled(reading: Reading, act: Act) -> bool:
    """Whether an act without a date of its own is background: "had adopted", "the treaty, signed in Lima"."""
    verb = act.verb
    if _is_of_years_since(verb) or _is_of_last_time(verb) or _is_of_thing_there(verb):
        return True
    if _is_of_later_years(verb):
        return True
    if _is_count_of_states(act):
        return True
    if act.reason == "decided" and _is_of_another_year(reading, act.verb):
        return True
    if _is_beside_old_date(reading, act.verb):
        return True
    if act.mood == "earlier":
        return not (_is_of_now(reading, act.verb) or _opens_the_report(reading, act))
    if not _is_clause_on_document(act) or _is_lost_clause(act):
        return False
    return not (_is_of_now(reading, act.verb) or _carries_the_news(act))


def _is_of_later_years(verb: Token) -> bool:
    """As in "Its charter was signed two years later": in a story of former years."""
    words = [t for child in verb.children if child.dep_ in _ADVERBIAL for t in child.subtree]
    told = {token.lower_ for token in words if token.i - verb.i <= _LATER_REACH}
    years_off = bool(told & _YEARS) and bool(told & {"later", "earlier", "afterwards"})
    # "Endorsed it the following May", "the following year".
    return years_off or ("following" in told and bool(told & (_YEARS | _SEASONS | MONTHS.keys())))


def is_for_comparison(reading: Reading, act: Act) -> bool:
    """As in "Last week the United States vetoed a similar resolution": told for comparison."""
    alike = [
        any(token.lower_ in _ALIKE for token in reading.doc[p.start : p.head]) and not p.definite
        for p in act.phrases
    ]
    if not alike or not all(alike):
        return False
    return _BEFORE.search(reading.words_of(act.verb.sent)) is not None


def _is_of_years_since(verb: Token) -> bool:
    """As in "has been signed by 140 states since 2011", "since the accord was signed, trade has doubled"."""
    perfect = any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in verb.children)
    since = any(child.dep_ == "prep" and child.lower_ == "since" for child in verb.children)
    ever_since = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children)
    return (perfect and since) or ever_since


def _is_of_thing_there(verb: Token) -> bool:
    """As in "visitors can see the pen with which the treaty was signed": of something that is there now."""
    if verb.dep_ != "relcl":
        return False
    led = [child for child in verb.children if child.dep_ == "prep" and child.i < verb.i]
    root = verb.sent.root
    present = root.tag_ in {"VBZ", "VBP"} or bool(auxiliaries(root) & {"can", "may"})
    return present and any(t.lower_ == "which" for child in led for t in child.children)


def _is_of_last_time(verb: Token) -> bool:
    """As in "the last time the council passed a resolution on it"."""
    noun = verb.head
    return verb.dep_ == "relcl" and noun.lower_ == "time" and any(c.lower_ == "last" for c in noun.lefts)


def _is_count_of_states(act: Act) -> bool:
    """As in "Twenty-seven countries have ratified the treaty", "has been ratified by all but one": how far it
    has come, and no news of the day.
    """
    verb = act.verb
    perfect = any(child.dep_ == "aux" and child.lower_ in _PERFECT for child in verb.children)
    if not perfect or act.action not in {"signed", "ratified"} or not (act.phrases or act.pronoun):
        return False
    before = [token for word in act.actors for token in [word, *word.lefts]]
    return all(p.definite for p in act.phrases[:1]) and any(
        t.pos_ == "NUM" or t.lower_ in _ALL_OR_MOST for t in before
    )


def _is_of_another_year(reading: Reading, verb: Token) -> bool:
    """As in "the hall where the Council voted to use force in 1990"."""
    year = str(reading.setting.day.year)
    told = reading.dates_in(verb.left_edge.i, verb.right_edge.i + 1)
    return any(token.nbor(-1).lower_ == "in" and date.first[:4] < year for token, date in told if token.i)


def _is_beside_old_date(reading: Reading, verb: Token) -> bool:
    """As in "the night in 2015 that produced the accord", "began in May 2022, when a protocol was signed": in
    a clause on something that the sentence dates.
    """
    if verb.dep_ not in _CLAUSES_ON:
        return False
    above = {head.i for head in climb(verb)}
    told = [d for t, d in reading.dates_in(verb.sent.start, verb.i) if governor(t) in above]
    if not told:
        return False
    first, today = told[-1].first, reading.setting.day
    if len(first) == _FULL_DATE:
        return (today - date.fromisoformat(first)).days > _RECENT_DAYS
    return first[:4] < str(today.year)


def _is_clause_on_document(act: Act) -> bool:
    """As in "the treaty, signed in Bishkek, binds them": said of a document in passing."""
    verb = act.verb
    if is_reduced(verb) and is_behind_comma(verb):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ != "ROOT" and act.reason == "verb"


def _is_of_now(reading: Reading, verb: Token) -> bool:
    """As in "it had first adopted", "adopted at the closing session": said of this meeting; a vote is told
    of no other.
    """
    for child in verb.children:
        if child.dep_ not in _ADVERBIAL:
            continue
        if _tells_now(reading.doc[child.left_edge.i : child.right_edge.i + 1].text):
            return True
    if _tells_now(_opening(reading, verb)):
        return True
    tally = read_tally(reading.words_of(verb.sent), reading.voters_in(verb.sent))
    return tally.in_favour is not None or tally.unanimous


def _opens_the_report(reading: Reading, act: Act) -> bool:
    """As in "It was past three when the gavel fell. The Lima Accord had been adopted": news in the lead."""
    verb = act.verb
    named = bool(act.phrases) and all(phrase.title is not None for phrase in act.phrases)
    if not (named and act.passive and verb.dep_ == "ROOT"):
        return False
    says_no_more = all(t.is_punct or t.is_space for t in reading.tokens[verb.i + 1 : verb.sent.end])
    return says_no_more and verb.sent in reading.prose[:_LEAD_SENTENCES]


def _tells_now(words: str) -> bool:
    return bool(_OF_NOW.search(words)) and not _LONG_SPANS.search(words)


def _opening(reading: Reading, verb: Token) -> str:
    """The words before the first clause of a sentence, which the syntax may hang elsewhere: "Earlier in the
    day the delegates had approved".
    """
    found = subject(verb)
    start = verb.sent.start
    end = found.left_edge.i if found is not None else start
    told = reading.doc[start : max(start, end)]
    return "" if any(token.tag_ in _CLAUSES for token in told) else told.text


def _is_lost_clause(act: Act) -> bool:
    """As in "The Duma, the lower house, approved in the second reading a bill": taken for a participle, since
    the document stands behind it and the next participle is the verb of the sentence.
    """
    verb = act.verb
    after = bool(act.phrases) and all(phrase.start > verb.i for phrase in act.phrases)
    return after and verb.dep_ == "acl" and verb.head.dep_ == "nsubj" and verb.head.head.tag_ == "VBG"


def _carries_the_news(act: Act) -> bool:
    """As in "the two pledged restraint in a declaration signed by both": the clause tells what it says."""
    noun = act.verb.head
    if act.phrases and act.phrases[0].definite:
        return False
    if noun.dep_ != "pobj" or noun.head.lower_ not in _LEADS_IN:
        return False
    above = clause_above(noun)
    return above is not None and above.dep_ == "ROOT" and mood(above) == "done"
