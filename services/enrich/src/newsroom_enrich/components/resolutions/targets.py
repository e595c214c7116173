"""Which documents a verb or noun acts on: from the syntax, and from the surface where the syntax is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import is_in_date
from newsroom_enrich.components.resolutions.grammar import is_passive, noun_phrase_end
from newsroom_enrich.components.resolutions.listed import (
    FINITE_TAGS,
    is_explanation,
    listed_after,
    names_it,
    without_apposition,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

ADJACENT_TOKENS = 7
_CALLED = frozenset("call describe dub bill hail term name style label".split())
_CALLED_REACH = 10
_NAME_REACH = 3
_OPENING_TOKENS = 3
_ASIDE_TOKENS = 45
_CLAUSE_TOKENS = 6
# May stand between a verb and its document: "passed in its third and final reading a bill".
_PASSED_OVER = frozenset(
    "in its the first second third final and reading at session meeting , by consensus acclamation "
    "without a vote unanimously public also formally finally today on monday tuesday wednesday thursday "
    "friday saturday sunday yes to what is now overwhelmingly narrowly jointly both new separately".split()
)
_OF_VOTES = frozenset(
    "by with a an vote votes of to in favour favor against and abstention abstentions , - none no".split()
)
_ACTS = frozenset({"ratification", "adoption", "conclusion", "accession", "acceptance"})


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
    listed = listed_after(reading, found[0], words[0].sent)
    first, *rest = sorted(dict.fromkeys([*found, *listed]), key=lambda phrase: phrase.start)
    rest = [phrase for phrase in rest if not is_explanation(reading, first, phrase)]
    if len(rest) == 1 and names_it(reading, rest[0], first):
        return rest
    return [first, *without_apposition(reading, first, rest)]


def _nested(reading: Reading, word: Token) -> DocumentPhrase | None:
    """As in "approved the ratification of the treaty": what a body does with an act, it does with its
    document.
    """
    if word.lemma_.casefold() not in _ACTS:
        return None
    led = (inner for child in word.children if child.lower_ in {"of", "to"} for inner in child.children)
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


def what_is_called(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """As in "signed what they called a historic treaty": the document that the clause names."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    if not len(behind) or behind[0].lower_ != "what":
        return []
    called = next((t for t in behind[:_CALLED_REACH] if t.lemma_.casefold() in _CALLED), None)
    phrases = reading.phrases_in(called.i, verb.sent.end) if called is not None else []
    return [p for p in phrases[:1] if called is not None and p.start - called.i <= _NAME_REACH]


def adjacent(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """The documents right behind a verb, where the syntax lost them: "adopted, by consensus, the
    Agreement".
    """
    sentence = verb.sent
    following = reading.phrases_in(verb.i + 1, sentence.end)
    if not following:
        return []
    between = reading.doc[verb.i + 1 : following[0].start]
    if not (_is_aside(between) or _is_passed_over(between) or _is_tally(between)):
        return []
    return [following[0], *listed_after(reading, following[0], sentence)]


def _is_aside(between: Span) -> bool:
    """Whether the words tell between commas how it was done: ", by a recorded vote of 158 to 2, "."""
    if not 2 < len(between) <= _ASIDE_TOKENS:
        return False
    return between[0].text == between[-1].text == "," and between[1].lower_ in {"by", "with", "without"}


def _is_tally(between: Span) -> bool:
    """As in "adopted by 132 votes to 10 a resolution"."""
    told = any(token.lemma_ in {"vote", "favour", "favor"} for token in between)
    votes = all(token.like_num or token.pos_ == "NUM" or token.lower_ in _OF_VOTES for token in between)
    return told and votes and between[-1].lower_ not in {"and", ","}


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
    opens = verb.left_edge
    if verb.dep_ == "relcl" and opens.lower_ == "which" and opens.i and opens.nbor(-1).text == ",":
        return _ending_at(reading, verb, opens.i, opens.i - 1)
    carried = False
    for at in range(verb.i - 1, max(verb.i - _CLAUSE_TOKENS, verb.sent.start), -1):
        token = reading.doc[at]
        if token.lower_ in {"which", "that"}:
            end = at - 1 if reading.doc[at - 1].text == "," else at
            return _ending_at(reading, verb, at, end) if not carried or token.dep_ == "nsubjpass" else []
        if token.dep_ == "aux" and token.head.i == verb.i and not is_passive(verb):
            continue  # "a plan, which the ministers will adopt"
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
    patient = is_passive(verb) or reading.doc[at].dep_ == "dobj"
    if ending or not before or not patient:
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
