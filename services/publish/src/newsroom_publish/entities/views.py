"""The JSON of the entity routes."""

from typing import Literal, Self

from pydantic import BaseModel, Field

from newsroom.contracts.summary import EntityType
from newsroom.settings import Section
from newsroom_publish.entities.catalogue import Profile
from newsroom_publish.entities.facts import Identity


class MergeRequest(Section):
    """POST /entities/{id}/merge: the id that becomes {id}."""

    other: str = Field(alias="with", min_length=1, max_length=200)


class MergedView(BaseModel):
    """An id that stands for the same entity: which one it leads into, and by whose decision."""

    id: str
    into: str
    by: Literal["operator", "name"]
    names: tuple[str, ...]
    country: str | None
    summaries: int


class EntityView(BaseModel):
    """An entity under its canonical id; `summaries` counts those that name any of its ids."""

    id: str
    type: EntityType
    name: str
    names: tuple[str, ...]
    country: str | None
    wikidata: str | None
    summaries: int
    merged: tuple[MergedView, ...]

    @classmethod
    def of(cls, profile: Profile) -> Self:
        """What no visible summary says is not told, unless no visible summary says anything."""
        telling = [one for one in profile.identities if one.summaries] or list(profile.identities)
        facts = [fact for one in telling for fact in sorted(one.facts, key=lambda fact: fact.name)]
        return cls(
            id=profile.canonical.id,
            type=facts[0].type,
            name=facts[0].name,
            names=tuple(dict.fromkeys(fact.name for fact in facts)),
            country=next((fact.country for fact in facts if fact.country), None),
            wikidata=next((fact.wikidata for fact in facts if fact.wikidata), None),
            summaries=profile.summaries,
            merged=tuple(
                MergedView(
                    id=one.id,
                    into=profile.into[one.id][0],
                    by="operator" if profile.into[one.id][1] else "name",
                    names=one.names if one in telling else (),
                    country=_country(one) if one in telling else None,
                    summaries=one.summaries,
                )
                for one in profile.others
            ),
        )


class EntityList(BaseModel):
    """Some entities, and the path of the page after them."""

    items: tuple[EntityView, ...]
    next: str | None


def _country(identity: Identity) -> str | None:
    return min(identity.countries, default=None)
