"""The states that words count or call by a pronoun: "the two countries", "the five presidents", "they"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.numbers import parse_number
from newsroom_enrich.components.resolutions.actors import LEADERS, MEMBERS, MINISTERS
from newsroom_enrich.components.resolutions.among import is_in_front_of_two
from newsroom_enrich.components.resolutions.grammar import noun_of, noun_phrase_end
from newsroom_enrich.components.resolutions.named_parties import NamedParties
from newsroom_enrich.components.resolutions.several import TOGETHER

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.bodies import Bodies

_MAX_COUNTED = 15
_MOST_OF_A_VISIT = 3  # a report on two states may name a third leader
_SIGNATORIES = re.compile(r"\bsignator(?:y|ies)\b")
_STATES_COUNTED = re.compile(
    r"\b(\w+) (?:member |participating )?(?:countries|states|presidents|leaders|nations|sides|delegations|"
    r"parties|governments|guarantors|heads|ministers|capitals|members)\b",
    re.IGNORECASE,
)
_BY_NUMBER = re.compile(r"\bby (?:all |the )+(\w+)(?= in\b| at\b| on\b|[,.;]|$)")
_AMONG_THEM = re.compile(r"\s*(?:Among them|They include|These include|The signatories)")
_ONE_MORE = ("a second ", "a third ", "another ", "a further ", "two more ", "two further ", "two other ")
_HEADS = frozenset("heads presidents premiers kings emirs sultans".split())
_GROUPS = frozenset({"leaders", "they"})
_SIDES = MEMBERS | LEADERS | MINISTERS


@dataclass
class CountedParties(NamedParties):
    """Reads the parties that one act counts. Keeps those told last, for "they" and for the treaty spoken of
    before.
    """

    bodies: Bodies
    told: tuple[str, ...] = ()

    def _counted(self, act: Act) -> list[str]:
        """As in "the two countries", "the five presidents": as many as are said; "they": as before."""
        number = self._number(act)
        if number is None and is_in_front_of_two(self.reading, act):
            number = 2
        if act.actors and act.action == "signed":
            signatories = self._signatories()
            if signatories and (number in {None, len(signatories)} or _is_crowd(number)):
                return signatories
            if number is not None and (listed := self._among_them(act.verb.sent)):
                return listed
        if number is not None and 2 < number <= _MAX_COUNTED:
            sentence = act.verb.sent
            return self.delegations.counted(number, act.verb.idx, sentence.start_char, sentence.end_char)
        if _is_crowd(number):
            return []
        if number is None and self._is_group(act) and len(self.told) > 2:
            return list(self.told)
        leaders = self._all_leaders(act) if number is None else []
        if len(leaders) > _MOST_OF_A_VISIT:
            return leaders
        return self._two_sides(act) or leaders

    def _is_group(self, act: Act) -> bool:
        """Whether "they", "the ministers", "the heads of state" act."""
        lemma = noun_of(act.actors[0]) if act.actors else ""
        return lemma in _SIDES | {"they", "we", "all"} and act.actors[0].tag_ not in {"NN", "NNP"}

    def _all_leaders(self, act: Act) -> list[str]:
        """The states whose leaders came, where "the leaders", "the presidents", "they" signed.

        Not all that are named at a large meeting have signed: the list nearest to the act tells who did.
        """
        of_states = act.action == "signed" or self.bodies.main is None
        if not of_states or not act.actors or act.actors[0].lower_ not in _HEADS | _GROUPS:
            return []
        word = act.actors[0]
        told = self.reading.entities_in(word.left_edge.i, noun_phrase_end(word), "organization")
        if told and act.action != "signed":
            return []
        listed = self.delegations.listed_near(act.verb.idx)
        return listed or (self.delegations.of_leaders if word.lower_ in _HEADS and not told else [])

    def _joined_by_others(self, act: Act) -> list[str]:
        """As in "the eight countries plus Poland", "the eight, joined by Canada": those counted, and the
        rest.
        """
        before = self.reading.doc[act.verb.sent.start : act.verb.sent.end]
        added = TOGETHER.search(before.text)
        number = self._number(act)
        if added is None or number is None or not 2 < number <= _MAX_COUNTED:
            return []
        at = before.start_char + added.start()
        so_far = dict.fromkeys(n for start, n in self.delegations.mentions if start < at)
        counted = list(self.told if len(self.told) == number else so_far)[:number]
        rest = [n for start, n in self.delegations.mentions if at < start < act.verb.idx]
        return list(dict.fromkeys([*counted, *rest])) if len(counted) == number and rest else []

    def _number(self, act: Act) -> int | None:
        for word in act.actors:
            for token in self.reading.doc[word.left_edge.i : noun_phrase_end(word)]:
                if token.lower_ == "both":
                    return 2
                if token.pos_ == "NUM" and (number := parse_number(token.text)):
                    return number
        if act.actors and act.actors[0].lower_ == "they":
            before = self.reading.sentence_before(act.verb.sent)
            return self._subjects_counted(before) if before is not None else None
        text = act.verb.sent.text if not act.actors else ""
        told = _STATES_COUNTED.search(text) or _BY_NUMBER.search(text)
        return parse_number(told[1]) if told else None

    def _subjects_counted(self, sentence: Span) -> int | None:
        """As many as the subject of a sentence says, which "they" of the next one stands for."""
        subject = next((t for t in sentence if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
        if subject is None:
            return None
        told = _STATES_COUNTED.search(self.reading.doc[subject.left_edge.i : noun_phrase_end(subject)].text)
        return parse_number(told[1]) if told else None

    def _signatories(self) -> list[str]:
        """As in "Besides X, the signatories were A (China), B (India)": the states of the people listed."""
        for sentence in self.reading.sentences:
            if _SIGNATORIES.search(sentence.text):
                found: list[str] = []
                for entity in self.reading.entities_in(sentence.start, sentence.end, "person", "country"):
                    found += self._countries_of(entity)[:1] if entity.type == "person" else [entity.name]
                return list(dict.fromkeys(found)) if len(found) > 1 else []
        return []

    def _among_them(self, sentence: Span) -> list[str]:
        """As in "Among them were A, B and C", right behind a number of signers."""
        following = self.reading.sentence_after(sentence)
        if following is None or not _AMONG_THEM.match(following.text):
            return []
        return [entity.name for entity in self.reading.entities_in(following.start, following.end, "country")]

    def _two_sides(self, act: Act) -> list[str]:
        """The two states of a bilateral meeting: those that the report names most, in the order of the
        text.
        """
        sides = [
            w
            for w in act.actors
            if noun_of(w) in _SIDES or w.lower_ in {"they", "two", "both", "men", "women"}
        ]
        if act.actors and (not sides or act.actors[0].tag_ in {"NN", "NNP"}):
            return []
        of_sides = self.bodies.is_of_sides(act) and (bool(act.actors) or self._is_one_more(act))
        if (
            self.bodies.main
            and not of_sides
            and not (self.bodies.among_themselves(act) or self.reading.is_visit)
        ):
            return []
        if act.action not in {"signed", "agreed", "ratified"} and not self._is_joint(act):
            return []
        if not act.actors and act.mood == "planned" and not (len(self.told) == 2 and self._is_one_more(act)):
            return []
        of_told = len(self.told) == 2 or (not act.actors and len(self.told) > 2)
        if of_told:
            return list(self.told)
        here, before = act.verb.sent, self.reading.sentence_before(act.verb.sent)
        start = (before or here).start_char
        first = self.reading.text.find("\n", self.reading.setting.head_end)
        met = self.delegations.met(start, act.verb.idx) or self.delegations.met(0, first)
        return met or self.delegations.two()

    def _is_one_more(self, act: Act) -> bool:
        """As in "A second memorandum, on energy, is to be signed in May"."""
        doc = self.reading.doc
        return any(f"{doc[p.start : p.head].text.casefold()} ".startswith(_ONE_MORE) for p in act.phrases)

    def _is_joint(self, act: Act) -> bool:
        """Whether two sides made a document together: "a joint statement", on a visit."""
        doc = self.reading.doc
        joint = any(t.lower_ == "joint" for phrase in act.phrases for t in doc[phrase.start : phrase.end])
        return joint or act.reason == "joint" or self.reading.is_visit or self._number(act) == 2


def _is_crowd(number: int | None) -> bool:
    """Whether so many are counted that those whom a report names are only some of them."""
    return number is not None and number > _MAX_COUNTED
