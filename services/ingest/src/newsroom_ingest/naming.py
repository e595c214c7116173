"""Ids that people can read, for feeds and sources."""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_ID_CHARACTERS = 64
HASH_CHARACTERS = 8

_SEPARATORS = re.compile("[^a-z0-9]+")


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens, at most 64 characters, the same for the same name.

    What ASCII cannot say, or what is too long, ends in a hash, so that different names stay apart.
    """
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    words = _SEPARATORS.sub("-", plain).strip("-")
    if plain.isascii() and 0 < len(words) <= MAX_ID_CHARACTERS:
        return words
    mark = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:HASH_CHARACTERS]
    return f"{words[: MAX_ID_CHARACTERS - HASH_CHARACTERS - 1]}-{mark}".strip("-")
