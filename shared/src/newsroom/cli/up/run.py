"""Check, start, say what runs where, wait, stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from newsroom.cli.up.demo import ExampleFeed, example_reports, submit_examples
from newsroom.cli.up.plan import Plan, make_plan
from newsroom.cli.up.watch import announce_feed_problems, keep_server_running, wait_until_ready
from newsroom.embedded import EmbeddedValkey
from newsroom.running import announced
from newsroom.settings import Settings
from newsroom.streams import check_server
from newsroom.supervisor import Supervisor
from newsroom.token_file import ensure_token, token_path
from newsroom.web.serve import bind

EXAMPLES = Path("examples")
# Beyond the service's own time to finish, for the interpreter to end.
STOP_MARGIN_SECONDS = 5

console = Console(highlight=False, soft_wrap=True)


def start(settings: Settings, *, workers: int, demo: bool, port: int | None, config: Path | None) -> None:
    """Run until SIGINT or SIGTERM; NewsroomError for what stops the start."""
    with ExitStack() as stack:
        feed = stack.enter_context(ExampleFeed(EXAMPLES)) if demo else None
        plan = make_plan(
            settings,
            workers=workers,
            port=port,
            config=config,
            console=console.is_terminal,
            environment=feed.environment(settings) if feed else {},
        )
        for service in plan.services:
            bind(service.host, service.port).close()
        asyncio.run(_run(settings, plan, demo=demo))


async def _run(settings: Settings, plan: Plan, *, demo: bool) -> None:
    token = ensure_token(settings)
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    async with AsyncExitStack() as stack:
        redis_url, keep_server = await _server(settings, stack)
        stack.enter_context(announced(settings.data_dir, {one.name: one.url for one in plan.services}))
        supervisor = Supervisor(
            plan.children(redis_url=redis_url, token=token),
            emit=_emit,
            notice=_notice,
            stop_timeout_seconds=settings.hop.stop_timeout_seconds + STOP_MARGIN_SECONDS,
        )
        await stack.enter_async_context(supervisor.running())
        watches = await stack.enter_async_context(asyncio.TaskGroup())
        running = [
            watches.create_task(keep_server()),
            watches.create_task(announce_feed_problems(plan.ingest.url, token, _notice)),
            watches.create_task(_greet(settings, plan, token, demo=demo)),
        ]
        await stopping.wait()
        _notice("Stopping: what was taken is finished first.")
        for task in running:
            task.cancel()
    _notice("Stopped.")


async def _server(
    settings: Settings, stack: AsyncExitStack
) -> tuple[str, Callable[[], Coroutine[None, None, None]]]:
    """The URL of the server, and what keeps it running."""
    if settings.redis_url:
        await check_server(settings.redis_url)
        return settings.redis_url, _nothing
    server = EmbeddedValkey(settings.data_dir / "valkey")
    await asyncio.to_thread(server.start)
    stack.push_async_callback(asyncio.to_thread, server.stop)
    return server.url, lambda: keep_server_running(server, _notice)


async def _nothing() -> None:
    """A configured server is not ours to keep running."""


async def _greet(settings: Settings, plan: Plan, token: str, *, demo: bool) -> None:
    await wait_until_ready(plan.services, _notice)
    _print_addresses(settings, plan)
    if demo:
        await submit_examples(example_reports(EXAMPLES), plan.ingest.url, token, _notice)


def _print_addresses(settings: Settings, plan: Plan) -> None:
    """What runs where."""
    store = "the configured server" if settings.redis_url else f"Valkey in {settings.data_dir / 'valkey'}"
    workers = "1 worker" if plan.workers == 1 else f"{plan.workers} workers"
    token = "NEWSROOM_TOKEN" if settings.token else str(token_path(settings))
    _notice("[bold green]Newsroom is ready.[/] Ctrl-C stops it.")
    table = Table.grid(padding=(0, 2))
    table.add_row("  digest", f"{plan.publish.url}/", "/feed.rss /feed.atom /feed.json")
    table.add_row("  intake", f"{plan.ingest.url}/reports", "newsroom submit FILE")
    table.add_row("  enrich", f"{plan.enrich.url}/readyz", workers)
    table.add_row("  store", store, "append-only file")
    table.add_row("  token", token, "opens what writes")
    console.print(table)


def _emit(name: str, line: str) -> None:
    # The line has its own colours, if any: it is written as it is.
    console.print(f"[dim]{name:>9} |[/] ", end="")
    console.out(line, highlight=False)


def _notice(sentence: str) -> None:
    console.print(f"[bold cyan]{'newsroom':>9} |[/] {sentence}")
