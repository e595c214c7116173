"""The body of an office that no word beside the title names, from the kind of office and the whole report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import kinds
from newsroom_enrich.components.roles.bodies import is_parliament, kind_of, nearest
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.mentions import Mentions
    from newsroom_enrich.components.roles.titles import Title

_UNITED_NATIONS = "United Nations"
_EUROPEAN_UNION = "European Union"  # it has no secretary-general
_WITH_SECRETARIAT = frozenset({"intergovernmental", "un-agency", "agency", "bank"})
# Led by a director-general or an executive director, never by a secretary-general.
_DIRECTED = frozenset(
    {
        "Food and Agriculture Organization",
        "International Atomic Energy Agency",
        "International Labour Organization",
        "International Organization for Migration",
        "Organisation for the Prohibition of Chemical Weapons",
        "Organization for the Prohibition of Chemical Weapons",
        "United Nations Children's Fund",
        "United Nations Educational, Scientific and Cultural Organization",
        "United Nations Environment Programme",
        "United Nations Industrial Development Organization",
        "Universal Postal Union",
        "World Food Programme",
        "World Health Organization",
        "World Intellectual Property Organization",
        "World Trade Organization",
    }
)
_PRESIDES = re.compile(
    r"(?i)\b(?:presid(?:ed|es|ing)|(?:in|from) the chair|gavel|(?:the|a) (?:\w+ )?(?:sitting|plenary)"
    r"|read(?:s|ing)? (?:out )?the (?:reasons|judge?ment|ruling|verdict|opinion|result))\b"
)
_PRESIDED_OVER = re.compile(r"(?i)\b(?:council|committee|court|tribunal|federation)\b")
_COURT = re.compile(r"(?i)\b(?:court|tribunal)\b")
_OF_A_COURT = re.compile(r"(?i)(?:(?:presiding|chief|deputy|lead) )?(?:judge|justice|registrar)")
_BANK = re.compile(
    r"(?i)(?!.*(?:committee|board|council)).*(?:bank|\bbanco|\bbanque|\bbanca|federal reserve)\b"
)
_OF_A_BANK = re.compile(r"(?i)(?:(?:deputy|vice)[- ])?governor")
_DEPUTY = re.compile(r"(?i)(?:first |senior )?(?:deputy|vice|assistant)[- ]?(?P<chief>.+)")
_CHIEF_REACH = 800
# Who meets there is not theirs.
_ORGANS = frozenset({"council", "committee", "un-organ"})
_NOT_MAIN = _ORGANS | {"news-agency", "parliament"}
_WITHOUT_SECRETARIAT = re.compile(r"Group of .*|BRICS")
_OF_THE_UNION = re.compile(r"(?i)high representative(?: for foreign affairs.*)?|foreign[- ]policy chief")
_OF_A_CITY = re.compile(r"(?i)(?:.* )?mayor")
# Whose these are, a report does not say by being about something.
_ANYBODYS = re.compile(
    r"(?i)(?:.* )?(?:envoy|leader|negotiator|representative|delegate|advis[eo]r|aide|member|mediator)"
)


def international(
    mentions: Mentions, person: EntityDraft | None, title: Title, at: int
) -> EntityDraft | None:
    """The United Nations for its Secretary-General; else the last or most named body with such an office."""
    if kinds.OF_THE_UNITED_NATIONS.fullmatch(title.text):
        return mentions.by_name.get(_UNITED_NATIONS)
    directed = kinds.DIRECTOR.search(title.text) is not None
    chief = "general" in title.text.lower()
    if not directed and chief and not _taken(mentions, person):
        owner = mentions.by_name.get(_UNITED_NATIONS)
        if owner is not None:
            return owner
    bodies = [
        entity
        for entity in mentions.entities
        if kind_of(entity) in _WITH_SECRETARIAT
        and entity.name not in {_UNITED_NATIONS, _EUROPEAN_UNION}
        and not _WITHOUT_SECRETARIAT.fullmatch(entity.name)
        and (directed or entity.name not in _DIRECTED)
    ]
    start = mentions.sentence_start(max(0, mentions.sentence_start(at) - 2))
    near = next((entity for _, entity in mentions.before(at, start) if entity in bodies), None)
    return near or _most_named(bodies)


def _taken(mentions: Mentions, person: EntityDraft | None) -> bool:
    """Whether somebody else is named as the Secretary-General of the United Nations."""
    return any(
        role.of == _UNITED_NATIONS and fold(role.title) == "secretary general"
        for entity in mentions.entities
        if entity is not person
        for role in entity.roles
    )


def presided(mentions: Mentions, title: Title, at: int) -> EntityDraft | None:
    """The parliament named last, else the council or court named most, whose president presides here."""
    if not kinds.PRESIDENT.fullmatch(title.text) or not _PRESIDES.search(mentions.sentence(at)):
        return None
    presided = [b for b in _bodies(mentions) if _PRESIDED_OVER.search(b.name) or is_parliament(b)]
    body = nearest(presided, at) if all(map(is_parliament, presided)) else _most_named(presided)
    # One that is named only later, once, is not what the report is on.
    passing = body is not None and len(body.mentions) == 1 and body.mentions[0][0] > at
    return None if passing else body


def is_judge(person: EntityDraft | None) -> bool:
    """Whether somebody has the office of a judge."""
    return person is not None and any(_OF_A_COURT.fullmatch(role.title) for role in person.roles)


def court(mentions: Mentions, person: EntityDraft | None, title: Title) -> EntityDraft | None:
    """The court named most, for its judge or registrar, and for a judge who is its rapporteur."""
    reports = kinds.SPEAKER.fullmatch(title.text) is not None and is_judge(person)
    if not reports and not _OF_A_COURT.fullmatch(title.text):
        return None
    return _most_named(body for body in _bodies(mentions) if _COURT.search(body.name))


def has_secretariat(body: EntityDraft) -> bool:
    """Whether an organization may have a secretary-general or a director-general."""
    return kind_of(body) in _WITH_SECRETARIAT


def of_its_kind(mentions: Mentions, title: Title, at: int) -> EntityDraft | None:
    """The bank of a governor, the city of a mayor; for a deputy, that of the chief."""
    if _OF_A_BANK.fullmatch(title.text):
        return _most_named(body for body in _bodies(mentions) if _BANK.match(body.name))
    if _OF_A_CITY.fullmatch(title.text):
        return mentions.city or _most_named(place for place in mentions.entities if place.type == "place")
    deputy = _DEPUTY.fullmatch(title.text)
    if deputy is None:
        return None
    chief = fold(deputy["chief"])
    for _, entity in mentions.before(at, max(0, at - _CHIEF_REACH)):
        for role in entity.roles:
            if fold(role.title) == chief:
                return mentions.by_name.get(role.of or "")
    return None


def nearby(mentions: Mentions, title: Title, at: int) -> EntityDraft | None:
    """The last organization of this sentence or the one before; of the whole report, the main one."""
    if kinds.CALLING.fullmatch(title.text):
        return None
    if union := _european(mentions, title):
        return union
    start = mentions.sentence_start(max(0, mentions.sentence_start(at) - 2))
    envoy = _ANYBODYS.fullmatch(title.text) is not None
    for _, entity in mentions.before(at, start):
        if entity.type == "organization" and kind_of(entity) != "news-agency":
            if not (envoy and kind_of(entity) in _ORGANS):
                return entity
            if entity.name.startswith(_UNITED_NATIONS):
                return mentions.by_name.get(_UNITED_NATIONS)
    if kinds.is_of_a_body(title.text):
        return _most_named(entity for entity in _bodies(mentions) if kind_of(entity) in _WITH_SECRETARIAT)
    return None if envoy else _main(mentions)


def parliament(mentions: Mentions, at: int) -> EntityDraft | None:
    """The parliament named last, whose speaker or rapporteur somebody is."""
    return nearest(filter(is_parliament, mentions.entities), at)


def _european(mentions: Mentions, title: Title) -> EntityDraft | None:
    """The European Commission, or else the union, where one of them is named, for their offices."""
    union = mentions.by_name.get(_EUROPEAN_UNION)
    if "commissioner" in title.text.lower():
        return mentions.by_name.get("European Commission") or union
    return union if _OF_THE_UNION.fullmatch(title.text) else None


def _main(mentions: Mentions) -> EntityDraft | None:
    """The organization that the report names more often than any other."""
    bodies = sorted(
        (body for body in _bodies(mentions) if kind_of(body) not in _NOT_MAIN),
        key=lambda body: -len(body.mentions),
    )
    if not bodies or (len(bodies) > 1 and len(bodies[0].mentions) == len(bodies[1].mentions)):
        return None
    return bodies[0]


def _bodies(mentions: Mentions) -> Iterable[EntityDraft]:
    return (entity for entity in mentions.entities if entity.type == "organization")


def _most_named(bodies: Iterable[EntityDraft]) -> EntityDraft | None:
    """The one with the most mentions, of several the first."""
    return max(bodies, key=lambda body: (len(body.mentions), -body.mentions[0][0]), default=None)
