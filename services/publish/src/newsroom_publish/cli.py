"""newsroom endpoints: the webhooks, over the API of the publish service."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import typer
from rich.table import Table

from newsroom.errors import NewsroomError
from newsroom_publish.terminal import ask, show

Id = Annotated[str, typer.Argument(metavar="ID", help="As newsroom endpoints list prints it.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON as the API answers it.")]
Values = list[str] | None

endpoints = typer.Typer(name="endpoints", help="Webhooks: who gets which summaries.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(endpoints)


def _path(endpoint_id: str) -> str:
    return "/endpoints/" + quote(endpoint_id, safe="")


@endpoints.command("list")
def list_(*, as_json: AsJson = False) -> None:
    """Every endpoint with its health."""
    answer = ask("GET", "/endpoints")
    if as_json:
        print(json.dumps(answer, ensure_ascii=False))
        return
    if not answer["items"]:
        show("No endpoints yet: add one with newsroom endpoints add URL.")
        return
    table = Table("id", "state", "pending", "parked", "filter", "url", box=None, pad_edge=False)
    for item in answer["items"]:
        counts = (str(item["pending"]), str(item["parked"]))
        table.add_row(item["id"], _state(item), *counts, _filter(item["filter"]), item["url"])
    show(table)
    for item in answer["items"]:
        if item["disabled_reason"]:
            show(f"{item['id']}: {item['disabled_reason']}")


@endpoints.command()
def add(  # noqa: PLR0913 - one option for each field of a filter
    url: Annotated[str, typer.Argument(metavar="URL", help="Where webhooks are posted.")],
    *,
    endpoint_id: Annotated[str | None, typer.Option("--id", help="Made from the URL when left out.")] = None,
    description: Annotated[str, typer.Option(help="For people.")] = "",
    secret_file: Annotated[Path | None, typer.Option(help="Holds the secret; else one is made.")] = None,
    entity: Annotated[Values, typer.Option(help="Name or id. All filters may be repeated.")] = None,
    country: Annotated[Values, typer.Option(help="Two letters, or a name.")] = None,
    body: Annotated[Values, typer.Option(help="The body that decided: name or id.")] = None,
    kind: Annotated[Values, typer.Option(help="Such as resolution or treaty.")] = None,
    action: Annotated[Values, typer.Option(help="Such as signed or vetoed.")] = None,
    topic: Annotated[Values, typer.Option(help="Media topic: code or name.")] = None,
    source: Annotated[Values, typer.Option(help="Id or name of a source.")] = None,
    language: Annotated[Values, typer.Option(help="Such as en.")] = None,
    q: Annotated[Values, typer.Option(help="Words that must occur.")] = None,
    as_json: AsJson = False,
) -> None:
    """Create an endpoint. Without filters it gets every summary."""
    wanted = {
        "entity": entity,
        "country": country,
        "body": body,
        "kind": kind,
        "action": action,
        "topic": topic,
        "source": source,
        "language": language,
        "q": q,
    }
    answer = ask(
        "POST",
        "/endpoints",
        {
            "url": url,
            "id": endpoint_id,
            "description": description,
            "secret": _read(secret_file),
            "filter": {name: values for name, values in wanted.items() if values},
        },
    )
    if as_json:
        print(json.dumps(answer, ensure_ascii=False))
        return
    show(f"Endpoint {answer['id']} gets {_filter(answer['filter'])}.")
    show(f"Its secret, shown this one time: {answer['secret']}")
    show(f"Try it with newsroom endpoints test {answer['id']}.")


@endpoints.command()
def remove(endpoint_id: Id) -> None:
    """Delete an endpoint, and all that it is owed."""
    ask("DELETE", _path(endpoint_id))
    show(f"Endpoint {endpoint_id} is gone.")


@endpoints.command()
def enable(endpoint_id: Id) -> None:
    """Let a disabled endpoint receive again."""
    answer = ask("POST", f"{_path(endpoint_id)}/enable")
    show(f"Endpoint {endpoint_id} is enabled.")
    if answer["parked"]:
        show(f"{answer['parked']} deliveries wait: newsroom endpoints replay {endpoint_id} sends them.")


@endpoints.command()
def test(endpoint_id: Id) -> None:
    """Send an endpoint.test now; fails when the endpoint does."""
    made = ask("POST", f"{_path(endpoint_id)}/test")
    if made["error"]:
        raise NewsroomError(made["error"] + (f" It said: {made['answer']}" if made["answer"] else ""))
    show(f"Delivered: it answered {made['status']} after {made['duration_ms']} ms.")


@endpoints.command()
def attempts(
    which: Annotated[str, typer.Argument(metavar="ID", help="Of an endpoint, or of a delivery (msg_...).")],
    *,
    state: Annotated[str | None, typer.Option(help="Such as dead; for an endpoint.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=500)] = 20,
    as_json: AsJson = False,
) -> None:
    """The latest deliveries of an endpoint, or every attempt of one delivery."""
    if which.startswith("msg_"):
        answer = ask("GET", f"/deliveries/{quote(which, safe='')}")
        table = _attempt_table(answer)
    else:
        only = f"&state={quote(state)}" if state else ""
        answer = ask("GET", f"{_path(which)}/deliveries?limit={limit}{only}")
        table = _delivery_table(answer)
    if as_json:
        print(json.dumps(answer, ensure_ascii=False))
    elif not table.row_count:
        show("Nothing yet.")
    else:
        show(table)


@endpoints.command()
def replay(
    endpoint_id: Id,
    delivery: Annotated[Values, typer.Option(help="Only this one; may be repeated.")] = None,
    since: Annotated[
        str | None, typer.Option(help="Only those made since, such as 2024-05-22T09:00Z.")
    ] = None,
) -> None:
    """Send what is parked (dead or skipped) once more."""
    request = {"deliveries": delivery or [], "since": since}
    count = ask("POST", f"{_path(endpoint_id)}/replay", request)["replayed"]
    show(f"{count} queued again.")


@endpoints.command("rotate-secret")
def rotate_secret(
    endpoint_id: Id,
    *,
    secret_file: Annotated[Path | None, typer.Option(help="Holds the new secret; else one is made.")] = None,
) -> None:
    """Give an endpoint a new secret; the old one signs along for a while."""
    answer = ask("POST", f"{_path(endpoint_id)}/rotate-secret", {"secret": _read(secret_file)})
    show(f"The new secret, shown this one time: {answer['secret']}")
    show(f"The one before it signs along until {_when(answer['previous_expires_at'])}.")


def _read(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise NewsroomError(f"The secret in {path} cannot be read: {error}.") from error


def _state(item: dict[str, Any]) -> str:
    if not item["enabled"]:
        return "disabled"
    return "failing" if item["failing_since"] else "enabled"


def _filter(wanted: dict[str, list[str]]) -> str:
    parts = [f"{name}={'|'.join(values)}" for name, values in wanted.items() if values]
    return " ".join(parts) or "everything"


def _delivery_table(answer: dict[str, Any]) -> Table:
    table = Table("delivery", "type", "state", "attempts", "made", "next attempt", box=None, pad_edge=False)
    for item in answer["items"]:
        table.add_row(
            item["id"],
            item["type"],
            item["state"],
            str(item["attempts"]),
            _when(item["created_at"]),
            _when(item["next_attempt_at"]),
        )
    return table


def _attempt_table(answer: dict[str, Any]) -> Table:
    table = Table("at", "status", "ms", "what came back", box=None, pad_edge=False)
    for made in answer["attempt_log"]:
        said = " ".join(part for part in (made["error"], made["answer"]) if part)
        table.add_row(_when(made["at"]), str(made["status"] or "none"), str(made["duration_ms"]), said)
    return table


def _when(moment: str | None) -> str:
    """An ISO 8601 moment without its fraction of a second."""
    return moment[:19].replace("T", " ") + "Z" if moment else ""
