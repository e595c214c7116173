"""Which documents a verb or noun acts on: from the syntax, and from the surface where the syntax is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import is_in_date
from newsroom_enrich.components.resolutions.grammar import is_passive, noun_phrase_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

ADJACENT_TOKENS = 7
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENING_TOKENS = 3
_ASIDE_TOKENS = 45
_CLAUSE_TOKENS = 6
_SEPARATORS = frozenset({",", "and", ";", "well", "plus", "with", "&", "or", "then", "–", "—"})
_BETWEEN = frozenset("of on to as along together also both finally lastly further".split())
# May stand between a verb and its document: "passed in its third and final reading a bill".
_PASSED_OVER = frozenset(
    "in its the first second third final and reading at session meeting , by consensus acclamation "
    "without a vote unanimously public also formally finally today on monday tuesday wednesday thursday "
    "friday saturday sunday yes to what is now overwhelmingly narrowly jointly both new separately".split()
)
_TOPIC_LEADS = frozenset("on about concerning regarding covering relating relate concern cover".split())
_ACTS = frozenset({"ratification", "adoption", "conclusion"})
_NAMING = frozenset("entitle title call name dub entitled titled".split())


def documents(reading: Reading, words: list[Token]) -> list[DocumentPhrase]:
    """The document phrases for which words stand, with those that go on the list after the first one."""
    found: list[DocumentPhrase] = []
    for word in words:
        phrase = reading.phrase_at(word)
        if phrase is None and word.lower_ in {"that", "which"} and word.head.dep_ != "relcl":
            phrase = _right_before(reading, word)
        phrase = phrase or _apposed(reading, word) or _nested(reading, word)
        if phrase is not None and phrase not in found:
            found.append(phrase)
    if not found:
        return []
    listed = _listed_after(reading, found[0], words[0].sent)
    first, *rest = sorted(dict.fromkeys([*found, *listed]), key=lambda phrase: phrase.start)
    rest = [phrase for phrase in rest if not _is_explanation(reading, first, phrase)]
    if len(rest) == 1 and _names(reading, rest[0], first):
        return rest
    return [first, *_without_apposition(reading, first, rest)]


def _nested(reading: Reading, word: Token) -> DocumentPhrase | None:
    """As in "approved the ratification of the treaty": what a body does with an act, it does with its
    document.
    """
    if word.lemma_.casefold() not in _ACTS:
        return None
    led = (inner for child in word.children if child.lower_ == "of" for inner in child.children)
    return next((p for p in map(reading.phrase_at, led) if p is not None and p.strong), None)


def _apposed(reading: Reading, word: Token) -> DocumentPhrase | None:
    """As in "Option B, a proposal of the islands": what a name without a document's noun is said to be."""
    found = (
        reading.phrase_at(child) for child in word.children if child.dep_ == "appos" and child.i > word.i
    )
    if reading.entity_at(word) is not None or word.pos_ not in {"PROPN", "NOUN"}:
        return None
    told = (p for p in found if p is not None)
    if word.pos_ == "NOUN":  # "its centrepiece, the Asylum Regulation, got 322 votes"
        return next((p for p in told if p.strong and (p.is_named or not p.definite)), None)
    return next((p for p in told if not p.definite), None)


def _without_apposition(
    reading: Reading, first: DocumentPhrase, listed: list[DocumentPhrase]
) -> list[DocumentPhrase]:
    """As in "the Vision 2030, a plan for the region": the last of a list without "and" explains the one
    before.
    """
    if not listed:
        return listed
    last, before = listed[-1], ([first, *listed])[-2]
    joined = reading.doc[last.start - 1].text
    apposed = before.is_named or last.definite or reading.doc[min(last.outer)].dep_ == "appos"
    explains = joined == "," and not last.is_named and last.count == 1 and apposed
    return listed[:-1] if explains else listed


