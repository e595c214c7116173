"""Who somebody is whom the table of people knows, also under a shorter name than the table's."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.knowledge import Person

_LEAST_LETTERS = 4


def known_as(entity: EntityDraft | None) -> Person | None:
    """The person of the table that an entity is, by the whole name, a family name or the start of a name."""
    if entity is None or entity.type != "person":
        return None
    name = fold(entity.name)
    if known := knowledge.people().get(name):
        return known
    first, *rest = name.split() or [""]
    if not rest:
        return _by_family_name().get(name)
    longer = [
        person
        for person in knowledge.people_by_first_name().get(first, ())
        if fold(person.name).startswith(f"{name} ")
    ]
    return longer[0] if len(longer) == 1 else None


@cache
def _by_family_name() -> dict[str, Person]:
    """The people whose family name nobody of another country in the table has; of two the more famous."""
    found: dict[str, list[Person]] = {}
    for person in dict.fromkeys(knowledge.people().values()):
        *given, family = fold(person.name).split()
        if given and len(family) >= _LEAST_LETTERS:
            found.setdefault(family, []).append(person)
    return {
        family: max(people, key=lambda person: person.wikidata is not None)
        for family, people in found.items()
        if len({person.country for person in people}) == 1
    }
