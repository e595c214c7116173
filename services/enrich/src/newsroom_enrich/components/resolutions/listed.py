"""The documents of a list after its first one, and what is said of a document between commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SEPARATORS = frozenset(
    {",", "and", ";", "well", "plus", "with", "&", "or", "then", "–", "—", "besides", "alongside"}
)
_BETWEEN = frozenset("of on to as along together also both finally lastly further with it".split())
_TOPIC_LEADS = frozenset("on about concerning regarding covering relating relate concern cover".split())
_INSIDE = frozenset("including notably namely among like".split())
_NAMING = frozenset("entitle title call name dub entitled titled".split())


def listed_after(reading: Reading, first: DocumentPhrase, sentence: Span) -> Iterator[DocumentPhrase]:
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
            if not _is_part(reading, first, phrase):
                yield phrase
            last = phrase
        else:
            passed = phrase


def _is_part(reading: Reading, first: DocumentPhrase, phrase: DocumentPhrase) -> bool:
    """As in "nine texts: five agreements and four memoranda": behind the colon stands what was counted."""
    counted = first.count is not None and first.count > 1
    if not counted or phrase.is_named:
        return False
    inside = any(token.lower_ in _INSIDE for token in reading.doc[first.end : phrase.start])
    # "12 pacts, including one on rail, and a statement": behind ", and" the main list goes on.
    apart = reading.doc[phrase.start - 2 : phrase.start].text in {", and", "well as", "along with"}
    return reading.doc[first.end].text in {":", "("} or (inside and not apart)


def _is_topic(reading: Reading, last: DocumentPhrase, phrase: DocumentPhrase) -> bool:
    """As in "ten decisions, on competition, trade and the budget of the fund": what the set is about."""
    plain = phrase.definite and not (phrase.strong or phrase.is_named)
    between = reading.doc[last.end : max(last.end, phrase.start)]
    return plain and last.count != 1 and any(token.lower_ in _TOPIC_LEADS for token in between)


def is_explanation(reading: Reading, first: DocumentPhrase, phrase: DocumentPhrase) -> bool:
    """Whether a phrase behind the first of a list only tells what that, or what stands between, is about."""
    between = reading.phrases_in(first.end, phrase.start)
    return _is_topic(reading, first, phrase) or (bool(between) and _explains(reading, phrase, between[-1]))


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
    if doc[at].lower_ == "with":
        return doc[at - 1].lower_ in {"along", "together"}
    return phrase.is_named or "it" not in {token.lower_ for token in doc[at : phrase.start]}


def _opens_item(reading: Reading, phrase: DocumentPhrase) -> bool:
    """Whether the phrase looks like an item of a list, and not like the subject of the next clause."""
    first, head = reading.doc[phrase.start], reading.doc[phrase.head]
    opens = first.pos_ in {"DET", "NUM", "ADJ", "PRON"} or phrase.title is not None
    opens = opens or (phrase.plural and phrase.strong and _goes_on(reading, phrase))
    heads = [head, *(reading.doc[at] for at in phrase.outer)]  # "a package of 16 pacts was signed"
    is_subject = any(
        word.dep_ in {"nsubj", "nsubjpass"} and word.head.lemma_.casefold() not in _NAMING for word in heads
    )
    return opens and not is_subject


def _goes_on(reading: Reading, phrase: DocumentPhrase) -> bool:
    """As in "the Ocean Declaration, as well as statements on rivers": joined to a document."""
    head = reading.doc[phrase.head]
    return head.dep_ == "conj" and reading.phrase_at(head.head) is not None


def without_apposition(
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


def names_it(reading: Reading, named: DocumentPhrase, before: DocumentPhrase) -> bool:
    """As in "a declaration on migration, the Santiago Declaration": the name behind the description."""
    doc = reading.doc
    apposed = doc[named.start - 1].text in {",", "–", "—"} and doc[named.start].lower_ == "the"
    alike = before.kind in {named.kind, "document"} and before.count == named.count == 1
    return apposed and alike and named.title is not None and not (before.is_named or before.definite)
