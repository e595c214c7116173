"""When two names are the same.

The measure has a folding of its own: if it shared the pipeline's, a mistake there would hide itself.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.contracts import Entity
    from scoring.cases import GoldEntity

# A possessive ending is matched and left out, everything else of letters and digits is a word.
_WORD = re.compile(r"[’']s\b|(\w+)")


def fold(name: str | None) -> str:
    """Without case, accents, punctuation, possessive 's and "the"; "organisation" as "organization"."""
    decomposed = unicodedata.normalize("NFKD", name or "")
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
    letters = letters.replace("organisation", "organization").replace("ı", "i")
    return " ".join(word for word in _WORD.findall(letters) if word not in {"", "the"})


def surfaces(entity: GoldEntity | Entity) -> set[str]:
    """The distinct strings, folded, by which a text names an entity."""
    strings = (mention if isinstance(mention, str) else mention.text for mention in entity.mentions)
    return {fold(string) for string in strings} - {""}


class KnownNames:
    """The names of the entities of one case."""

    def __init__(self, entities: Sequence[GoldEntity]) -> None:
        self._known = [(fold(entity.name), surfaces(entity)) for entity in entities]

    def canonical(self, name: str) -> str:
        """The folded name of the entity that `name` means; `name` itself, folded, where it means none."""
        wanted = fold(name)
        return next((own for own, others in self._known if wanted == own or wanted in others), wanted)

    def canonicals(self, names: Iterable[str]) -> set[str]:
        return {self.canonical(name) for name in names}

    def variants(self, name: str) -> set[str]:
        """All folded names for what `name` means.

        Entities count in order: one whose own name is already a variant adds its names too.
        """
        wanted = fold(name)
        variants = {wanted}
        for own, others in self._known:
            if own in variants or wanted in others:
                variants |= {own} | others
        return variants

    def same(self, given: str | None, wanted: str | None) -> bool:
        """Whether both mean the same, or both nothing."""
        if not given or not wanted:
            return not given and not wanted
        return fold(given) in self.variants(wanted)
