"""The common skeleton of a service's HTTP side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import prometheus_client
from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse

from newsroom.web import docs, problems

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from contextlib import AbstractAsyncContextManager

Check: TypeAlias = "Callable[[], Awaitable[str | None]]"
"""A readiness check: None when all is well, else one sentence that says what is wrong."""


def create_api(
    title: str,
    *,
    lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]],
    checks: Sequence[Callable[[], Awaitable[str | None]]] = (),
    asyncapi: Callable[[], dict[str, Any]] | None = None,
) -> FastAPI:
    """An application with /healthz, /readyz, /metrics, /docs and /asyncapi, and problems as its errors.

    /healthz answers 200 while the process serves; /readyz 200, or 503 with the sentences of the checks
    that fail.
    """
    app = FastAPI(title=title, lifespan=lifespan, docs_url=None, redoc_url=None)
    problems.install(app)

    @app.get("/healthz", include_in_schema=False)
    async def healthz() -> PlainTextResponse:
        return PlainTextResponse("alive\n")

    @app.get("/readyz", include_in_schema=False)
    async def readyz(_: Request) -> JSONResponse:
        found = [problem for check in checks if (problem := await check())]
        return JSONResponse({"ready": not found, "problems": found}, 503 if found else 200)

    @app.get("/docs", include_in_schema=False)
    async def openapi_page() -> HTMLResponse:
        return HTMLResponse(docs.render(app.openapi()), headers={"Content-Security-Policy": docs.POLICY})

    @app.get("/metrics", include_in_schema=False)
    async def metrics() -> Response:
        return Response(prometheus_client.generate_latest(), media_type=prometheus_client.CONTENT_TYPE_LATEST)

    if asyncapi is not None:

        @app.get("/asyncapi", include_in_schema=False)
        async def async_api() -> JSONResponse:
            return JSONResponse(asyncapi())

    return app
