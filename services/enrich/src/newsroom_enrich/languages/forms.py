"""How a name looks in running text of a language: declined, or with particles attached to it."""

from __future__ import annotations

from dataclasses import dataclass
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

# The endings of the other cases by the ending of the nominative, the longest ending first.
_RUSSIAN_ENDINGS = {
    "ая": ("ой", "ую", "ой", "ой"),
    "ое": ("ого", "ому", "ым", "ом"),
    "ый": ("ого", "ому", "ым", "ом"),
    "ий": ("ого", "ому", "им", "ом"),
    "ые": ("ых", "ым", "ыми", "ых"),
    "ие": ("их", "им", "ими", "их"),
    "ия": ("ии", "ии", "ию", "ией"),
    "ь": ("и", "ью", "я", "ю", "ем", "е"),
    "й": ("я", "ю", "ем", "е"),
    "а": ("ы", "и", "е", "у", "ой"),
    "я": ("и", "е", "ю", "ей"),
    "о": ("а", "у", "ом", "е"),
    "ы": ("", "ов", "ам", "ами", "ах"),
    "": ("а", "у", "ом", "е"),
}
_VOWELS = "аеёиоуыэюя"
_CASES = 6


def forms(language: str, name: str) -> Iterator[Form]:
    """The name itself first; in most languages nothing else is known."""
    yield Form(name)
    match language:
        case "ar":
            yield from _after_prefixes(name, _ARABIC_PREFIXES)
            if name.startswith("ال"):
                yield Form("لل" + name[2:], before=1)  # "for the" is written as one
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
    if name.isupper():
        return
    for agreeing in range(1, len(words) + 1):
        declined = [_oblique(word) for word in words[:agreeing]]
        for case in range(_CASES):
            yield " ".join([*(forms[case % len(forms)] for forms in declined), *words[agreeing:]])


def _oblique(word: str) -> tuple[str, ...]:
    """The oblique forms of a word in the nominative; the word itself where it cannot be declined."""
    if len(word) < 3 or word.isupper():
        return (word,)
    for ending, others in _RUSSIAN_ENDINGS.items():
        if word.endswith(ending):
            break
    if not ending and word[-1] in _VOWELS:
        return (word,)
    stem = word[: len(word) - len(ending)]
    return tuple(stem + other for other in others)
