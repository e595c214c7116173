"""What a summary says of an entity, and what follows from it for who is who."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from newsroom.contracts import Summary
from newsroom_publish.filters import UNSPACED, fold

_WORD = re.compile(r"\w+")
# Letters that are no other letter with an accent, as passports and agencies write them.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ə": "a", "æ": "ae", "œ": "oe"})
_WIKIDATA = re.compile(r"Q[1-9]\d*")


class Fact(NamedTuple):
    """The part of an entity that tells who it is."""

    id: str
    type: str
    name: str
    country: str | None = None
    wikidata: str | None = None

    @classmethod
    def read(cls, entity: Mapping[str, Any]) -> Fact:
        """Out of an entity's JSON, or of what `json` gave."""
        return cls(*(entity.get(field) for field in cls._fields))  # type: ignore[arg-type]  # texts of a checked entity

    def json(self) -> str:
        """The same fact is the same text."""
        return json.dumps(self._asdict(), ensure_ascii=False, separators=(",", ":"))


def facts_of(summary: Summary) -> tuple[Fact, ...]:
    """The facts of a summary, each once."""
    found = (Fact(one.id, one.type, one.name, one.country, one.wikidata) for one in summary.entities)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """The name as local ids are made of it: without case, accents, punctuation, and a leading "the".

    Enrich folds names for its ids; names of one key must be names of one id, and no others.
    """
    plain = fold(name).translate(_LETTERS).replace("organisation", "organization")
    words = _WORD.findall(plain.replace("'", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def linking_name(fact: Fact) -> str | None:
    """The name by which others may be the same entity without anyone's decision; None for most.

    Only a full name of a person tells who is meant: "Ministry of Foreign Affairs" or "Smith" do not.
    """
    if fact.type != "person":
        return None
    name = name_key(fact.name)
    return name if " " in name or UNSPACED.search(name) else None


def is_wikidata(entity_id: str) -> bool:
    """Whether the id is one of Wikidata."""
    return _WIKIDATA.fullmatch(entity_id) is not None


@dataclass(frozen=True)
class Identity:
    """An id with all that is known of it; no facts where nothing is.

    `summaries` counts those that the world may see; of an entity in hand it is known only that there is one.
    """

    id: str
    facts: frozenset[Fact] = frozenset()
    summaries: int = 0

    @cached_property
    def types(self) -> frozenset[str]:
        return frozenset(fact.type for fact in self.facts)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name, as the summaries write it."""
        return tuple(sorted({fact.name for fact in self.facts}))

    @cached_property
    def countries(self) -> frozenset[str]:
        return frozenset(fact.country for fact in self.facts if fact.country)

    @cached_property
    def local(self) -> bool:
        """Whether the id is one of our own, made from type, name and country."""
        return not is_wikidata(self.id) and not any(fact.wikidata for fact in self.facts)

    @cached_property
    def linking_names(self) -> frozenset[str]:
        return frozenset(name for fact in self.facts if (name := linking_name(fact)))

    def with_facts(self, facts: Iterable[Fact], summaries: int) -> Identity:
        """The identity with more facts; the greater count holds."""
        return Identity(self.id, self.facts.union(facts), max(self.summaries, summaries))
