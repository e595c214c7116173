"""Whose office it is where the words next to the title do not say: read from the context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import kinds, wording
from newsroom_enrich.components.roles.bodies import is_parliament, kind_of, nearest
from newsroom_enrich.components.roles.home import country_around
from newsroom_enrich.components.roles.mentions import Mentions
from newsroom_enrich.components.roles.possessors import possessor
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Annotations, EntityDraft
    from newsroom_enrich.components.roles.titles import Title

_UNITED_NATIONS = "United Nations"
_EUROPEAN_UNION = "European Union"  # it has no secretary-general
_WITH_SECRETARIAT = frozenset({"intergovernmental", "un-agency", "agency", "bank"})
_PRESIDES = re.compile(r"(?i)\b(?:presid(?:ed|es|ing)|in the chair|gavel|(?:the|a) (?:sitting|plenary))\b")
_PRESIDED_OVER = frozenset({"parliament", "council", "committee", "court"})


class Owners:
    """Finds the country or organization of an office in one report."""

    def __init__(self, doc: Doc, notes: Annotations) -> None:
        self._mentions = Mentions(doc, notes)

    def of(
        self, person: EntityDraft | None, title: Title, possessive: str | None, at: int
    ) -> EntityDraft | None:
        """The owner of the office of a person at an offset; None where the text leaves it open.

        In this order: what "his" or "its" refers to, another office of the person, the country that a person
        of that name is known for, and then for national offices the country of the clause, of a city that the
        sentence names, of its speaker, of the dateline; for others an organization nearby.
        """
        possessed = possessor(self._mentions, possessive, title.text, at)
        if kinds.SPEAKER.fullmatch(title.text):
            return self._parliament(at) or self._mentions.known(person) or possessed
        if wording.BODY_BEFORE.match(title.text):
            return None  # a Commission President, and no such body in the report
        if kinds.SPOUSE.fullmatch(title.text) and (home := self._of_namesake(person)):
            return home
        national = kinds.NATIONAL.search(title.text) is not None
        if national and title.plural and possessive is None and len(self._mentions.by_code) > 1:
            return self._mentions.known(person)  # several ministers need not be of one country
        return (
            possessed
            or (self._mentions.known(person) if national else None)
            or self._presided(title, at)
            or self._other_office(person, title)
            or (self._international(title, at) if kinds.INTERNATIONAL.search(title.text) else None)
            or (
                country_around(self._mentions, at)
                if national
                else self._european(title) or self._organization_nearby(title, at)
            )
        )

    def _parliament(self, at: int) -> EntityDraft | None:
        """The parliament named last, whose speaker or rapporteur somebody is."""
        return nearest(filter(is_parliament, self._mentions.entities), at)

    def _of_namesake(self, person: EntityDraft | None) -> EntityDraft | None:
        """The country of somebody of the same family name: of a First Lady's husband."""
        family = fold(person.name).split()[-1] if person else ""
        for other in self._mentions.entities:
            if other is not person and other.roles and fold(other.name).split()[-1] == family:
                return self._mentions.by_name.get(other.roles[0].of or "")
        return None

    def _presided(self, title: Title, at: int) -> EntityDraft | None:
        """The parliament or council named most, for its president who presides over it in this sentence."""
        if not kinds.PRESIDENT.fullmatch(title.text) or not _PRESIDES.search(self._mentions.sentence(at)):
            return None
        bodies = [
            body
            for body in self._mentions.entities
            if body.type == "organization" and (kind_of(body) in _PRESIDED_OVER or is_parliament(body))
        ]
        return max(bodies, key=lambda body: len(body.mentions), default=None)

    def _other_office(self, person: EntityDraft | None, title: Title) -> EntityDraft | None:
        """The owner of the first office of a person, if it can have this one too."""
        if person is None or not person.roles or kinds.is_of_a_body(title.text):
            return None
        owner = self._mentions.by_name.get(person.roles[0].of or "")
        fits = owner is not None and (owner.type == "country" or not kinds.is_minister(title.text))
        return owner if fits else None

    def _international(self, title: Title, at: int) -> EntityDraft | None:
        """The United Nations for its Secretary-General; else the organization that the report names most."""
        if "secretar" in title.text.lower() and (owner := self._mentions.by_name.get(_UNITED_NATIONS)):
            return owner
        without = (
            {_EUROPEAN_UNION, _UNITED_NATIONS} if kinds.DIRECTOR.search(title.text) else {_EUROPEAN_UNION}
        )
        bodies = [
            entity
            for entity in self._mentions.entities
            if kind_of(entity) in _WITH_SECRETARIAT and entity.name not in without
        ]
        for _, entity in self._mentions.before(
            at, self._mentions.sentence_start(max(0, self._mentions.sentence_start(at) - 2))
        ):
            if entity in bodies:
                return entity
        return max(bodies, key=lambda body: (len(body.mentions), -body.mentions[0][0]), default=None)

    def _european(self, title: Title) -> EntityDraft | None:
        """A commissioner is one of the European Commission where that, or else the union, is named."""
        if "commissioner" not in title.text.lower():
            return None
        return self._mentions.by_name.get("European Commission") or self._mentions.by_name.get(
            _EUROPEAN_UNION
        )

    def _organization_nearby(self, title: Title, at: int) -> EntityDraft | None:
        """The last organization named in this sentence or the one before."""
        if kinds.CALLING.fullmatch(title.text):
            return None
        start = self._mentions.sentence_start(max(0, self._mentions.sentence_start(at) - 2))
        for _, entity in self._mentions.before(at, start):
            if entity.type == "organization" and kind_of(entity) != "news-agency":
                return entity
        return self._main_body() if kinds.is_of_a_body(title.text) else None

    def _main_body(self) -> EntityDraft | None:
        """The intergovernmental body that the report names most."""
        bodies = [entity for entity in self._mentions.entities if kind_of(entity) in _WITH_SECRETARIAT]
        return max(bodies, key=lambda body: len(body.mentions), default=None)
