"""GuardedHttp against servers that behave, misbehave, and lead elsewhere."""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
import time
from typing import TYPE_CHECKING, Any, cast

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from newsroom.guarded_http import (
    FetchFailedError,
    FetchTimeoutError,
    ForbiddenAddressError,
    GuardedHttp,
    Response,
    ResponseTooLargeError,
)
from newsroom.guarded_http.addresses import open_public_socket
from newsroom.settings import FetchSettings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiohttp import AddrInfoType

    from unit.guarded_http.conftest import RawServer


def always(reply: bytes) -> Callable[[str, asyncio.StreamWriter], Awaitable[None]]:
    async def handler(_: str, writer: asyncio.StreamWriter) -> None:
        writer.write(reply)

    return handler


def by_path(replies: dict[str, bytes]) -> Callable[[str, asyncio.StreamWriter], Awaitable[None]]:
    async def handler(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(replies[head.split(" ")[1]])

    return handler


def redirect(status: int, location: str) -> bytes:
    return f"HTTP/1.1 {status} Elsewhere\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


class FakeResolver(AbstractResolver):
    """Gives its answers one after the other, and the last one for ever."""

    def __init__(self, *answers: tuple[str, ...]) -> None:
        self.answers = list(answers)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        addresses = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        pass


async def test_an_answer_comes_back_whole(http: GuardedHttp, raw_server: RawServer) -> None:
    """Status, headers in any case, body and URL; with our User-Agent and what the caller adds."""
    reply = raw_server.answer(b"<rss/>", "ETag: x1", status="203 Fine")
    async with raw_server.serve(always(reply)):
        got = await http.fetch("GET", f"{raw_server.url}/rss?a=1", headers={"If-None-Match": "x0"})

    assert (got.status, got.headers["etag"], got.body) == (203, "x1", b"<rss/>")
    assert (got.url, got.moved_to) == (f"{raw_server.url}/rss?a=1", None)
    assert "User-Agent: Newsroom/" in raw_server.heads[0]
    assert "If-None-Match: x0" in raw_server.heads[0]


async def test_connections_are_reused(http: GuardedHttp, raw_server: RawServer) -> None:
    """Ten requests, one connection."""
    async with raw_server.serve(always(raw_server.answer(b"ok"))):
        for _ in range(10):
            await http.fetch("GET", raw_server.url)

        assert raw_server.connections == 1


async def test_gzip_is_decompressed(http: GuardedHttp, raw_server: RawServer) -> None:
    reply = raw_server.answer(gzip.compress(b"text " * 100), "Content-Encoding: gzip")
    async with raw_server.serve(always(reply)):
        got = await http.fetch("GET", raw_server.url)

    assert got.body == b"text " * 100


async def test_cookies_do_not_travel(http: GuardedHttp, raw_server: RawServer) -> None:
    """What one answer sets, no later request carries."""
    async with raw_server.serve(always(raw_server.answer(b"", "Set-Cookie: a=b"))):
        await http.fetch("GET", raw_server.url)
        await http.fetch("GET", raw_server.url)

    assert "Cookie" not in raw_server.heads[1]


async def test_the_environment_names_no_proxy(
    http: GuardedHttp, raw_server: RawServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy would dial for us, past the guard."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    async with raw_server.serve(always(raw_server.answer(b"direct"))):
        assert (await http.fetch("GET", raw_server.url)).body == b"direct"


# The guard


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "localhost.",
        "LOCALHOST",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "017700000001",
        "0.0.0.0",
        "0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[0:0:0:0:0:ffff:7f00:1]",
        "[::127.0.0.1]",
        "①②⑦.0.0.1",
        "127。0。0。1",
        "127.0.0.1.",
        "%31%32%37.0.0.1",
    ],
)
async def test_no_spelling_reaches_loopback(guarded: GuardedHttp, raw_server: RawServer, host: str) -> None:
    """A server listens on loopback, and never hears from us."""
    async with raw_server.serve(always(raw_server.answer(b"secret"))):
        port = raw_server.url.rsplit(":", 1)[1]
        with pytest.raises((ForbiddenAddressError, FetchFailedError)):
            await guarded.fetch("GET", f"http://{host}:{port}/", timeout_seconds=5)

    assert raw_server.connections == 0


async def test_the_refusal_says_why_and_how_to_allow_it(guarded: GuardedHttp) -> None:
    with pytest.raises(
        ForbiddenAddressError, match=r"127\.0\.0\.1 is loopback.*fetch\.allow_private_addresses"
    ):
        await guarded.fetch("GET", "http://127.0.0.1:1/")


