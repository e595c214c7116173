"""Documents by which a body does something: "By resolution 2715, the Council renewed the mandate"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.act import Act
from newsroom_enrich.components.resolutions.actors import classify_word
from newsroom_enrich.components.resolutions.grammar import (
    agents,
    auxiliaries,
    carrying_verb,
    is_passive,
    lemma_of,
    objects,
    subject,
)
from newsroom_enrich.components.resolutions.listed import FINITE_TAGS
from newsroom_enrich.components.resolutions.mood import mood
from newsroom_enrich.components.resolutions.readings import after_noun
from newsroom_enrich.components.resolutions.targets import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

_KINDS = frozenset({"resolution", "decision"})
_LEADS = frozenset("by in under with through via per".split())
_MEANS = frozenset("by in with through via".split())
_LOOKS_BACK = frozenset("recall refer note mention recognise recognize".split())
_LEADS_OVER = frozenset("the its terms virtue means way of provisions".split())
_OPENING_TOKENS = 8
_CLAUSE_TOKENS = 9
_ONE_MORE = frozenset(
    "another second third fourth fifth sixth further separate companion additional other final last "
    "parallel related new".split()
)
_MODALS = frozenset("would could should might may can must will".split())
# What a decision or resolution does, as it is told of one of several.
_EFFECTS = frozenset(
    "hand extend renew establish create appoint call urge request condemn deal concern cover address set "
    "give grant authorize authorise lift impose end terminate name designate declare proclaim approve "
    "provide ask demand regret commend invite mandate prolong open admit suspend transfer award elect "
    "place put make allow require welcome launch fix raise cut ban direct instruct encourage reaffirm "
    "express entrust confirm convene oblige commit bring change amend".split()
)


def by_documents(reading: Reading, sentence: Span) -> Iterator[Act]:
    """The acts of a sentence that a new resolution or decision opens, as means or as subject, or that names
    one as the means behind its verb.
    """
    if opening := list(_of_opening(reading, sentence)):
        yield from opening
        return
    for phrase in reading.phrases_in(sentence.start, sentence.end):
        told_new = phrase.symbol is not None or _is_one_more(reading, phrase)
        if told_new and phrase.kind in _KINDS and not phrase.plural and is_new(reading, phrase):
            yield from _behind_verb(reading, phrase)


def _behind_verb(reading: Reading, phrase: DocumentPhrase) -> Iterator[Act]:
    """As in "the Assembly declared on Thursday in resolution 79/300", "in its resolution 2780 (2025)"."""
    noun = reading.tokens[phrase.head]
    leads = next((t.head for t in (noun, noun.head) if t.dep_ == "pobj"), None)
    verb = carrying_verb(noun)
    if leads is None or verb is None or leads.lower_ not in _MEANS or leads.head.i != verb.i:
        return
    deciders = _deciders(reading, phrase, verb)
    if deciders and mood(verb) == "done" and lemma_of(verb) not in _LOOKS_BACK:
        yield Act(verb, verb, "adopted", "done", (phrase,), actors=deciders, reason="by")


def _of_opening(reading: Reading, sentence: Span) -> Iterator[Act]:
    start = next((t.i for t in reading.tokens_of(sentence) if not t.is_space), sentence.start)
    opening = reading.phrases_in(start, min(sentence.end, start + _OPENING_TOKENS))
    phrase = opening[0] if opening else None
    if phrase is None or phrase.kind not in _KINDS or phrase.title is not None:
        return
    if phrase.plural:  # "Four further resolutions open the door to observers"
        if phrase.count and phrase.start - start <= 1 and _is_one_more(reading, phrase):
            yield from _as_subject(reading, phrase)
        return
    if _leads_in(reading, start, phrase) and is_new(reading, phrase):
        yield from _by_means(reading, phrase, sentence)
    elif phrase.start - start <= 1 and _is_one_more(reading, phrase):
        yield from _as_subject(reading, phrase)


def is_new(reading: Reading, phrase: DocumentPhrase) -> bool:
    """Whether a resolution can be one of this meeting: "a further decision", or a symbol of this year."""
    symbol = phrase.symbol
    year = reading.setting.day.year
    if _is_dated_back(reading, phrase):
        return False
    if symbol is None:
        words = reading.doc[phrase.start : phrase.head]
        old = any(token.like_num and token.lower_ not in _ONE_MORE for token in words)
        return not (phrase.definite or old)
    if symbol.code:
        return "/L." in symbol.code or str(year) in symbol.code
    if symbol.year:
        return symbol.year == str(year)
    session = (symbol.number or "").partition("/")
    if session[1] != "/" or not session[0].isdigit():
        return False
    # The sessions of the General Assembly begin in September, the first in 1946; the Human Rights Council has
    # three a year since 2006.
    of_council = "Human Rights Council" in reading.text and (int(session[0]) - 1) // 3 == year - 2006
    return of_council or year - int(session[0]) in {1945, 1946}


def _is_dated_back(reading: Reading, phrase: DocumentPhrase) -> bool:
    """As in "a decision that the Council took in June", "a resolution of 2015"."""
    end = min(phrase.end + _CLAUSE_TOKENS, reading.doc[phrase.head].sent.end)
    clause = reading.doc[phrase.end : end]
    cut = next((token.i for token in clause if token.text == ","), end)
    today = reading.setting.day.isoformat()
    told = [date.first for _, date in reading.dates_in(phrase.end, cut)] if cut > phrase.end else []
    return any(first < today[: len(first)] for first in told if len(first) < len(today))


def _leads_in(reading: Reading, start: int, phrase: DocumentPhrase) -> bool:
    """Whether "By", "Under the terms of" or "Furthermore, in" stands before the phrase."""
    words = [t for t in reading.doc[start : phrase.start] if not t.is_punct]
    while words and (words[0].pos_ == "ADV" or words[0].lower_ == "also"):
        words = words[1:]
    return (
        bool(words) and words[0].lower_ in _LEADS and all(token.lower_ in _LEADS_OVER for token in words[1:])
    )


def _is_one_more(reading: Reading, phrase: DocumentPhrase) -> bool:
    words = {token.lower_ for token in reading.doc[phrase.start : phrase.head]}
    if phrase.symbol is not None:  # "Resolution 2780 (2025) extends the mandate"
        return is_new(reading, phrase)
    return bool(words & _ONE_MORE) and not phrase.definite


def _by_means(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[Act]:
    """What the body did by the document: the first finite verb with a subject behind it."""
    behind = reading.tokens[phrase.end : sentence.end]
    verb = next((t for t in behind if _tells(t, phrase)), None)
    if verb is None and phrase.symbol is not None:
        verb = next((t for t in behind if t.dep_ == "ROOT" and t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or auxiliaries(verb) & _MODALS - {"will"}:
        return
    if lemma_of(verb) in verbs.TRANSITIVE and documents(reading, objects(verb)):
        return
    # What will be done has a day of its own, which is not that of the document.
    teller = reading.tokens[phrase.head] if "will" in auxiliaries(verb) else verb
    deciders = _deciders(reading, phrase, verb)
    yield Act(teller, teller, "adopted", "done", (phrase,), actors=deciders, reason="by")


def _tells(token: Token, phrase: DocumentPhrase) -> bool:
    """Whether a token is the verb of the main clause: its subject stands behind the document."""
    carried = any(child.tag_ in FINITE_TAGS and child.dep_ in {"aux", "auxpass"} for child in token.children)
    if not (token.tag_ in FINITE_TAGS or carried) or token.dep_ in {"aux", "auxpass"}:
        return False
    subjects = [
        child.left_edge.i
        for child in token.children
        if child.dep_ in {"nsubj", "nsubjpass"} and child.tag_ not in {"WDT", "WP"}
    ]
    # "By a separate decision they appointed": taken for a relative clause.
    beside = token.dep_ not in {"relcl", "acl"} or phrase.end in subjects
    return beside and any(phrase.end <= at < token.i for at in subjects)


def _deciders(reading: Reading, phrase: DocumentPhrase, verb: Token) -> tuple[Token, ...]:
    """The body whose document it is, or that does what the clause tells."""
    owners = after_noun(reading.tokens[phrase.head], "of", "by")
    found = subject(verb)
    doers = agents(verb) if is_passive(verb) else [found] if found is not None else []
    return tuple(w for w in [*owners, *doers] if classify_word(reading, w) in {"body", "collective"})[:1]


def _as_subject(reading: Reading, phrase: DocumentPhrase) -> Iterator[Act]:
    """As in "A second resolution renews the mandate"."""
    noun = reading.tokens[phrase.head]
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or lemma_of(verb) not in _EFFECTS:
        return
    if not auxiliaries(verb) & _MODALS:
        yield Act(verb, verb, "adopted", "done", (phrase,), reason="by")
