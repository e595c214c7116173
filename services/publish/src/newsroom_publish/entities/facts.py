"""What a summary says of an entity, and what follows from it for who is who."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from newsroom.contracts import Contract, Summary
from newsroom.contracts.summary import EntityType
from newsroom_publish.filters import UNSPACED, fold

_WORD = re.compile(r"\w+")
# Letters that are no other letter with an accent, as passports and agencies write them.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ə": "a", "æ": "ae", "œ": "oe"})
_WIKIDATA = re.compile(r"Q[1-9]\d*")


class Fact(Contract):
    """The part of an entity that tells who it is. Read from an Entity, or from its JSON."""

    id: str
    type: EntityType
    name: str
    country: str | None = None
    wikidata: str | None = None

    @property
    def linking_name(self) -> str | None:
        """The name by which others may be the same entity without anyone's decision; None for most.

        Only a full name of a person tells who is meant: "Ministry of Foreign Affairs" or "Smith" do not.
        """
        name = name_key(self.name)
        return name if self.type == "person" and (" " in name or UNSPACED.search(name)) else None


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """The name as local ids are made of it: without case, accents, punctuation, and a leading "the".

    Enrich folds names for its ids; names of one key must be names of one id, and no others.
    """
    plain = fold(name).translate(_LETTERS).replace("organisation", "organization")
    words = _WORD.findall(plain.replace("'", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def is_wikidata(entity_id: str) -> bool:
    """Whether the id is one of Wikidata."""
    return _WIKIDATA.fullmatch(entity_id) is not None


def facts_of(summary: Summary) -> tuple[Fact, ...]:
    """The facts of a summary, each once."""
    found = (
        Fact(
            id=entity.id,
            type=entity.type,
            name=entity.name,
            country=entity.country,
            wikidata=entity.wikidata,
        )
        for entity in summary.entities
    )
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Identity:
    """An id with all that is known of it; no facts where nothing is.

    `summaries` counts those that the world may see; of an entity in hand it is known only that there is one.
    """

    id: str
    facts: frozenset[Fact] = frozenset()
    summaries: int = 0

    @property
    def types(self) -> frozenset[str]:
        return frozenset(fact.type for fact in self.facts)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, as the summaries write it."""
        return tuple(sorted({fact.name for fact in self.facts}))

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(fact.country for fact in self.facts if fact.country)

    @property
    def local(self) -> bool:
        """Whether the id is one of our own, made from type, name and country."""
        return not is_wikidata(self.id) and not any(fact.wikidata for fact in self.facts)

    @property
    def linking_names(self) -> frozenset[str]:
        return frozenset(name for fact in self.facts if (name := fact.linking_name))

    def with_facts(self, facts: Iterable[Fact], summaries: int) -> Identity:
        """The identity with more facts; the greater count holds."""
        return Identity(self.id, self.facts | frozenset(facts), max(self.summaries, summaries))
