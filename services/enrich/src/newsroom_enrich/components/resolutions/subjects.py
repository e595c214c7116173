"""What a set of documents is about: topics in the sentence that states it, or in the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.lexicon import kind_of
from newsroom_enrich.components.resolutions.topic_clauses import (
    in_clause,
    in_next_sentence,
    is_set,
    start_behind,
)
from newsroom_enrich.components.resolutions.topic_leads import FILLERS, lead, leads_to_topic
from newsroom_enrich.components.resolutions.topic_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

_MAX_SUBJECTS = 7
_COLON_REACH = 14
_VERB_REACH = 6
_PARTS = frozenset("one another other others first second third fourth".split())
_SOME = frozenset("one two three four five six another some several most many others".split())
_OPENING_LISTS = frozenset({"including", "among", ":", "–", "—", "namely"})
_BEFORE_TOPICS = frozenset({"of", "those", "the", "them", "ones", "on", *FILLERS})
_SAYS_NO_TOPIC = frozenset(
    "cooperation partnership framework policy summit outcome working background action work financing "
    "loan grant".split()
)
_CONCERNS = frozenset("cover concern deal relate pertain address target focus span range touch".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def subjects_of(
    reading: Reading, phrase: DocumentPhrase, sentence: Span, following: Span | None
) -> tuple[str, ...]:
    """The subjects of a set, in lower case and in the words of the text; none for a single document."""
    if phrase.count == 1:
        return ()
    found = list(_behind(reading, phrase, sentence)) or list(in_clause(reading, phrase, sentence))
    found = found or _in_same_sentence(reading, phrase, sentence) or list(_as_modifier(reading, phrase))
    if following is not None:
        found += (
            list(_among_them(reading, phrase, following))
            or in_next_sentence(reading, phrase, following)
            or _of_one_more(reading, phrase, following)
        )
    return tuple(dict.fromkeys(found))[:_MAX_SUBJECTS]


def _behind(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> list[str]:
    """The topics behind the first word that leads to some: "agreements on trade", "documents, covering X"."""
    doc = reading.doc
    near = True
    for at in range(phrase.end, sentence.end):
        token = doc[at]
        if token.lower_ in _OPENING_LISTS:
            if at - phrase.end < _COLON_REACH or token.lower_ in {"including", "among"}:
                found = list(_opened(reading, at, sentence))
                if found:
                    return found
            near = False
        elif token.lower_ in _PARTS and (found := list(_of_parts(reading, at, sentence))):
            return found
        elif (start := lead(reading, phrase, token, near=near)) is not None:
            ranges = token.lemma_ == "range"
            if found := list(listed(reading, start, sentence.end, to_joins=ranges)):
                return found
        near = near and not (_has_own_subject(token) or (token.tag_ == "VBG" and token.dep_ == "advcl"))
        if not _is_sibling(reading, phrase, token):
            return []
    return []


def _in_same_sentence(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> list[str]:
    """As in "Three pacts were signed; they cover ports and fishing", "the pacts signed today cover ports"."""
    doc = reading.doc
    semicolon = next((t.i for t in doc[phrase.end : sentence.end] if t.text == ";"), None)
    if semicolon is not None:
        return in_next_sentence(reading, phrase, doc[semicolon + 1 : sentence.end])
    verb = doc[phrase.head].head
    told = doc[phrase.head].dep_ == "nsubj" and verb.lemma_ in _CONCERNS and verb.i > phrase.end
    return in_next_sentence(reading, phrase, doc[verb.i : sentence.end]) if told else []


def _has_own_subject(token: Token) -> bool:
    """Whether a word is a finite verb, and no participle as in "memoranda, inked on Friday, on trade"."""
    if token.tag_ not in _FINITE:
        return False
    return token.pos_ == "AUX" or any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in token.children)


def _is_sibling(reading: Reading, phrase: DocumentPhrase, token: Token) -> bool:
    """Whether the scan may pass a token: no other document than one counted with the set."""
    other = reading.phrase_at(token)
    if other is None or other is phrase or reading.doc[other.start - 1].pos_ == "ADP":
        return True  # "laws making up the last part of the energy package, dealing with trade"
    joined = reading.doc[other.start - 1].lower_ in {"and", ","} and other.start - phrase.end <= _VERB_REACH
    return not other.is_named and (other.plural or joined)


def _opened(reading: Reading, at: int, sentence: Span) -> Iterator[str]:
    """As in "documents, including a pact on trade", "texts: on X and on Y": the topics of those listed."""
    inside = [inner for inner in reading.phrases_in(at, sentence.end) if _opens_item(reading, inner)]
    for inner in inside:
        if inner.title is None:
            told = _single_topics(reading, inner, sentence)
            yield from told or _as_modifier(reading, inner)
    if not inside:
        start = at + 1
        while start < sentence.end and reading.doc[start].lower_ in _BEFORE_TOPICS:
            start += 1
        yield from listed(reading, start, sentence.end)


def _opens_item(reading: Reading, phrase: DocumentPhrase) -> bool:
    """Whether a document stands in a list by itself, and not as part of a topic: "on travel documents"."""
    before = reading.doc[phrase.start - 1]
    return before.pos_ not in {"ADP", "SCONJ"} or before.lower_ in {"including", "among"}


def _single_topics(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> list[str]:
    """The topics right behind one document of a list, up to the next document."""
    doc = reading.doc
    later = [other.start for other in reading.phrases_in(phrase.end, sentence.end)]
    end = min([sentence.end, *later])
    for at in range(phrase.end, min(end, phrase.end + _VERB_REACH)):
        told = doc[at].lower_ in {"on", "in", "concerning", "regarding", "covering", "about", "for"}
        if told and leads_to_topic(reading, doc[at]):
            return list(listed(reading, at + 1, end))
    return []


def _of_parts(reading: Reading, at: int, sentence: Span) -> Iterator[str]:
    """As in "two resolutions, one rejecting X and one restoring Y", "one on X and the other on Y"."""
    doc = reading.doc
    marks = [i for i in range(at, sentence.end) if doc[i].lower_ in _PARTS]
    for number, mark in enumerate(marks):
        end = marks[number + 1] if number + 1 < len(marks) else sentence.end
        word = doc[mark + 1] if mark + 1 < sentence.end else None
        if word is not None and word.lower_ == "each" and word.i + 1 < end:
            word = doc[word.i + 1]
        if word is not None and word.lower_ == "of":
            # "One of them banning X, the other on Y".
            word = next((t for t in doc[mark + 1 : end] if t.tag_ == "VBG" or t.lower_ == "on"), None)
        if word is not None and (word.lower_ in {"on", "about", "concerning"} or word.lower_.endswith("ing")):
            yield from listed(reading, start_behind(word), end)


def _among_them(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> Iterator[str]:
    """As in "Among them are pacts on trade and on energy", "These include a treaty on extradition"."""
    first = next((token for token in sentence if not token.is_space), None)
    if first is not None and first.lower_ in {"among", "these"} and phrase.plural:
        them = reading.doc[first.i + 1 : first.i + 3].text.casefold()
        words = reading.doc[first.i + 1 : first.i + _VERB_REACH]
        set_again = next((word for word in words if is_set(reading, phrase, word)), None)
        if set_again is not None and set_again.pos_ != "NUM":
            yield from _opened(reading, set_again.i + 1, sentence)
        elif them.startswith(("them", "are", "include")):
            yield from _opened(reading, first.i + 1, sentence)


def _of_one_more(reading: Reading, phrase: DocumentPhrase, sentence: Span) -> list[str]:
    """As in "One, on the budget for 2022, took longer", "Two memoranda on railways, ...": of some of them."""
    doc = reading.doc
    words = [token for token in reading.tokens_of(sentence) if not token.is_space][:_VERB_REACH]
    if not words or words[0].lower_ not in _SOME or not phrase.plural:
        return []
    told = next((token for token in words[1:] if token.lower_ in {"on", "about", "concerning"}), None)
    between = words[1 : words.index(told)] if told is not None else words
    known = all(w.is_punct or w.lower_ in {"of", "them", "understanding"} or kind_of(w.text) for w in between)
    if told is None or not known:
        return []
    aside = words[1].text == ","
    ends = (t.i for t in doc[told.i : sentence.end] if t.text == "," and (aside or t.nbor().pos_ == "DET"))
    return list(listed(reading, told.i + 1, next(ends, sentence.end)))


def _as_modifier(reading: Reading, phrase: DocumentPhrase) -> Iterator[str]:
    """As in "trade agreements", "a currency swap contract": what stands before the noun."""
    doc = reading.doc
    words: list[Token] = []
    for token in reversed(doc[phrase.start : phrase.head]):
        common = token.text[0].islower() or token.is_sent_start or token.i == phrase.start
        of_number = token.i > 1 and token.nbor(-1).tag_ == "HYPH" and token.nbor(-2).pos_ == "NUM"
        if token.pos_ != "NOUN" or not common or of_number or token.dep_ not in {"compound", "nmod"}:
            break
        words.insert(0, token)
    if words and all(kind_of(w.text) is None and w.lower_ not in _SAYS_NO_TOPIC for w in words):
        yield doc[words[0].i : words[-1].i + 1].text.casefold()
