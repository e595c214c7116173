"""What can be seen of a document in its sentence: plain facts with a name, for a model to weigh.

The names are those of the weights in data/decisions.json: whoever changes them trains anew (make train).
"""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.grammar import climb, is_passive, lemma_of
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

_BACKGROUND = frozenset(
    "under recall recalling earlier previous previously since pursuant accordance line existing current "
    "background basis former old original".split()
)
_VOTE = re.compile(
    r"\b(?:vote[sd]?|abst\w+|in favou?r|unanim\w+|consensus|acclamation|ballot|against)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MODALS = frozenset("would could should may might must".split())
_WILL = frozenset({"will", "shall"})
_WINDOW = 3
_PATH = 3
_RECENT_DAYS = 7
_FULL_DATE = len("2025-01-31")


def features(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> frozenset[str]:
    """The facts on one document phrase of a sentence."""
    return frozenset(
        chain(
            _of_phrase(reading, phrase),
            _of_syntax(reading.doc[phrase.head]),
            _of_verbs_around(phrase, sentence),
            _of_words_around(reading, phrase, sentence),
            _of_sentence(reading, sentence),
            _of_dates(reading, sentence),
        )
    )


def _of_phrase(reading: Reading, phrase: DocumentPhrase) -> Iterator[str]:
    yield f"kind={phrase.kind}"
    yield "strong" if phrase.strong else "weak"
    told = {
        "definite": phrase.definite,
        "title": phrase.title is not None,
        "symbol": phrase.symbol is not None,
        "draft": phrase.draft,
        "plural": phrase.plural,
        "several": (phrase.count or 0) > 1,
    }
    yield from (name for name, holds in told.items() if holds)
    first = reading.doc[phrase.start]
    yield f"first={first.lower_ if first.pos_ in {'DET', 'PRON'} else first.pos_}"
    year = _YEAR.search(reading.doc[phrase.start : phrase.end].text)
    if year is not None:
        yield "year=old" if int(year[0]) < reading.setting.day.year else "year=now"


def _of_syntax(head: Token) -> Iterator[str]:
    """How the phrase hangs on its verb, and what verb that is."""
    yield f"dep={head.dep_}"
    path = [head.dep_]
    for above in climb(head):
        if above.pos_ in {"VERB", "AUX"}:
            yield from _of_verb(above, path)
            break
        path.append(above.lower_ if above.dep_ in {"prep", "agent"} else above.dep_)
    else:
        yield "no verb"
    if head.dep_ == "pobj":
        yield f"prep={head.head.lower_}"
    yield f"path={'>'.join(path[:_PATH])}"


def _of_verb(verb: Token, path: list[str]) -> Iterator[str]:
    lemma, mood_ = lemma_of(verb), mood(verb)
    yield f"verb={lemma}"
    yield f"verb={lemma}|{'>'.join(path[: _PATH - 1])}"
    yield f"verb tag={verb.tag_}"
    yield f"verb dep={verb.dep_}"
    yield f"mood={mood_}"
    yield "passive" if is_passive(verb) else "active"
    if lemma in verbs.TRANSITIVE:
        yield "acts"
        yield f"acts|{path[0]}"
        yield f"acts|mood={mood_}"


def _of_verbs_around(phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """The nearest verbs of deciding on both sides."""
    acts = [t for t in sentence if t.tag_.startswith("VB") and lemma_of(t) in verbs.TRANSITIVE]
    before = [token for token in acts if token.i < phrase.start]
    behind = [token for token in acts if token.i >= phrase.end]
    if before:
        yield from _of_act("before", before[-1], phrase.start - before[-1].i)
    if behind:
        yield from _of_act("behind", behind[0], behind[0].i - phrase.end)
    yield "no act before" if not before else "act before"
    yield "no act behind" if not behind else "act behind"
    for token in sentence:
        if token.lemma_.casefold() in verbs.NOMINAL:
            yield "noun before" if token.i < phrase.start else "noun behind"


def _of_act(side: str, verb: Token, distance: int) -> Iterator[str]:
    reach = next((limit for limit in (1, 4, 10) if distance <= limit), "far")
    yield f"{side} reach={reach}"
    yield f"{side} mood={mood(verb)}"
    yield f"{side} tag={verb.tag_}"
    yield f"{side} dep={verb.dep_}"


def _of_words_around(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    doc = reading.doc
    for token in doc[max(sentence.start, phrase.start - _WINDOW) : phrase.start]:
        yield f"left={token.lower_}"
    for token in doc[phrase.end : min(sentence.end, phrase.end + _WINDOW)]:
        yield f"right={token.lower_}"


def _of_sentence(reading: Reading, sentence: Span) -> Iterator[str]:
    index = reading.index_of(sentence)
    yield f"sentence={'first' if index == 0 else 'lead' if index < 3 else 'later'}"
    words = {token.lower_ for token in sentence}
    if words & _BACKGROUND:
        yield "background word"
    if words & _WILL:
        yield "will"
    if words & _MODALS:
        yield "modal"
    if _VOTE.search(reading.words_of(sentence)):
        yield "vote"


def _of_dates(reading: Reading, sentence: Span) -> Iterator[str]:
    today = reading.setting.day
    for _, found in reading.dates_in(sentence.start, sentence.end):
        yield f"date={_age(found, today)}"


def _age(found: DateSpan, today: date) -> str:
    if found.first[:4] < f"{today.year:04}":
        return "old"
    if len(found.first) != _FULL_DATE:
        return "vague"
    days = (today - date.fromisoformat(found.first)).days
    return "ahead" if days < 0 else "recent" if days <= _RECENT_DAYS else "this year"
