"""What operators do with entities; what cannot be done is a Problem."""

from __future__ import annotations

from collections.abc import Callable

from newsroom.logs import get_logger
from newsroom.web import Problem
from newsroom_publish.entities.catalogue import Catalogue, Profile
from newsroom_publish.entities.decisions import DecisionError, Decisions
from newsroom_publish.entities.identities import Identities

log = get_logger()


class Admin:
    """The use cases behind the routes that write."""

    def __init__(self, identities: Identities, catalogue: Catalogue) -> None:
        self._identities = identities
        self._catalogue = catalogue

    async def merge(self, keep: str, gone: str) -> Profile:
        """`gone` becomes `keep`, with all that was merged into it; the entity that both are now."""
        if keep == gone:
            raise Problem(422, f"{keep} is {gone} already: name two different ids.")
        types = [await self._types(entity_id) for entity_id in (keep, gone)]
        if not types[0] & types[1]:
            kinds = [" and ".join(sorted(of_one)) for of_one in types]
            raise Problem(
                422,
                f"{keep} is of type {kinds[0]} and {gone} of type {kinds[1]}: "
                "only entities of one type can be one.",
            )
        changed = await self._decide(gone, lambda decisions: decisions.merged(keep, gone))
        profile = await self._profile(keep)
        if changed:
            log.info("entity.merged", entity=keep, merged=gone, canonical=profile.canonical.id)
        return profile

    async def split(self, entity_id: str) -> Profile:
        """The id stands for itself from now on, with what was merged into it; the entity that it is now."""
        await self._types(entity_id)
        groups = await self._identities.groups((entity_id,), fresh=True)
        linked = groups.link(entity_id) is not None

        def decide(decisions: Decisions) -> Decisions:
            if not linked and not decisions.decided(entity_id):
                children = ", ".join(sorted(decisions.children(entity_id)))
                raise DecisionError(
                    f"{entity_id} stands for itself already"
                    + (f": split one of those that were merged into it ({children})." if children else ".")
                )
            return decisions.split(entity_id)

        if await self._decide(entity_id, decide):
            log.info("entity.split", entity=entity_id)
        return await self._profile(entity_id)

    async def _decide(self, entity_id: str, change: Callable[[Decisions], Decisions]) -> bool:
        try:
            return await self._identities.decisions.decide(entity_id, change)
        except DecisionError as error:
            raise Problem(409, str(error)) from error

    async def _types(self, entity_id: str) -> frozenset[str]:
        """The types of a known id."""
        found = (await self._identities.registry.identities((entity_id,), fresh=True))[entity_id]
        if found.id != entity_id or not found.facts:
            raise unknown(entity_id)
        return found.types

    async def _profile(self, entity_id: str) -> Profile:
        found = await self._catalogue.find(entity_id, unseen=True)
        if found is None:
            raise unknown(entity_id)
        return found


def unknown(entity_id: str) -> Problem:
    """No summary names this id."""
    return Problem(404, f"No summary names an entity {entity_id}; GET /entities?q= finds them by name.")
