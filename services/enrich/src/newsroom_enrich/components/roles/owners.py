"""Whose office it is where the words next to the title do not say: read from the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import institutions, kinds, wording
from newsroom_enrich.components.roles.home import companion, country_around
from newsroom_enrich.components.roles.mentions import Mentions
from newsroom_enrich.components.roles.possessors import possessor
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Annotations, EntityDraft
    from newsroom_enrich.components.roles.titles import Title


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
        mentions = self._mentions
        possessed = possessor(mentions, possessive, title.text, at)
        if kinds.SPEAKER.fullmatch(title.text) and not institutions.is_judge(person):
            return institutions.parliament(mentions, at) or mentions.known(person) or possessed
        if wording.BODY_BEFORE.match(title.text):
            return None  # a Commission President, and no such body in the report
        if kinds.SPOUSE.fullmatch(title.text) and (home := self._of_namesake(person)):
            return home
        national = kinds.NATIONAL.search(title.text) is not None
        if national and title.plural and possessive is None and len(mentions.by_code) > 1:
            return mentions.known(person)  # several ministers need not be of one country
        owner = (
            institutions.court(mentions, person, title)
            or possessed
            or (mentions.known(person) if national else None)
            or institutions.presided(mentions, title, at)
            or self._other_office(person, title)
            or institutions.of_its_kind(mentions, title, at)
        )
        if owner is not None:
            return owner
        if kinds.INTERNATIONAL.search(title.text):
            return institutions.international(mentions, person, title, at)
        if national:
            return None if mentions.is_from_elsewhere(person) else country_around(mentions, at)
        return companion(mentions, at) or institutions.nearby(mentions, title, at)

    def _of_namesake(self, person: EntityDraft | None) -> EntityDraft | None:
        """The country of somebody of the same family name: of a First Lady's husband."""
        family = fold(person.name).split()[-1] if person else ""
        for other in self._mentions.entities:
            if other is not person and other.roles and fold(other.name).split()[-1] == family:
                return self._mentions.by_name.get(other.roles[0].of or "")
        return None

    def _other_office(self, person: EntityDraft | None, title: Title) -> EntityDraft | None:
        """The owner of the first office of a person, if it can have this one too."""
        if person is None or not person.roles or kinds.is_of_a_body(title.text):
            return None
        owner = self._mentions.by_name.get(person.roles[0].of or "")
        fits = owner is not None and (owner.type == "country" or not kinds.is_minister(title.text))
        return owner if fits else None
