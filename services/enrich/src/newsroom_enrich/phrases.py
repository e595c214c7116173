"""Finds the names of a table in a text, on word boundaries, whatever their accents and dashes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

# A letter keeps its combining marks, so that decomposed text has the same words as composed text.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_LOOSE = re.compile(r"[ \u00a0.'’‘ʻ`\-\u2010-\u2015]+")
_MAX_GAP = 3
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ð": "d", "ə": "a", "Ə": "A"}
)
_SPELLINGS = {
    "organisation": "organization",
    "organisations": "organizations",
    "labor": "labour",
    "program": "programme",
    "center": "centre",
    "centers": "centres",
    "defense": "defence",
    "civilizations": "civilisations",
}


class Word(NamedTuple):
    """A word: text[start:end], without accents as `plain`, and without case and spelling as `key`."""

    start: int
    end: int
    plain: str
    key: str


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name of the table in the text: text[start:end]."""

    start: int
    end: int
    value: T


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word).translate(_LETTERS)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=20_000)
def _key(plain: str) -> str:
    lower = plain.casefold()
    return _SPELLINGS.get(lower, lower)


def occurrences(text: str, word: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Where a word stands by itself in text[start:], without a letter, a digit or a hyphen beside it."""
    at = text.find(word, start)
    while at >= 0:
        end = at + len(word)
        if not (_goes_on(text[max(start, at - 1) : at]) or _goes_on(text[end : end + 1])):
            yield at, end
            at = text.find(word, end)
        else:
            at = text.find(word, at + 1)


def _goes_on(beside: str) -> bool:
    return beside.isalnum() or beside in {"_", "-"}


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    found = []
    for match in _WORD.finditer(text):
        plain = _plain(match[0])
        found.append(Word(match.start(), match.end(), plain, _key(plain)))
    return found


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    words: tuple[Word, ...]
    gaps: tuple[str, ...]
    dotted: bool
    value: T


class PhraseTable(Generic[T]):
    """Names and what they stand for. A name that is added twice keeps its first value."""

    def __init__(self) -> None:
        # By the first word, and by the second or "": many names begin alike, as with "United".
        self._by_start: dict[str, dict[str, list[_Phrase[T]]]] = {}
        self._known: set[tuple[str, ...]] = set()

    def add(self, name: str, value: T) -> None:
        """Add a name in its usual upper and lower case."""
        parts = tuple(words(name))
        identity = tuple(part.plain for part in parts)
        if not parts or identity in self._known:
            return
        self._known.add(identity)
        gaps = tuple(_gap(name[a.end : b.start]) for a, b in pairwise(parts))
        second = parts[1].key if len(parts) > 1 else ""
        phrases = self._by_start.setdefault(parts[0].key, {}).setdefault(second, [])
        phrases.append(_Phrase(parts, gaps, name.endswith("."), value))
        phrases.sort(key=lambda phrase: -len(phrase.words))

    def find(self, text: str, text_words: Sequence[Word]) -> Iterator[Hit[T]]:
        """All names, from left to right, the longest at each place, without overlaps."""
        at = 0
        while at < len(text_words):
            starting = self._by_start.get(text_words[at].key)
            for phrase in _going_on(starting, text_words, at) if starting is not None else ():
                size = len(phrase.words)
                if self._matches(text, text_words[at : at + size], phrase):
                    end = text_words[at + size - 1].end
                    end += phrase.dotted and text[end : end + 1] == "."
                    yield Hit(text_words[at].start, end, phrase.value)
                    at += size - 1
                    break
            at += 1

    def _matches(self, text: str, found: Sequence[Word], phrase: _Phrase[T]) -> bool:
        if len(found) != len(phrase.words):
            return False
        if not all(map(_same_word, found, phrase.words)):
            return False
        for index, gap in enumerate(phrase.gaps):
            between = text[found[index].end : found[index + 1].start]
            if len(between) > _MAX_GAP or _gap(between) != gap:
                return False
        return True


def _going_on(starting: dict[str, list[_Phrase[T]]], text_words: Sequence[Word], at: int) -> list[_Phrase[T]]:
    """Of the names that start with a word those that go on with the next one, the longest first."""
    second = text_words[at + 1].key if at + 1 < len(text_words) else ""
    return [*starting.get(second, ()), *starting.get("", ())]


def _gap(between: str) -> str:
    """What stands between two words, without the marks that spelling varies in; a line break is kept."""
    return _LOOSE.sub("", between)


def _same_word(found: Word, wanted: Word) -> bool:
    """The same letters, and capitals where the name has them; an acronym only in capitals."""
    if found.key != wanted.key:
        return False
    if found.plain == wanted.plain or wanted.plain[0].islower():
        return True
    if sum(character.isupper() for character in wanted.plain) > 1:
        return found.plain.isupper() and wanted.plain.isupper()
    return found.plain[0].isupper() and len(wanted.plain) > 1
