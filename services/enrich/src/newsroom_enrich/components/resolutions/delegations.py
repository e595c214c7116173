"""Which states sit at the table: by their leaders, or as the two sides of a visit."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

_HEAD = re.compile(
    r"^(?:\w+[ -])?(?:President|Prime Minister|Premier|Chancellor|King|Queen|Emir|Amir|Sultan|Crown Prince|"
    r"Head of (?:State|Government)|Supreme Leader|Taoiseach|Chairman of the Cabinet)\b",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"\b(?:vice|deputy|former|ex|then|late)\b", re.IGNORECASE)
_GUEST = re.compile(
    r"\b(?:guests?|observers?|invited|invitation|absent|stayed away|by video|dialogue partners?)\b",
    re.IGNORECASE,
)
_OF = re.compile(r",? (?:of|from) (?:the )?")
_MIN_LEADERS = 3


@dataclass
class Delegations:
    """The states of a meeting, as far as the report tells who came for them."""

    reading: Reading

    @cached_property
    def mentions(self) -> list[tuple[int, str]]:
        """Every mention of a country: its offset and name, in the order of the text."""
        entities = self.reading.notes.entities
        return sorted((start, e.name) for e in entities if e.type == "country" for start, _ in e.mentions)

    @cached_property
    def of_leaders(self) -> list[str]:
        """The countries whose heads of state or government the report names, guests left out.

        Empty where they are fewer than three: two leaders may be guests of a meeting of others.
        """
        states = {e.name for e in self.reading.notes.entities if e.type == "country"}
        people = [e for e in self.reading.notes.entities if e.type == "person" and e.mentions]
        found: list[str] = []
        for person in sorted(people, key=lambda entity: entity.mentions[0]):
            owners = [r.of for r in person.roles if r.of in states and _is_head(r.title)]
            if owners and not self._is_guest(person):
                found += [name for name in owners[:1] if name is not None]
        named = list(dict.fromkeys(found))
        return named if len(named) >= _MIN_LEADERS else []

    def listed_near(self, at: int) -> list[str]:
        """The states of the people in the paragraph of an offset, or else in the one behind or before, where
        it lists the leaders of several: "Then came Presidents A of Chile and B of Peru, and C of Cuba".
        """
        text = self.reading.text
        start = text.rfind("\n", 0, at) + 1
        end = _end_of_line(text, at)
        after = _end_of_line(text, end + len(text[end:]) - len(text[end:].lstrip()))
        before = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
        listed = (self._states_in(*reach) for reach in ((start, end), (end, after), (before, start)))
        return next((states for states in listed if len(states) >= _MIN_LEADERS), [])

    def _states_in(self, start: int, end: int) -> list[str]:
        found: list[tuple[int, str]] = []
        for person in self.reading.notes.entities:
            here = [mention for mention in person.mentions if start <= mention[0] < end]
            if person.type == "person" and here and not self._is_guest_at(here[0][0]):
                state = self._state_of(person)
                found += [(here[0][0], state)] if state is not None else []
        return list(dict.fromkeys(state for _, state in sorted(found)))

    def _state_of(self, person: EntityDraft) -> str | None:
        """The state of which somebody has an office, or that stands behind the name: "Modi of India"."""
        states = {e.name for e in self.reading.notes.entities if e.type == "country"}
        if owned := next((role.of for role in person.roles if role.of in states), None):
            return owned
        named = dict(self.mentions)
        behind = (_OF.match(self.reading.text, end) for _, end in person.mentions)
        return next((named[of.end()] for of in behind if of is not None and of.end() in named), None)

    def _is_guest(self, person: EntityDraft) -> bool:
        return self._is_guest_at(person.mentions[0][0])

    def _is_guest_at(self, at: int) -> bool:
        sentence = next((s for s in self.reading.sentences if s.start_char <= at < s.end_char), None)
        return sentence is not None and _GUEST.search(self.reading.words_of(sentence)) is not None

    def counted(self, number: int, before: int, sentence_start: int, sentence_end: int) -> list[str]:
        """As many countries as are said: those told so far, those of the paragraph, or of the leaders."""
        so_far = list(dict.fromkeys(name for start, name in self.mentions if start < before))
        if len(so_far) == number:
            return so_far
        end = self.reading.text.find("\n", sentence_end)
        behind = [n for start, n in self.mentions if sentence_start <= start and (end < 0 or start < end)]
        named = list(dict.fromkeys(behind))
        both = list(dict.fromkeys([*so_far, *named]))
        if number in {len(named), len(both)}:
            return named if len(named) == number else both
        groups = (self.listed_near(before), self.of_leaders, self.members, *self.lists)
        return next((group for group in groups if len(group) == number), so_far[:number])

    @cached_property
    def lists(self) -> list[list[str]]:
        """The countries of each sentence that names several, as it may name the members one by one."""
        found = (self.reading.entities_in(s.start, s.end, "country") for s in self.reading.sentences)
        return [[entity.name for entity in named] for named in found if len(named) >= _MIN_LEADERS]

    @cached_property
    def members(self) -> list[str]:
        """The countries of the report without those that it names only as guests or observers."""
        sentences = [s for s in self.reading.sentences if _GUEST.search(self.reading.words_of(s)) is None]
        spans = [(sentence.start_char, sentence.end_char) for sentence in sentences]
        at_table = [name for at, name in self.mentions if any(start <= at < end for start, end in spans)]
        return list(dict.fromkeys(at_table))

    def met(self, start: int, end: int) -> list[str]:
        """The states of the two people named in text[start:end]: "A stayed on to see B. The two signed"."""
        found = self._states_in(start, end)
        return found if len(found) == 2 else []

    def only_two(self) -> list[str]:
        """The two states of a report that names no third as often."""
        told = Counter(name for _, name in self.mentions).most_common(3)
        clear = len(told) == 2 or (len(told) > 2 and told[2][1] < told[1][1])
        return self.two() if clear else []

    def two(self) -> list[str]:
        """The two states that the report names most, in the order of the text."""
        names = [name for _, name in self.mentions]
        top = {name for name, _ in Counter(names).most_common(2)}
        return [name for name in dict.fromkeys(names) if name in top] if len(top) == 2 else []


def _is_head(title: str) -> bool:
    return _HEAD.search(title) is not None and _DEPUTY.search(title) is None


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
