"""What can be seen of a body that a report names: plain facts with a name, for a model to weigh.

The names are those of the weights in data/main_body.json: whoever changes them trains anew
(make train-main-body).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.actors import belongs
from newsroom_enrich.components.resolutions.candidates import NUMBERED, ORGAN, UNITED_NATIONS, Candidates
from newsroom_enrich.components.resolutions.grammar import auxiliaries, climb, lemma_of
from newsroom_enrich.components.resolutions.in_passing import is_aside, is_by_sponsor, is_of_agency, is_owner
from newsroom_enrich.components.resolutions.leads import gathers_region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft

_MEETING = r"(?:session|summit|meeting|sitting|conference|council|gathering|assembly)"
_NAMED_MEETING = re.compile(
    rf"{_MEETING} of (?:the )?$|^ (?:[\w-]+ )?{_MEETING}\b|^['’]s? (?:[\w-]+ ){{0,3}}{_MEETING}\b",
    re.IGNORECASE,
)
_GROUP_OF = re.compile(
    r"(?:leaders|ministers|heads of state|members|member (?:states|countries)) (?:of|from) (?:the )?$",
    re.IGNORECASE,
)
_OF_LEADERS = re.compile(r"Heads of (?:State|Government)|^Supreme")
_BODY_OF_LEADERS = re.compile(r"^European Council$|Heads of (?:State|Government)")
_LEADERS_MET = re.compile(r"\bthe (?:\w+ |EU )?leaders\b")
_LEAD_CHARACTERS = 500
_SHORT_FORM = re.compile(
    r"\b[Tt]he (Council|Assembly|Conference|Authority|Committee|Board|Parliament|Congress|Synod|Senate|"
    r"Commission|League|Union|Cabinet|House|Duma|Rada)\b(?! of)"
)
_MEETING_AGAIN = re.compile(r"\b[Tt]he (conference|summit|congress|forum|ministerial|assembly|convention)\b")
# The words of names that tell what kind of body it is.
_KIND = re.compile(
    r"\b(?:Council|Assembly|Parliament|Board|Conference|Committee|Congress|Summit|Commission|Union|Association|"
    r"Organi[sz]ation|Party|Court|Bank|Senate|House|Group|Community|League|Forum|Agency|Federation|Nations|"
    r"Convention|Programme|Fund|Authority|Chamber|Secretariat|Office|Mission|Ministry)\b"
)
_TWO_SIDES = re.compile(
    r"\b(?:two|both|three) (?:sides|countries|leaders|presidents|governments|ministers|neighbou?rs|nations|"
    r"states)\b",
    re.IGNORECASE,
)
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_INSIDE_PHRASE = frozenset({"pobj", "poss", "compound", "prep", "nmod", "agent"})
_JUDGED = 24  # the bodies named first: one of those is what a report is about


@dataclass
class BodyFacts(Candidates):
    """Tells of the bodies of one report what may speak for being the one that it is about."""

    @property
    def judged(self) -> list[EntityDraft]:
        """The bodies among which the one that the report is about is looked for."""
        return self.named[:_JUDGED]

    def facts(self, entity: EntityDraft) -> frozenset[str]:
        """The facts on one of the bodies."""
        return frozenset(
            (*self._of_name(entity), *self._of_place(entity), *self._of_use(entity), *self._of_others(entity))
        )

    def facts_of_none(self) -> frozenset[str]:
        """What may speak for a report that is about no body, as one on a visit."""
        told = self.judged
        signed = sum(verbs.TRANSITIVE[lemma_of(token)] == "signed" for token in self._deciding)
        facts = {
            "none",
            f"none two sides={min(len(_TWO_SIDES.findall(self.reading.text)), 2)}",
            "none signed" if signed * 2 > len(self._deciding) else "none decided",
        }
        if self.reading.is_visit:
            facts.add("none on visit")
        if not any(e.mentions[0][0] < self._second_end for e in told):
            facts.add("none in lead")
        return frozenset(facts)

    def _of_name(self, entity: EntityDraft) -> Iterator[str]:
        known = knowledge.bodies().get(entity.name)
        yield f"known={known.kind if known is not None else 'no'}"
        yield from (f"word={word}" for word in _KIND.findall(entity.name.partition(" of ")[0]))
        if ORGAN.search(entity.name):
            yield "organ"

    def _of_place(self, entity: EntityDraft) -> Iterator[str]:
        """Where in the report it is named, and how often."""
        first = min(entity.mentions[0][0], *self._meetings_of(entity), len(self.reading.text))
        told = self._told(entity)
        yield f"mentions={min(len(entity.mentions), 5)}"
        yield f"order={min(self.named.index(entity), 4)}"
        yield f"first in={self._part(first)}"
        if told and told[0][0] < self._first_end:
            yield "told in s1"
        if entity.mentions[0][0] < self.reading.setting.head_end and ORGAN.search(entity.name):
            yield "organ in head"
        root = self._root(*entity.mentions[0])
        if root.dep_ in _SUBJECT:
            yield "subject of main" if root.head.dep_ == "ROOT" else "subject of other"

    def _of_use(self, entity: EntityDraft) -> Iterator[str]:
        """What the report tells of it: that it met, decided, or only that somebody comes from it."""
        text = self.reading.text
        told = self._told(entity)
        holds = {
            "aside only": not told,
            "owner only": self._is_only_owner(entity),
            "sponsor": self.is_sponsor(entity),
            "called again": self._is_called_again(entity),
            "meetings of": self._has_named_meeting(entity),
            "leaders met": self._leaders_met(entity),
            "in session": entity.name in self._in_session,
            "gathers region": gathers_region(text, entity),
            "group of lead": any(
                start < _LEAD_CHARACTERS and _GROUP_OF.search(text[max(0, start - 40) : start])
                for start, _ in told
            ),
        }
        yield from (fact for fact, so in holds.items() if so)
        owner = sum(is_owner(text, start, end) for start, end in entity.mentions)
        yield f"owner={'mostly' if owner * 2 > len(entity.mentions) else 'some' if owner else 'never'}"
        decided = sum(self._decides(self._root(start, end)) for start, end in told)
        yield f"decides={min(decided, 3)}"
        yield f"meeting={min(sum(self._is_of_meeting(start, end) for start, end in told), 2)}"

    def _of_others(self, entity: EntityDraft) -> Iterator[str]:
        """How it hangs together with the other bodies."""
        others = [other for other in self.judged if other is not entity]
        organs = [other for other in others if belongs(other, entity)]
        wholes = [other for other in others if belongs(entity, other)]
        if organs:
            yield "has organ"
        if any(organ.mentions[0][0] < self._first_end for organ in organs):
            yield "organ in s1"
        if wholes:
            yield "is part"
        if entity.type == "event" and any(entity.mentions[0][0] in self._meetings_of(o) for o in others):
            yield "meeting of another"
        if any(whole.mentions[0][0] < self._first_end for whole in wholes):
            yield "whole in s1"
        if _OF_LEADERS.search(entity.name) and any(map(self._leaders_met, wholes)):
            yield "of leaders who met"

    @cached_property
    def _first_end(self) -> int:
        """Where the first sentence ends."""
        return self.reading.prose[0].end_char if self.reading.prose else 0

    @cached_property
    def _second_end(self) -> int:
        return next((s.end_char for s in islice(self.reading.prose, 1, None)), self._first_end)

    def _part(self, at: int) -> str:
        if at < self._first_end:
            return "s1"
        return "s2" if at < self._second_end else "lead" if at < _LEAD_CHARACTERS else "later"

    def _root(self, start: int, end: int) -> Token:
        span = self.reading.doc.char_span(start, end, alignment_mode="expand")
        assert span is not None
        return span.root

    @cached_property
    def _deciding(self) -> list[Token]:
        """The verbs of deciding."""
        words = (token for sentence in self.reading.prose for token in sentence)
        return [t for t in words if t.tag_.startswith("VB") and lemma_of(t) in verbs.TRANSITIVE]

    def _decides(self, root: Token) -> bool:
        """As in "the X adopted", "leaders of the X adopted", not in "the X had adopted"."""
        top = root
        for above in climb(root):
            if top.dep_ not in _INSIDE_PHRASE:
                break
            top = above
        verb = top.head
        acts = top.dep_ in _SUBJECT and verb.tag_.startswith("VB") and lemma_of(verb) in verbs.TRANSITIVE
        return acts and "had" not in auxiliaries(verb)

    def _told(self, entity: EntityDraft) -> list[tuple[int, int]]:
        """The mentions that are not made in passing."""
        return [(start, end) for start, end in entity.mentions if not is_aside(self.reading.text, start, end)]

    def _is_of_meeting(self, start: int, end: int) -> bool:
        """As in "the meeting of the X", "the X session"."""
        text = self.reading.text
        before, after = text[max(0, start - 40) : start], text[end : end + 30]
        return _NAMED_MEETING.search(before) is not None or _NAMED_MEETING.search(after) is not None

    def _is_only_owner(self, entity: EntityDraft) -> bool:
        """Whether a body is named only to tell whose president or envoy somebody is; that of the leaders is
        not where the lead tells that they met.
        """
        if _BODY_OF_LEADERS.search(entity.name) and _LEADERS_MET.search(self.reading.text[:_LEAD_CHARACTERS]):
            return False
        return all(is_owner(self.reading.text, start, end) for start, end in entity.mentions)

    @cached_property
    def _in_session(self) -> set[str | None]:
        """The bodies whose session the report calls by number, as MC12 of the Ministerial Conference."""
        planned = [m.named for m in self.reading.meetings if m.named and m.planned]
        events = (e for e in self.reading.notes.entities if e.type == "event" and e not in planned)
        return {self.held_by(e) for e in events if NUMBERED.fullmatch(e.name)}

    def _leaders_met(self, organization: EntityDraft) -> bool:
        """Whether the lead says that "the heads of state of the X" came together."""
        lead = [start for start, _ in organization.mentions if start < _LEAD_CHARACTERS]
        return any(_GROUP_OF.search(self.reading.text[max(0, start - 40) : start]) for start in lead)

    def is_of_agency(self, entity: EntityDraft, sentence: Span) -> bool:
        """As the UN in "governors of the UN nuclear watchdog": another body is meant."""
        here = [end for start, end in entity.mentions if sentence.start_char <= start < sentence.end_char]
        return bool(here) and all(is_of_agency(self.reading.text, end) for end in here)

    def _has_named_meeting(self, entity: EntityDraft) -> bool:
        """As "the 18th Saarc Summit", "the 44th Pacific Islands Forum" in the lead."""
        return any(at < _LEAD_CHARACTERS for at in self._meetings_of(entity))

    def _meetings_of(self, entity: EntityDraft) -> list[int]:
        """Where the named meetings begin that have the name of a body."""
        return self._meetings[self.named.index(entity)]

    @cached_property
    def _meetings(self) -> list[list[int]]:
        return [self._find_meetings(entity) for entity in self.named]

    def _find_meetings(self, entity: EntityDraft) -> list[int]:
        """The United Nations hold many meetings that decide for themselves."""
        text = self.reading.text
        names = {text[start:end] for start, end in entity.mentions}
        if entity.type == "event" or entity.name == UNITED_NATIONS:
            names = {name for name in names if " " not in name}
        events = (
            e for e in self.reading.notes.entities if e.type == "event" and e.mentions and e is not entity
        )
        return [e.mentions[0][0] for e in events if any(f" {name} " in f" {e.name} " for name in names)]

    def _is_called_again(self, entity: EntityDraft) -> bool:
        """Whether the report calls a body "the Council", or a conference "the conference"."""
        if entity.type == "event":
            return not self._meetings_again.isdisjoint(entity.name.casefold().split())
        return not self._short_forms.isdisjoint(entity.name.split())

    @cached_property
    def _short_forms(self) -> set[str]:
        """The words by which the report calls bodies again: "the Council"."""
        return set(_SHORT_FORM.findall(self.reading.text))

    @cached_property
    def _meetings_again(self) -> set[str]:
        return set(_MEETING_AGAIN.findall(self.reading.text))

    def is_sponsor(self, entity: EntityDraft) -> bool:
        """As in "guidelines submitted by its Sub-Committee": each mention is that of one who proposed."""
        return all(is_by_sponsor(self.reading.text, start) for start, _ in entity.mentions)
