"""Parliaments that a report does not name: "Nepal's parliament", "lawmakers in Ghana", "MPs"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.resolutions.actors import LEGISLATORS
from newsroom_enrich.components.resolutions.grammar import noun_phrase_end

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.resolutions.reading import Reading

_CHAMBERS = frozenset("parliament legislature chamber house senate congress assembly".split())
_WHICH_HOUSE = frozenset({"lower", "upper"})
_OF_EUROPE = "European Parliament"
_OF_CITIES = frozenset({"councillor"})


def unnamed_parliament(reading: Reading, word: Token) -> tuple[str, str] | None:
    """The words for a parliament and a name for it, by its country: that of the words, for lawmakers and
    "parliament" also that of the dateline.
    """
    lemma = word.lemma_.casefold()
    if lemma == "mep" or word.lower_ == "meps":
        return f"the {_OF_EUROPE}", _OF_EUROPE
    if lemma in _OF_CITIES or lemma not in LEGISLATORS | _CHAMBERS or reading.entity_at(word) is not None:
        return None
    country = _country_of(reading, word)
    if country is None and (lemma in LEGISLATORS or lemma == "parliament"):
        country = _country_here(reading)
    if country is None:
        return None
    which = next((child.lower_ for child in word.lefts if child.lower_ in _WHICH_HOUSE), None)
    chamber = "senate" if lemma == "senate" else f"{which} house" if which is not None else "parliament"
    return f"the {chamber} of {country}", f"Parliament of {country}"


def _country_of(reading: Reading, word: Token) -> str | None:
    """As in "Nepal's parliament", "the Nepalese parliament", "lawmakers in Nepal"."""
    named = reading.entities_in(word.left_edge.i, noun_phrase_end(word), "country")
    return named[0].name if named else None


def _country_here(reading: Reading) -> str | None:
    """The country of the city in the dateline."""
    place = next((e for e in reading.notes.entities if e.name == reading.setting.place), None)
    known = knowledge.country_by_code().get(place.country or "") if place is not None else None
    return known.name if known is not None else None
