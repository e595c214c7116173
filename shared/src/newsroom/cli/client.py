"""How commands talk to a running service: one small HTTP client whose errors are sentences."""

from __future__ import annotations

import asyncio
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Self

import aiohttp

from newsroom.errors import NewsroomError
from newsroom.running import running_service_url
from newsroom.settings import load
from newsroom.token_file import known_token

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from newsroom.settings import Settings

ServiceName = Literal["ingest", "publish"]

# Above every deadline of a service: a refresh waits for the feed, which has its own limit.
TIMEOUT_SECONDS = 120
EVERY_ADDRESS = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - recognized here, not bound


class RefusedError(NewsroomError):
    """The service answered with an error; the message is the sentence of its problem document."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    """A successful answer: its status and its JSON, or its text where it is not JSON (None: no content)."""

    status: int
    data: Any


class ServiceClient:
    """`with ServiceClient(base_url, token) as service: service.request("GET", "/feeds")`. Not for threads."""

    def __init__(
        self, base_url: str, token: str | None = None, *, timeout_seconds: float = TIMEOUT_SECONDS
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._timeout_seconds = timeout_seconds
        self._runner = asyncio.Runner()
        self._session: aiohttp.ClientSession | None = None

    def __enter__(self) -> Self:
        self._runner.__enter__()
        self._runner.run(self._open())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            self._runner.run(self._session.close())
            self._session = None
        self._runner.__exit__(kind, error, trace)

    def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        body: bytes | None = None,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request, with `json` or the raw `body`.

        Raises NewsroomError when the service cannot be reached, RefusedError for an answer of 400 or above.
        """
        return self._runner.run(self._request(method, path, json, body, params, headers))

    async def _open(self) -> None:
        self._session = aiohttp.ClientSession(
            headers=self._headers,
            timeout=aiohttp.ClientTimeout(total=self._timeout_seconds),
        )

    async def _request(
        self,
        method: str,
        path: str,
        json_value: Any,
        body: bytes | None,
        params: Mapping[str, str] | None,
        headers: Mapping[str, str] | None,
    ) -> Answer:
        assert self._session is not None, "ServiceClient is used outside its `with` block"
        sent = {"json": json_value} if json_value is not None else {"data": body}
        try:
            async with self._session.request(
                method, self.base_url + path, params=params, headers=headers, allow_redirects=False, **sent
            ) as answer:
                status, text = answer.status, await answer.text(errors="replace")
        except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
            raise NewsroomError(self._unreachable(error)) from error
        if status >= 300:
            raise RefusedError(_sentence(status, text, self.base_url), status)
        return Answer(status, _parsed(text))

    def _unreachable(self, error: Exception) -> str:
        if isinstance(error, aiohttp.InvalidURL | aiohttp.NonHttpUrlClientError | ValueError):
            return f"{self.base_url} is not a URL of a service; it looks like http://127.0.0.1:8081."
        if isinstance(error, TimeoutError):
            return f"{self.base_url} did not answer within {self._timeout_seconds:g} s; try again later."
        if isinstance(error, aiohttp.ClientConnectorError):
            return (
                f"Nothing answers at {self.base_url}: start it with newsroom up, or name the service in "
                "NEWSROOM_INGEST_URL or NEWSROOM_PUBLISH_URL."
            )
        return f"The connection to {self.base_url} broke off ({error}); try again."


def locate(service: ServiceName, settings: Settings | None = None) -> ServiceClient:
    """A client for the service of this installation.

    The address is NEWSROOM_INGEST_URL or NEWSROOM_PUBLISH_URL, else that of a running `newsroom up`, else
    where the settings make it listen; the token is the configured one, else the one that `newsroom up` keeps.
    """
    settings = settings or load()
    announced = running_service_url(settings.data_dir, service)
    section = settings.ingest if service == "ingest" else settings.publish
    host = "127.0.0.1" if section.host in EVERY_ADDRESS else section.host
    listening = f"http://[{host}]:{section.port}" if ":" in host else f"http://{host}:{section.port}"
    return ServiceClient(
        os.environ.get(f"NEWSROOM_{service.upper()}_URL") or announced or listening, known_token(settings)
    )


def _parsed(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text


def _sentence(status: int, text: str, base_url: str) -> str:
    problem = _parsed(text)
    if isinstance(problem, dict) and isinstance(problem.get("detail"), str):
        return str(problem["detail"])
    return f"{base_url} answered {status} without a reason; is it a service of Newsroom?"
