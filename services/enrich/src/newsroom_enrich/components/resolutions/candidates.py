"""Which names of a report can decide on documents: bodies, and conferences that belong to none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.resolutions.actors import can_decide
from newsroom_enrich.folding import abbreviates

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

UNITED_NATIONS = "United Nations"
ORGAN = re.compile(
    r"Council|Assembly|Parliament|Board|Conference|Committee|Congress|Synod|Plenary|General Meeting|Presidium"
)
JOINT_MEETING = re.compile(r"Joint|\w\s?[–-]\s?\w|\band\b")
_GATHERING = re.compile(
    r"\b(?:Conference|Summit|Congress|Assembly|Forum|Ministerial|Convention|Meeting|Session)\b|"
    r"^[A-Z]{2,6}[- ]?\d+$"
)
NUMBERED = re.compile(r"\b([A-Z]{2,6})[- ]?\d{1,3}$")


@dataclass
class Candidates:
    """The names of one report that can be a body."""

    reading: Reading

    @cached_property
    def organizations(self) -> list[EntityDraft]:
        """The deciding bodies of the report in the order of their first mention."""
        entities = self.reading.notes.entities
        head = self.reading.setting.head_end  # an agency or a newsroom that signs the report
        found = [
            e
            for e in entities
            if e.type == "organization"
            and e.mentions
            and can_decide(e)
            and not self._is_in_a_title(e)
            and (e.mentions[-1][0] >= head or _is_known_organ(e))
        ]
        return sorted(found, key=lambda entity: entity.mentions[0])

    @cached_property
    def gatherings(self) -> list[EntityDraft]:
        """The conferences with a name that the report covers and that are held by no body that it names."""
        own = [m.named for m in self.reading.meetings if m.named and not (m.planned or m.recalled)]
        events = (e for e in self.reading.notes.entities if e.type == "event" and e.mentions)
        found = [e for e in events if _GATHERING.search(e.name) and e in own and self.held_by(e) is None]
        return [e for e in found if not any(_is_short_for(e, other) for other in found)]

    @cached_property
    def named(self) -> list[EntityDraft]:
        """All that can decide, in the order of their first mention."""
        return sorted([*self.organizations, *self.gatherings], key=lambda entity: entity.mentions[0])

    def _is_in_a_title(self, entity: EntityDraft) -> bool:
        """As "the APEC Initiative", which the same report adopts as a document."""
        if "Initiative" not in entity.name and "Plan" not in entity.name:
            return False
        return any(self._is_document(start) for start, _ in entity.mentions)

    def _is_document(self, at: int) -> bool:
        doc = self.reading.doc
        return any(
            doc[p.start].idx <= at < doc[p.end - 1].idx + len(doc[p.end - 1]) for p in self.reading.phrases
        )

    def held_by(self, meeting: EntityDraft) -> str | None:
        """The body in whose name a meeting is held: "the 15th BRICS Summit", "COP15"."""
        # The United Nations hold many a conference that decides for itself.
        holders = (body.name for body in self.organizations if body.name != UNITED_NATIONS)
        if named := next((name for name in holders if name in meeting.name), None):
            return named
        numbered = NUMBERED.search(meeting.name)
        if numbered is not None:
            organs = (e.name for e in self.organizations if ORGAN.search(e.name))
            return next((name for name in organs if abbreviates(numbered[1], name)), None)
        if JOINT_MEETING.search(meeting.name):
            return None
        known = _single_words()
        return next((known[word] for word in meeting.name.split() if word in known), None)

    def bodies_in(self, start: int, end: int) -> list[EntityDraft]:
        """The deciding bodies named in doc[start:end], in order."""
        named = self.reading.entities_in(start, end, "organization", "event")
        return [e for e in named if (e.type == "organization" and can_decide(e)) or e in self.gatherings]


def _is_short_for(meeting: EntityDraft, other: EntityDraft) -> bool:
    """As "WRC-19" for the World Radiocommunication Conference."""
    numbered = NUMBERED.fullmatch(meeting.name)
    return numbered is not None and other is not meeting and abbreviates(numbered[1], other.name)


@cache
def _single_words() -> dict[str, str]:
    """The acronyms and one-word names of intergovernmental bodies, and whose they are."""
    bodies = [body for body in knowledge.bodies().values() if body.kind == "intergovernmental"]
    return {
        word: body.name
        for body in bodies
        for word in (*body.acronyms, *body.name.split()[:1])
        if _is_short(word, body.name)
    }


def _is_short(word: str, name: str) -> bool:
    return word.isupper() and (word == name or " " in name) and len(word) > 2


def _is_known_organ(entity: EntityDraft) -> bool:
    """Whether a body in the head of a report may have issued it: "Council of the EU - Press release"."""
    return entity.name in knowledge.bodies() and ORGAN.search(entity.name) is not None
