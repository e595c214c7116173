"""What a set of documents is about: noun phrases of the sentence that states it, or of the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import is_in_date
from newsroom_enrich.components.documents.lexicon import kind_of
from newsroom_enrich.components.resolutions.grammar import conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

_MAX_SUBJECTS = 7
_MAX_CHARACTERS = 60
_LIST_REACH = 14
_MAX_CLIMB = 8
_ABOUT = frozenset("on about in covering concerning regarding against including".split())
_COVERING_PARTICIPLES = frozenset("covering concerning regarding spanning including ranging".split())
_COVERING = frozenset(
    "cover concern deal relate address include span touch range regard govern envisage provide create "
    "establish set foresee aim focus reject restore regulate promote strengthen affect embrace "
    "encompass approve name appoint award open pave make deepen expand protect do abolish".split()
)
_LEADS = frozenset("with to on from in for".split())
# Nouns that stand for what they lead to: "the field of energy", "a partnership in trade".
_TRANSPARENT = frozenset(
    "field area sphere sector domain topic question issue subject range partnership cooperation number "
    "party rule framework measure".split()
)
_EMPTY = frozenset(
    "businessman individual official entity person company name list leader minister number range way "
    "time year month day part others addition end framework basis context purpose aim country state "
    "member side party city meeting summit people man woman other one thing motion document agreement "
    "memorandum".split()
)
# Behind "in" and the like these tell where and how, not what about.
_CIRCUMSTANCES = frozenset(
    "capital city town region presence order accordance line addition favour favor effect force turn "
    "fact return ceremony margin sideline visit".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SPHERES = frozenset({"field", "area", "sphere", "sector", "domain"})
_JOINS = frozenset({",", "and", "or", "as", "well"})


def subjects_of(
    reading: Reading, phrase: DocumentPhrase, sentence: Span, following: Span | None
) -> tuple[str, ...]:
    """The subjects of a set, in lower case and in the words of the text; none for a single document."""
    if phrase.count == 1:
        return ()
    found = [*_behind(reading, phrase, sentence), *_enumerated(reading, phrase, sentence)]
    found = found or list(_as_modifier(reading, phrase))
    if following is not None:
        found += _in_next_sentence(reading, phrase, following)
    return tuple(dict.fromkeys(found))[:_MAX_SUBJECTS]


def _behind(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """As in "agreements on trade and energy", "exchanged, covering X", "documents: a statement on X"."""
    doc = reading.doc
    for at in sorted(phrase.outer):
        yield from _complements(reading, doc[at])
    tokens = doc[phrase.end : sentence.end]
    colon = next((token.i for token in tokens if token.text in {":", "–", "—"}), None)
    if colon is not None and colon - phrase.end < _LIST_REACH:
        for inner in reading.phrases_in(colon, sentence.end):
            if inner.title is None:
                yield from _complements(reading, doc[inner.head], only_prepositions=True)
        return
    included = next((token.i for token in tokens if token.lower_ in {"including", "among"}), None)
    inside = reading.phrases_in(included, sentence.end) if included is not None else []
    if inside:
        for inner in inside:
            if inner.title is None:
                yield from _complements(reading, doc[inner.head], only_prepositions=True)
        return
    covering = next((token for token in tokens if token.lower_ in _COVERING_PARTICIPLES), None)
    if covering is not None:
        yield from _led_to(reading, covering)
    else:
        yield from _ones(reading, phrase, sentence)


def _enumerated(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """The rest of "three declarations, on youth, on health and on the digital economy"."""
    for token in reading.doc[phrase.end : sentence.end]:
        if token.tag_ in _FINITE:
            return
        if token.lower_ == "on" and reading.doc[token.i - 1].lower_ in {",", "and"}:
            for child in token.children:
                if child.dep_ == "pobj" and not is_in_date(child):
                    yield from _list(reading, child)


def _ones(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """As in "two resolutions, one rejecting X and one restoring Y"."""
    for token in reading.doc[phrase.end : sentence.end]:
        if token.lower_ in {"one", "another", "other", "others"}:
            yield from _complements(reading, token)


def _complements(reading: Reading, noun: Token, *, only_prepositions: bool = False) -> Iterator[str]:
    """What the prepositions and clauses behind a noun lead to."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in _ABOUT:
            yield from _led_to(reading, child)
        elif child.dep_ in {"acl", "relcl"} and not only_prepositions:
            yield from _covered(reading, child)


def _led_to(reading: Reading, token: Token) -> Iterator[str]:
    """The objects of a preposition, or of a participle used as one, and of those coordinated with it."""
    for child in token.children:
        if child.dep_ in {"pobj", "dobj"}:
            yield from _list(reading, child)
        elif (child.dep_ == "conj" and child.lower_ in _ABOUT) or (
            token.pos_ == "VERB" and child.dep_ == "prep" and child.lower_ in _LEADS
        ):
            yield from _led_to(reading, child)


