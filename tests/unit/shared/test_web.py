"""The skeleton that every service serves: health, the page of its interface, tokens, problems."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, SecretStr

from newsroom.web import Problem, create_api, require_token


@asynccontextmanager
async def nothing(_: FastAPI) -> AsyncIterator[None]:
    yield


class Body(BaseModel):
    count: int


@pytest.fixture
def problems() -> list[str]:
    """What the readiness check finds."""
    return []


@pytest.fixture
def client(problems: list[str]) -> TestClient:
    async def check() -> str | None:
        return problems[0] if problems else None

    app = create_api("Example", lifespan=nothing, checks=[check])

    @app.post("/things", dependencies=[Depends(require_token(SecretStr("right")))])
    async def make(body: Body) -> Body:
        """Makes <things>."""
        if body.count > 3:
            raise Problem(409, "Send at most three things.", {"Retry-After": "5"})
        return body

    @app.post("/closed", dependencies=[Depends(require_token(None))])
    async def closed() -> None:
        pass

    return TestClient(app, raise_server_exceptions=False)


RIGHT = {"Authorization": "Bearer right"}


def test_alive_and_ready_are_two_things(client: TestClient, problems: list[str]) -> None:
    """A service that cannot work is alive, and says why it is not ready."""
    problems.append("The model is not loaded yet.")

    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "problems": ["The model is not loaded yet."]}


@pytest.mark.parametrize(
    "header", [None, "right", "Basic right", "Bearer", "Bearer wrong", "Bearer rightt", "Bearer ríght"]
)
def test_only_the_token_opens(client: TestClient, header: str | None) -> None:
    """Anything but the exact token is 401 with the scheme to use."""
    headers = {b"Authorization": header.encode()} if header else {}

    answer = client.post("/things", json={"count": 1}, headers=headers)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert client.post("/things", json={"count": 1}, headers=RIGHT).status_code == 200


def test_without_a_configured_token_nothing_opens(client: TestClient) -> None:
    """403, and the sentence says what to set."""
    answer = client.post("/closed", headers={"Authorization": "Bearer "})

    assert answer.status_code == 403
    assert "NEWSROOM_TOKEN" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "part"),
    [
        ("POST", "/things", {"count": 9}, 409, "at most three"),
        ("POST", "/things", {"count": "many"}, 422, "count"),
        ("GET", "/nowhere", None, 404, "/docs"),
        ("DELETE", "/things", None, 405, "DELETE"),
    ],
)
def test_every_error_is_a_problem_document(
    client: TestClient, method: str, path: str, body: dict[str, object] | None, status: int, part: str
) -> None:
    """RFC 9457, with a sentence that says what to do."""
    answer = client.request(method, path, json=body, headers=RIGHT)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert part in answer.json()["detail"]


def test_the_page_of_the_interface_needs_no_other_server(client: TestClient) -> None:
    """Every route, escaped, without a script or a link that loads anything."""
    page = client.get("/docs")

    assert "/things" in page.text
    assert "Makes &lt;things&gt;." in page.text
    assert "<script" not in page.text
    assert "http://" not in page.text.replace("http://testserver", "")
    assert "default-src 'none'" in page.headers["content-security-policy"]
