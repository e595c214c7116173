"""Text of strangers made harmless for a terminal."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"
_PICTURES = 0x2400  # the block of control pictures starts with the one for NUL
_BREAKS = "\u2028\u2029\x85"
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 (but tab and line feed), DEL, C1: escape sequences begin here
    "\u202a-\u202e\u2066-\u2069"  # direction overrides: text that reads as what it is not
    "\u2028\u2029\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # breaks and characters that nobody can see
    "\ud800-\udfff\t]"
)


def harmless(text: str) -> str:
    """The text with nothing in it that moves a cursor, opens an escape sequence or turns its direction.

    Each code point becomes exactly one, so that offsets stay right: controls become their pictures ("␛"),
    line separators a line feed, a tab a space, and the rest U+FFFD.
    """
    return _UNSAFE.sub(_stand_in, text.replace("\r\n", " \n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Harmless and without line breaks: a value for a cell. Offsets do not survive."""
    return " ".join(harmless(text).split())


def _stand_in(match: re.Match[str]) -> str:
    character = match[0]
    if character in _BREAKS:
        return "\n"
    if character == "\t":
        return " "
    if character == "\x7f":
        return "\u2421"
    return chr(_PICTURES + ord(character)) if character < " " else REPLACEMENT


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen."""
    return all(character.isspace() or unicodedata.category(character) == "Cf" for character in text)
