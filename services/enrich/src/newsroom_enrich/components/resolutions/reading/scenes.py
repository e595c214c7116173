"""The cities in which sentences say that something takes place."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.dates.component import published_of
from newsroom_enrich.components.resolutions.grammar import carrying_verb, climb, subject
from newsroom_enrich.components.resolutions.reading.dates import DatesReading
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft

LEAD_SENTENCES = 4
_DAY = len("2025-01-31")
_NEWS_DAYS = 7
_CITY_WORDS = frozenset("the capital city resort port town of".split())
_CITY_NOUNS = frozenset("capital city resort port town".split())
_ARRIVES = frozenset(
    "arrive land fly come travel gather meet assemble convene sit open close end conclude".split()
)
# What cities do with meetings, and people with the city in which they met.
_OF_HOSTS = frozenset("host see witness welcome".split())
_MEETING = frozenset(
    "summit meeting session conference gathering forum talks congress plenary sitting ceremony".split()
)
# Bodies that are themselves a gathering: "the European Council in Brussels".
_GATHERED = re.compile(r"\b(?:Council|Summit|Conference|Forum|Assembly|Congress|Session|Meeting)\b")
_OF_PEOPLE = frozenset(
    "hold sign adopt attend speak wind begin start chair take negotiate agree preside seal vote be "
    "bring keep".split()
).union(_ARRIVES, _OF_HOSTS)
_VISITS = frozenset({"visit", "trip"})
_DESCRIBE = frozenset({"ADJ", "NOUN", "PROPN", "PART"})
_MEETING_REACH = 4
_TIMES_REACH = 3
_ENDS_NAME = frozenset("VERB AUX ADP CCONJ PUNCT".split())
_OTHER_TIMES = frozenset("ahead before after since following until next last previous like than".split())
_WILL = frozenset({"will", "shall", "to"})


class ScenesReading(DatesReading):
    """A report whose cities are indexed for questions about sentences."""

    def cities_in(self, sentence: Span, *, coming: bool = True) -> list[str]:
        """The cities in which a sentence says that something takes place: "meeting in Paris", "the Paris
        summit"; those of what is to come only if `coming`.
        """
        found: list[str] = []
        for token, entity in self.named_in(sentence.start, sentence.end, "place"):
            if entity.name in found or self.is_inside_document(token):
                continue
            if self._is_scene(token, entity) and (coming or not self._is_to_come(token)):
                found.append(entity.name)
        return found

    @cached_property
    def cities_in_lead(self) -> list[str]:
        """The cities in which the first sentences say that something took place."""
        lead = self.prose[:LEAD_SENTENCES]
        return list(dict.fromkeys(city for told in lead for city in self.cities_of_meetings(told)))

    def _is_scene(self, token: Token, entity: EntityDraft) -> bool:
        lead = self._lead_of(token) if token.i else token
        known = knowledge.place_by_name().get(fold(entity.name))
        named_city = any(word.lower_ in _CITY_NOUNS for word in self.doc[lead.i : token.i])
        of_city = named_city or (entity.country is not None if known is None else known.kind == "city")
        if not of_city:
            return False
        if self._is_of_meeting(token, entity) or self._is_host(token):
            return True
        if self._is_visited(lead):
            return True
        led = token.i > 0 and lead.lower_ == "in" and not self._is_of_offices_there(lead)
        return (led and not self._is_in_aside(token)) or self._met_at_city(token, lead)

    def cities_of_meetings(self, sentence: Span) -> list[str]:
        """The cities in which a sentence says that people met, signed or spoke, and not that a thing is."""
        found: list[str] = []
        cities = self.cities_in(sentence, coming=False)
        for token, entity in self.named_in(sentence.start, sentence.end, "place"):
            if entity.name not in cities or entity.name in found:
                continue
            verb = carrying_verb(token)
            met = verb is not None and verb.lemma_ in _OF_PEOPLE
            nouns = {head.lemma_ for head in climb(token)} & _MEETING
            if met or nouns or self._names_meeting(token, entity) or self._is_host(token):
                found.append(entity.name)
        return found

    def hosts_in(self, sentence: Span) -> list[str]:
        """The cities of meetings that a sentence names, at whatever time: "ahead of the Oslo summit"."""
        told = [
            entity.name
            for token, entity in self.named_in(sentence.start, sentence.end, "place")
            if self._names_meeting(token, entity)
            or self._is_host(token)
            or self._is_visited(self._lead_of(token))
        ]
        return list(dict.fromkeys(told))

    def _met_at_city(self, token: Token, lead: Token) -> bool:
        """As in "which ended at Rambouillet"."""
        verb = carrying_verb(token) if lead.lower_ == "at" else None
        return verb is not None and verb.lemma_ in _ARRIVES and lead.head.i == verb.i

    def _is_visited(self, lead: Token) -> bool:
        """As in "during the premier's visit to Berlin", not in "after his visit to Berlin"."""
        if lead.lower_ != "to" or lead.head.lemma_ not in _VISITS:
            return False
        before = self.doc[max(lead.sent.start, lead.head.left_edge.i - 1) : lead.i]
        return not any(word.lower_ in _OTHER_TIMES for word in before)

    def _is_of_offices_there(self, preposition: Token) -> bool:
        """As in "the UN Office in Geneva", not in "the European Council in Brussels"."""
        entity = self.entity_at(preposition.head)
        named = entity is not None and entity.type == "organization"
        return named and entity is not None and _GATHERED.search(entity.name) is None

    def _is_of_meeting(self, token: Token, entity: EntityDraft) -> bool:
        """As in "the Brussels summit", not in "ahead of the Brussels summit"."""
        before = {word.lower_ for word in self.doc[max(0, token.i - _TIMES_REACH) : token.i]}
        return not before & _OTHER_TIMES and self._names_meeting(token, entity)

    def _names_meeting(self, token: Token, entity: EntityDraft) -> bool:
        """As in "Nairobi's gathering of ministers", "Rio's second G20 meeting"."""
        at = token.i
        while at < len(self.doc) and self.entity_at(self.tokens[at]) is entity:
            at += 1
        for word in self.doc[at : at + _MEETING_REACH]:
            if word.lower_ in _MEETING:
                return True
            if word.pos_ in _ENDS_NAME and word.tag_ not in {"POS", "HYPH"}:
                return False
        return False

    def _is_host(self, token: Token) -> bool:
        """As in "The ministers left Lima with a declaration", "Kampala hosts the summit"."""
        verb = token.head
        leaves = verb.lemma_ == "leave" and token.dep_ == "dobj"
        return leaves or (verb.lemma_ in _OF_HOSTS and token.dep_ == "nsubj")

    def _is_to_come(self, token: Token) -> bool:
        """As in "It will be signed in Lima", "is to be opened for signature in New York"."""
        verb = carrying_verb(token)
        return verb is not None and any(
            child.dep_ in {"aux", "auxpass"} and child.lower_ in _WILL for child in verb.children
        )

    def _is_in_aside(self, token: Token) -> bool:
        """As in "the agreement, signed in Bishkek": said of a thing, and not of what took place."""
        verb = carrying_verb(token)
        if verb is None or verb.tag_ not in {"VBN", "VBD"} or verb.lemma_ in _ARRIVES:
            return False
        if (told := self.date_of(verb)) is not None and self.is_news_day(told.first):
            return False
        behind_comma = verb.i > verb.sent.start and self.doc[verb.i - 1].text == ","
        return verb.dep_ in {"acl", "relcl"} or (behind_comma and subject(verb) is None)

    def is_news_day(self, day: str) -> bool:
        """Whether a day lies in the week up to that of publication."""
        published = published_of(self.doc)
        return len(day) == _DAY and 0 <= (published - date.fromisoformat(day)).days <= _NEWS_DAYS

    def _lead_of(self, token: Token) -> Token:
        """The word before a name, also before "the capital", "the Peruvian city of", "the Kazakh capital,"
        and the like.
        """
        at = token.i - 1
        while at > token.sent.start and (
            self.doc[at].lower_ in _CITY_WORDS
            or self._is_country_of_city(at)
            or self._tells_of_city(at)
            or (self.doc[at].text == "," and self.doc[at - 1].lower_ == "capital")
        ):
            at -= 1
        return self.tokens[at]

    def _tells_of_city(self, at: int) -> bool:
        """As "southern" in "the southern city of Tacna", "Black Sea" in "the Black Sea resort of Batumi"."""
        word = self.doc[at]
        behind = next((w for w in self.doc[at + 1 : at + 3] if w.lower_ in _CITY_NOUNS), None)
        between = self.doc[at + 1 : behind.i] if behind is not None else ()
        describes = word.pos_ in _DESCRIBE or word.lower_ in {"its", "their"}
        describes = describes or word.tag_ == "POS"  # "Bahrain's capital Manama"
        return behind is not None and describes and all(w.pos_ in _DESCRIBE for w in between)

    def _is_country_of_city(self, at: int) -> bool:
        """As "Peruvian" in "the Peruvian city of Cusco"."""
        entity = self.entity_at(self.tokens[at])
        following = self.doc[at + 1].lower_
        return (
            entity is not None
            and entity.type == "country"
            and (following in _CITY_NOUNS or self.entity_at(self.tokens[at + 1]) is entity)
        )