def _covered(reading: Reading, verb: Token) -> Iterator[str]:
    """What a verb of covering covers: its objects, also behind prepositions, and those of the next verb."""
    for child in verb.children:
        if child.dep_ in {"dobj", "oprd"} and not reading.phrase_is_named(child):
            yield from _list(reading, child)
        elif child.dep_ == "prep" and child.lower_ in _LEADS:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _list(reading, inner)
        elif child.dep_ == "conj" and child.pos_ == "VERB" and child.lemma_ in _COVERING:
            yield from _covered(reading, child)


def _in_next_sentence(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> list[str]:
    """As in "They deal with X", "The agreements create a partnership in Y", "By these decisions they named
    Z".
    """
    found: list[str] = []
    for verb in sentence:
        covering = verb.pos_ == "VERB" and verb.lemma_.casefold() in _COVERING
        if covering and _speaks_of(reading, phrase, verb):
            found += [word for word in _covered(reading, verb) if word not in found]
    return found


def _speaks_of(reading: Reading, phrase: DocumentPhrase, verb: Token) -> bool:
    """Whether the subject of the verb, or "by these decisions", is the set."""
    current = verb
    for _ in range(_MAX_CLIMB):
        told = [child for child in current.children if child.dep_ in {"nsubj", "nsubjpass"}]
        led = [c for c in current.children if c.dep_ == "prep" and c.lower_ in {"by", "with", "under"}]
        told += [inner for child in led for inner in child.children if inner.dep_ == "pobj"]
        if any(_is_set(reading, phrase, token) for token in told):
            return True
        if current.dep_ not in {"conj", "relcl", "advcl"}:
            return False
        current = current.head
    return False


def _is_set(reading: Reading, phrase: DocumentPhrase, token: Token) -> bool:
    """Whether a word stands for the set: "they", "the agreements", "the remaining five"."""
    if token.lower_ in {"they", "these", "those"}:
        return True
    other = reading.phrase_at(token)
    if other is None:
        return token.lower_ in {"remaining", "rest", "others"} or token.pos_ == "NUM"
    generic = other.kind == "document" and other.plural
    fits = generic or phrase.kind in {other.kind, "document"}
    return fits and (other.plural or token.lower_ == "package")


def _as_modifier(reading: Reading, phrase: DocumentPhrase) -> Iterator[str]:
    """As in "trade agreements", "accession protocols": what stands before the noun."""
    for child in reading.doc[phrase.head].lefts:
        common = child.text[0].islower() or child.is_sent_start or child.i == phrase.start
        modifies = child.dep_ in {"compound", "nmod"} and child.pos_ == "NOUN"
        if common and modifies and kind_of(child.text) is None:
            yield child.text.casefold()


def _list(reading: Reading, token: Token) -> Iterator[str]:
    for item in conjuncts(token):
        yield from _one(reading, item)


def _one(reading: Reading, item: Token) -> Iterator[str]:
    """The subject that one noun names, or those that it leads to."""
    lemma = item.lemma_.casefold()
    spheres = _spheres(item) if lemma in _SPHERES else []
    if len(spheres) > 1:
        yield from spheres
        return
    inner = _objects_behind(item) if lemma in _TRANSPARENT else []
    if inner:
        for token in inner:
            yield from _list(reading, token)
        return
    circumstance = lemma in _CIRCUMSTANCES and item.head.lower_ in {"in", "on", "at", "for"}
    known = reading.phrase_at(item) is not None and lemma != "mechanism"
    if item.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} and not (circumstance or known or lemma in _EMPTY):
        words = _words(reading, item)
        if words:
            yield words


def _spheres(noun: Token) -> list[str]:
    """The words of a list before its noun: "tax and customs" in "the tax and customs fields"."""
    parts: list[list[str]] = [[]]
    for token in reversed(noun.doc[noun.sent.start : noun.i]):
        if token.lower_ in _JOINS:
            parts.append([])
        elif token.pos_ in {"ADJ", "NOUN", "PROPN", "VERB"} and token.text[0].islower():
            parts[-1].insert(0, token.text)
        else:
            break
    return [" ".join(words) for words in reversed(parts) if words]


def _objects_behind(noun: Token) -> list[Token]:
    led = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"in", "of", "on", "for", "to"}]
    return [inner for child in led for inner in child.children if inner.dep_ == "pobj"]


def _words(reading: Reading, head: Token) -> str:
    """The noun with its modifiers, without determiners, names, numbers and complements."""
    compounds = [child for child in head.lefts if child.dep_ in {"compound", "nmod"}]
    adjectives = [child for child in head.lefts if child.dep_ == "amod"]
    parts = [head, *(word for child in compounds or adjectives for word in child.subtree)]
    words = sorted(
        {word.i: word for word in parts if not _is_name(reading, word)}.values(), key=lambda t: t.i
    )
    words = [word for word in words if word.pos_ not in {"NUM", "DET"}]
    if head not in words:
        return ""
    text = reading.text[words[0].idx : words[-1].idx + len(words[-1])]
    return text.casefold() if len(text) < _MAX_CHARACTERS else head.text.casefold()


def _is_name(reading: Reading, word: Token) -> bool:
    return reading.entity_at(word) is not None or (word.text[0].isupper() and not word.is_sent_start)
