"""The routes of entities. Reading is open, deciding needs the token."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from pydantic import SecretStr

from newsroom.contracts.summary import EntityType
from newsroom.web import Problem, require_token
from newsroom_publish.entities import search
from newsroom_publish.entities.admin import Admin, unknown
from newsroom_publish.entities.catalogue import Catalogue
from newsroom_publish.entities.identities import Identities
from newsroom_publish.entities.views import EntityList, EntityView, MergeRequest

Words = Annotated[str, Query(max_length=200, description="how a word of a name begins, and goes on")]
OfType = Annotated[EntityType | None, Query(alias="type")]
Limit = Annotated[int, Query(ge=1, le=200)]
Place = Annotated[str | None, Query(max_length=2_000, description="taken from `next`")]


def create_router(identities: Identities, token: SecretStr | None) -> APIRouter:
    """The router over the entities of the digest."""
    router = APIRouter(tags=["entities"])
    catalogue = Catalogue(identities)
    _add_reading(router, catalogue)
    _add_deciding(router, Admin(identities, catalogue), token)
    return router


def _add_reading(router: APIRouter, catalogue: Catalogue) -> None:
    @router.get("/entities")
    async def list_entities(
        q: Words = "", of_type: OfType = None, limit: Limit = 50, cursor: Place = None
    ) -> EntityList:
        """By name. A page can be short, even empty, and still have a `next`."""
        page = await catalogue.page(q, of_type, limit, _place(cursor))
        following = {"q": q, "type": of_type, "limit": limit, "cursor": page.next}
        given = {name: value for name, value in following.items() if value}
        return EntityList(
            items=tuple(EntityView.of(profile) for profile in page.profiles),
            next=f"/entities?{urlencode(given)}" if page.next else None,
        )

    @router.get("/entities/{entity_id}")
    async def get_entity(entity_id: str) -> EntityView:
        """By any of its ids; `id` in the answer is the canonical one."""
        profile = await catalogue.find(entity_id)
        if profile is None:
            raise unknown(entity_id)
        return EntityView.of(profile)


def _add_deciding(router: APIRouter, admin: Admin, token: SecretStr | None) -> None:
    closed = [Depends(require_token(token))]

    @router.post("/entities/{entity_id}/merge", dependencies=closed)
    async def merge(entity_id: str, request: MergeRequest) -> EntityView:
        """The id in `with` becomes this one, with all that was merged into it."""
        return EntityView.of(await admin.merge(entity_id, request.other))

    @router.post("/entities/{entity_id}/split", dependencies=closed)
    async def split(entity_id: str) -> EntityView:
        """The id stands for itself again, with all that was merged into it."""
        return EntityView.of(await admin.split(entity_id))


def _place(cursor: str | None) -> str | None:
    if not cursor:
        return None
    try:
        return search.place(cursor)
    except ValueError as error:
        raise Problem(
            400, "This cursor is not one of ours: follow `next` as given, or leave it out."
        ) from error
