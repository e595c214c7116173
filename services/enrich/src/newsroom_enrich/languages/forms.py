"""How a name looks in running text of a language: declined, or with particles attached to it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Form:
    """A string of the text that names something, but for `before` and `after` characters at its ends."""

    text: str
    before: int = 0
    after: int = 0


# Languages that write no spaces between words: their names are searched within the line.
UNSPACED = frozenset({"ja", "km", "lo", "my", "th", "zh"})

_ARABIC_PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول")  # and, so, in, for, like
_HEBREW_PREFIXES = ("ו", "ב", "ל", "מ", "ה", "ש", "וב", "ול", "שב")
_KOREAN_PARTICLES = ("은", "는", "이", "가", "을", "를", "의", "에", "에서", "와", "과", "도", "로", "으로")
_GERMAN_GENITIVE = "s"

# The endings of genitive, dative, accusative, instrumental and prepositional by the ending of the nominative,
# the longest ending first; several rows where the nominative does not tell the declension.
_RUSSIAN_ENDINGS = {
    "ая": [("ой", "ой", "ую", "ой", "ой")],
    "ое": [("ого", "ому", "ое", "ым", "ом")],
    "ый": [("ого", "ому", "ый", "ым", "ом")],
    "ий": [("ого", "ому", "ий", "им", "ом")],
    "ые": [("ых", "ым", "ые", "ыми", "ых")],
    "ие": [("их", "им", "ие", "ими", "их")],
    "ия": [("ии", "ии", "ию", "ией", "ии")],
    "ь": [("и", "и", "ь", "ью", "и"), ("я", "ю", "ь", "ем", "е")],
    "й": [("я", "ю", "й", "ем", "е")],
    "а": [("ы", "е", "у", "ой", "е"), ("и", "е", "у", "ой", "е")],
    "я": [("и", "е", "ю", "ей", "е")],
    "о": [("а", "у", "о", "ом", "е")],
    "ы": [("", "ам", "ы", "ами", "ах"), ("ов", "ам", "ы", "ами", "ах")],
    "": [("а", "у", "", "ом", "е")],
}
_RUSSIAN_VOWELS = "аеёиоуыэюя"


def forms(language: str, name: str) -> Iterator[Form]:
    """The name itself first; in most languages nothing else is known."""
    yield Form(name)
    match language:
        case "ar":
            yield from _after_prefixes(name, _ARABIC_PREFIXES)
            if name.startswith("ال"):
                yield Form("لل" + name[2:], before=2)  # "for the" is written as one
        case "he":
            yield from _after_prefixes(name, _HEBREW_PREFIXES)
        case "ko":
            yield from (Form(name + particle, after=len(particle)) for particle in _KOREAN_PARTICLES)
        case "de":
            yield Form(name + _GERMAN_GENITIVE, after=1)
        case "ru":
            yield from map(Form, dict.fromkeys(_declined(name)))


def _after_prefixes(name: str, prefixes: tuple[str, ...]) -> Iterator[Form]:
    return (Form(prefix + name, before=len(prefix)) for prefix in prefixes)


def _declined(name: str) -> Iterator[str]:
    """The name in the oblique cases, with as many of its words declined as may agree with the first one.

    Which words agree is left open ("Республика Казахстан", "Южная Корея"): the forms that do not exist do not
    occur in texts either.
    """
    words = name.split(" ")
    for agreeing in range(1, len(words) + 1):
        rest = words[agreeing:]
        for rows in product(*map(_oblique, words[:agreeing])):
            yield from (" ".join([*declined, *rest]) for declined in zip(*rows, strict=True))


def _oblique(word: str) -> list[tuple[str, ...]]:
    """The oblique cases of a word in the nominative, in one or more ways; itself where it has no endings."""
    ending = next(ending for ending in _RUSSIAN_ENDINGS if word.endswith(ending))
    if len(word) < 3 or word.isupper() or (not ending and word[-1] in _RUSSIAN_VOWELS):
        return [(word,) * 5]
    stem = word.removesuffix(ending)
    return [tuple(stem + other for other in row) for row in _RUSSIAN_ENDINGS[ending]]
