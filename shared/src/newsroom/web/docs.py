"""/docs: the OpenAPI document as a page that needs no script and no other server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

# The page brings its own style and nothing else.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"

METHODS = ("get", "post", "put", "patch", "delete")

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}
:root{color-scheme:light dark}
h2{font-size:1rem;margin:2rem 0 .2rem;border-top:1px solid #8884;padding-top:1rem}
code{font-family:ui-monospace,monospace} b{display:inline-block;min-width:4.5rem}
p{margin:.2rem 0} li{margin:.1rem 0} small{opacity:.7}
"""


def render(document: Mapping[str, Any]) -> str:
    """The page for an OpenAPI 3.1 document."""
    title = escape(str(document["info"]["title"]))
    operations = "".join(
        _operation(path, method, item[method])
        for path, item in sorted(document.get("paths", {}).items())
        for method in METHODS
        if method in item
    )
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>{title}: HTTP interface</title><style>{_STYLE}</style><h1>{title}</h1>"
        "<p>For machines: <a href=/openapi.json>/openapi.json</a>, <a href=/asyncapi>/asyncapi</a>. "
        "What writes needs the header <code>Authorization: Bearer $NEWSROOM_TOKEN</code>.</p>"
        f"{operations}</html>"
    )


def _operation(path: str, method: str, operation: Mapping[str, Any]) -> str:
    about = operation.get("description") or operation.get("summary", "")
    parameters = "".join(f"<li>{line}</li>" for line in _parameters(operation))
    bodies = ", ".join(operation.get("requestBody", {}).get("content", {}))
    body = f"<p><small>body: {escape(bodies)}</small></p>" if bodies else ""
    answers = ", ".join(operation.get("responses", {}))
    return (
        f"<h2><b>{method.upper()}</b> <code>{escape(path)}</code></h2><p>{escape(about)}</p>"
        f"<ul>{parameters}</ul>{body}<p><small>answers: {escape(answers)}</small></p>"
    )


def _parameters(operation: Mapping[str, Any]) -> Iterator[str]:
    for parameter in operation.get("parameters", ()):
        if parameter["name"].lower() == "authorization":
            continue
        required = ", required" if parameter.get("required") else ""
        about = escape(parameter.get("description", ""))
        yield f"<code>{escape(parameter['name'])}</code> <small>{parameter['in']}{required}</small> {about}"
