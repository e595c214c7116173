"""newsroom submit: sends raw reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsroom.cli.client import RefusedError, ServiceClient, locate
from newsroom.errors import NewsroomError
from newsroom_ingest.cli.files import uploads

if TYPE_CHECKING:
    from collections.abc import Mapping

STDIN = "-"


def submit(
    files: Annotated[
        list[str] | None, typer.Argument(help="Text, Markdown, HTML, JSON or JSON lines; - is stdin.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Else the first heading or line.")] = None,
    url: Annotated[str | None, typer.Option(help="Where the report stands on the web.")] = None,
    published_at: Annotated[str | None, typer.Option(help="ISO 8601, such as 2024-05-22T09:00Z.")] = None,
    source: Annotated[str | None, typer.Option(help="The name of who it comes from.")] = None,
    embargoed_until: Annotated[str | None, typer.Option(help="Publish no summary before; ISO 8601.")] = None,
    guid: Annotated[
        str | None, typer.Option(help="The source's own id: sent again it is a new version.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Such as en; else it is detected.")] = None,
) -> None:
    """Send raw reports. Prints a line for each: what became of it, its version, its id.

    The service is that of NEWSROOM_INGEST_URL, else the one on this machine.
    """
    given = {
        "title": title,
        "url": url,
        "published_at": published_at,
        "source": source,
        "embargoed_until": embargoed_until,
        "guid": guid,
        "language": language,
    }
    params = {name: value for name, value in given.items() if value is not None}
    names = files or ([] if sys.stdin.isatty() else [STDIN])
    if not names:
        raise NewsroomError("Name the files to send, or - for stdin: newsroom submit FILE...")
    with locate("ingest") as service:
        sent = [_send(service, name, params) for name in names]
    if not all(sent):
        raise typer.Exit(1)


def _send(service: ServiceClient, name: str, params: Mapping[str, str]) -> bool:
    """Whether all reports of the file were taken; for those that were not, stderr says why."""
    try:
        content = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        return _complain(name, f"It cannot be read ({error.strerror}).")
    taken = True
    for upload in uploads(name, content):
        try:
            answer = service.request(
                "POST",
                "/reports",
                body=upload.body,
                params=params,
                headers={"Content-Type": upload.content_type},
            )
        except RefusedError as error:
            if error.status in {401, 403}:  # the same for every file
                raise
            taken = _complain(name, str(error))
        else:
            saved = answer.data
            print(f"{saved['status']:<9}  version {saved['version']}  {saved['id']}  {name}")
    return taken


def _complain(name: str, sentence: str) -> bool:
    print(f"newsroom: {name}: {sentence}", file=sys.stderr)
    return False
