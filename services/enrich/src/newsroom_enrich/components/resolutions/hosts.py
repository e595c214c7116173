"""The body at whose session something was done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.numbers import parse_number
from newsroom_enrich.components.resolutions.actors import MINISTERS, belongs, is_legislature
from newsroom_enrich.components.resolutions.among import STATES, other_sides
from newsroom_enrich.components.resolutions.grammar import noun_of, noun_phrase_end
from newsroom_enrich.components.resolutions.named_bodies import NamedBodies

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.components.resolutions.act import Act

_MEETING = r"(?:session|summit|meeting|sitting|conference|council|gathering|assembly)"
_AT_MEETING = re.compile(rf"\b(?:at|during|in) [^,;.]*{_MEETING} (?:of|that|which) (?:the )?$", re.IGNORECASE)
_TO_MEETING = re.compile(rf"\b(?:at|to|before) [^,;.]*{_MEETING} of (?:the )?$", re.IGNORECASE)
_ON_MARGINS = re.compile(r"\b(?:sidelines?|margins?|trilateral)\b")
_MANY_STATES = 4
_HOSTING = frozenset("in at before by from within".split())
_ORGAN = re.compile(r"Council|Assembly|Parliament|Board|Conference|Committee|Congress|Synod|Plenary")


@dataclass
class Hosts(NamedBodies):
    """Tells in which body, and at whose meeting, a sentence says that it was."""

    def _host(self, act: Act) -> str | None:
        """The body in which a passive or an intransitive act happened: "was adopted in the Assembly"."""
        sentence = act.verb.sent
        here = self.bodies_in(sentence.start, sentence.end)
        if (at := self._at_which(act)) is not None:
            return at
        for child in act.verb.children:
            greeted = child.lower_ == "by" and act.trigger.i != act.verb.i  # "the signing was hailed by"
            if child.dep_ in {"prep", "agent"} and child.lower_ in _HOSTING and not greeted:
                for inner in child.children:
                    for entity in self.bodies_in(inner.left_edge.i, noun_phrase_end(inner)):
                        if not any(other is not entity and belongs(other, entity) for other in here):
                            return entity.name
        for event in self.reading.entities_in(sentence.start, sentence.end, "event"):
            if held := self.held_by(event):
                return held
        if act.action in {"signed", "agreed"}:
            return None
        organs = [e for e in here if _ORGAN.search(e.name) and not self.is_sponsor(e)]
        return organs[0].name if len(organs) == 1 else None

    def _at_which(self, act: Act) -> str | None:
        """As in "the Mekong Summit, at which a plan will be adopted": the body before the pronoun."""
        verb = act.verb
        pronoun = next(
            (t for t in verb.doc[verb.left_edge.i : verb.i] if t.lower_ in {"which", "where"}), None
        )
        if verb.dep_ != "relcl" or pronoun is None:
            return None
        named = self.bodies_in(verb.head.left_edge.i, pronoun.i)
        return named[0].name if named else None

    def _meeting_body(self, sentence: Span, *, coming: bool = False) -> str | None:
        """The body at whose meeting states signed: "44 countries signed it at a summit of the African
        Union"; if `coming`, also the one to which a paper goes: "to the next meeting of the Council".
        """
        told = _TO_MEETING if coming else _AT_MEETING
        text = self.reading.text
        for entity in self.bodies_in(sentence.start, sentence.end):
            for start, end in entity.mentions:
                inside = sentence.start_char <= start and end <= sentence.end_char
                if inside and told.search(text[max(sentence.start_char, start - 90) : start]):
                    return entity.name
        return None

    def _to_meeting(self, act: Act) -> str | None:
        """As in "A draft is to be submitted to the next meeting of the Council"."""
        return self._meeting_body(act.verb.sent, coming=True) if act.mood == "planned" else None

    def _summit_of_signers(self, act: Act) -> str | None:
        """As in "The summit of the X ended. A, B, C and D signed a charter": many states, at its summit;
        ministers sign on the margins of a meeting of leaders.
        """
        ministers = (word for word in act.actors if noun_of(word) in MINISTERS)
        of_ministers = any(word.i == 0 or word.nbor(-1).lower_ != "prime" for word in ministers)
        aside = of_ministers or _ON_MARGINS.search(act.verb.sent.text) or other_sides(self.reading, act)
        if act.action != "signed" or aside or is_legislature(self.main) or not self._are_many(act):
            return None
        return self.main if self.is_in_session else None

    def _are_many(self, act: Act) -> bool:
        """Whether the sentence names or counts many states, or people of many, as those who sign."""
        sentence = act.verb.sent
        if any(_are_counted(word) for word in act.actors):
            return True
        end = sentence.end if act.passive else act.verb.i
        named = self.reading.entities_in(sentence.start, end, "country", "person")
        owners = {role.of for e in named if e.type == "person" for role in e.roles[:1]}
        return len({e.name for e in named if e.type == "country"} | owners) >= _MANY_STATES


def _are_counted(word: Token) -> bool:
    """As in "the seven countries", "more than 40 states"."""
    if noun_of(word) not in STATES:
        return False
    return any((parse_number(t.text) or 0) >= _MANY_STATES for t in word.lefts if t.pos_ == "NUM")
