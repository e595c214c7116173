"""Entities, their mentions, links and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from newsroom.contracts import EntityType
from scoring.names import KnownNames, fold, surfaces
from scoring.pairing import pair

if TYPE_CHECKING:
    from newsroom.contracts import Entity, Role, Summary
    from scoring.cases import Case, GoldEntity, GoldRole
    from scoring.ledger import Ledger

TYPES: tuple[str, ...] = get_args(EntityType)


def score_entities(case: Case, summary: Summary, ledger: Ledger) -> None:
    """Count `entities`, one figure for each type, `mentions`, `offsets`, `linked` and `roles`."""
    given, wanted = summary.entities, case.gold.entities
    pairs = pair(given, wanted, _likeness)
    paired = set(pairs.values())
    spurious = [entity for at, entity in enumerate(given) if at not in paired]
    missed = [entity for at, entity in enumerate(wanted) if at not in pairs]
    _count_types([wanted[at] for at in pairs], spurious, missed, ledger)
    for entity in spurious:
        ledger.note(case.id, f"spurious {entity.type} {entity.name!r}")
    for gold in missed:
        ledger.note(case.id, f"missed {gold.type} {gold.name!r}")
    ledger.compare("mentions", _typed_surfaces(given), _typed_surfaces(wanted))
    _count_offsets(case, summary, ledger)
    _count_links([(given[got], wanted[at]) for at, got in pairs.items()], ledger)
    names = KnownNames(wanted)
    for at, gold in enumerate(wanted):
        if gold.type == "person":
            roles = given[pairs[at]].roles if at in pairs else ()
            _count_roles(case, gold, roles, names, ledger)
    ledger.count("roles", spurious=sum(len(entity.roles) for entity in spurious if entity.type == "person"))


def _count_types(
    found: list[GoldEntity], spurious: list[Entity], missed: list[GoldEntity], ledger: Ledger
) -> None:
    for kind in TYPES:
        for figure in ("entities", f"entities.{kind}"):
            ledger.count(
                figure,
                hits=sum(entity.type == kind for entity in found),
                spurious=sum(entity.type == kind for entity in spurious),
                missed=sum(entity.type == kind for entity in missed),
            )


def _likeness(given: Entity, wanted: GoldEntity) -> int:
    """The same name counts as much as two common mentions; another type is another entity."""
    if given.type != wanted.type:
        return 0
    return 2 * (fold(given.name) == fold(wanted.name)) + len(surfaces(given) & surfaces(wanted))


def _typed_surfaces(entities: tuple[Entity, ...] | tuple[GoldEntity, ...]) -> set[tuple[str, str]]:
    return {(entity.type, surface) for entity in entities for surface in surfaces(entity)}


def _count_offsets(case: Case, summary: Summary, ledger: Ledger) -> None:
    """Whether the text has at its offsets what each mention says."""
    for entity in summary.entities:
        for mention in entity.mentions:
            ledger.verdict("offsets", right=case.text[mention.start : mention.end] == mention.text)


def _count_links(pairs: list[tuple[Entity, GoldEntity]], ledger: Ledger) -> None:
    """Of the entities found, those whose Wikidata id is known to us: a wrong id is spurious and missed."""
    for given, wanted in pairs:
        if wanted.wikidata:
            right = given.wikidata == wanted.wikidata
            wrong = bool(given.wikidata) and not right
            ledger.count("linked", hits=int(right), spurious=int(wrong), missed=int(not right))


def _count_roles(
    case: Case, person: GoldEntity, given: tuple[Role, ...], names: KnownNames, ledger: Ledger
) -> None:
    """The roles of one person: the same title, of the same country or organization."""

    def likeness(role: Role, gold: GoldRole) -> int:
        return int(fold(role.title) == fold(gold.title) and names.same(role.of, gold.of))

    pairs = pair(given, person.roles, likeness)
    hits = len(pairs)
    ledger.count("roles", hits=hits, spurious=len(given) - hits, missed=len(person.roles) - hits)
    for at, gold in enumerate(person.roles):
        if at not in pairs:
            ledger.note(case.id, f"missed role {person.name}: {gold.title} of {gold.of}")
    for got, role in enumerate(given):
        if got not in pairs.values():
            ledger.note(case.id, f"wrong role {person.name}: {role.title} of {role.of}")
