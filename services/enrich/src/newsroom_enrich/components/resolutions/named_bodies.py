"""The bodies that a report names, and the one that it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.resolutions.actors import belongs
from newsroom_enrich.components.resolutions.body_facts import BodyFacts
from newsroom_enrich.components.resolutions.candidates import ORGAN
from newsroom_enrich.components.resolutions.leads import meets_others
from newsroom_enrich.weights import trained

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act

TREATY = re.compile(r"\b(?:Convention|Treaty|Protocol)\b")
_SYMBOLS = {
    "S/": "United Nations Security Council",
    "A/HRC/": "United Nations Human Rights Council",
    "A/": "United Nations General Assembly",
    "E/": "United Nations Economic and Social Council",
}
# To miss the body costs more than to take a wrong one: the states that met would be parties to all that they
# adopted.
_RATHER_ONE = 0.75
UN_ORGANS = frozenset(_SYMBOLS.values())


@dataclass
class NamedBodies(BodyFacts):
    """The bodies of one report, and the one that it is about."""

    @cached_property
    def main(self) -> str | None:
        """The body that the report is about, whose decisions are those that are told without a body; None
        where it is about none. Weighed by what was learned from annotated reports (ADR 70).
        """
        weights = trained("main_body")
        none = weights.score(self.facts_of_none()) - _RATHER_ONE
        scores = [(weights.score(self.facts(entity)), -at) for at, entity in enumerate(self.judged)]
        best, at = max(scores, default=(none, 0))
        chosen = self.judged[-at] if best > none else None
        if chosen is None or meets_others(self.reading.text, chosen):
            return None
        return chosen.name

    @cached_property
    def is_in_session(self) -> bool:
        """Whether the report tells of a meeting of the body that it is about."""
        main = next((e for e in self.named if e.name == self.main), None)
        if main is None:
            return False
        met = self._has_named_meeting(main) or self._leaders_met(main)
        if main.type == "event" or _is_organ(main) or met:
            return True
        return any(self._is_of_meeting(start, end) for start, end in main.mentions)

    def is_main_organ_of(self, whole: str | None) -> bool:
        """Whether the report is about an organ of an organization."""
        named = {entity.name: entity for entity in self.named}
        if self.main is None or self.main not in named or whole not in named or whole == self.main:
            return False
        return ORGAN.search(self.main) is not None and belongs(named[self.main], named[whole])

    def _by_symbol(self, word: str, act: Act) -> str | None:
        """The organ of the United Nations that gives such symbols, where its name is not told."""
        symbols = [p.symbol for p in (*act.phrases, *self.reading.phrases) if p.symbol is not None]
        codes = [s.code or f"{'S' if '/' not in (s.number or '') else 'A'}/" for s in symbols]
        found = (name for code in codes for prefix, name in _SYMBOLS.items() if code.startswith(prefix))
        return next((name for name in found if word in name.casefold().split()), None)

    def called(self, word: str, before: int) -> str | None:
        """The body with the word in its name: the main one, else the one named last."""
        pattern = re.compile(rf"\b{word.replace('organisation', 'organization')}\b", re.IGNORECASE)
        names = [self.main] if self.main else []
        names += [entity.name for entity in (*self.nearest(before), *self.named)]
        return next((n for n in names if pattern.search(n.replace("Organisation", "Organization"))), None)

    def nearest(self, before: int) -> list[EntityDraft]:
        """The bodies named before an offset, the nearest first."""
        last = {
            id(e): max((start for start, _ in e.mentions if start <= before), default=-1) for e in self.named
        }
        return sorted((e for e in self.named if last[id(e)] >= 0), key=lambda e: -last[id(e)])


def _is_organ(entity: EntityDraft) -> bool:
    """Whether a body is an organ of another; the Gulf Cooperation Council is none."""
    known = knowledge.bodies().get(entity.name)
    whole = known is not None and known.kind == "intergovernmental"
    return ORGAN.search(entity.name) is not None and not whole
