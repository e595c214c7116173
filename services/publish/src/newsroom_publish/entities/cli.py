"""newsroom entities: who is who, over the API of the publish service."""

from __future__ import annotations

import json
from typing import Annotated, Any
from urllib.parse import quote, urlencode

import typer
from rich.table import Table

from newsroom_publish.terminal import ask, printable, show

Id = Annotated[str, typer.Argument(metavar="ID", help="As newsroom entities list prints it.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON as the API answers it.")]

entities = typer.Typer(
    name="entities", help="Who is who across reports: merge ids that are one.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(entities)


@entities.command("list")
def list_(
    query: Annotated[str, typer.Argument(metavar="[QUERY]", help="How a word of a name begins.")] = "",
    *,
    of_type: Annotated[str | None, typer.Option("--type", help="Such as person or organization.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 50,
    as_json: AsJson = False,
) -> None:
    """Entities by name, each with the number of summaries that name it."""
    items, more = _read(query, of_type, limit)
    if as_json:
        print(json.dumps({"items": items}, ensure_ascii=False))
    elif not items:
        show("No entity has such a name." if query else "No summary names an entity yet.")
    else:
        show(_table(items))
        if more:
            show(f"There are more: add a word, or --limit above {limit}.")


@entities.command("show")
def show_(entity_id: Id, *, as_json: AsJson = False) -> None:
    """One entity by any of its ids, with the ids that were merged into it."""
    found = ask("GET", _path(entity_id))
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return
    show(_line(found))
    for label, values in (("names", found["names"]), ("wikidata", [found["wikidata"]])):
        show(f"{label}: {printable(', '.join(filter(None, values))) or 'none'}")
    for other in found["merged"]:
        names = printable(", ".join(other["names"])) or "no name"
        country = f", {other['country']}" if other["country"] else ""
        reason = "an operator merged it" if other["by"] == "operator" else "the only one of this name"
        show(f"{other['id']} ({names}{country}) is {other['into']}: {reason}; {_count(other)}.")


@entities.command()
def merge(
    keep: Annotated[str, typer.Argument(metavar="A", help="The id that stays.")],
    gone: Annotated[str, typer.Argument(metavar="B", help="The id that becomes A.")],
) -> None:
    """B becomes A, with all that was merged into B, in everything that was and will be published."""
    found = ask("POST", f"{_path(keep)}/merge", {"with": gone})
    show(f"{gone} is {found['id']} now.")
    show(_line(found))


@entities.command()
def split(entity_id: Id) -> None:
    """Let an id that was merged, or joined by its name, stand for itself again."""
    found = ask("POST", f"{_path(entity_id)}/split")
    show(f"{entity_id} stands for itself now.")
    show(_line(found))


def _path(entity_id: str) -> str:
    return "/entities/" + quote(entity_id, safe="")


def _read(query: str, of_type: str | None, limit: int) -> tuple[list[dict[str, Any]], bool]:
    """The first entities, and whether there are more."""
    asked = {"q": query, "type": of_type or "", "limit": str(min(limit, 200))}
    path: str | None = "/entities?" + urlencode({name: value for name, value in asked.items() if value})
    items: list[dict[str, Any]] = []
    while path and len(items) < limit:
        answer = ask("GET", path)
        items += answer["items"]
        path = answer["next"]
    return items[:limit], path is not None or len(items) > limit


def _table(items: list[dict[str, Any]]) -> Table:
    table = Table("id", "type", "name", "country", "summaries", "merged", box=None, pad_edge=False)
    for item in items:
        table.add_row(
            item["id"],
            item["type"],
            printable(item["name"]),
            item["country"] or "",
            str(item["summaries"]),
            str(len(item["merged"]) or ""),
        )
    return table


def _line(found: dict[str, Any]) -> str:
    country = f", {found['country']}" if found["country"] else ""
    return f"{found['id']}: {printable(found['name'])}, {found['type']}{country}, {_count(found)}."


def _count(found: dict[str, Any]) -> str:
    return "1 summary" if found["summaries"] == 1 else f"{found['summaries']} summaries"
