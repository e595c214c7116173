"""The bodies that a report names, and the one that it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.resolutions.actors import belongs
from newsroom_enrich.components.resolutions.candidates import NUMBERED, ORGAN, UNITED_NATIONS, Candidates
from newsroom_enrich.components.resolutions.leads import gathers_region, meets_others

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act

_MEETING = r"(?:session|summit|meeting|sitting|conference|council|gathering|assembly)"
_NAMED_MEETING = re.compile(
    rf"{_MEETING} of (?:the )?$|^ (?:[\w-]+ )?{_MEETING}\b|^['’]s? (?:[\w-]+ ){{0,3}}{_MEETING}\b",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:presidents?|secretar(?:y|ies)[- ]general|chiefs?|heads?|envoys?|ambassadors?|commissioners?|"
    r"directors?|spokes\w+|officials?|high representative|chair(?:man|woman|person)?)\b"
)
_OFFICE_BEHIND = re.compile(rf"(?:['’]s?)? (?:[a-z-]+ ){{0,2}}{_OFFICE}", re.IGNORECASE)
_OFFICE_BEFORE = re.compile(
    rf"{_OFFICE} (?:of|for|to) (?:the )?(?:(?:[A-Z][\w-]+ )+and (?:the )?)?$", re.IGNORECASE
)
# Before a body these tell of who belongs to it, and of other times than now.
_ASIDE = re.compile(
    r"\b(?:join(?:ing|ed|s)?|path (?:in)?to|accession to|bid for|membership (?:of|in)|(?:only|a) member of|"
    r"(?:pull|walk)(?:ed|ing)? out of|before|ahead of|"
    r"(?:refer|report|complain|appeal)(?:s|red|ed|ring|ing)?(?: [\w’'-]+){0,4} to) (?:the )?(?:UN |U\.N\. )?$"
)
# As in "the UN nuclear watchdog", "the EU's border agency".
_AGENCY_BEHIND = re.compile(
    r"(?:['’]s?)? (?:[a-z-]+ ){0,3}(?:agency|watchdog|body|arm|panel|mission|force)\b"
)
_REACH = 60
TREATY = re.compile(r"\b(?:Convention|Treaty|Protocol)\b")
_GROUP_OF = re.compile(
    r"(?:leaders|ministers|heads of state|members|member (?:states|countries)) (?:of|from) (?:the )?$",
    re.IGNORECASE,
)
_OF_LEADERS = re.compile(r"Heads of (?:State|Government)|^Supreme")
_BODY_OF_LEADERS = re.compile(r"^European Council$|Heads of (?:State|Government)")
_LEADERS_MET = re.compile(r"\bthe (?:\w+ |EU )?leaders\b")
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
_SHORT_FORM = re.compile(
    r"\b[Tt]he (Council|Assembly|Conference|Authority|Committee|Board|Parliament|Congress|Synod|Senate|"
    r"Commission|League|Union|Cabinet|House|Duma|Rada)\b(?! of)"
)
_MEETING_AGAIN = re.compile(r"\b[Tt]he (conference|summit|congress|forum|ministerial|assembly|convention)\b")


@dataclass
class NamedBodies(Candidates):
    """The bodies of one report, and the one that it is about."""

    @cached_property
    def main(self) -> str | None:
        """The body that the report is about: whose meeting it is, else the one that is named most in the
        lead.

        An organ goes before the organization that it is part of, when the lead names both.
        """
        ranked = [
            (-self._score(entity), entity.mentions[0][0], i)
            for i, entity in enumerate(self.named)
            if not self._is_only_owner(entity)
        ]
        score, first, index = min(ranked, default=(0, _LEAD_CHARACTERS, 0))
        if -score < _ENOUGH and first >= _LEAD_CHARACTERS:
            return next((e.name for e in self.organizations if gathers_region(self.reading.text, e)), None)
        chosen = self.named[index]
        if meets_others(self.reading.text, chosen):
            return None
        organs = [e for e in self.named if e is not chosen and ORGAN.search(e.name) and belongs(e, chosen)]
        organs = [] if _is_organ(chosen) else [e for e in organs if not self._is_only_owner(e)]
        leading = [e.name for e in organs if e.mentions[0][0] < _LEAD_CHARACTERS]
        leading += [e.name for e in organs if TREATY.search(chosen.name) or e.name in self._in_session]
        leading += [e.name for e in organs if _OF_LEADERS.search(e.name) and self._leaders_met(chosen)]
        return leading[0] if leading else chosen.name

    @cached_property
    def is_in_session(self) -> bool:
        """Whether the report tells of a meeting of the body that it is about."""
        main = next((e for e in self.named if e.name == self.main), None)
        if main is None:
            return False
        if main.type == "event" or _is_organ(main) or self._meetings_of(main) or self._leaders_met(main):
            return True
        text = self.reading.text
        reach = ((text[max(0, start - 40) : start], text[end : end + 30]) for start, end in main.mentions)
        return any(_NAMED_MEETING.search(before) or _NAMED_MEETING.search(after) for before, after in reach)

    def is_main_organ_of(self, whole: str | None) -> bool:
        """Whether the report is about an organ of an organization."""
        named = {entity.name: entity for entity in self.named}
        if self.main is None or self.main not in named or whole not in named or whole == self.main:
            return False
        return ORGAN.search(self.main) is not None and belongs(named[self.main], named[whole])

    def _is_only_owner(self, entity: EntityDraft) -> bool:
        """Whether a body is named only to tell whose president or envoy somebody is; that of the leaders is
        not where the lead tells that they met.
        """
        if _BODY_OF_LEADERS.search(entity.name) and _LEADERS_MET.search(self.reading.text[:_LEAD_CHARACTERS]):
            return False
        return all(self._is_owner(start, end) for start, end in entity.mentions)

    def _is_owner(self, start: int, end: int) -> bool:
        """As in "the EU's foreign policy chief", "presidents of the Council and the Commission"."""
        text = self.reading.text
        before = _OFFICE_BEFORE.search(text, max(0, start - _REACH), start)
        return before is not None or _OFFICE_BEHIND.match(text, end) is not None

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

    def _score(self, entity: EntityDraft) -> int:
        text = self.reading.text
        told = [(start, end) for start, end in entity.mentions if not self._is_aside(start, end)]
        score = 4 if told and told[0][0] < _FIRST_SENTENCE_CHARACTERS else 0
        score += 4 if self._is_called_again(entity) else 0
        for start, end in told:
            before, after = text[max(0, start - 40) : start], text[end : end + 30]
            score += 3 if start < _LEAD_CHARACTERS else 1
            score += 4 if _NAMED_MEETING.search(before) or _NAMED_MEETING.search(after) else 0
            score += 3 if start < _LEAD_CHARACTERS and _GROUP_OF.search(before) else 0
        return score + self._meetings_of(entity)

    def _is_aside(self, start: int, end: int) -> bool:
        """Whether a mention tells of a sponsor, a candidate or another time, is an acronym in brackets, or
        says whose agency another body is.
        """
        before = self.reading.text[max(0, start - 40) : start]
        told = (
            _SPONSOR.search(before) or _ASIDE.search(before) or _AGENCY_BEHIND.match(self.reading.text, end)
        )
        return told is not None or before.endswith("(")

    def is_of_agency(self, entity: EntityDraft, sentence: Span) -> bool:
        """As the UN in "governors of the UN nuclear watchdog": another body is meant."""
        here = [end for start, end in entity.mentions if sentence.start_char <= start < sentence.end_char]
        return bool(here) and all(_AGENCY_BEHIND.match(self.reading.text, end) for end in here)

    def _meetings_of(self, entity: EntityDraft) -> int:
        """As "the 18th Saarc Summit", "the 44th Pacific Islands Forum" in the lead: the meetings that have
        the name of the body. The United Nations hold many that decide for themselves.
        """
        text = self.reading.text
        names = {text[start:end] for start, end in entity.mentions}
        if entity.type == "event" or entity.name == UNITED_NATIONS:
            names = {name for name in names if " " not in name}
        events = (e for e in self.reading.notes.entities if e.type == "event" and e.mentions)
        leading = [f" {e.name} " for e in events if e.mentions[0][0] < _LEAD_CHARACTERS]
        return 2 * _ENOUGH * any(f" {name} " in meeting for name in names for meeting in leading)

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

    def is_sponsor(self, entity: EntityDraft) -> bool:
        """As in "guidelines submitted by its Sub-Committee": each mention is that of one who proposed."""
        text = self.reading.text
        return all(_SPONSOR.search(text[max(0, start - 40) : start]) for start, _ in entity.mentions)


def _is_organ(entity: EntityDraft) -> bool:
    """Whether a body is an organ of another; the Gulf Cooperation Council is none."""
    known = knowledge.bodies().get(entity.name)
    whole = known is not None and known.kind == "intergovernmental"
    return ORGAN.search(entity.name) is not None and not whole
