"""Countries and bodies by their names in a language: those of CLDR, and of our own tables in data/."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.knowledge import CountryName
from newsroom_enrich.languages.forms import UNSPACED, Form, forms
from newsroom_enrich.phrases import PhraseTable, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom_enrich.knowledge import Body

# Names of countries that are above all given names or common words in that language.
_COMMON_WORDS = frozenset(
    {
        ("ar", "ML"), ("es", "DM"), ("es", "GD"), ("fr", "DM"), ("fr", "MU"), ("it", "DM"), ("ko", "OM"),
        ("ko", "SD"), ("pt", "DM"), ("pt", "GD"), ("vi", "AT"), ("vi", "DE"), ("vi", "GB"), ("vi", "IT"),
        ("vi", "RU"),
    }
)  # fmt: skip
_EVERY_LANGUAGE = "*"
# The tag of a language says nothing of its script or region here, so names in all of them are known.
_FURTHER_LOCALES = {
    "az": ("az_Cyrl",), "pt": ("pt_PT",), "sr": ("sr_Latn",), "uz": ("uz_Cyrl",), "zh": ("zh_Hant",)
}  # fmt: skip
_KEPT_LANGUAGES = 32  # a report may claim any language
_ENGLISH = "en"
_BRACKETED = re.compile(r"\s*[(（].*")
_MIN_UNSPACED = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a form of a name stands for."""

    form: Form
    country: CountryName | None = None
    body: Body | None = None

    def named(self, start: int, end: int) -> Name:
        start, end = start + self.form.before, end - self.form.after
        return Name(start, end, "GPE" if self.country else "ORG", country=self.country, body=self.body)


class Gazetteer:
    """The names of one language. `find` gives them in order, the longest at each place, without overlaps."""

    def __init__(self, language: str) -> None:
        self._spaced: PhraseTable[_Entry] = PhraseTable()
        self._unspaced: dict[str, _Entry] = {}
        for name, entry in _entries(language):
            if language in UNSPACED and not name.isascii():
                if len(name) >= _MIN_UNSPACED:
                    self._unspaced.setdefault(name, entry)
            else:
                self._spaced.add(name, entry)
        longest_first = sorted(self._unspaced, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def find(self, text: str) -> list[Name]:
        found = [
            hit.value.named(hit.start, hit.end)
            for hit in self._spaced.find(text, words(text))
            if _same_letters(text[hit.start : hit.end], hit.value.form.text)
        ]
        if self._pattern:
            found += [
                self._unspaced[match[0]].named(match.start(), match.end())
                for match in self._pattern.finditer(text)
                if not _within_katakana(text, match.start(), match.end())
            ]
        return sorted(found, key=lambda name: name.start)


@lru_cache(maxsize=_KEPT_LANGUAGES)
def gazetteer(language: str) -> Gazetteer:
    """The gazetteer of a language; English names and the acronyms of all languages where it has no other."""
    return Gazetteer(language)


def _entries(language: str) -> Iterator[tuple[str, _Entry]]:
    """Every form of every name. Bodies come first: the name of one may begin with that of a country."""
    for body, name in _bodies(language):
        for form in forms(language, name):
            yield form.text, _Entry(form, body=body)
    for code, name in _countries(language):
        country = knowledge.country_by_code().get(code)
        if country is not None:
            for form in forms(language, name):
                yield form.text, _Entry(form, country=CountryName(country, "name"))


def _bodies(language: str) -> Iterator[tuple[Body, str]]:
    for row in _rows("bodies.tsv"):
        if row["language"] in {language, _EVERY_LANGUAGE}:
            for name in f"{row['names']}|{row['acronyms']}".split("|"):
                if name:
                    yield knowledge.bodies()[row["name"]], name


def _countries(language: str) -> Iterator[tuple[str, str]]:
    """Codes and names; our own first, which are the ones in use."""
    for row in _rows("countries.tsv"):
        if row["language"] == language:
            yield from ((row["code"], name) for name in row["names"].split("|"))
    for locale in (language, *_FURTHER_LOCALES.get(language, ())):
        yield from _cldr_names(language, locale)


def _cldr_names(language: str, locale: str) -> Iterator[tuple[str, str]]:
    names = _cldr(locale)
    # "Congo (Kinshasa)" and "Congo (Brazzaville)": what stands before the bracket tells nothing.
    short = {code: _BRACKETED.sub("", name) for code, name in names.items()}
    times = Counter(short.values())
    for code, name in names.items():
        if (language, code) not in _COMMON_WORDS:
            yield code, name if times[short[code]] > 1 else short[code]


def _cldr(locale: str) -> dict[str, str]:
    """The names of the countries of our table by ISO code; English ones where CLDR has no such locale."""
    try:
        territories = Locale.parse(locale).territories
    except (UnknownLocaleError, ValueError):
        territories = Locale.parse(_ENGLISH).territories
    known = knowledge.country_by_code()
    return {code: str(name) for code, name in territories.items() if code in known and name != code}


def _rows(table: str) -> Iterable[dict[str, str]]:
    text = (resources.files(__package__) / "data" / table).read_text("utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _same_letters(found: str, wanted: str) -> bool:
    """Accents tell words apart, but capitals may go without ("PEROU"), and ё may be written е."""
    return found.isupper() or _letters(found) == _letters(wanted)


def _letters(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return "".join(character for character in composed if character.isalpha())


def _within_katakana(text: str, start: int, end: int) -> bool:
    """Whether the name is a part of a longer word in katakana."""
    return (_is_katakana(text[start]) and start > 0 and _is_katakana(text[start - 1])) or (
        _is_katakana(text[end - 1]) and _is_katakana(text[end : end + 1])
    )


def _is_katakana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character == "ー"
