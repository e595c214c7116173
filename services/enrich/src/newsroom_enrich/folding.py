"""Names in a form in which spelling variants are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORDS = re.compile(r"\w+")
# Letters that decompose into nothing simpler, in the spelling that passports and agencies use.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ə": "a", "æ": "ae", "œ": "oe", "ß": "ss"}
)


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Without case, accents, punctuation and leading "the"; "organisation" as "organization"."""
    # Accents go first: the iota below a Greek letter is one of them, and casefold would make a letter of it.
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    plain = plain.casefold().translate(_LETTERS)
    words = _WORDS.findall(plain.replace("organisation", "organization").replace("'", "").replace("’", ""))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def capitals_lowered(name: str) -> str:
    """A name that is all in capitals as it is usually written: "NEW YORK" as "New York"."""
    if not name.isupper():
        return name
    lowered = re.sub(r"\b[^\W\d_]+\b", lambda word: word[0].capitalize(), name)
    lowered = re.sub(r"(?<= )(?:El|Al)(?=-)", lambda article: article[0].lower(), lowered)
    return re.sub(r"(?<=[a-z][’'])S\b", "s", lowered)


def abbreviates(acronym: str, name: str) -> bool:
    """Whether the acronym begins as a word of the name does, and its letters occur in the name in order."""
    letters = [character for character in fold(acronym) if character.isalpha()]
    folded = fold(name)
    rest = iter(folded.replace(" ", ""))
    starts = {word[0] for word in folded.split()}
    return bool(letters) and letters[0] in starts and all(letter in rest for letter in letters)
