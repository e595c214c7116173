"""Russian names in the nominative, by the dictionary and the guesses of pymorphy3."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pymorphy3 import MorphAnalyzer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pymorphy3.analyzer import Parse

_PERSONAL = frozenset({"Surn", "Name", "Patr"})
_GEOGRAPHICAL = frozenset({"Geox"})


def nominative(name: str, *, whole: bool) -> str:
    """A place (`whole`) or an organization in the nominative; of the latter only up to its first noun.

    "Нью-Йорке" is "Нью-Йорк", "Министерству иностранных дел" "Министерство иностранных дел". A word that is
    not known as inflected stays as it is.
    """
    words = name.split(" ")
    for number, word in enumerate(words):
        reading = next(_readings(word, _GEOGRAPHICAL), None)
        words[number] = _put(word, reading)
        if not whole and reading is not None and "NOUN" in reading.tag:
            break
    return " ".join(words)


def nominative_person(name: str, surnames: Collection[str] = ()) -> str:
    """A person's name in the nominative: "Касым-Жомартом Токаевым" is "Касым-Жомарт Токаев".

    A surname alone may be of either gender ("Токаева"); one of the `surnames` of the text decides.
    """
    words = name.split(" ")
    if len(words) == 1:
        known = (form for form in _forms(name) if form in surnames)
        return next(known, None) or _put(name, next(_readings(name, _PERSONAL), None))
    gender = _gender(words)
    return " ".join("-".join(_parts(word, gender)) for word in words)


def _parts(word: str, gender: str | None) -> Iterator[str]:
    """The parts of a hyphenated word that the dictionary does not have as a whole, each for itself."""
    for part in word.split("-"):
        yield _put(part, next(_readings(part, _PERSONAL, gender), None))


def _forms(word: str) -> Iterator[str]:
    return (_put(word, reading) for reading in _readings(word, _PERSONAL))


def _gender(words: list[str]) -> str | None:
    """The gender of a given name that the dictionary knows; many surnames have both."""
    for word in words:
        for reading in _readings(word, _PERSONAL):
            if "Name" in reading.tag and reading.is_known and reading.tag.gender:
                return str(reading.tag.gender)
    return None


def _readings(word: str, wanted: frozenset[str], gender: str | None = None) -> Iterator[Parse]:
    """The readings of a word as an inflected noun or adjective in the singular; names of that sort first."""
    readings = [
        reading
        for reading in _analyzer().parse(word)
        if reading.tag.case
        and reading.tag.number == "sing"
        and (gender is None or reading.tag.gender in {gender, None})
    ]
    yield from sorted(readings, key=lambda reading: not wanted & set(reading.tag.grammemes))


def _put(word: str, reading: Parse | None) -> str:
    if reading is None or reading.tag.case == "nomn" or word.isupper():
        return word
    inflected = reading.inflect({"nomn", "sing"})
    return word if inflected is None else _cased(inflected.word, word)


def _cased(word: str, model: str) -> str:
    """The word with the capitals of the model, part by part of a hyphenated one."""
    parts, models = word.split("-"), model.split("-")
    if len(parts) != len(models):
        return word
    return "-".join(
        part.capitalize() if given[:1].isupper() else part for part, given in zip(parts, models, strict=True)
    )


@cache
def _analyzer() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")