def loopback_or_public(addr_info: AddrInfoType) -> socket.socket:
    """Lets a first hop reach the test's server; judges every other address as in production."""
    if addr_info[4][0] == "127.0.0.1":
        return socket.socket(*addr_info[:3])
    return open_public_socket(addr_info)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_to_the_metadata_service_is_refused(raw_server: RawServer, status: int) -> None:
    """The first hop is allowed, the second is judged on its own."""
    target = redirect(status, "http://169.254.169.254/latest/meta-data/")
    async with (
        GuardedHttp(FetchSettings(), socket_factory=loopback_or_public) as client,
        raw_server.serve(always(target)),
    ):
        with pytest.raises(ForbiddenAddressError, match=r"169\.254\.169\.254 is link-local"):
            await client.fetch("GET", raw_server.url)

    assert len(raw_server.heads) == 1


async def test_a_name_that_is_rebound_is_judged_at_every_connection(raw_server: RawServer) -> None:
    """The name first stands for a public address, then for loopback: only what is dialled counts."""
    resolver = FakeResolver(("203.0.114.1",), ("127.0.0.1",))
    async with raw_server.serve(always(raw_server.answer(b"secret"))):
        port = raw_server.url.rsplit(":", 1)[1]
        async with GuardedHttp(FetchSettings(connect_timeout_seconds=0.05), resolver=resolver) as client:
            cast("Any", client)._session.connector._use_dns_cache = False  # as if its time were up
            with pytest.raises((FetchTimeoutError, FetchFailedError)):
                await client.fetch("GET", f"http://rebind.example:{port}/")
            with pytest.raises(ForbiddenAddressError, match="loopback"):
                await client.fetch("GET", f"http://rebind.example:{port}/")

    assert raw_server.connections == 0


@pytest.mark.parametrize("answers", [("127.0.0.1", "::1"), ("10.0.0.1", "127.0.0.1", "fd00::1")])
async def test_a_name_with_only_forbidden_addresses_is_refused(answers: tuple[str, ...]) -> None:
    async with GuardedHttp(FetchSettings(), resolver=FakeResolver(answers)) as client:
        with pytest.raises(ForbiddenAddressError):
            await client.fetch("GET", "http://inside.example/")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("ftp://news.example/rss", "must begin with http"),
        ("file:///etc/passwd", "must begin with http"),
        ("news.example/rss", "must begin with http"),
        ("http://", "http"),
        ("http:///path", "http"),
        ("", "must begin with http"),
        ("http://me:secret@news.example/", "news.example carries a user name or password"),
        ("http://news.example:99999/", "not valid"),
        ("http://[::1", "not valid"),
        ("http://exa mple/", "exa"),
        ("http://" + "a" * 300 + ".example/", "aaa"),
    ],
)
async def test_unusable_urls_are_refused_with_a_sentence(http: GuardedHttp, url: str, sentence: str) -> None:
    with pytest.raises(FetchFailedError, match=sentence) as caught:
        await http.fetch("GET", url)

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "https://[::1]/", "http://10.1.2.3:8080/x"])
async def test_check_url_refuses_literals_early(guarded: GuardedHttp, http: GuardedHttp, url: str) -> None:
    """A form can say at once what every delivery would say later; the setting lifts it."""
    with pytest.raises(ForbiddenAddressError):
        guarded.check_url(url)
    http.check_url(url)
    guarded.check_url("https://hooks.example/newsroom")


# Redirects


async def test_redirects_are_followed_and_the_last_url_reported(
    http: GuardedHttp, raw_server: RawServer
) -> None:
    replies = {
        "/a": redirect(302, "/b?x=1"),
        "/b?x=1": redirect(301, "c"),
        "/c": raw_server.answer(b"here"),
    }
    async with raw_server.serve(by_path(replies)):
        got = await http.fetch("GET", f"{raw_server.url}/a")

    assert (got.body, got.url, got.moved_to) == (b"here", f"{raw_server.url}/c", None)


async def test_permanent_moves_are_reported_as_far_as_they_lead(
    http: GuardedHttp, raw_server: RawServer
) -> None:
    """301 and 308 count up to the first temporary one."""
    replies = {
        "/a": redirect(301, "/b"),
        "/b": redirect(308, "/c"),
        "/c": redirect(302, "/d"),
        "/d": redirect(301, "/e"),
        "/e": raw_server.answer(b"here"),
    }
    async with raw_server.serve(by_path(replies)):
        got = await http.fetch("GET", f"{raw_server.url}/a")

    assert (got.url, got.moved_to) == (f"{raw_server.url}/e", f"{raw_server.url}/c")


