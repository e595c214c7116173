"""The bodies that a report names, and the one that it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.resolutions.actors import belongs, can_decide

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

_ORGAN = re.compile(
    r"Council|Assembly|Parliament|Board|Conference|Committee|Congress|Synod|Plenary|General Meeting|Presidium"
)
_MEETING = r"(?:session|summit|meeting|sitting|conference|council|gathering|assembly)"
_NAMED_MEETING = re.compile(
    rf"{_MEETING} of (?:the )?$|^ (?:[\w-]+ )?{_MEETING}\b|^['’]s? (?:[\w-]+ ){{0,3}}{_MEETING}\b",
    re.IGNORECASE,
)
_GROUP_OF = re.compile(r"(?:leaders|ministers|heads of state) (?:of|from) (?:the )?$")
_OF_LEADERS = re.compile(r"Heads of (?:State|Government)|^Supreme")
_LEAD_CHARACTERS = 500
_FIRST_SENTENCE_CHARACTERS = 250
_ENOUGH = 4  # the score of one mention in the lead with a sign of a meeting, or in the first sentence
_SPONSOR = re.compile(
    r"\b(?:on behalf of|(?:tabled|presented|sponsored|submitted|drafted|proposed|introduced|brought|led) by) "
    r"[^.;]{0,25}$",
    re.IGNORECASE,
)
_SYMBOLS = {
    "S/": "United Nations Security Council",
    "A/HRC/": "United Nations Human Rights Council",
    "A/": "United Nations General Assembly",
    "E/": "United Nations Economic and Social Council",
}
UN_ORGANS = frozenset(_SYMBOLS.values())
JOINT_MEETING = re.compile(r"Joint|\w\s?[–-]\s?\w|\band\b")
_SHORT_FORM = re.compile(
    r"\b[Tt]he (Council|Assembly|Conference|Authority|Committee|Board|Parliament|Congress|Synod|Senate|"
    r"Commission|League|Union|Cabinet|House|Duma|Rada)\b(?! of)"
)


@dataclass
class NamedBodies:
    """The bodies of one report that can decide on documents."""

    reading: Reading

    @cached_property
    def named(self) -> list[EntityDraft]:
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

    @cached_property
    def main(self) -> str | None:
        """The body that the report is about: whose meeting it is, else the one that is named most in the
        lead.

        An organ goes before the organization that it is part of, when the lead names both.
        """
        ranked = [(-self._score(entity), entity.mentions[0][0], i) for i, entity in enumerate(self.named)]
        if not ranked:
            return None
        score, first, index = min(ranked)
        if -score < _ENOUGH and first >= _LEAD_CHARACTERS:
            return None
        chosen = self.named[index]
        organs = [e for e in self.named if e is not chosen and _ORGAN.search(e.name) and belongs(e, chosen)]
        leading = [e.name for e in organs if e.mentions[0][0] < _LEAD_CHARACTERS]
        leading += [e.name for e in organs if _OF_LEADERS.search(e.name) and self._leaders_met(chosen)]
        return leading[0] if leading else chosen.name

    def _leaders_met(self, organization: EntityDraft) -> bool:
        """Whether the lead says that "the heads of state of the X" came together."""
        lead = [start for start, _ in organization.mentions if start < _LEAD_CHARACTERS]
        return any(_GROUP_OF.search(self.reading.text[max(0, start - 40) : start]) for start in lead)

    def _score(self, entity: EntityDraft) -> int:
        text = self.reading.text
        score = 4 if entity.mentions[0][0] < _FIRST_SENTENCE_CHARACTERS else 0
        score += 4 if self._short_forms & set(entity.name.split()) else 0
        for start, end in entity.mentions:
            before, after = text[max(0, start - 40) : start], text[end : end + 30]
            if _SPONSOR.search(before):
                continue
            score += 3 if start < _LEAD_CHARACTERS else 1
            score += 4 if _NAMED_MEETING.search(before) or _NAMED_MEETING.search(after) else 0
            score += 3 if start < _LEAD_CHARACTERS and _GROUP_OF.search(before) else 0
        return score + self._meetings_of(entity)

    def _meetings_of(self, entity: EntityDraft) -> int:
        """As "the 18th Saarc Summit" in the lead: the meetings that have the name of the body."""
        text = self.reading.text
        names = {text[start:end] for start, end in entity.mentions}
        events = (e for e in self.reading.notes.entities if e.type == "event" and e.mentions)
        leading = (e.name.split() for e in events if e.mentions[0][0] < _LEAD_CHARACTERS)
        return 2 * _ENOUGH * any(names & set(words) for words in leading)

    @cached_property
    def _short_forms(self) -> set[str]:
        """The words by which the report calls bodies again: "the Council"."""
        return set(_SHORT_FORM.findall(self.reading.text))

    def _by_symbol(self, word: str, act: Act) -> str | None:
        """The organ of the United Nations that gives such symbols, where its name is not told."""
        symbols = [p.symbol for p in (*act.phrases, *self.reading.phrases) if p.symbol is not None]
        codes = [s.code or f"{'S' if '/' not in (s.number or '') else 'A'}/" for s in symbols]
        found = (name for code in codes for prefix, name in _SYMBOLS.items() if code.startswith(prefix))
        return next((name for name in found if word in name.casefold().split()), None)

    def held_by(self, meeting: EntityDraft) -> str | None:
        """The body in whose name a meeting is held: "the 15th BRICS Summit"."""
        if named := next((body.name for body in self.named if body.name in meeting.name), None):
            return named
        if JOINT_MEETING.search(meeting.name):
            return None
        known = _single_words()
        return next((known[word] for word in meeting.name.split() if word in known), None)

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

    def is_sponsor(self, entity: EntityDraft) -> bool:
        """As in "guidelines submitted by its Sub-Committee": each mention is that of one who proposed."""
        text = self.reading.text
        return all(_SPONSOR.search(text[max(0, start - 40) : start]) for start, _ in entity.mentions)

    def bodies_in(self, start: int, end: int) -> list[EntityDraft]:
        return [
            entity for entity in self.reading.entities_in(start, end, "organization") if can_decide(entity)
        ]


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
    return entity.name in knowledge.bodies() and _ORGAN.search(entity.name) is not None
