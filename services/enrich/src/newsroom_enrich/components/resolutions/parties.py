"""Which states and organizations signed a document or are party to it, as far as the text names them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.actors import is_legislature
from newsroom_enrich.components.resolutions.among import other_sides
from newsroom_enrich.components.resolutions.counted_parties import CountedParties

if TYPE_CHECKING:
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.act import Act

_SIGNED_BEHIND = re.compile(r"\b(?:signed|inked|concluded|agreed|initialled|struck|put their names)\b")
_SIGNED_BY = re.compile(r"\b(?:signed|inked|concluded|agreed|struck)\b[^,;]*? by (?=[A-Z])")
_TREATIES = frozenset({"agreement", "treaty", "protocol", "convention", "memorandum"})


@dataclass
class Parties(CountedParties):
    """Tells the parties of an act."""

    def parties_of(self, act: Act, body: str | None) -> tuple[str, ...]:
        """Canonical names in the order of the text. What a body adopts has no parties."""
        if not self._has_parties(act, body):
            return ()
        ratified = act.action == "ratified" or self._is_consent(act, body)
        found = self._ratified(act, body) if ratified else self._signed(act, body)
        found = tuple(name for name in found if name != body)
        if len(found) == 1 and (self._is_of_one_state(act) or act.reason in {"issued", "joint"}):
            return ()
        if len(found) > 1:
            self.told = self.bodies.sides = found
        return found

    def _is_of_one_state(self, act: Act) -> bool:
        """As in "the Polish cabinet repealed it": what a state decides for itself has no parties."""
        if act.action in {"signed", "agreed", "ratified"} or act.reason in {"issued", "joint"}:
            return False
        return not any(p.kind in _TREATIES for p in act.phrases)

    def _signed(self, act: Act, body: str | None) -> tuple[str, ...]:
        named = list(dict.fromkeys([*self._joined_by_others(act), *self._stated(act)]))
        if len(named) == 1 and self.bodies.main and self._is_of_accession(act):
            named.append(self.bodies.main)
        if len(named) < 2 and (both := self._of_two_people(act, named)):
            return both
        if len(named) > 1 or (named and act.action == "signed") or (body and act.action != "signed"):
            return tuple(named)
        if not named and not act.actors and act.action in {"signed", "agreed"}:
            if between := self._between_before(act):
                return tuple(between)
            if self._is_told_before(act):
                return self.told
        return tuple(self._counted(act) or named)

    def _of_two_people(self, act: Act, named: list[str]) -> tuple[str, ...]:
        """As in "Lukashenko and Mnangagwa signed" in a report on two states, of which it does not say who is
        whose.
        """
        people = [e for w in act.actors if (e := self.reading.entity_at(w)) and e.type == "person"]
        two = self.delegations.only_two()
        known = all(name in two for name in named) and not all(self._countries_of(p) for p in people)
        return tuple(two) if len(people) == len(act.actors) == 2 and known else ()

    def _is_of_accession(self, act: Act) -> bool:
        """As in "Peru signed the Treaty of Accession": with the organization that it joins."""
        words = (self.reading.doc[p.start : p.end].text.casefold() for p in act.phrases if p.kind == "treaty")
        return act.action == "signed" and any("accession" in told for told in words)

    def _between_before(self, act: Act) -> list[str]:
        """As in "The pact between A and B is ready: it is to be signed in May"."""
        if act.pronoun is None:
            return []
        sentence = act.verb.sent
        told = self.reading.phrases_in(sentence.start, act.pronoun.i)
        return next((sides for phrase in told if (sides := self._between(phrase, sentence))), [])

    def _is_told_before(self, act: Act) -> bool:
        """Whether "the treaty", "it" is a document whose parties the report told before."""
        known = act.pronoun is not None or any(
            p.definite and not p.is_named and not p.plural for p in act.phrases
        )
        return known and len(self.told) > 1

    def _ratified(self, act: Act, body: str | None) -> tuple[str, ...]:
        """The state whose parliament it is, and all that the text names as parties to the treaty."""
        stated = [name for name in self._stated(act) if name != body]
        own = self._home_of(body)
        signers = self._signers_behind(act)
        if not stated and not signers:
            sentence = act.verb.sent
            stated = [e.name for e in self.reading.entities_in(sentence.start, sentence.end, "country")]
        others = self._between_others(act, own)
        own, stated = ([], others) if others else (own, stated)
        before = self.told if self._is_told_before(act) else ()
        found = tuple(dict.fromkeys([*own, *stated, *signers, *before]))
        if len(self.told) == 2 and len(found) < 2 and all(name in self.told for name in found):
            return self.told  # "Also ratified was an agreement on water": of the same two
        return found if len(found) > 1 else tuple(self._counted(act) or found)

    def _between_others(self, act: Act, own: list[str]) -> list[str]:
        """As in "Peru's parliament rejected the agreement between the EU and Canada": both sides are told."""
        sides = [name for phrase in act.phrases for name in self._between(phrase, act.verb.sent)]
        return sides if len(sides) > 1 and not set(own) & set(sides) else []

    def _home_of(self, parliament: str | None) -> list[str]:
        """The country of a parliament."""
        entities = self.reading.notes.entities
        house = next((e for e in entities if e.type == "organization" and e.name == parliament), None)
        if house is None:
            return []
        countries = [e for e in entities if e.type == "country"]
        same = [e.name for e in countries if e.country is not None and e.country == house.country]
        return same[:1] or [e.name for e in countries if e.name in house.name][:1]

    def _signers_behind(self, act: Act) -> list[str]:
        """As in "the declaration, which Presidents A of Chile and B of Peru signed last June"."""
        found: list[str] = []
        for phrase in act.phrases:
            behind = self.reading.doc[phrase.end : act.verb.sent.end]
            if _SIGNED_BEHIND.search(behind.text) is None:
                continue
            for entity in self.reading.entities_in(behind.start, behind.end, "person", "country"):
                found += self._countries_of(entity)[:1] if entity.type == "person" else [entity.name]
            if not found and (by := _SIGNED_BY.search(behind.text)) is not None:
                at = next(t.i for t in behind if t.idx >= behind.start_char + by.end())
                cities = self.reading.entities_in(at, behind.end, "place")
                found += [name for city in cities for name in self._state_of_city(city)]
        return found

    def of_document(self, parties: tuple[str, ...], act: Act, phrase: DocumentPhrase) -> tuple[str, ...]:
        """As in "signed a pact with Peru and a treaty with Fiji": without those of the other document."""
        if len(act.phrases) < 2:
            return parties
        own = {side.name for side in other_sides(self.reading, replace(act, phrases=(phrase,)))}
        rest = tuple(other for other in act.phrases if other is not phrase)
        others = {side.name for side in other_sides(self.reading, replace(act, phrases=rest))}
        return tuple(name for name in parties if name in own or name not in others) if own else parties

    def _has_parties(self, act: Act, body: str | None) -> bool:
        if act.action == "rejected" and not self._is_consent(act, body):
            return False
        kinds = {phrase.kind for phrase in act.phrases}
        if act.action in {"vetoed", "proposed"} or kinds == {"resolution"}:
            return False
        if "law" in kinds and act.action != "ratified":
            return False
        joint = act.reason == "joint" or (act.reason == "issued" and self._is_joint(act))
        of_states = act.action in {"signed", "agreed", "ratified"} or joint
        return body is None or (of_states and act.reason != "thing") or self._is_consent(act, body)

    def _is_consent(self, act: Act, body: str | None) -> bool:
        """Whether a parliament says yes to a treaty that others concluded, as by ratifying it."""
        if act.action not in {"approved", "rejected"} or not is_legislature(body):
            return False
        of_treaty = any(p.kind in _TREATIES for p in act.phrases)
        return of_treaty and (len(self.told) == 2 or bool(self._stated(act)))
