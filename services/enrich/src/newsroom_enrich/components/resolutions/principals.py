"""The state or the organization for which somebody signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

_ORGAN = re.compile(r"\b(?:Commission|Council|Parliament|Assembly|Secretariat)\b")
_OF_STATE = re.compile(r"\b(?:Ministry|Commission|Department|Government|Cabinet|Council)\b")


@dataclass
class Principals:
    """Tells for whom the people and the parliaments of a report act."""

    reading: Reading

    def _state_of(self, parliament: EntityDraft, word: Token) -> list[str]:
        """The country whose parliament it is."""
        found = self.reading.entities_in(word.left_edge.i, word.right_edge.i + 1, "country")
        if found and found[0].mentions[0][0] < word.idx:
            return [found[0].name]
        countries = [entity for entity in self.reading.notes.entities if entity.type == "country"]
        same = [e.name for e in countries if e.country is not None and e.country == parliament.country]
        return same[:1] or [e.name for e in countries if e.name in parliament.name][:1]

    def _countries_of(self, person: EntityDraft) -> list[str]:
        entities = self.reading.notes.entities
        known = {entity.name: entity for entity in entities if entity.type in {"country", "organization"}}
        owners = [known[role.of] for role in person.roles if role.of in known]
        named = list(dict.fromkeys(self._whole(owner).name for owner in owners))
        return named or [name for name in [self._known_country(person)] if name is not None]

    def _known_country(self, person: EntityDraft) -> str | None:
        """The country for which a well-known person speaks, where the report names it."""
        known = knowledge.people().get(fold(person.name)) if not person.roles else None
        if known is None or known.country is None:
            return None
        countries = (e for e in self.reading.notes.entities if e.type == "country")
        return next((e.name for e in countries if e.country == known.country), None)

    def _state_of_city(self, city: EntityDraft) -> list[str]:
        """The state for which its capital stands, where the report names it."""
        entities = self.reading.notes.entities
        return [e.name for e in entities if e.type == "country" and e.country and e.country == city.country]

    def _whole(self, owner: EntityDraft) -> EntityDraft:
        """For whom the head of an organ signs: the EU for its Council, a state for its ministry."""
        if owner.country and owner.type == "organization" and _OF_STATE.search(owner.name):
            states = (e for e in self.reading.notes.entities if e.type == "country")
            return next((e for e in states if e.country == owner.country), owner)
        whole = self.reading.parent_of(owner.name) if owner.type == "organization" else None
        if whole is None or not _ORGAN.search(owner.name):
            return owner
        entities = self.reading.notes.entities
        return next((e for e in entities if e.type == "organization" and e.name == whole), owner)
