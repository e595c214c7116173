"""The states and organizations that the words of a sentence name as parties to a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.actors import (
    LEADERS,
    MEMBERS,
    MINISTERS,
    OF_A_STATE,
    OFFICIALS,
    can_decide,
    is_body,
)
from newsroom_enrich.components.resolutions.among import other_sides, speakers
from newsroom_enrich.components.resolutions.delegations import Delegations
from newsroom_enrich.components.resolutions.grammar import noun_of, noun_phrase_end
from newsroom_enrich.components.resolutions.principals import Principals
from newsroom_enrich.components.resolutions.represented import (
    for_whom,
    one_meant,
    party_to_it,
    signatures,
    together_with,
)
from newsroom_enrich.components.resolutions.several import is_joint, is_owner, sides_of
from newsroom_enrich.components.resolutions.sides import is_home_of_another, is_state, sides_in, sides_meant
from newsroom_enrich.components.resolutions.signers import (
    among_many,
    listed_words,
    named_before,
    organizations,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.act import Act

_MAX_BETWEEN = 6
_BETWEEN_REACH = 25
_HOME_REACH = 6
_TWO_BETWEEN = re.compile(
    r"^between (?:the )?(?:governments of )?(?:the )?(?:two|both|neighbou?rs|sides|countries)\b"
)
_MEETINGS = frozenset("summit session meeting conference forum headquarters gathering assembly".split())
_TOLD_ELSEWHERE = (for_whom, signatures, party_to_it, together_with, among_many)
_LISTED = frozenset({"person", "country", "organization"})
_GROUPS = frozenset(
    "rebel rebels group movement militia faction guerrilla guerrillas insurgent insurgents coalition "
    "alliance company corporation firm group giant maker consortium agency fund foundation university".split()
)
_SIDES = MEMBERS | LEADERS | MINISTERS


@dataclass
class NamedParties(Principals):
    """Reads the parties that one act names."""

    def __post_init__(self) -> None:
        self.delegations = Delegations(self.reading)

    def _stated(self, act: Act) -> list[str]:
        """Those that the words of the sentence name as parties."""
        named = self._named(act)
        for phrase in act.phrases:
            named += self._between(phrase, act.verb.sent) + self._in_name(phrase)
        named += [side.name for side in other_sides(self.reading, act)]
        return named + [name for told in _TOLD_ELSEWHERE for name in told(self.reading, act)]

    def _named(self, act: Act) -> list[str]:
        if act.actors and act.actors[0].lower_ == "we":
            people = speakers(self.reading, act)
            return [name for person in people for name in self._countries_of(person)[:1]]
        if meant := sides_meant(self.reading, act):
            return [side.name for side in meant]
        lost = named_before(self.reading, act)
        words = [word for word in act.actors if not (lost and self._is_unnamed_or_behind(act, word))]
        listed = [w for w in listed_words(self.reading, act) if not self._is_office(act, w)]
        if len(lost) > len(words) and all(word in lost for word in words):
            words = listed if set(lost) < set(listed) else lost
        elif self._may_go_on(act, listed):
            words = sorted({w.i: w for w in [*words, *listed]}.values(), key=_index)
        elif any(word in lost for word in words):  # "X of Peru and ministers from Chile and Cuba signed"
            words = sorted({w.i: w for w in [*words, *lost]}.values(), key=_index)
        words = [w for w in words if not self._is_home(act, w)]
        several = self._are_several(act, words)
        return [name for word in words for name in self._named_by(act, word, several=several)]

    def _is_unnamed_or_behind(self, act: Act, word: Token) -> bool:
        """Whether an actor is none, since others are named right before the verb."""
        return word.i > act.verb.i or self.reading.entity_at(word) is None

    def _is_home(self, act: Act, word: Token) -> bool:
        """As "Turkish" in "Turkish maker Acme and Fiji's Tuna Ltd signed": where a company is from."""
        entity = self.reading.entity_at(word)
        before_noun = word.pos_ == "ADJ" or (word.i + 1 < act.verb.i and word.nbor().tag_ == "POS")
        if entity is None or entity.type != "country" or not before_noun:
            return False
        behind = self.reading.named_in(word.i + 1, min(word.i + _HOME_REACH, act.verb.i))
        if act.action == "signed" and is_home_of_another(self.reading, word):
            return True
        return next((e.type == "organization" and not can_decide(e) for _, e in behind), False)

    def _is_office(self, act: Act, word: Token) -> bool:
        """As "the European Council" in "the President of the European Council, Charles Michel"."""
        people = any((e := self.reading.entity_at(a)) is not None and e.type == "person" for a in act.actors)
        if not people or not self.reading.is_organization(word):
            return False
        start = word.i
        while start and self.reading.entity_at(word.doc[start - 1]) is self.reading.entity_at(word):
            start -= 1
        return is_owner(self.reading, word) or word.doc[start - 1].tag_ == "POS"

    def _are_several(self, act: Act, words: list[Token]) -> bool:
        """Whether the words name several sides; an organ and its organization are one."""
        if len(words) < 2:
            return False
        named = [entity for word in words if (entity := self.reading.entity_at(word)) is not None]
        others = {id(entity) for entity in named if entity.type != "organization"}
        companies = {id(e) for e in named if e.type == "organization" and not is_body(e)}
        bodies = max(len(organizations(self.reading, act)) + len(companies), len(named) > len(others))
        states = sum(self._is_of_state(word) for word in words)  # "the Peruvian government"
        return len(others) + bodies + states > 1

    def _is_of_state(self, word: Token) -> bool:
        """As in "the Peruvian government": a state, by a noun."""
        if self.reading.entity_at(word) is not None or noun_of(word) not in OF_A_STATE:
            return False
        return bool(self.reading.entities_in(word.left_edge.i, noun_phrase_end(word), "country"))

    def _may_go_on(self, act: Act, listed: list[Token]) -> bool:
        """Whether the actors may be the first of a list that the syntax has lost."""
        named = [self.reading.entity_at(word) for word in act.actors]
        if not named or None in named:
            people = [word for word in listed if (e := self.reading.entity_at(word)) and e.type == "person"]
            of_state = any(noun_of(word) in OF_A_STATE | {"ministry", "treasury"} for word in act.actors)
            return len(people) > 1 or ((not named or of_state) and len(listed) > 1)
        return any(entity is not None and entity.type in _LISTED for entity in named)

    def _named_by(self, act: Act, word: Token, *, several: bool) -> list[str]:
        """The parties that one head word of the actor names."""
        entity = self.reading.entity_at(word)
        if entity is None and word.lower_ in {"he", "she"} and len(act.actors) > 1:
            return self._of_pronoun(act, word)
        if entity is None and other_sides(self.reading, act) and (meant := one_meant(self.reading, word)):
            return meant
        if entity is None:
            return self._in_noun_phrase(word)
        if entity.type == "person":
            return (self._countries_of(entity) or self._beside(word))[:1]
        if is_state(entity):
            return [entity.name]
        if entity.type == "place":  # "Ankara and Baghdad signed": capitals for their states
            return self._state_of_city(entity)
        if entity.type != "organization" or self._is_of_meeting(word):
            return []
        if (
            act.reason == "joint"
            or not is_body(entity)
            or (act.action == "signed" and not can_decide(entity))
        ):
            return [entity.name]
        if act.action == "ratified":
            return self._state_of(entity, word)
        # An organization that signs beside others is a party; one that acts alone is the body.
        together = act.reason == "issued" or is_joint(self.reading, act)
        of_sides = act.action in {"signed", "agreed"}
        with_another = of_sides and (several or bool(other_sides(self.reading, act)))
        return [entity.name] if with_another or (several and together) else []

    def _of_pronoun(self, act: Act, word: Token) -> list[str]:
        """As in "he and Eva Vela signed": the state of who was named last before."""
        beside = [self.reading.entity_at(other) for other in act.actors]
        people = (e for e in self.reading.notes.entities if e.type == "person" and e not in beside)
        before = [(start, person) for person in people for start, _ in person.mentions if start < word.idx]
        return self._countries_of(max(before, key=_offset)[1])[:1] if before else []

    def _is_of_meeting(self, word: Token) -> bool:
        """As "African Union" in "On the sidelines of the African Union summit, Kenya and Mali signed"."""
        following = word.doc[word.i + 1] if word.i + 1 < word.sent.end else word
        return following.lower_ in _MEETINGS

    def _beside(self, word: Token) -> list[str]:
        """As in "Mali's Assimi Goïta", "Abdourahamane Tiani of Niger": the country beside a name."""
        found = self.reading.entities_in(word.left_edge.i, noun_phrase_end(word), "country")
        return [entity.name for entity in found]

    def _in_noun_phrase(self, word: Token) -> list[str]:
        """As in "the foreign ministers of India and Japan", "its foreign minister"."""
        if word.pos_ == "PROPN" and not {noun_of(word), word.lower_} & (_SIDES | OFFICIALS):
            return []  # a company that is not known: "Turkish drone maker Baykar"
        start, end = word.left_edge.i, noun_phrase_end(word)
        found = [entity.name for entity in self.reading.entities_in(start, end, "country")]
        if sides := sides_of(self.reading, word):
            return sides
        if any(child.lower_ == "its" for child in word.lefts):
            before = self.reading.entities_in(word.sent.start, word.i, "country")
            found += [before[-1].name] if before else []
        if not found and any(child.lower_ == "their" for child in word.lefts):
            found += [e.name for e in self.reading.entities_in(word.sent.start, word.i, "country")]
        for person in self.reading.entities_in(start, end, "person"):
            found += self._countries_of(person)[:1]
        return found or self._called(word)

    def _called(self, word: Token) -> list[str]:
        """As in "the M23 rebels", "the Acme company": those whose name stands before what they are."""
        if noun_of(word) not in _GROUPS or not word.i:
            return []
        entity = self.reading.entity_at(word.nbor(-1))
        return [entity.name] if entity is not None and entity.type == "organization" else []

    def _between(self, phrase: DocumentPhrase, sentence: Span) -> list[str]:
        """As in "commitments between the EU and Ukraine", behind a document."""
        doc, start = self.reading.doc, phrase.start
        at = next(
            (
                i
                for i in range(start, min(start + _BETWEEN_REACH, sentence.end))
                if doc[i].lower_ == "between"
            ),
            None,
        )
        if at is None:
            return []
        ends = (
            i
            for i in range(at, sentence.end)
            if doc[i].text in {".", ";", ":"} or doc[i].pos_ in {"VERB", "AUX"} or self._opens_next(phrase, i)
        )
        end = next(ends, sentence.end)
        found = sides_in(self.reading, at, end)
        if not found and _TWO_BETWEEN.search(doc[at:end].text):
            return self.delegations.two()
        return [entity.name for entity in found[:_MAX_BETWEEN]] if len(found) > 1 else []

    def _in_name(self, phrase: DocumentPhrase) -> list[str]:
        """As in "the Peru-India trade agreement", "Finland's accession protocol"."""
        words = self.reading.doc[phrase.start : phrase.head]
        found = [e.name for e in self.reading.entities_in(words.start, words.end, "country")]
        return found if len(found) > 1 or "accession" in words.text else []

    def _opens_next(self, phrase: DocumentPhrase, at: int) -> bool:
        """Whether the next document of a list stands here: "as well as the Treaty on the border"."""
        return any(other is not phrase for other in self.reading.phrases_in(max(at, phrase.end), at + 1))


def _offset(named: tuple[int, EntityDraft]) -> int:
    return named[0]


def _index(token: Token) -> int:
    return token.i