async def test_endless_redirects_end(http: GuardedHttp, raw_server: RawServer) -> None:
    async with raw_server.serve(always(redirect(302, "/again"))):
        with pytest.raises(FetchFailedError, match="redirects too often"):
            await http.fetch("GET", raw_server.url, max_redirects=3)

    assert len(raw_server.heads) == 4


async def test_a_redirect_can_be_the_answer(http: GuardedHttp, raw_server: RawServer) -> None:
    """With no redirects allowed, the caller sees where it would have led."""
    async with raw_server.serve(always(redirect(308, "https://new.example/"))):
        got = await http.fetch("POST", raw_server.url, body=b"{}", max_redirects=0)

    assert (got.status, got.headers["Location"]) == (308, "https://new.example/")


@pytest.mark.parametrize("location", ["file:///etc/passwd", "javascript:alert(1)", "gopher://127.0.0.1/"])
async def test_a_redirect_to_another_scheme_is_refused(
    http: GuardedHttp, raw_server: RawServer, location: str
) -> None:
    async with raw_server.serve(always(redirect(302, location))):
        with pytest.raises(FetchFailedError, match="something else than http"):
            await http.fetch("GET", raw_server.url)


async def test_credentials_stay_with_their_origin(http: GuardedHttp, raw_server: RawServer) -> None:
    """Authorization is dropped when a redirect leads to another port."""
    other = type(raw_server)()
    async with other.serve(always(other.answer(b"ok"))), raw_server.serve(always(redirect(302, other.url))):
        await http.fetch("GET", raw_server.url, headers={"Authorization": "Bearer x", "X-Own": "1"})

    assert "Authorization: Bearer x" in raw_server.heads[0]
    assert "Authorization" not in other.heads[0]
    assert "X-Own: 1" in other.heads[0]


