"""Whose office it is where the words next to the title do not say: read from the context."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import text_of
from newsroom_enrich.components.roles import wording
from newsroom_enrich.components.roles.bodies import is_parliament, kind_of, nearest
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Annotations, EntityDraft
    from newsroom_enrich.components.roles.titles import Title

_INTERNATIONAL = re.compile(
    r"(?i)\b(?:secretar(?:y|ies)[- ]general|director[- ]general|high commissioner|rapporteur)\b"
)
_NATIONAL = re.compile(
    r"(?i)\b(?:president|vice[- ]president|premier|chancellor|ministers?|king|queen|sultan|emir|amir"
    r"|crown prince(?:ss)?|under-?secretary(?![- ]general)"
    r"|(?:foreign|home|treasury|cabinet|finance|defen[cs]e|commerce|interior|energy|health"
    r"|trade|education|transport\w*|agriculture|labou?r|environment|justice|homeland security|war) secretary"
    r"|secretary of \w+|ambassador"
    r"|permanent representative|first lady|presidential aide|speaker"
    r"|diplomat|(?:opposition|junta|coup|rebel|military) leader|central bank governor"
    r"|(?:army|police|intelligence|spy|navy|air force|military|security) (?:chief|commander)"
    r"|chief of (?:the )?(?:army|general|defen[cs]e|air|naval)|attorney general|prosecutor general"
    r"|lawmaker|senator|chief of staff|(?:presidential|government) (?:spokes\w+|aide|advis[eo]r|envoy)"
    r"|supreme (?:commander|leader)|national security advis[eo]r)\b"
)
_MENTIONS_BACK = 200
_WORDS_REACH = 16
_UNITED_NATIONS = "United Nations"
_EUROPEAN_UNION = "European Union"  # it has no secretary-general
_DATELINE_CHARACTERS = 120
_WITH_SECRETARIAT = frozenset({"intergovernmental", "un-agency", "agency", "bank"})
_SENDS = re.compile(
    r"(?:['’]s?)?(?: delegation| side| team)?(?:,[^,;.]*,)?"
    r"(?:,? (?:(?:was|were|is|are) )?(?:represented|led|headed)(?: [^;.,]{0,40}?)?)? (?:by|sent|dispatched"
    r"|delegated)(?: \w+){0,2} [^;.]{0,60}$"
)
_SITE = re.compile(r"\b(?:in|at|to|with|from|against|over) (?:the )?$")
_OPENING = re.compile(r"(?:^|[.!?”\"]\s+|\n)In $")
_SPEAKER = re.compile(r"(?i)(?:[\w-]+ )*speakers?(?: pro tempore)?|(?:shadow |co-)?rapporteur")
_PRESIDENT = re.compile(r"(?i)(?:(?:first|acting|vice|deputy)[- ])*(?:president|chair\w*|rapporteur)")
_PRESIDES = re.compile(r"(?i)\b(?:presid(?:ed|es|ing)|in the chair|gavel|(?:the|a) (?:sitting|plenary))\b")
_PRESIDED_OVER = frozenset({"parliament", "council", "committee", "court"})
_DIRECTOR = re.compile(r"(?i)director[- ]general")
_SPOUSE = re.compile(r"(?i)(?:[a-z]+ )?first (?:lady|gentleman)|(?:king|queen|prince|princess) consort")
_ONE_KIND = re.compile(r"council|commission|committee|court|bank|parliament|assembly|senate|house|university")
# What somebody is by calling; an organization named nearby is seldom that person's.
_CALLING = re.compile(
    r"(?i)(?:.* )?(?:economist|analyst|historian|professor|activist|lawyer|researcher|scientist|journalist"
    r"|writer|campaigner|engineer|teacher|lecturer)"
)
_MINISTER = re.compile(r"(?i)\b(?:minister|ambassador|king|queen|emir|amir|sultan)\b")
_CHAIR = re.compile(
    r"(?i)(?:co-|vice[- ])?chair(?:man|woman|person)?(?: of the .*)?|(?:co-?|general )?rapporteur|moderator"
    r"|(?:committee|council|board|assembly|conference) (?:chair\w*|president)|facilitator"
)
"""Offices of a body, which are not those of the country that the person comes from."""


def is_of_a_body(title: str) -> bool:
    """Whether the owner of an office is a body, whatever country stands next to the person."""
    return _CHAIR.fullmatch(title) is not None


def is_minister(title: str) -> bool:
    """Whether an office can only be one of a state, whomever its holder stands for."""
    return _MINISTER.search(title) is not None


def is_national(title: str) -> bool:
    """Whether an office is above all one of a state: minister, president, king."""
    return _NATIONAL.search(title) is not None


class Owners:
    """Finds the country or organization of an office in one report."""

    def __init__(self, doc: Doc, notes: Annotations) -> None:
        self._doc = doc
        self._notes = notes
        self._mentions = sorted(
            ((start, entity) for entity in notes.entities for start, _ in entity.mentions),
            key=lambda mention: mention[0],
        )
        self._starts = [start for start, _ in self._mentions]
        self._by_name = {entity.name: entity for entity in notes.entities}
        self._by_code = {entity.country: entity for entity in notes.entities if entity.type == "country"}

    def of(
        self, person: EntityDraft | None, title: Title, possessive: str | None, at: int
    ) -> EntityDraft | None:
        """The owner of the office of a person at an offset; None where the text leaves it open.

        In this order: what "his" or "its" refers to, another office of the person, the country that a person
        of that name is known for, and then for national offices the country of the clause, of a city that the
        sentence names, of its speaker, of the dateline; for others an organization nearby.
        """
        if _SPEAKER.fullmatch(title.text):
            return self._parliament(at) or self._known(person) or self._possessor(possessive, at)
        if wording.BODY_BEFORE.match(title.text):
            return None  # a Commission President, and no such body in the report
        if _SPOUSE.fullmatch(title.text) and (home := self._of_namesake(person)):
            return home
        national = _NATIONAL.search(title.text) is not None
        if national and title.plural and possessive is None and len(self._by_code) > 1:
            return self._known(person)  # several ministers need not be of one country
        return (
            self._possessor(possessive, at)
            or (self._known(person) if national else None)
            or self._presided(title, at)
            or self._other_office(person, title)
            or (self._international(title, at) if _INTERNATIONAL.search(title.text) else None)
            or (
                self._country(at)
                if national
                else self._european(title) or self._organization_nearby(title, at)
            )
        )

    def _parliament(self, at: int) -> EntityDraft | None:
        """The parliament named last, whose speaker or rapporteur somebody is."""
        return nearest(filter(is_parliament, self._notes.entities), at)

    def _of_namesake(self, person: EntityDraft | None) -> EntityDraft | None:
        """The country of somebody of the same family name: of a First Lady's husband."""
        family = fold(person.name).split()[-1] if person else ""
        for other in self._notes.entities:
            if other is not person and other.roles and fold(other.name).split()[-1] == family:
                return self._by_name.get(other.roles[0].of or "")
        return None

    def _presided(self, title: Title, at: int) -> EntityDraft | None:
        """The parliament or council named most, for its president who presides over it in this sentence."""
        if not _PRESIDENT.fullmatch(title.text) or not _PRESIDES.search(self._sentence(at)):
            return None
        bodies = [
            body
            for body in self._notes.entities
            if body.type == "organization" and (kind_of(body) in _PRESIDED_OVER or is_parliament(body))
        ]
        return max(bodies, key=lambda body: len(body.mentions), default=None)

    def _possessor(self, possessive: str | None, at: int) -> EntityDraft | None:
        """Whom "his", "whose", "its", "the bloc's" or "Putin's" refers to."""
        if possessive == wording.OF_A_PERSON:
            _, superior = self._mentions[bisect_left(self._starts, at)]
            known = self._by_name.get(superior.roles[0].of or "") if superior.roles else None
            return known or self._known(superior)
        of_person = possessive in {"his", "her"} or (possessive == "whose" and self._follows_person(at))
        owner = self._of_last_person(at) if of_person else None
        return owner or (self._referred_to(at, possessive) if possessive else None)

    def _other_office(self, person: EntityDraft | None, title: Title) -> EntityDraft | None:
        """The owner of the first office of a person, if it can have this one too."""
        if person is None or not person.roles or is_of_a_body(title.text):
            return None
        owner = self._by_name.get(person.roles[0].of or "")
        fits = owner is not None and (owner.type == "country" or not is_minister(title.text))
        return owner if fits else None

    def _country(self, at: int) -> EntityDraft | None:
        return (
            self._sender(at)
            or self._capital(at)
            or self._speaker(at)
            or self._dateline()
            or self._nearest_country(at)
        )

    def _known(self, person: EntityDraft | None) -> EntityDraft | None:
        """The country that this person is known for, where the report names it."""
        known = knowledge.people().get(fold(person.name)) if person else None
        return self._by_code.get(known.country) if known and known.country else None

    def _before(self, at: int, start: int = 0) -> Iterator[tuple[int, EntityDraft]]:
        """Mentions before an offset, the nearest first, as far as it is worth looking."""
        last = bisect_left(self._starts, at)
        for index in range(last - 1, max(-1, last - _MENTIONS_BACK), -1):
            begin, entity = self._mentions[index]
            if begin < start:
                return
            yield begin, entity

    def _sentence_start(self, at: int) -> int:
        span = self._doc.char_span(at, at + 1, alignment_mode="expand")
        return int(span.sent.start_char) if span is not None else 0

    def _sentence(self, at: int) -> str:
        span = self._doc.char_span(at, at + 1, alignment_mode="expand")
        return str(span.sent.text) if span is not None else ""

    def _of_last_person(self, at: int) -> EntityDraft | None:
        for _, entity in self._before(at):
            if entity.type == "person":
                return self._by_name.get(entity.roles[0].of or "") if entity.roles else None
        return None

    def _follows_person(self, at: int) -> bool:
        nearest = next(self._before(at), None)
        return nearest is not None and nearest[1].type == "person"

    def _referred_to(self, at: int, possessive: str) -> EntityDraft | None:
        """The nearest country or organization of the sentence, for "its"; of the report, for "the bloc's"."""
        if possessive.startswith("the ") and "country" not in possessive:
            if _ONE_KIND.search(possessive):
                return None  # the commission's, and no such body in the report
            bodies = [entity for entity in self._notes.entities if entity.type == "organization"]
            return max(bodies, key=lambda body: len(body.mentions), default=None)
        kinds = {"country"} if "country" in possessive else {"country", "organization"}
        if possessive == "whose":
            kinds = {"country", "organization", "place"}
        start = 0 if "country" in possessive else self._sentence_start(at)
        text = text_of(self._doc)
        for begin, entity in self._before(at, start):
            if entity.type in kinds and not (
                entity.type == "place" and _SITE.search(text, max(0, begin - _WORDS_REACH), begin)
            ):
                return entity
        if possessive == "its" and not text[start:at].strip(" \n"):
            previous = self._before(start, self._sentence_start(max(0, start - 2)))
            return next((entity for _, entity in previous if entity.type in kinds), None)
        return None

    def _sender(self, at: int) -> EntityDraft | None:
        """The country that the clause says is represented: "and Iran by Mahdi Safari, Deputy ..."."""
        start = self._sentence_start(at)
        clause = text_of(self._doc)[start:at]
        for begin, entity in self._before(at, start):
            if entity.type != "country" or _SITE.search(clause, 0, begin - start):
                continue
            end = next((to for place, to in entity.mentions if place == begin), begin)
            if _SENDS.match(clause, end - start):
                return entity
        return None

    def _international(self, title: Title, at: int) -> EntityDraft | None:
        """The United Nations for its Secretary-General; else the organization that the report names most."""
        if "secretar" in title.text.lower() and (owner := self._by_name.get(_UNITED_NATIONS)):
            return owner
        without = {_EUROPEAN_UNION, _UNITED_NATIONS} if _DIRECTOR.search(title.text) else {_EUROPEAN_UNION}
        bodies = [
            entity
            for entity in self._notes.entities
            if kind_of(entity) in _WITH_SECRETARIAT and entity.name not in without
        ]
        for _, entity in self._before(at, self._sentence_start(max(0, self._sentence_start(at) - 2))):
            if entity in bodies:
                return entity
        return max(bodies, key=lambda body: (len(body.mentions), -body.mentions[0][0]), default=None)

    def _european(self, title: Title) -> EntityDraft | None:
        """A commissioner is one of the European Commission where that, or else the union, is named."""
        if "commissioner" not in title.text.lower():
            return None
        return self._by_name.get("European Commission") or self._by_name.get(_EUROPEAN_UNION)

    def _organization_nearby(self, title: Title, at: int) -> EntityDraft | None:
        """The last organization named in this sentence or the one before."""
        if _CALLING.fullmatch(title.text):
            return None
        start = self._sentence_start(max(0, self._sentence_start(at) - 2))
        for _, entity in self._before(at, start):
            if entity.type == "organization" and kind_of(entity) != "news-agency":
                return entity
        return self._main_body() if is_of_a_body(title.text) else None

    def _main_body(self) -> EntityDraft | None:
        """The intergovernmental body that the report names most."""
        bodies = [entity for entity in self._notes.entities if kind_of(entity) in _WITH_SECRETARIAT]
        return max(bodies, key=lambda body: len(body.mentions), default=None)

    def _capital(self, at: int) -> EntityDraft | None:
        """The country of a city named in this sentence, or that opens the one before: "In Beirut, ..."."""
        start = self._sentence_start(max(0, self._sentence_start(at) - 2))
        sentence, text = self._sentence_start(at), text_of(self._doc)
        for begin, entity in self._before(at, start):
            opens = begin >= sentence or _OPENING.search(text, max(0, begin - _WORDS_REACH), begin)
            if opens and entity.type == "place" and entity.country in self._by_code:
                return self._by_code[entity.country]
        return None

    def _speaker(self, at: int) -> EntityDraft | None:
        """The country of the person who is the subject of the sentence."""
        for _, entity in self._before(at, self._sentence_start(at)):
            if entity.type == "person" and entity.roles and entity.roles[0].of:
                owner = self._by_name.get(entity.roles[0].of)
                return owner if owner and owner.type == "country" else None
        return None

    def _dateline(self) -> EntityDraft | None:
        """The country of the city that opens the report."""
        for entity in self._notes.entities:
            if entity.type == "place" and entity.country in self._by_code:
                start, end = entity.mentions[0]
                head = text_of(self._doc)[:start]
                if (
                    start < _DATELINE_CHARACTERS
                    and text_of(self._doc)[start:end].isupper()
                    and "." not in head
                ):
                    return self._by_code[entity.country]
        return None

    def _nearest_country(self, at: int) -> EntityDraft | None:
        """The nearest country before the title in its sentence, else the first of an earlier sentence."""
        start = self._sentence_start(at)
        for _, entity in self._before(at, start):
            if entity.type == "country":
                return entity
        for begin, entity in self._before(start):
            if entity.type == "country":
                sentence = self._sentence_start(begin)
                earlier = [other for _, other in self._before(begin + 1, sentence) if other.type == "country"]
                return earlier[-1] if earlier else entity
        # The only one that the report names at all.
        return next(iter(self._by_code.values())) if len(self._by_code) == 1 else None
