"""Which body decided: the one that the words name, or the one in force where they say "the Council" or
"they".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.lexicon import singular
from newsroom_enrich.components.resolutions.acting import (
    are_its_members,
    are_parliaments,
    group_head,
    in_house,
    is_any,
    is_earlier,
)
from newsroom_enrich.components.resolutions.actors import (
    GENERIC,
    LEADERS,
    LEGISLATORS,
    LEGISLATURE,
    MEMBERS,
    MINISTERS,
    NATIONAL,
    belongs,
    can_decide,
    classify,
    is_body,
)
from newsroom_enrich.components.resolutions.among import STATES, among_themselves, by_states, has_sides
from newsroom_enrich.components.resolutions.candidates import JOINT_MEETING, UNITED_NATIONS
from newsroom_enrich.components.resolutions.grammar import noun_of, noun_phrase_end
from newsroom_enrich.components.resolutions.hosts import Hosts
from newsroom_enrich.components.resolutions.named_bodies import TREATY, UN_ORGANS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act

_SUMMIT_BODIES = re.compile(
    r"Supreme|Heads of State|Heads of Government|European Council|^Assembly of the|Summit"
)
_MINISTERIAL = re.compile(r"Minister|Council of the European Union")
_GATHERING = re.compile(r"Summit|Conference|Forum|Meeting")
_AT_SUMMIT = re.compile(r"\b[Aa]t (?:the|its|their) (?:[\w-]+ )?(?:summit|session|meeting)\b")


@dataclass
class Bodies(Hosts):
    """Tells the body of an act. Keeps the one of the last act, for "they" and "the leaders" of the next
    sentence.
    """

    last: str | None = None
    sides: tuple[str, ...] = ()  # who signed so far for themselves

    def body_of(self, act: Act) -> str | None:
        """The canonical name of the body that acted, or None where states or people acted for themselves."""
        return self._organ_of(self._body_of(act), act)

    def remember(self, act: Act, body: str | None) -> None:
        """Keep the body of an act that counts, for those behind it that name none."""
        if not is_earlier(act) and (act.mood != "planned" or self.last is None):
            self.last = self.last if self._is_told_in_passing(body) else body or self.last

    def _is_told_in_passing(self, body: str | None) -> bool:
        """As a parliament in a report on an assembly of many states, which has decided before; an organ of
        what the report is about is not.
        """
        if self.last is None or self.last != self.main:
            return False
        named = {entity.name: entity for entity in self.named}
        return not (body in named and self.last in named and belongs(named[body], named[self.last]))

    def _organ_of(self, name: str | None, act: Act) -> str | None:
        """The organ that acted where only the whole is told: the members of an organization or a treaty, or
        the United Nations, which decide through organs alone.
        """
        if name != UNITED_NATIONS:
            of_members = bool(act.actors) and singular(act.actors[0].lower_) in MEMBERS
            whole = of_members or (name is not None and TREATY.search(name) is not None)
            return self.main if whole and self.is_main_organ_of(name) else name
        symbols = self._by_symbol("assembly", act) or self._by_symbol("council", act)
        if act.action == "signed":
            return None
        organs = (e.name for e in (*self.nearest(act.verb.sent.end_char), *self.named))
        return symbols or next((organ for organ in organs if organ in UN_ORGANS), name)

    def _body_of(self, act: Act) -> str | None:
        sentence = act.verb.sent
        if act.action == "vetoed":
            return self._vetoed_in(act)
        if held := self._summit_of_several(act):
            return held
        if self.among_themselves(act) or by_states(self.reading, act) or self._is_by_no_body(act):
            return self._meeting_body(sentence) or self._summit_of_signers(act)
        named = next((name for word in act.actors if (name := self._named_by(word))), None)
        if named is not None:
            return named
        of_members = bool(act.actors) and noun_of(act.actors[0]) in MEMBERS
        if not act.actors or of_members:
            host = self._host(act) or self._opening(sentence, act) or self._to_meeting(act)
            if host is not None:
                return host
        if self._is_by_officials(act) or are_parliaments(act):
            return None
        if act.action == "signed" and of_members:
            meeting = self._meeting_body(sentence)
            if meeting is not None or (noun_of(act.actors[0]) in STATES and not are_its_members(act)):
                return meeting
        return self._in_force(act) if self._may_be_in_force(act) and not self.is_of_sides(act) else None

    def _is_by_no_body(self, act: Act) -> bool:
        """As in "Eni and Airbus signed": companies, banks and the like take part and do not preside."""
        named = [e for word in act.actors if (e := self.reading.entity_at(word)) is not None]
        signers = [e for e in named if e.type == "organization"]
        return act.action == "signed" and bool(signers) and not any(can_decide(e) for e in signers)

    def _may_be_in_force(self, act: Act) -> bool:
        """Not where a paper is to be signed, or sides are named, and nobody is said to act; nor where it is
        signed by companies, universities or services.
        """
        if act.action == "signed" and classify(self.reading, act) == "other":
            return False
        between = has_sides(self.reading, act)
        if act.action == "signed" and not act.actors:
            return not (between or act.mood == "planned")
        return not (between and act.action in {"signed", "agreed"})

    def is_of_sides(self, act: Act) -> bool:
        """Whether the body that the report is about has signed as one of several sides before, as it does at
        a summit with another.
        """
        at_its_summit = _AT_SUMMIT.search(self.reading.words_of(act.verb.sent)) is not None
        return act.action in {"signed", "agreed"} and self.main in self.sides and not at_its_summit

    def _is_by_officials(self, act: Act) -> bool:
        """Whether ministers, envoys or delegations sign for their states, as at the end of a visit."""
        if act.action not in {"signed", "agreed"} or not self.reading.is_visit or not act.actors:
            return False
        return noun_of(act.actors[0]) in MINISTERS | MEMBERS | LEADERS

    def _vetoed_in(self, act: Act) -> str | None:
        """The body whose draft was vetoed: the one named with the draft, else the one in force."""
        for phrase in act.phrases:
            if named := self.bodies_in(phrase.start, phrase.end):
                return named[0].name
        return self._host(act) or self.last or self.main

    def _opening(self, sentence: Span, act: Act) -> str | None:
        """As in "In the General Assembly, 187 countries voted": the body in the opening phrase."""
        first = next((token for token in sentence if not token.is_space), None)
        if first is None or first.lower_ not in {"in", "at", "before"}:
            return None
        comma = next((token.i for token in sentence if token.text == ","), act.verb.i)
        named = self.bodies_in(first.i, comma)
        return named[0].name if named else None

    def _named_by(self, word: Token) -> str | None:
        """The body that the actor's own words name: "the Council of X", "leaders of X", "X leaders"."""
        entity = self.reading.entity_at(word)
        if entity is not None:
            return entity.name if entity.type == "organization" and is_body(entity) else None
        told = self.reading.entities_in(word.left_edge.i, noun_phrase_end(word), "organization")
        named = next((e for e in told if is_body(e) and not self.is_of_agency(e, word.sent)), None)
        return self._of_group(word, named) if named else None

    def _of_group(self, word: Token, organization: EntityDraft) -> str:
        """Ministers of an organization act as its council of ministers, where the report names one."""
        lemma = noun_of(group_head(word))
        wanted = _MINISTERIAL if lemma in MINISTERS else _SUMMIT_BODIES if lemma in LEADERS else None
        if wanted is None or wanted.search(organization.name):
            return organization.name
        organs = (e.name for e in self.named if wanted.search(e.name) and belongs(e, organization))
        return next(organs, organization.name)

    def _summit_of_several(self, act: Act) -> str | None:
        """The named meeting that decided, where it is that of no single body: a joint summit."""
        for word in act.actors:
            event = self.reading.entity_at(word)
            if event is not None and event.type == "event" and _GATHERING.search(event.name):
                holders = [body for body in self.named if body.name in event.name]
                if len(holders) != 1 and not self._is_of_main(event.name):
                    return event.name
        return None

    def _is_of_main(self, meeting: str) -> bool:
        """As "the Samarkand Summit" in a report on one organization."""
        return self.main is not None and JOINT_MEETING.search(meeting) is None

    def _in_force(self, act: Act) -> str | None:
        """The body that "the Council", "ministers" or "they" means at this place."""
        word = noun_of(act.actors[0]) if act.actors else ""
        if act.actors and act.actors[0].lower_ == "it" and (before := self._subject_before(act)):
            return before
        if act.actors and is_any(act.actors[0]):
            return None
        if word in GENERIC and (found := self.called(word, act.verb.idx) or self._by_symbol(word, act)):
            return found
        if word in NATIONAL:
            return None
        if word in LEGISLATORS or (act.actors and act.actors[0].lower_ in LEGISLATORS) or in_house(act):
            nearest = self.nearest(act.verb.idx)
            houses = (e.name for e in (*nearest, *self.named) if LEGISLATURE.search(e.name))
            return next(houses, None if act.actors and self._is_national(act.actors[0]) else self.main)
        ministerial = (e.name for e in self.named if word in MINISTERS and _MINISTERIAL.search(e.name))
        return next(ministerial, None) or self.last or self.main

    def _is_national(self, word: Token) -> bool:
        """As in "Peru's parliament": that of a state, which no other body can be."""
        return bool(self.reading.entities_in(word.left_edge.i, word.i, "country"))

    def _subject_before(self, act: Act) -> str | None:
        """The body that is the subject of the sentence before: what "it" stands for."""
        before = self.reading.sentence_before(act.verb.sent)
        for token in before or ():
            entity = self.reading.entity_at(token)
            if (
                token.dep_ == "nsubj"
                and token.head.dep_ in {"ROOT", "conj"}
                and entity is not None
                and entity in self.named
            ):
                return entity.name
        return None

    def among_themselves(self, act: Act) -> bool:
        """Whether states or two sides act for themselves."""
        return among_themselves(self.reading, act)