def _names(reading: Reading, named: DocumentPhrase, before: DocumentPhrase) -> bool:
    """As in "a declaration on migration, the Santiago Declaration": the name behind the description."""
    doc = reading.doc
    apposed = doc[named.start - 1].text in {",", "–", "—"} and doc[named.start].lower_ == "the"
    alike = before.kind in {named.kind, "document"} and before.count == named.count == 1
    return apposed and alike and named.title is not None and not (before.is_named or before.definite)


def adjacent(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """The documents right behind a verb, where the syntax lost them: "adopted, by consensus, the
    Agreement".
    """
    sentence = verb.sent
    following = reading.phrases_in(verb.i + 1, sentence.end)
    if not following:
        return []
    between = reading.doc[verb.i + 1 : following[0].start]
    if not (_is_aside(between) or _is_passed_over(between)):
        return []
    return [following[0], *_listed_after(reading, following[0], sentence)]


def _is_aside(between: Span) -> bool:
    """Whether the words tell between commas how it was done: ", by a recorded vote of 158 to 2, "."""
    if not 2 < len(between) <= _ASIDE_TOKENS:
        return False
    return between[0].text == between[-1].text == "," and between[1].lower_ in {"by", "with", "without"}


def _is_passed_over(between: Span) -> bool:
    if not len(between):
        return True
    passed = (token.lower_ in _PASSED_OVER or is_in_date(token) for token in between)
    return between[-1].pos_ != "ADP" and all(passed)


def leading(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """The document that opens the sentence of a passive whose subject the syntax lost."""
    sentence = verb.sent
    before = reading.phrases_in(sentence.start, verb.i)
    if before and before[0].start - sentence.start <= _OPENING_TOKENS:
        return before[:1]
    if len(before) == 1 and not _has_finite(reading, before[0].end, verb.i, except_for=verb):
        return before
    # "An accord on rail, of which much has been said, will be signed": the subject is lost.
    apposed = len(before) == 1 and reading.doc[before[0].head].dep_ in {"appos", "nsubj", "ROOT", "dep"}
    lost = any(c.dep_ == "auxpass" for c in verb.children) and not _has_subject(verb)
    return before if apposed and lost else []


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for child in verb.children)


def voted_for(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """As in "mustered four votes, with nine against, for a draft": the syntax hangs "for" elsewhere."""
    behind = reading.phrases_in(verb.i + 1, verb.sent.end)
    return [phrase for phrase in behind if reading.doc[phrase.start - 1].lower_ == "for"][:1]


def trailing(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """The document right before a participle behind a comma: "a trio of memoranda with X, inked on
    Friday".
    """
    if verb.tag_ not in {"VBN", "VBD"} or verb.i == 0 or reading.doc[verb.i - 1].text != ",":
        return []
    if any(child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for child in verb.children):
        return []
    return _last_before(reading, verb)


def to_come(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """The document before ", to be submitted in May"."""
    comma = verb.i - 3
    before = reading.phrases_in(verb.sent.start, comma)[-1:]
    return [p for p in before if comma in {p.end, noun_phrase_end(reading.doc[p.head])}]


def _last_before(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    before = reading.phrases_in(verb.sent.start, verb.i)
    if not before or before[-1].count == 1 or _has_finite(reading, before[-1].end, verb.i):
        return []
    return before[-1:] if verb.i - before[-1].end <= ADJACENT_TOKENS else []


def before_relative(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """As in "a communiqué, which the pair signed": the document before the pronoun, whatever the syntax
    made of it.
    """
    carried = False
    for at in range(verb.i - 1, max(verb.i - _CLAUSE_TOKENS, verb.sent.start), -1):
        token = reading.doc[at]
        if token.lower_ in {"which", "that"}:
            end = at - 1 if reading.doc[at - 1].text == "," else at
            return _ending_at(reading, verb, at, end) if not carried or token.dep_ == "nsubjpass" else []
        if token.tag_ in FINITE_TAGS or token.pos_ == "VERB":
            if token.dep_ != "auxpass":
                return []
            carried = True
    return []


def _ending_at(reading: Reading, verb: Token, at: int, end: int) -> list[DocumentPhrase]:
    """The document that ends before a relative pronoun, with what it is about: "the agreement on rail, which
    was signed".
    """
    before = reading.phrases_in(verb.sent.start, at)
    ending = [phrase for phrase in before if phrase.end == end]
    if ending or not before or not is_passive(verb):
        return ending
    about = reading.doc[before[-1].end : end]
    plain = len(about) > 0 and not any(t.text == "," or t.tag_ in FINITE_TAGS for t in about)
    return before[-1:] if plain else []


def _has_finite(reading: Reading, start: int, end: int, *, except_for: Token | None = None) -> bool:
    own = {child.i for child in except_for.children} if except_for is not None else set()
    return any(t.tag_ in FINITE_TAGS and t.i not in own for t in reading.doc[start:end])


def _right_before(reading: Reading, pronoun: Token) -> DocumentPhrase | None:
    """The document just before a relative pronoun: "memorandums of understanding (MoUs) that"."""
    before = reading.phrases_in(pronoun.sent.start, pronoun.i)
    if not before or pronoun.i - before[-1].end > ADJACENT_TOKENS:
        return None
    between = reading.doc[before[-1].end : pronoun.i]
    return None if any(token.pos_ in {"VERB", "AUX"} for token in between) else before[-1]


def _listed_after(reading: Reading, first: DocumentPhrase, sentence: Span) -> Iterator[DocumentPhrase]:
    """The documents of the same list, read from the surface, since long lists break the syntax."""
    last = first
    passed: DocumentPhrase | None = None
    for phrase in reading.phrases_in(first.end, sentence.end):
        if passed is not None and _explains(reading, phrase, passed):
            continue
        between = reading.doc[last.end : max(last.end, phrase.start)]
        if any(token.tag_ in FINITE_TAGS for token in between):
            return
        if _is_topic(reading, last, phrase):
            continue
        if _follows_separator(reading, last, phrase) and _opens_item(reading, phrase):
            yield phrase
            last = phrase
        else:
            passed = phrase


def _is_topic(reading: Reading, last: DocumentPhrase, phrase: DocumentPhrase) -> bool:
    """As in "ten decisions, on competition, trade and the budget of the fund": what the set is about."""
    plain = phrase.definite and not (phrase.strong or phrase.is_named)
    between = reading.doc[last.end : max(last.end, phrase.start)]
    return plain and last.count != 1 and any(token.lower_ in _TOPIC_LEADS for token in between)


def _is_explanation(reading: Reading, first: DocumentPhrase, phrase: DocumentPhrase) -> bool:
    between = reading.phrases_in(first.end, phrase.start)
    return bool(between) and _explains(reading, phrase, between[-1])


def _explains(reading: Reading, phrase: DocumentPhrase, passed: DocumentPhrase) -> bool:
    """As in "a law on leaving the Arms Treaty, an accord of 1990": said of one that is not in the list."""
    between = reading.doc[passed.end : max(passed.end, phrase.start)]
    beside = all(token.is_punct or token.text.isupper() for token in between)
    plain = phrase.count == 1 and not (phrase.is_named or phrase.definite)
    return beside and plain and passed.is_named and reading.doc[phrase.start - 1].text == ","


def _follows_separator(reading: Reading, last: DocumentPhrase, phrase: DocumentPhrase) -> bool:
    """Whether a comma, "and", "as well as" and the like stands right before the phrase."""
    doc = reading.doc
    at = phrase.start - 1
    while at > last.end and doc[at].lower_ in _BETWEEN:
        at -= 1
    if at < last.end or doc[at].lower_ not in _SEPARATORS:
        return False
    return doc[at].lower_ != "with" or doc[at - 1].lower_ in {"along", "together"}


def _opens_item(reading: Reading, phrase: DocumentPhrase) -> bool:
    """Whether the phrase looks like an item of a list, and not like the subject of the next clause."""
    first, head = reading.doc[phrase.start], reading.doc[phrase.head]
    opens = first.pos_ in {"DET", "NUM", "ADJ", "PRON"} or phrase.title is not None
    is_subject = head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_.casefold() not in _NAMING
    return opens and not is_subject
