"""Which states and organizations signed a document or are party to it, as far as the text names them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.numbers import parse_number
from newsroom_enrich.components.resolutions.actors import LEADERS, MEMBERS, MINISTERS, is_body
from newsroom_enrich.components.resolutions.grammar import noun_phrase_end
from newsroom_enrich.components.resolutions.signers import listed_words, organizations

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.bodies import Bodies
    from newsroom_enrich.components.resolutions.reading import Reading

_MAX_COUNTED = 15
_MAX_BETWEEN = 6
_BETWEEN_REACH = 25
_BEHALF_REACH = 5
_SIGNATORIES = re.compile(r"\bsignator(?:y|ies)\b")
_PLUS = re.compile(r"\b(?:plus|joined by|along with|together with|as well as)\b")
_STATES_COUNTED = re.compile(r"\b(\w+) (?:countries|states|presidents|leaders|nations|sides)\b")
_AMONG_THEM = re.compile(r"\s*(?:Among them|They include|These include|The signatories)")
_LISTED = frozenset({"person", "country", "organization"})
_SIDES = MEMBERS | LEADERS | MINISTERS


@dataclass(frozen=True, slots=True)
class Parties:
    """Tells the parties of an act."""

    reading: Reading
    bodies: Bodies

    def parties_of(self, act: Act, body: str | None) -> tuple[str, ...]:
        """Canonical names in the order of the text. What a body adopts has no parties."""
        if not self._has_parties(act, body):
            return ()
        named = self._named(act)
        for phrase in act.phrases:
            named += self._between(phrase.start, act.verb.sent) or self._with(phrase)
        named += self._on_behalf(act)
        if act.action == "ratified" and not named:
            sentence = act.verb.sent
            named += [e.name for e in self.reading.entities_in(sentence.start, sentence.end, "country")]
        named = list(dict.fromkeys([*self._joined_by_others(act), *named]))
        if len(named) > 1 or (named and act.action == "signed"):
            return tuple(named)
        return tuple(self._counted(act) or named)

    def _has_parties(self, act: Act, body: str | None) -> bool:
        if act.action in {"rejected", "vetoed", "proposed"} or any(p.kind == "law" for p in act.phrases):
            return False
        of_states = act.action in {"signed", "agreed", "ratified"} or act.reason in {"joint", "issued"}
        return body is None or (of_states and act.reason != "thing")

    def _named(self, act: Act) -> list[str]:
        words = list(act.actors)
        listed = listed_words(self.reading, act)
        if self._may_go_on(act, listed):
            words = sorted({w.i: w for w in [*words, *listed]}.values(), key=_index)
        several = self._are_several(act, words)
        return [name for word in words for name in self._named_by(act, word, several=several)]

    def _are_several(self, act: Act, words: list[Token]) -> bool:
        """Whether the words name several sides; an organ and its organization are one."""
        if len(words) < 2:
            return False
        named = [entity for word in words if (entity := self.reading.entity_at(word)) is not None]
        others = {id(entity) for entity in named if entity.type != "organization"}
        return len(others) + len(organizations(self.reading, act)) > 1

    def _may_go_on(self, act: Act, listed: list[Token]) -> bool:
        """Whether the actors may be the first of a list that the syntax has lost."""
        named = [self.reading.entity_at(word) for word in act.actors]
        if not named or None in named:
            people = [word for word in listed if (e := self.reading.entity_at(word)) and e.type == "person"]
            return len(people) > 1 or (not named and len(listed) > 1)
        return any(entity is not None and entity.type in _LISTED for entity in named)

    def _named_by(self, act: Act, word: Token, *, several: bool) -> list[str]:
        """The parties that one head word of the actor names."""
        entity = self.reading.entity_at(word)
        if entity is None:
            return self._in_noun_phrase(word)
        if entity.type == "person":
            return (self._countries_of(entity) or self._beside(word))[:1]
        if entity.type == "country":
            return [entity.name]
        if entity.type == "place":  # "Ankara and Baghdad signed": capitals for their states
            entities = self.reading.notes.entities
            return [
                e.name for e in entities if e.type == "country" and e.country and e.country == entity.country
            ]
        if entity.type != "organization":
            return []
        if act.reason == "joint" or not is_body(entity):
            return [entity.name]
        if act.action == "ratified":
            return self._state_of(entity, word)
        # An organization that signs beside others is a party; one that acts alone is the body.
        together = act.reason == "issued" and len(organizations(self.reading, act)) > 1
        return [entity.name] if several and (together or act.action in {"signed", "agreed"}) else []

    def _beside(self, word: Token) -> list[str]:
        """As in "Mali's Assimi Goïta", "Abdourahamane Tiani of Niger": the country beside a name."""
        found = self.reading.entities_in(word.left_edge.i, noun_phrase_end(word), "country")
        return [entity.name for entity in found]

    def _in_noun_phrase(self, word: Token) -> list[str]:
        """As in "the foreign ministers of India and Japan", "its foreign minister"."""
        start, end = word.left_edge.i, noun_phrase_end(word)
        found = [entity.name for entity in self.reading.entities_in(start, end, "country")]
        if any(child.lower_ == "its" for child in word.lefts):
            before = self.reading.entities_in(word.sent.start, word.i, "country")
            found += [before[-1].name] if before else []
        if not found and any(child.lower_ == "their" for child in word.lefts):
            found += [e.name for e in self.reading.entities_in(word.sent.start, word.i, "country")]
        for person in self.reading.entities_in(start, end, "person"):
            found += self._countries_of(person)[:1]
        return found

    def _state_of(self, parliament: EntityDraft, word: Token) -> list[str]:
        """The country whose parliament it is."""
        found = self.reading.entities_in(word.left_edge.i, word.right_edge.i + 1, "country")
        if found and found[0].mentions[0][0] < word.idx:
            return [found[0].name]
        countries = [entity for entity in self.reading.notes.entities if entity.type == "country"]
        same = [e.name for e in countries if e.country is not None and e.country == parliament.country]
        return same[:1] or [e.name for e in countries if e.name in parliament.name][:1]

    def _countries_of(self, person: EntityDraft) -> list[str]:
        entities = self.reading.notes.entities
        known = {entity.name for entity in entities if entity.type in {"country", "organization"}}
        return [role.of for role in person.roles if role.of is not None and role.of in known]

    def _with(self, phrase: DocumentPhrase) -> list[str]:
        """As in "a memorandum with the United States"."""
        heads = [child for token in phrase.outer for child in self.reading.doc[token].rights]
        led = [
            child
            for child in heads
            if child.dep_ == "prep" and child.lower_ == "with" and self.reading.doc[child.i - 1].text != ","
        ]
        spans = [(inner.left_edge.i, noun_phrase_end(inner)) for child in led for inner in child.children]
        return [e.name for span in spans for e in self.reading.entities_in(*span, "country", "organization")]

    def _on_behalf(self, act: Act) -> list[str]:
        """As in "was signed on behalf of Senegal by its foreign minister"."""
        doc, sentence = self.reading.doc, act.verb.sent
        if act.action != "signed":
            return []
        found: list[str] = []
        for at in range(sentence.start, sentence.end - _BEHALF_REACH):
            if doc[at].lower_ == "behalf" and doc[at + 1].lower_ == "of":
                end = at + _BEHALF_REACH
                found += [e.name for e in self.reading.entities_in(at, end, "country", "organization")]
        return found

    def _between(self, start: int, sentence: Span) -> list[str]:
        """As in "commitments between the EU and Ukraine", behind a document."""
        doc = self.reading.doc
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
            if doc[i].text in {".", ";", ":"} or doc[i].pos_ in {"VERB", "AUX"}
        )
        found = self.reading.entities_in(at, next(ends, sentence.end), "country", "organization")
        return [entity.name for entity in found[:_MAX_BETWEEN]] if len(found) > 1 else []

    def _counted(self, act: Act) -> list[str]:
        """As in "the two countries", "the five presidents": as many as are said, in the order of the text."""
        number = self._number(act)
        if act.actors and act.action == "signed":
            signatories = self._signatories()
            if signatories and number in {None, len(signatories)}:
                return signatories
            if number is not None and (listed := self._among_them(act.verb.sent)):
                return listed
        if number is None or number == 2:
            return self._two_sides(act)
        return self._first_countries(act, number) if 2 < number <= _MAX_COUNTED else []

    def _joined_by_others(self, act: Act) -> list[str]:
        """As in "the eight countries plus Poland", "the eight, joined by Canada": those counted, and the
        rest.
        """
        before = self.reading.doc[act.verb.sent.start : act.verb.sent.end]
        added = _PLUS.search(before.text)
        number = self._number(act)
        if added is None or number is None or not 2 < number <= _MAX_COUNTED:
            return []
        at = before.start_char + added.start()
        counted = list(dict.fromkeys(n for start, n in self._countries() if start < at))[:number]
        rest = [n for start, n in self._countries() if at < start < act.verb.idx]
        return list(dict.fromkeys([*counted, *rest])) if len(counted) == number and rest else []

    def _number(self, act: Act) -> int | None:
        for word in act.actors:
            for token in self.reading.doc[word.left_edge.i : noun_phrase_end(word)]:
                if token.lower_ == "both":
                    return 2
                if token.pos_ == "NUM" and (number := parse_number(token.text)):
                    return number
        told = _STATES_COUNTED.search(act.verb.sent.text) if not act.actors else None
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

    def _first_countries(self, act: Act, number: int) -> list[str]:
        before = list(dict.fromkeys(name for start, name in self._countries() if start < act.verb.idx))
        if len(before) >= number:
            return before[:number]
        sentence = act.verb.sent
        end = self.reading.text.find("\n", sentence.end_char)
        behind = [
            n for start, n in self._countries() if sentence.start_char <= start and (end < 0 or start < end)
        ]
        named = list(dict.fromkeys(behind))
        return named if len(named) == number else []

    def _two_sides(self, act: Act) -> list[str]:
        """The two states of a bilateral meeting: those that the report names most, in the order of the
        text.
        """
        sides = [
            w for w in act.actors if w.lemma_.casefold() in _SIDES or w.lower_ in {"they", "two", "both"}
        ]
        if act.actors and (not sides or act.actors[0].tag_ in {"NN", "NNP"}):
            return []
        if self.bodies.main and not self.bodies.among_themselves(act):
            return []
        names = [name for _, name in self._countries()]
        top = {name for name, _ in Counter(names).most_common(2)}
        return [name for name in dict.fromkeys(names) if name in top] if len(top) == 2 else []

    def _countries(self) -> list[tuple[int, str]]:
        """Every mention of a country: its offset and name, in the order of the text."""
        entities = self.reading.notes.entities
        return sorted((start, e.name) for e in entities if e.type == "country" for start, _ in e.mentions)


def _index(token: Token) -> int:
    return token.i
