"""Plain text: the form in which every text is stored, and in which its characters are counted.

What may change is fixed in docs/decisions/0021: composed characters (NFC), line ends, the width of spaces,
blank lines, and characters that no reader sees. Words, punctuation and single line breaks stay.
"""

from __future__ import annotations

import re
import unicodedata

MAX_TITLE_CHARACTERS = 200
# A line that ends like this is a sentence of the text, not its headline.
SENTENCE_ENDS = (".", "!", ";", ":", ",", "。", "！", "।")

_PARAGRAPH_ENDS = re.compile("[\f\u2029]")
_LINE_ENDS = re.compile("\r\n|[\r\v\u0085\u2028]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphen, zero-width space, word joiner, byte order mark: they split words for everyone but the reader.
# The zero-width joiners stay, since Persian, Indic scripts and emoji are spelled with them.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile("\n{3,}")


def clean_text(text: str) -> str:
    """The text as it is stored: paragraphs separated by one blank line, single line breaks kept."""
    text = _SURROGATES.sub("\ufffd", text)
    text = _PARAGRAPH_ENDS.sub("\n\n", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    text = unicodedata.normalize("NFC", text)
    text = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip("\n ")


def clean_line(text: str) -> str:
    """Clean text on one line, for titles and names."""
    return " ".join(clean_text(text).split())


def split_title(text: str) -> tuple[str, str]:
    """The title of a clean text without one, and the rest of the text.

    A short first line that does not end like a sentence is a headline, and leaves the text. Else the title
    is the beginning of the text, which stays whole.
    """
    first, _, rest = text.partition("\n")
    headline = clean_line(first)
    rest = rest.strip("\n")
    if rest.strip() and len(headline) <= MAX_TITLE_CHARACTERS and not headline.endswith(SENTENCE_ENDS):
        return headline, rest
    return shorten(headline), text


def shorten(line: str) -> str:
    """The line, cut at a word where it is longer than a title."""
    if len(line) <= MAX_TITLE_CHARACTERS:
        return line
    head = line[: MAX_TITLE_CHARACTERS - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(",;:– ") + "…"