@pytest.mark.parametrize(
    ("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "PUT"), (308, "PUT")]
)
async def test_only_307_and_308_repeat_a_body(
    http: GuardedHttp, raw_server: RawServer, status: int, method: str
) -> None:
    sent = "PUT" if method == "PUT" else "POST"
    replies = {"/": redirect(status, "/next"), "/next": raw_server.answer(b"ok")}
    async with raw_server.serve(by_path(replies)):
        # The raw server does not read bodies, so this one is empty.
        await http.fetch(sent, raw_server.url, body=b"", headers={"Content-Type": "text/plain"})

    assert raw_server.heads[1].startswith(f"{method} /next")
    assert ("Content-Type: text/plain" in raw_server.heads[1]) is (method == "PUT")


# Limits


@pytest.mark.parametrize("coding", ["identity", "gzip"])
async def test_a_large_body_stops_at_the_limit(http: GuardedHttp, raw_server: RawServer, coding: str) -> None:
    """200 MB of zeros, of which gzip makes 200 kB: neither comes in."""
    sent = 0

    async def flood(_: str, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n".encode())
        chunk = gzip.compress(bytes(1_000_000)) if coding == "gzip" else bytes(1_000_000)
        for _index in range(200):
            writer.write(chunk)
            await writer.drain()
            sent += 1
        writer.close()

    async with raw_server.serve(flood):
        with pytest.raises(ResponseTooLargeError, match="more than the 1,000,000 bytes"):
            await http.fetch("GET", raw_server.url, max_body_bytes=1_000_000)

    if coding == "identity":
        assert sent < 50


async def test_a_slow_drip_ends_at_the_deadline(http: GuardedHttp, raw_server: RawServer) -> None:
    """A byte now and then keeps no request alive."""
    async with raw_server.serve(drip):
        begun = time.monotonic()
        with pytest.raises(FetchTimeoutError, match=r"did not complete its answer within 0\.3 s"):
            await http.fetch("GET", raw_server.url, timeout_seconds=0.3)

    assert time.monotonic() - begun < 2


async def drip(_: str, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 202 Accepted\r\n\r\n")
    for _index in range(1_000):
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.01)


async def test_silence_ends_at_the_deadline(http: GuardedHttp, raw_server: RawServer) -> None:
    async def hang(_: str, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    async with raw_server.serve(hang):
        with pytest.raises(FetchTimeoutError, match=r"did not answer within 0\.2 s"):
            await http.fetch("GET", raw_server.url, timeout_seconds=0.2)


async def test_the_deadline_spans_redirects(http: GuardedHttp, raw_server: RawServer) -> None:
    """Each hop is quick, all of them are not."""

    async def slow_redirect(_: str, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.1)
        writer.write(redirect(302, "/next"))

    async with raw_server.serve(slow_redirect):
        with pytest.raises(FetchTimeoutError):
            await http.fetch("GET", raw_server.url, timeout_seconds=0.35, max_redirects=100)


async def test_part_of_a_body_is_enough_when_only_the_status_counts(
    http: GuardedHttp, raw_server: RawServer
) -> None:
    """Too slow, too large, broken: the status has arrived, so it is the answer."""
    async with raw_server.serve(drip):
        slow = await http.fetch("POST", raw_server.url, timeout_seconds=0.3, partial_body=True)
    large = await fetch_partial(http, raw_server, raw_server.answer(b"x" * 500))
    broken = await fetch_partial(http, raw_server, raw_server.answer(b"abc", "Content-Encoding: br"))

    assert (slow.status, set(slow.body)) == (202, {ord(".")})
    assert (large.status, large.body) == (200, b"x" * 10)
    assert (broken.status, broken.body) == (200, b"")


async def fetch_partial(http: GuardedHttp, raw_server: RawServer, reply: bytes) -> Response:
    async with raw_server.serve(always(reply)):
        return await http.fetch("POST", raw_server.url, max_body_bytes=10, partial_body=True)


@pytest.mark.parametrize(
    "head",
    [
        "X-Long: " + "x" * 20_000,
        "\r\n".join(f"X-{n}: 1" for n in range(1_000)),
    ],
)
async def test_oversized_headers_are_refused(http: GuardedHttp, raw_server: RawServer, head: str) -> None:
    async with raw_server.serve(always(raw_server.answer(b"", head))):
        with pytest.raises(FetchFailedError, match="did not answer in valid HTTP") as caught:
            await http.fetch("GET", raw_server.url)

    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (b"SSH-2.0-OpenSSH_9.2\r\n", "did not answer in valid HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour", "broke off"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd", "damaged"),
        (b"", "closed the connection without an answer"),
    ],
)
async def test_answers_that_are_no_http_say_so(
    http: GuardedHttp, raw_server: RawServer, reply: bytes, sentence: str
) -> None:
    async def reply_and_close(_: str, writer: asyncio.StreamWriter) -> None:
        writer.write(reply)
        writer.close()

    async with raw_server.serve(reply_and_close):
        with pytest.raises(FetchFailedError, match=sentence):
            await http.fetch("GET", raw_server.url)


async def test_a_closed_port_and_an_unknown_name_say_so(
    http: GuardedHttp, unused_tcp_port_factory: Callable[[], int]
) -> None:
    with pytest.raises(FetchFailedError, match=r"No connection to 127\.0\.0\.1"):
        await http.fetch("GET", f"http://127.0.0.1:{unused_tcp_port_factory()}/hidden?token=1")
    with pytest.raises(FetchFailedError, match=r"name nowhere\.invalid cannot be resolved"):
        await http.fetch("GET", "http://nowhere.invalid/hidden?token=1")


async def test_dead_names_do_not_hold_up_the_others(
    http: GuardedHttp, raw_server: RawServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty lookups hang at a dead name server; the name beside them is found at once."""
    release = threading.Event()
    lookup = socket.getaddrinfo

    def sometimes_dead(host: str, *arguments: Any, **options: Any) -> Any:
        if host.endswith(".dead.example"):
            release.wait(30)
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure")
        return lookup(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", sometimes_dead)
    async with raw_server.serve(always(raw_server.answer(b"ok"))), asyncio.TaskGroup() as hanging:
        dead = [
            hanging.create_task(fetch_dead(http, f"http://{number}.dead.example/")) for number in range(20)
        ]
        port = raw_server.url.rsplit(":", 1)[1]
        got = await http.fetch("GET", f"http://localhost:{port}/", timeout_seconds=5)
        still_hanging = not any(task.done() for task in dead)
        release.set()

    assert (got.body, still_hanging) == (b"ok", True)


async def fetch_dead(http: GuardedHttp, url: str) -> None:
    with pytest.raises(FetchFailedError, match="cannot be resolved: Temporary failure"):
        await http.fetch("GET", url)


async def test_a_plain_server_behind_https_says_so(http: GuardedHttp) -> None:
    async def no_tls(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(no_tls, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(FetchFailedError, match=r"No connection to 127\.0\.0\.1.*SSL"):
            await http.fetch("GET", f"https://127.0.0.1:{port}", timeout_seconds=5)


async def test_headers_cannot_be_smuggled(http: GuardedHttp, raw_server: RawServer) -> None:
    async with raw_server.serve(always(raw_server.answer(b""))):
        with pytest.raises(FetchFailedError):
            await http.fetch("GET", raw_server.url, headers={"X-A": "1\r\nX-B: 2"})

    assert raw_server.heads == []


async def test_it_must_be_entered_first() -> None:
    with pytest.raises(RuntimeError, match="async with"):
        await GuardedHttp(FetchSettings()).fetch("GET", "http://news.example/")
