"""The dead, whom a report names: honoured or mourned, they attend nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

# What stands behind these words in a sentence names somebody who died.
_FOR_THE_DEAD = re.compile(
    r"\b(?:(?:moment|minute)s?(?:['’]s?)? (?:of )?silence|silence (?:for|in memory)|in (?:loving )?memory of|"
    r"mourn(?:s|ed|ing)?|(?:death|passing|killing|assassination|murder|funeral|burial) of)\b",
    re.IGNORECASE,
)
# These do so where the sentence tells of a death.
_HONOUR = re.compile(r"\b(?:honou?r(?:s|ed|ing)?|tributes? to|commemorat(?:e|es|ed|ing))\b", re.IGNORECASE)
_DEATH = re.compile(r"\b(?:died|dead|deaths?|deceased|killed|perished|assassinated|late|slain)\b")
_DIE = frozenset({"die", "perish", "kill", "assassinate", "murder"})
_NAMING = frozenset({"appos", "compound", "conj"})
_TITLE_TOKENS = 6


def mourned_people(reading: Reading) -> list[EntityDraft]:
    """The persons who are dead, by any sentence of the report."""
    found: list[EntityDraft] = []
    for sentence in reading.sentences:
        people = list(reading.named_in(sentence.start, sentence.end, "person"))
        text = reading.words_of(sentence) if people else ""
        honoured = _HONOUR.search(text) and _DEATH.search(text)
        mourning = people and (honoured or _FOR_THE_DEAD.search(text))
        for token, person in people:
            if person in found:
                continue
            if (mourning and _is_mourned(text, token)) or _is_late(reading, sentence, token) or _died(token):
                found.append(person)
    return found


def _is_mourned(sentence: str, token: Token) -> bool:
    """As in "a moment of silence to honor X": not the subject of a clause of its own, as who asked for it."""
    before = sentence[: token.idx - token.sent.start_char]
    told = _FOR_THE_DEAD.search(before) or (_HONOUR.search(before) and _DEATH.search(sentence))
    return bool(told) and _base(token).dep_ not in {"nsubj", "nsubjpass"} and not _is_agent(token)


def _is_agent(token: Token) -> bool:
    """As in "asked for by X"."""
    base = _base(token)
    return base.dep_ == "pobj" and base.head.lower_ == "by"


def _is_late(reading: Reading, sentence: Span, token: Token) -> bool:
    """As in "the late President X"."""
    first = reading.tokens[max(sentence.start, token.i - _TITLE_TOKENS)]
    words = reading.text[first.idx : token.idx].rpartition(",")[2].split()
    late = max((at for at, word in enumerate(words) if word.casefold() == "late"), default=None)
    return late is not None and all(word[:1].isupper() or word == "of" for word in words[late + 1 :])


def _died(token: Token) -> bool:
    """As in "X, who died in 2020", "X was killed"."""
    base = _base(token)
    behind = any(child.dep_ == "relcl" and _dies(child) for child in token.rights)
    active = base.dep_ == "nsubj" and base.head.lemma_ in {"die", "perish"}
    return behind or active or (base.dep_ == "nsubjpass" and base.head.lemma_ in _DIE)


def _dies(clause: Token) -> bool:
    """Whether a clause tells of the death of whom it is about."""
    passive = any(child.dep_ == "nsubjpass" for child in clause.children)
    return clause.lemma_ in ({"die", "perish"} if not passive else _DIE)


def _base(token: Token) -> Token:
    """The first name of those that stand together."""
    while token.dep_ in _NAMING:
        token = token.head
    return token
