"""Which body decided: the one that the words name, or the one in force where they say "the Council" or
"they".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

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
    classify_word,
    is_body,
)
from newsroom_enrich.components.resolutions.grammar import noun_phrase_end
from newsroom_enrich.components.resolutions.signers import organizations

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

_SUMMIT_BODIES = re.compile(
    r"Supreme|Heads of State|Heads of Government|European Council|Assembly of the|Summit"
)
_MINISTERIAL = re.compile(r"Minister|Council of the European Union")
_ORGAN = re.compile(r"Council|Assembly|Parliament|Board|Conference|Committee|Congress")
_MEETING = r"(?:session|summit|meeting|sitting|conference|council|gathering|assembly)"
_NAMED_MEETING = re.compile(
    rf"{_MEETING} of (?:the )?$|^ (?:[\w-]+ )?{_MEETING}\b|^['’]s? (?:[\w-]+ ){{0,3}}{_MEETING}\b",
    re.IGNORECASE,
)
_AT_MEETING = re.compile(rf"\b(?:at|during|in) [^,;.]*{_MEETING} of (?:the )?$", re.IGNORECASE)
_GROUP_OF = re.compile(r"(?:leaders|ministers|heads of state) (?:of|from) (?:the )?$")
_GATHERING = re.compile(r"Summit|Conference|Forum|Meeting")
_JOINT_MEETING = re.compile(r"Joint|\w\s?[–-]\s?\w|\band\b")
_SIDES_REACH = 12
_LEAD_CHARACTERS = 500
_FIRST_SENTENCE_CHARACTERS = 250
_ENOUGH = 4  # the score of one mention in the lead with a sign of a meeting, or in the first sentence
_STATES = frozenset({"country", "state", "nation", "government"})
_SYMBOLS = {
    "S/": "United Nations Security Council",
    "A/HRC/": "United Nations Human Rights Council",
    "A/": "United Nations General Assembly",
    "E/": "United Nations Economic and Social Council",
}
_SPONSOR = re.compile(
    r"\b(?:on behalf of|(?:tabled|presented|sponsored|submitted|drafted|proposed|introduced|brought|led) by) "
    r"[^.;]{0,25}$",
    re.IGNORECASE,
)
_SHORT_FORM = re.compile(
    r"\b[Tt]he (Council|Assembly|Conference|Authority|Committee|Board|Parliament|Congress)\b(?! of)"
)
_HOSTING = frozenset("in at before by from within".split())


@dataclass
class Bodies:
    """Tells the body of an act. Keeps the one of the last act, for "they" and "the leaders" of the next
    sentence.
    """

    reading: Reading
    last: str | None = None

    def body_of(self, act: Act) -> str | None:
        """The canonical name of the body that acted, or None where states or people acted for themselves."""
        found = self._body_of(act)
        self.last = found or self.last
        return found

    def _body_of(self, act: Act) -> str | None:
        sentence = act.verb.sent
        if act.action == "vetoed":
            return self._vetoed_in(act)
        if self.among_themselves(act) or self._by_states(act):
            return self._meeting_body(sentence)
        if held := self._summit_of_several(act):
            return held
        named = next((name for word in act.actors if (name := self._named_by(word))), None)
        if named is not None:
            return named
        of_members = bool(act.actors) and act.actors[0].lemma_.casefold() in MEMBERS
        if not act.actors or of_members:
            host = self._host(act) or self._opening(sentence, act)
            if host is not None:
                return host
        if act.action == "signed" and of_members:
            meeting = self._meeting_body(sentence)
            if meeting is not None or act.actors[0].lemma_.casefold() in _STATES:
                return meeting
        if act.action == "signed" and not act.actors and (act.mood == "planned" or self._has_sides(act)):
            return None
        return self._in_force(act)

    def _by_states(self, act: Act) -> bool:
        """Whether states or persons act, and no body with them."""
        classes = [classify_word(self.reading, word) for word in act.actors]
        signing = act.action == "signed" and "country" in classes
        of_sides = act.action in {"signed", "agreed"} or act.reason == "issued"
        if of_sides and len(organizations(self.reading, act)) > 1:
            return True
        return (
            signing or classes.count("country") > 1 or bool(classes and classes[0] in {"country", "person"})
        )

    def among_themselves(self, act: Act) -> bool:
        """Ministers or envoys of states, or two sides, that sign for their states and not as a body."""
        if act.reason == "joint" or self._is_of_two_sides(act):
            return True
        if act.action not in {"signed", "agreed"} and act.reason != "issued":
            return False
        for word in act.actors:
            lemma = word.lemma_.casefold()
            words = {token.lower_ for token in self.reading.doc[word.left_edge.i : noun_phrase_end(word)]}
            numbered = any(child.pos_ == "NUM" for prep in word.rights for child in prep.children)
            if act.action == "signed" and lemma in _STATES and any(t.pos_ == "NUM" for t in word.lefts):
                return True
            if lemma in MINISTERS and (words & {"countries", "states", "nations"} or numbered):
                return True
            if words & {"two", "both"} and lemma in MEMBERS | LEADERS | MINISTERS:
                return True
        return False

    def _is_of_two_sides(self, act: Act) -> bool:
        """As in "At the end of the visit a joint statement was released"."""
        doc = self.reading.doc
        joint = any(
            token.lower_ == "joint" for phrase in act.phrases for token in doc[phrase.start : phrase.head]
        )
        return joint and not act.actors and self.reading.is_visit

    def _has_sides(self, act: Act) -> bool:
        """As in "the signing of the accord between Ethiopia and Somalia"."""
        doc = self.reading.doc
        for phrase in act.phrases:
            end = min(phrase.end + _SIDES_REACH, act.verb.sent.end)
            at = next((i for i in range(phrase.end, end) if doc[i].lower_ == "between"), None)
            if at is not None and len(self.reading.entities_in(at, end, "country")) > 1:
                return True
        return False

    def _vetoed_in(self, act: Act) -> str | None:
        """The body whose draft was vetoed: the one named with the draft, else the one in force."""
        for phrase in act.phrases:
            if named := self._bodies_in(phrase.start, phrase.end):
                return named[0].name
        return self._host(act) or self.last or self.main

    def _opening(self, sentence: Span, act: Act) -> str | None:
        """As in "In the General Assembly, 187 countries voted": the body in the opening phrase."""
        first = next((token for token in sentence if not token.is_space), None)
        if first is None or first.lower_ not in {"in", "at", "before"}:
            return None
        comma = next((token.i for token in sentence if token.text == ","), act.verb.i)
        named = self._bodies_in(first.i, comma)
        return named[0].name if named else None

    def _named_by(self, word: Token) -> str | None:
        """The body that the actor's own words name: "the Council of X", "leaders of X", "X leaders"."""
        entity = self.reading.entity_at(word)
        if entity is not None:
            return entity.name if entity.type == "organization" and is_body(entity) else None
        told = self.reading.entities_in(word.left_edge.i, noun_phrase_end(word), "organization")
        named = next((entity for entity in told if is_body(entity)), None)
        return self._of_group(word, named) if named else None

    def _of_group(self, word: Token, organization: EntityDraft) -> str:
        """Ministers of an organization act as its council of ministers, where the report names one."""
        lemma = word.lemma_.casefold()
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
        return self.main is not None and _JOINT_MEETING.search(meeting) is None

    def _host(self, act: Act) -> str | None:
        """The body in which a passive or an intransitive act happened: "was adopted in the Assembly"."""
        sentence = act.verb.sent
        here = self._bodies_in(sentence.start, sentence.end)
        for child in act.verb.children:
            greeted = child.lower_ == "by" and act.trigger.i != act.verb.i  # "the signing was hailed by"
            if child.dep_ in {"prep", "agent"} and child.lower_ in _HOSTING and not greeted:
                for inner in child.children:
                    for entity in self._bodies_in(inner.left_edge.i, noun_phrase_end(inner)):
                        if not any(other is not entity and belongs(other, entity) for other in here):
                            return entity.name
        for event in self.reading.entities_in(sentence.start, sentence.end, "event"):
            if held := next((body.name for body in self.named if body.name in event.name), None):
                return held
        if act.action in {"signed", "agreed"}:
            return None
        organs = [entity for entity in here if _ORGAN.search(entity.name)]
        return organs[0].name if len(organs) == 1 else None

    def _meeting_body(self, sentence: Span) -> str | None:
        """The body at whose meeting states signed: "44 countries signed it at a summit of the African
        Union".
        """
        text = self.reading.text
        for entity in self._bodies_in(sentence.start, sentence.end):
            for start, end in entity.mentions:
                inside = sentence.start_char <= start and end <= sentence.end_char
                if inside and _AT_MEETING.search(text[max(sentence.start_char, start - 90) : start]):
                    return entity.name
        return None

    def _in_force(self, act: Act) -> str | None:
        """The body that "the Council", "ministers" or "they" means at this place."""
        word = act.actors[0].lemma_.casefold() if act.actors else ""
        if act.actors and act.actors[0].lower_ == "it" and (before := self._subject_before(act)):
            return before
        if word in GENERIC and (found := self._called(word, act.verb.idx) or self._by_symbol(word, act)):
            return found
        if word in NATIONAL:
            return None
        if word in LEGISLATORS or (act.actors and act.actors[0].lower_ in LEGISLATORS):
            nearest = self._nearest(act.verb.idx)
            return next((e.name for e in nearest if LEGISLATURE.search(e.name)), self.main)
        ministerial = (e.name for e in self.named if word in MINISTERS and _MINISTERIAL.search(e.name))
        return next(ministerial, None) or self.last or self.main

    def _called(self, word: str, before: int) -> str | None:
        """The body with the word in its name: the main one, else the one named last."""
        pattern = re.compile(rf"\b{word.replace('organisation', 'organization')}\b", re.IGNORECASE)
        names = [self.main] if self.main else []
        names += [entity.name for entity in (*self._nearest(before), *self.named)]
        return next((n for n in names if pattern.search(n.replace("Organisation", "Organization"))), None)

    def _by_symbol(self, word: str, act: Act) -> str | None:
        """The organ of the United Nations that gives such symbols, where its name is not told."""
        symbols = [p.symbol for p in (*act.phrases, *self.reading.phrases) if p.symbol is not None]
        codes = [s.code or f"{'S' if '/' not in (s.number or '') else 'A'}/" for s in symbols]
        found = (name for code in codes for prefix, name in _SYMBOLS.items() if code.startswith(prefix))
        return next((name for name in found if word in name.casefold().split()), None)

    def _nearest(self, before: int) -> list[EntityDraft]:
        """The bodies named before an offset, the nearest first."""
        last = {
            id(e): max((start for start, _ in e.mentions if start <= before), default=-1) for e in self.named
        }
        return sorted((e for e in self.named if last[id(e)] >= 0), key=lambda e: -last[id(e)])

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

    def _bodies_in(self, start: int, end: int) -> list[EntityDraft]:
        return [
            entity for entity in self.reading.entities_in(start, end, "organization") if can_decide(entity)
        ]

    @cached_property
    def named(self) -> list[EntityDraft]:
        """The deciding bodies of the report in the order of their first mention."""
        entities = self.reading.notes.entities
        head = self.reading.setting.head_end  # an agency or a newsroom that signs the report
        found = [
            e
            for e in entities
            if e.type == "organization" and e.mentions and can_decide(e) and e.mentions[-1][0] >= head
        ]
        return sorted(found, key=lambda entity: entity.mentions[0])

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
        return leading[0] if leading else chosen.name

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
        return score

    @cached_property
    def _short_forms(self) -> set[str]:
        """The words by which the report calls bodies again: "the Council"."""
        return set(_SHORT_FORM.findall(self.reading.text))
