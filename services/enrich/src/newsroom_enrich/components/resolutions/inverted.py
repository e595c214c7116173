"""Acts whose verb stands before its document: "Also signed were two memoranda"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.act import Act
from newsroom_enrich.components.resolutions.grammar import agents, lemma_of, particle
from newsroom_enrich.components.resolutions.listed import FINITE_TAGS
from newsroom_enrich.components.resolutions.targets import documents
from newsroom_enrich.components.resolutions.verbs import ISSUED, PHRASAL, TRANSITIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.mood import Mood
    from newsroom_enrich.components.resolutions.reading import Reading

_BE = frozenset({"was", "were", "is", "are"})
_PARTICIPLES = frozenset({"VBN", "VBD", "VB"})
_CLAUSE_ENDS = frozenset({";", ":", "–", "—"})
_OPENING = frozenset("also and among not then equally likewise separately finally".split())
# Participles that open a sentence, also where the model takes them for names: "Agreed with it was a list".
_FRONTED: dict[str, Action] = {
    **{verb + ("d" if verb.endswith("e") else "ed"): action for verb, action in TRANSITIVE.items()},
    "settled": "agreed",
}
_CONDITIONS = frozenset({"once", "if", "when", "unless", "until", "though", "although"})
_FRONT_REACH = 25
_OPENING_REACH = 3


def inverted(reading: Reading, sentence: Span) -> Iterator[Act]:
    """The acts of clauses that open with the participle, or with "Among the texts adopted"."""
    start = sentence.start
    for phrase in reading.phrases_in(sentence.start, sentence.end):
        be = reading.tokens[phrase.start - 1] if phrase.start > sentence.start else None
        while start < phrase.start and any(t.text in _CLAUSE_ENDS for t in reading.doc[start : phrase.start]):
            start += 1
        verb = _participle(reading, start, be.i) if be is not None and be.lower_ in _BE else None
        if be is not None and verb is not None:
            yield _act(reading, verb, be, phrase)
    yield from _fronted(reading, sentence)


def _fronted(reading: Reading, sentence: Span) -> Iterator[Act]:
    """As in "Adopted by consensus at the plenary, resolution 41 sets a goal"."""
    words = reading.tokens[sentence.start : sentence.start + _OPENING_REACH]
    first = next((t for t in words if t.pos_ != "ADV" and not t.is_space), words[0])
    if first.tag_ not in {"VBN", "VBD"} or _action(first) is None or words[0].lower_ in _CONDITIONS:
        return
    for phrase in reading.phrases_in(first.i, min(sentence.end, first.i + _FRONT_REACH)):
        if reading.tokens[phrase.start - 1].text in {",", ":"} and not _is_told(
            reading, first.i, phrase.start
        ):
            yield _act(reading, first, first, phrase)
            return


def _action(verb: Token) -> Action | None:
    down = particle(verb)
    phrasal = PHRASAL.get((lemma_of(verb), down)) if down is not None else None
    return phrasal or TRANSITIVE.get(lemma_of(verb)) or _FRONTED.get(verb.lower_)


def _participle(reading: Reading, start: int, end: int) -> Token | None:
    """The last participle of deciding in a clause that opens with one and has no other verb."""
    words = [t for t in reading.tokens[start:end] if not (t.is_space or t.is_punct)]
    if not words or _is_told(reading, start, end):
        return None
    first = next((t for t in words if t.pos_ != "ADV" and t.lower_ not in _OPENING), words[0])
    if first.lower_ in _FRONTED:
        return first
    opens = first.tag_ in _PARTICIPLES or {"also", "among"} & {words[0].lower_}
    told = [t for t in words if t.tag_ in {"VBN", "VBD"} and lemma_of(t) in {*TRANSITIVE, *ISSUED}]
    return told[-1] if told and opens else None


def _is_told(reading: Reading, start: int, end: int) -> bool:
    """Whether the words have a finite verb, and so a subject, of their own."""
    finite = (t for t in reading.tokens[start:end] if t.tag_ in FINITE_TAGS)
    return any(any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < t.i for c in t.children) for t in finite)


def _act(reading: Reading, verb: Token, carrier: Token, phrase: DocumentPhrase) -> Act:
    is_denied = verb.i > 0 and reading.tokens[verb.i - 1].lower_ == "not"
    mood: Mood = "failed" if is_denied else "done"
    listed = documents(reading, [reading.tokens[phrase.head]]) or [phrase]
    action = _action(verb) or "adopted"
    return Act(verb, carrier, action, mood, tuple(listed), actors=tuple(agents(verb)), passive=True)
