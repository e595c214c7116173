"""The routes of endpoints and deliveries. All need the token: URLs and filters are nobody else's business."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import SecretStr

from newsroom.web import require_token
from newsroom_publish.index import milliseconds, moment
from newsroom_publish.webhooks.admin import Admin
from newsroom_publish.webhooks.ledger import Cursor, cursor_of
from newsroom_publish.webhooks.model import Endpoint, State
from newsroom_publish.webhooks.views import (
    AttemptView,
    DeliveryList,
    DeliveryView,
    DeliveryWithAttempts,
    EndpointList,
    EndpointPatch,
    EndpointView,
    EndpointWithSecret,
    NewEndpoint,
    ReplayRequest,
    ReplayView,
    RotateRequest,
    SecretView,
)

Limit = Annotated[int, Query(ge=1, le=500)]
Before = Annotated[str | None, Query(pattern=r"^\d{1,15}~\w*$", description="from `next`")]


def build_router(admin: Admin, token: SecretStr | None) -> APIRouter:
    """The router; `admin` does the work."""
    router = APIRouter(tags=["webhooks"], dependencies=[Depends(require_token(token))])
    _add_endpoints(router, admin)
    _add_actions(router, admin)
    _add_deliveries(router, admin)
    return router


def _add_endpoints(router: APIRouter, admin: Admin) -> None:
    async def view(endpoint: Endpoint) -> EndpointView:
        return EndpointView.of(endpoint, await admin.counts(endpoint.id))

    @router.get("/endpoints")
    async def list_endpoints() -> EndpointList:
        return EndpointList(items=[EndpointView.of(found, counts) for found, counts in await admin.listed()])

    @router.post("/endpoints", status_code=201)
    async def create_endpoint(new: NewEndpoint, response: Response) -> EndpointWithSecret:
        """The answer alone shows the secret."""
        endpoint = await admin.create(new)
        response.headers["Location"] = f"/endpoints/{endpoint.id}"
        return EndpointWithSecret.created(endpoint)

    @router.get("/endpoints/{endpoint_id}")
    async def get_endpoint(endpoint_id: str) -> EndpointView:
        return await view(await admin.endpoint(endpoint_id))

    @router.patch("/endpoints/{endpoint_id}")
    async def change_endpoint(endpoint_id: str, patch: EndpointPatch) -> EndpointView:
        return await view(await admin.patch(endpoint_id, patch))

    @router.delete("/endpoints/{endpoint_id}", status_code=204)
    async def delete_endpoint(endpoint_id: str) -> None:
        """Forgets its deliveries too."""
        await admin.delete(endpoint_id)

    @router.post("/endpoints/{endpoint_id}/enable")
    async def enable_endpoint(endpoint_id: str) -> EndpointView:
        """Deliveries that were skipped stay parked until they are replayed."""
        return await view(await admin.enable(endpoint_id))


def _add_actions(router: APIRouter, admin: Admin) -> None:
    @router.post("/endpoints/{endpoint_id}/test")
    async def test_endpoint(endpoint_id: str) -> AttemptView:
        """Sends one endpoint.test now and answers with what came back; `error` is null for a success."""
        return AttemptView.of(await admin.test(endpoint_id))

    @router.post("/endpoints/{endpoint_id}/replay")
    async def replay(endpoint_id: str, request: ReplayRequest | None = None) -> ReplayView:
        """Without a body: all deliveries that are dead or were skipped."""
        request = request or ReplayRequest()
        since_ms = milliseconds(request.since) if request.since else 0
        return ReplayView(replayed=await admin.replay(endpoint_id, request.deliveries, since_ms))

    @router.post("/endpoints/{endpoint_id}/rotate-secret")
    async def rotate_secret(endpoint_id: str, request: RotateRequest | None = None) -> SecretView:
        """Both secrets sign until the one before has expired."""
        secret, expires_ms = await admin.rotate(endpoint_id, request.secret if request else None)
        return SecretView(secret=secret, previous_expires_at=moment(expires_ms))


def _add_deliveries(router: APIRouter, admin: Admin) -> None:
    @router.get("/endpoints/{endpoint_id}/deliveries")
    async def list_deliveries(
        endpoint_id: str, limit: Limit = 50, before: Before = None, state: State | None = None
    ) -> DeliveryList:
        """Newest first. `next` is the path of the page after this one."""
        cursor = None
        if before:
            created_ms, _, delivery_id = before.partition("~")
            cursor = Cursor(int(created_ms), delivery_id)
        found = await admin.deliveries(endpoint_id, limit, cursor, state)
        following = None
        if len(found) == limit:
            only = f"&state={state.value}" if state else ""
            last = "~".join(map(str, cursor_of(found[-1])))
            following = f"/endpoints/{endpoint_id}/deliveries?limit={limit}&before={last}{only}"
        return DeliveryList(items=[DeliveryView.of(delivery) for delivery in found], next=following)

    @router.get("/deliveries/{delivery_id}")
    async def get_delivery(delivery_id: str) -> DeliveryWithAttempts:
        return DeliveryWithAttempts.with_attempts(*await admin.delivery(delivery_id))

    @router.delete("/deliveries/{delivery_id}", status_code=204)
    async def drop_delivery(delivery_id: str) -> None:
        """It is not sent any more, and forgotten."""
        await admin.drop(delivery_id)
