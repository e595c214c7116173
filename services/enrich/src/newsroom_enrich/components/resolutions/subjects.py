"""What a set of documents is about: noun phrases of the sentence that states it, or of the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.lexicon import kind_of
from newsroom_enrich.components.resolutions.grammar import conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

_MAX_SUBJECTS = 7
_ABOUT = frozenset("on about in covering concerning regarding for against including".split())
_COVERING = frozenset(
    "cover concern deal relate address include span touch range regard govern envisage provide create "
    "establish set foresee aim focus reject restore regulate promote strengthen affect embrace "
    "encompass approve name appoint award open pave make deepen expand protect".split()
)
_ANAPHORIC = frozenset("they these those it one the its their this".split())
_DOMAINS = frozenset(
    "field area sphere matter issue sector domain subject topic question cooperation ties link "
    "relation".split()
)
_EMPTY = frozenset(
    "number range way time year month day part others addition end framework basis context purpose aim "
    "country state member businessman individual official entity person company name list leader "
    "minister side party city meeting summit people man woman other one thing motion document agreement "
    "memorandum".split()
)
_CIRCUMSTANCES = frozenset(
    "capital city town region presence order accordance line addition favour favor effect force turn "
    "fact return ceremony margin sideline visit".split()
)
_CREATIVE = frozenset("create establish set approve name appoint".split())


def subjects_of(
    reading: Reading, phrase: DocumentPhrase, sentence: Span, following: Span | None
) -> tuple[str, ...]:
    """The subjects of a set, lower case, at most seven, in the words of the text; empty for one document."""
    if phrase.count == 1:
        return ()
    found = list(_behind(reading, phrase, sentence))
    found += list(_enumerated(reading, phrase, sentence))
    if not found:
        found = list(_as_modifier(reading, phrase))
    if following is not None:
        found += list(_next_sentence(reading, phrase, following))
    return tuple(dict.fromkeys(found))[:_MAX_SUBJECTS]


def _behind(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """As in "agreements on trade and energy", "exchanged, covering X", "documents: a statement on X"."""
    doc = reading.doc
    heads = [doc[i] for i in sorted(phrase.outer)]
    for head in heads:
        for child in head.rights:
            if child.dep_ in {"prep", "acl", "relcl"}:
                yield from _from_complement(reading, child)
    colon = next((t.i for t in doc[phrase.end : sentence.end] if t.text in {":", "–", "—"}), None)
    if colon is not None and colon - phrase.end < 14:
        for inner in reading.phrases_in(colon, sentence.end):
            if inner.title is None:
                for child in doc[inner.head].rights:
                    if child.dep_ == "prep" and child.lower_ in _ABOUT:
                        yield from _from_complement(reading, child)
        return
    for token in doc[phrase.end : sentence.end]:
        if token.lower_ in {"covering", "concerning", "regarding", "spanning", "including"} or (
            token.lower_ == "ranging"
        ):
            yield from _from_complement(reading, token)
            return
    yield from _ones(reading, phrase, sentence)


def _enumerated(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """The rest of "three declarations, on youth, on health and on the digital economy"."""
    for token in reading.doc[phrase.end : sentence.end]:
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return
        if token.lower_ == "on" and reading.doc[token.i - 1].lower_ in {",", "and"}:
            for child in token.children:
                if child.dep_ == "pobj" and child.ent_type_ != "DATE":
                    yield from _list(reading, child)


def _ones(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """As in "two resolutions, one rejecting X and one restoring Y"."""
    for token in reading.doc[phrase.end : sentence.end]:
        if token.lower_ in {"one", "another", "other", "others"} and token.pos_ in {
            "NUM",
            "PRON",
            "NOUN",
            "DET",
        }:
            for child in token.rights:
                if child.dep_ in {"acl", "prep", "relcl"}:
                    yield from _from_complement(reading, child)


def _from_complement(reading: Reading, token: Token) -> Iterator[str]:
    """The noun phrases that a preposition or a verb of covering leads to."""
    if (
        token.dep_ == "prep"
        or token.pos_ == "ADP"
        or token.lower_ in {"covering", "concerning", "regarding", "including"}
    ):
        if token.lower_ not in _ABOUT | {"of", "between", "with", "to"} | {
            "covering",
            "concerning",
            "regarding",
            "including",
            "spanning",
        }:
            return
        if token.lower_ in {"of", "between", "with", "to", "for"} and token.dep_ == "prep":
            return
        for child in token.children:
            if child.dep_ in {"pobj", "dobj"}:
                yield from _list(reading, child)
            elif child.dep_ == "conj" and child.lower_ in _ABOUT:
                yield from _from_complement(reading, child)
        return
    if token.pos_ == "VERB":
        for child in token.children:
            if child.dep_ == "dobj":
                yield from _list(reading, child)
            elif child.dep_ == "prep" and child.lower_ in {"with", "to", "on", "from", "in"}:
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        yield from _list(reading, inner)
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and child.lemma_ in _COVERING:
                yield from _from_complement(reading, child)


def _next_sentence(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """As in "They deal with X and Y", "The agreements create a partnership in X", "By these decisions they
    approved X".
    """
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_.casefold() not in _COVERING:
            continue
        if not _speaks_of(reading, phrase, verb):
            continue
        for item in _covered(reading, verb):
            yield from item


def _covered(reading: Reading, verb: Token) -> Iterator[Iterator[str]]:
    for child in verb.children:
        if child.dep_ in {"dobj", "oprd"} and not reading.phrase_is_named(child):
            yield _list(reading, child, creative=verb.lemma_ in _CREATIVE)
        elif child.dep_ == "prep" and child.lower_ in {"with", "to", "on", "from", "in", "for"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield _list(reading, inner)


def _speaks_of(reading: Reading, phrase: DocumentPhrase, verb: Token) -> bool:
    """Whether the subject of the verb, or "by these decisions", is the set."""
    current = verb
    for _ in range(8):
        for child in current.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and _is_set(reading, phrase, child):
                return True
            if child.dep_ == "prep" and child.lower_ in {"by", "with", "under"}:
                for inner in child.children:
                    if inner.dep_ == "pobj" and _is_set(reading, phrase, inner):
                        return True
        if current.dep_ not in {"conj", "relcl", "advcl"}:
            return False
        current = current.head
    return False


def _is_set(reading: Reading, phrase: DocumentPhrase, token: Token) -> bool:
    if token.lower_ in {"they", "these", "those"}:
        return True
    other = reading.phrase_at(token)
    if other is None:
        return token.lower_ in {"remaining", "rest", "others"} or token.pos_ == "NUM"
    generic = other.kind == "document" and other.plural
    return (other.kind == phrase.kind or generic or phrase.kind == "document") and (
        other.plural or token.lower_ == "package"
    )


def _as_modifier(reading: Reading, phrase: DocumentPhrase) -> Iterator[str]:
    """As in "trade agreements", "accession protocols": what stands before the noun."""
    for child in reading.doc[phrase.head].lefts:
        common = child.text[0].islower() or child.is_sent_start or child.i == phrase.start
        if (
            common
            and child.dep_ in {"compound", "nmod"}
            and child.pos_ == "NOUN"
            and kind_of(child.text) is None
        ):
            yield child.text.casefold()


def _list(reading: Reading, token: Token, *, creative: bool = False) -> Iterator[str]:
    for item in conjuncts(token):
        yield from _one(reading, item, creative=creative)


def _one(reading: Reading, item: Token, *, creative: bool) -> Iterator[str]:
    if reading.phrase_at(item) is not None and item.lemma_.casefold() not in {
        "rule",
        "framework",
        "mechanism",
        "measure",
    }:
        return
    if item.pos_ not in {"NOUN", "PROPN", "VERB", "ADJ"}:
        return
    inner = [
        t
        for child in item.children
        if child.dep_ == "prep" and child.lower_ in {"in", "of", "on", "for", "to"}
        for t in child.children
        if t.dep_ == "pobj"
    ]
    if (
        item.lemma_.casefold()
        in {
            "field",
            "area",
            "sphere",
            "sector",
            "domain",
            "topic",
            "question",
            "issue",
            "subject",
            "range",
            "partnership",
            "cooperation",
            "number",
            "party",
            "rule",
            "framework",
            "measure",
        }
        and inner
    ):
        for t in inner:
            yield from _list(reading, t)
        return
    if item.lemma_.casefold() in _EMPTY or (
        item.lemma_.casefold() in _CIRCUMSTANCES and item.head.lower_ in {"in", "on", "at", "for"}
    ):
        return
    if phrase := _words(reading, item):
        yield phrase
    del creative


def _words(reading: Reading, head: Token) -> str:
    """The noun with its modifiers, without determiners, names, numbers and complements."""
    parts: list[Token] = [head]
    compounds = [c for c in head.lefts if c.dep_ in {"compound", "nmod"}]
    adjectives = [c for c in head.lefts if c.dep_ == "amod"]
    chosen = compounds + ([] if compounds else adjectives)
    for child in chosen:
        parts.extend(child.subtree)
    words = sorted({t.i: t for t in parts}.values(), key=lambda t: t.i)
    if not words or any(t.pos_ in {"NUM", "DET"} for t in words[:1]):
        words = [t for t in words if t.pos_ not in {"NUM", "DET"}]
    named = [
        t for t in words if reading.entity_at(t) is not None or (t.text[0].isupper() and not t.is_sent_start)
    ]
    words = [t for t in words if t not in named]
    if head in named or not words or head not in words:
        return ""
    text = reading.text[words[0].idx : words[-1].idx + len(words[-1])]
    return text.casefold() if len(text) < 60 else head.text.casefold()
